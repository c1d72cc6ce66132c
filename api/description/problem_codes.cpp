// The codes of refusals stand in the table of statuses; those of bytes that are no request of ours,
// and of our own faults, stand here. A test finds who answers another.
#include "api/description/problem_codes.hpp"
#include "api/http/problem.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <boost/json/array.hpp>

namespace api {
namespace {

namespace json = boost::json;

struct rim_code {
    std::string_view code;
    int status;
    std::string_view title; // a key of sentences
};
constexpr rim_code rim_codes[]{
    {"expectation_failed", 417, "title_malformed"},
    {"headers_too_large", 431, "title_malformed"},
    {"internal", 500, "title_internal"},
    {"method_unknown", 501, "title_malformed"},
    {"transfer_coding_unsupported", 501, "title_malformed"},
    {"http_version_unsupported", 505, "title_malformed"},
};

problem_code coded(std::string_view code, int status, const std::string& title)
{
    const workflow::wording* said = workflow::find_wording(title);
    return {code, status, said ? said->indonesian : "", said ? said->english : ""};
}

} // namespace

std::vector<problem_code> all_problem_codes()
{
    std::vector<problem_code> out;
    for (const auto& [code, status] : all_statuses())
        out.push_back(coded(code.name(), status, "title_" + std::string(code.name())));
    for (const auto& [code, status, title] : rim_codes)
        out.push_back(coded(code, status, std::string(title)));
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.status < b.status; });
    return out;
}

json::object problem_code_schema()
{
    json::array codes;
    std::string text = "What kind of no it is; never changes with the language.\n\n"
                       "| code | status | Bahasa Indonesia | English |\n|---|---|---|---|\n";
    for (const auto& [code, status, indonesian, english] : all_problem_codes()) {
        codes.emplace_back(code);
        text += "| `" + std::string(code) + "` | " + std::to_string(status) + " | " +
                std::string(indonesian) + " | " + std::string(english) + " |\n";
    }
    return {{"description", text}, {"type", "string"}, {"enum", std::move(codes)}};
}

} // namespace api
