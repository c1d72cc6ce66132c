// Finds the row of a request. Some eighty rows of a few segments: walking them all costs less than
// a microsecond, so there is no index to keep right.
#include "api/http/router.hpp"
#include <algorithm>

namespace api {

namespace {

std::vector<std::string_view> split(std::string_view pattern)
{
    std::vector<std::string_view> out;
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        out.push_back(pattern.substr(0, pattern.find('/')));
        pattern.remove_prefix(out.back().size());
    }
    return out;
}

bool is_parameter(std::string_view piece)
{
    return piece.starts_with('{');
}

// How many fixed segments agree, or -1 when the path does not fit.
int fit(const std::vector<std::string_view>& pattern, const std::vector<std::string>& segments)
{
    if (pattern.size() != segments.size()) return -1;
    int fixed = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (is_parameter(pattern[i]) ? segments[i].empty() : pattern[i] != segments[i]) return -1;
        fixed += is_parameter(pattern[i]) ? 0 : 1;
    }
    return fixed;
}

void add_allowed(std::string& allowed, std::string_view method)
{
    allowed += (allowed.empty() ? "" : ", ") + std::string(method);
    if (method == "GET") allowed += ", HEAD";
}

} // namespace

router::router(std::vector<route> routes) : routes_(std::move(routes))
{
    for (const route& each : routes_) patterns_.push_back(split(each.pattern));
}

route_match router::match(const request& asked) const
{
    route_match out;
    const std::string_view method = asked.method == "HEAD" ? std::string_view("GET") : asked.method;
    int best = -1;
    for (const auto& pattern : patterns_) best = std::max(best, fit(pattern, asked.segments));
    if (best < 0) return out;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        if (fit(patterns_[i], asked.segments) != best) continue;
        add_allowed(out.allowed, routes_[i].method);
        if (!out.same_path || routes_[i].visible) out.same_path = &routes_[i];
        if (routes_[i].method != method) continue;
        out.found = &routes_[i];
        for (std::size_t k = 0; k < patterns_[i].size(); ++k)
            if (is_parameter(patterns_[i][k]))
                out.parameters.emplace(patterns_[i][k].substr(1, patterns_[i][k].size() - 2),
                                       asked.segments[k]);
    }
    if (!out.found && out.same_path) {
        const auto& pattern = patterns_[static_cast<std::size_t>(out.same_path - routes_.data())];
        for (std::size_t k = 0; k < pattern.size(); ++k)
            if (is_parameter(pattern[k]))
                out.parameters.emplace(pattern[k].substr(1, pattern[k].size() - 2),
                                       asked.segments[k]);
    }
    return out;
}

} // namespace api
