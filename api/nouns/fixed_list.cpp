// Cuts a page; the cursor is the place of its first item.
#include "api/nouns/fixed_list.hpp"
#include "api/http/query.hpp"
#include "api/nouns/render.hpp"
#include <charconv>

namespace api {

workflow::result<reply> fixed_list(const request& asked, const boost::json::array& all)
{
    const page wanted = page_of(asked).value();
    std::size_t first = 0;
    const char* end = wanted.cursor.data() + wanted.cursor.size();
    const auto [read, fault] = std::from_chars(wanted.cursor.data(), end, first);
    if (!wanted.cursor.empty() && (fault != std::errc{} || read != end || first > all.size()))
        return workflow::refusal{workflow::errc::malformed, {"query_cursor"}};
    const std::size_t last = std::min(all.size(), first + wanted.limit);
    boost::json::array items;
    for (std::size_t i = first; i < last; ++i) items.push_back(all[i]);
    return list_reply(std::move(items), last < all.size() ? std::to_string(last) : std::string());
}

} // namespace api
