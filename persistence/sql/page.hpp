#pragma once
// Pages of a list: by key, never by counting, so that what arrives or leaves in between neither
// repeats nor hides anything else.
#include "workflow/words/error.hpp"
#include <string>
#include <vector>

namespace persistence {

struct page_request {
    std::size_t limit{50};
    std::string cursor{}; // `next` of the page before; empty: the first
};

template <class T> struct page {
    std::vector<T> items;
    std::string next; // cursor of the next page; empty: this is the last
};

// A key in the form callers see, and back. Refusal: malformed, for a text that was no cursor.
std::string cursor_of(const std::vector<std::string>& key);
// `parts` empty texts for the first page: every key is greater.
workflow::result<std::vector<std::string>> key_of(const page_request&, std::size_t parts);

// Cuts a list that was read one longer than the page; `key` gives the last item's key.
template <class T, class F> page<T> cut(std::vector<T> items, std::size_t limit, F key)
{
    page<T> out{std::move(items), {}};
    if (out.items.size() <= limit) return out;
    out.items.erase(out.items.begin() + static_cast<std::ptrdiff_t>(limit), out.items.end());
    out.next = cursor_of(key(out.items.back()));
    return out;
}

} // namespace persistence
