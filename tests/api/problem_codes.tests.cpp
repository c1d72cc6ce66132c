// Whoever answers a code has it in the table of statuses or beside it, in both languages, and
// docs/errors.md is what the program says.
#include "api/description/problem_codes.hpp"
#include "api/description/errors_page.hpp"
#include "api/http/problem.hpp"
#include "definitions/catalog.hpp"
#include "tests/support/catch.hpp"
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> sources()
{
    std::vector<std::string> out;
    for (const char* folder : {"workflow", "definitions", "persistence", "notifications", "api"})
        for (const auto& each :
             fs::recursive_directory_iterator(fs::path(RAMPUNG_SOURCE_DIR) / folder))
            if (const auto kind = each.path().extension(); kind == ".cpp" || kind == ".hpp")
                out.push_back(text_of(each.path()));
    return out;
}

// The first group of every match in any source.
std::set<std::string> named_in_sources(const std::string& pattern)
{
    std::set<std::string> out;
    const std::regex what(pattern);
    for (const std::string& text : sources())
        for (std::sregex_iterator at(text.begin(), text.end(), what), end; at != end; ++at)
            out.insert((*at)[1]);
    return out;
}

} // namespace

TEST_CASE("every errc that the sources declare has a status")
{
    std::set<std::string> with_status;
    for (const auto& [code, status] : api::all_statuses()) with_status.emplace(code.name());
    const auto declared = named_in_sources(R"re(\berrc(?:\s+(?:\w+::)?\w+)?[{(]"(\w+)"[)}])re");
    CHECK(declared.size() >= 20);
    CHECK(declared == with_status);
}

TEST_CASE("every code that the rim answers by itself is listed")
{
    std::set<std::string> listed;
    for (const auto& each : api::all_problem_codes()) listed.emplace(each.code);
    const auto answered = named_in_sources(R"re([{(][45]\d\d,\s*"(\w+)",\s*\{)re");
    CHECK(answered.size() >= 5);
    for (const std::string& each : answered) {
        CAPTURE(each);
        CHECK(listed.contains(each));
    }
}

TEST_CASE("every code has its title in both languages, as it is answered")
{
    std::set<std::string_view> seen;
    for (const auto& [code, status, indonesian, english] : api::all_problem_codes()) {
        CAPTURE(code);
        CHECK(seen.insert(code).second);
        CHECK_FALSE(indonesian.empty());
        CHECK_FALSE(english.empty());
        if (std::any_of(api::all_statuses().begin(), api::all_statuses().end(),
                        [&](const auto& each) { return each.first.name() == code; }))
            continue;
        const auto answer = api::problem(status, code, {"header_malformed"}, "en");
        CHECK(boost::json::parse(answer.body).at("title").as_string() == english);
    }
}

TEST_CASE("docs/errors.md is what rampung describe --errors says")
{
    const auto page = fs::path(RAMPUNG_SOURCE_DIR) / "docs/errors.md";
    CHECK(text_of(page) == api::errors_page(definitions::catalog()));
}
