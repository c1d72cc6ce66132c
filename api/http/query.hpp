#pragma once
// Query parameters with a type: pages of a list, flags and filters. Faults are malformed (400).
// Which names a route knows stands in the route table; the pipeline refuses all others.
#include "api/http/request.hpp"
#include "workflow/days/clock.hpp"

namespace api {

struct page {
    std::size_t limit{};
    std::string cursor; // opaque, empty for the first page
};

workflow::result<page> page_of(const request&);
workflow::result<bool> flag(const request&, std::string_view name); // true, false; absent: false
workflow::result<std::optional<int>> number(const request&, std::string_view name, int least,
                                            int most);
workflow::result<std::optional<workflow::date>> day(const request&, std::string_view name);
// 2026-04-30T02:30:00Z, as answers tell instants.
workflow::result<std::optional<workflow::instant>> moment(const request&, std::string_view name);
// The parameter, or empty when it is absent.
std::string text_or_empty(const request&, std::string_view name);
// Refuses when it is absent.
workflow::result<std::string> required(const request&, std::string_view name);

} // namespace api
