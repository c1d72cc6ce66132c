// Who may not do a thing is told so before anything is said about the body: an empty one is sent to
// every route that changes something, as somebody who sees plans and may do nothing with them.
#include "api/nouns/routes.hpp"
#include "definitions/catalog.hpp"
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"
#include <algorithm>
#include <map>
#include <set>

using support::counter;

namespace {

// Routes that are everybody's, and what makes them so.
const std::set<std::string> open_to_all{
    "/api/v1/session",                    // nobody is signed in yet
    "/api/v1/session/step-up",            // about oneself
    "/api/v1/session/password",           // about oneself
    "/api/v1/activation",                 // nobody is signed in yet
    "/api/v1/me/calendar",                // about oneself
    "/api/v1/tokens",                     // about oneself
    "/api/v1/plans/{id}/comments",        // who sees a thing may speak about it
    "/api/v1/actions/{id}/comments",      // the same
    "/api/v1/targets/{id}/comments",      // the same
    "/api/v1/targets/commands/{command}", // every item is judged by itself
};

using places = std::map<std::string, std::string>; // by the noun of the path

places things_of(counter& here)
{
    const auto plan = here.behind().in_force();
    const auto target = here.behind().target_of(plan, "health", "B04");
    const auto first = [&](const std::string& list) {
        return here.get("ani", list).text("/items/0/id");
    };
    return {{"plans", plan},
            {"targets", target},
            {"actions", first("/plans/" + plan + "/actions")},
            {"reviews", first("/plans/" + plan + "/reviews")},
            {"approvals", first("/plans/" + plan + "/approvals")},
            {"reports", first("/reports")},
            {"evidence", here.evidence("sari", target)},
            {"agencies", "health"},
            {"users", "budi"},
            {"appointments", "p-budi"}};
}

std::string replaced(std::string pattern, const std::string& part, const std::string& with)
{
    if (const auto at = pattern.find(part); at != pattern.npos)
        pattern.replace(at, part.size(), with);
    return pattern;
}

// Every address that the pattern stands for: one, or one for each command of the noun's machine.
std::vector<std::string> addresses_of(const std::string& pattern, const places& things)
{
    const std::string noun = pattern.substr(8, pattern.find('/', 8) - 8);
    const auto thing = things.find(noun);
    const std::string path =
        replaced(pattern, "{id}", thing == things.end() ? "none" : thing->second);
    if (path.find("{command}") == path.npos) return {path};
    std::vector<std::string> all;
    for (const workflow::definition& d : definitions::catalog())
        for (const workflow::command_word& word : d.commands)
            if (d.resource == noun && !word.is_system())
                all.push_back(replaced(path, "{command}", std::string(word.name)));
    return all;
}

} // namespace

TEST_CASE("nobody without the right is told what is wrong with their body")
{
    counter here;
    const auto things = things_of(here);
    std::size_t asked = 0;
    for (const api::route& row : api::all_routes(here.context())) {
        const std::string pattern(row.pattern);
        if (row.method == "GET" || open_to_all.contains(pattern)) continue;
        if (row.body == api::body_kind::multipart) continue; // its form is read before its rights
        for (const std::string& address : addresses_of(pattern, things)) {
            INFO(row.method << " " << address);
            support::headers more;
            if (row.takes_if_match) more.emplace_back("if-match", "\"1\"");
            std::string target = address;
            if (pattern == "/api/v1/plans/{id}/import") target += "?format=csv";
            if (pattern == "/api/v1/holidays") target += "?year=2026&region=62";
            if (pattern == "/api/v1/periods") target += "?year=2026&region=62&kind=rad_pks";
            const bool takes_body = row.body != api::body_kind::none;
            const auto answer =
                here.ask("tuti", std::string(row.method), target, takes_body ? "{}" : "", more);
            INFO(answer.raw.body);
            // Only who reported may recall: who that is, the open state does not know.
            const bool rests_on_a_fact =
                address.ends_with("targets/" + things.at("targets") + "/commands/recall");
            CHECK((answer.status() == 403 || answer.status() == 404 ||
                   (rests_on_a_fact && answer.code() == "wrong_state")));
            ++asked;
        }
    }
    CHECK(asked > 40);
}
