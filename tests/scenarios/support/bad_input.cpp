// Fills in the words, asks, compares.
#include "tests/scenarios/support/bad_input.hpp"
#include <algorithm>

namespace scenarios {
namespace {

std::map<std::string, std::string> made_for(house& demo)
{
    std::map<std::string, std::string> words{{"unknown", "nosuchthing"}};
    plan_life draft{demo, "sekretariat.kotim", "sahli.kotim"};
    draft.begin("62.02", "rad_p3aks", 2050);
    const std::string social = demo.account_of("kepala.sosial.kotim").agency;
    words["draft"] = draft.id;
    words["social"] = social;
    words["action"] = text(draft.add_action(social, "Dialog warga"), "id");
    plan_life empty{demo, "sekretariat.kotim", "sahli.kotim"};
    empty.begin("62.02", "rad_p3aks", 2051);
    words["empty"] = empty.id;

    person& keeper = demo.as("sekretariat.kalteng");
    words["plan"] = text(keeper.all("/plans?region=62&kind=rad_pks&year=2026").at(0), "id");
    const std::string b04 = "/targets?plan=" + words["plan"] + "&period=B04&state=";
    const auto open = keeper.all(b04 + "open").at(0);
    words["target"] = text(open, "id");
    words["staff"] = demo.holder("agency_staff", text(open.at("agency"), "id")).username;
    words["head"] = demo.holder("agency_head", text(open.at("agency"), "id")).username;
    words["endorsed"] = text(keeper.all(b04 + "endorsed").at(0), "id");
    words["signed"] = text(keeper.all(b04 + "signed_off").at(0), "id");
    words["report"] = text(keeper.all("/reports?region=62&period=B04&kind=rad_pks").at(0), "id");

    person& city = demo.as("sekretariat.palangkaraya");
    words["city"] = text(city.all("/plans?region=62.71&kind=rad_pks&year=2026").at(0), "id");
    words["review"] = text(city.all("/plans/" + words["city"] + "/reviews").at(0), "id");
    person& kobar = demo.as("sekretariat.kobar");
    words["kobar"] = text(kobar.all("/plans?region=62.01&kind=rad_pks&year=2026").at(0), "id");
    words["approval"] = text(kobar.all("/plans/" + words["kobar"] + "/approvals").at(0), "id");
    words["user"] = demo.as("staf.sosial.kotim").id();
    return words;
}

std::string filled(std::string text, const std::map<std::string, std::string>& words)
{
    for (const auto& [word, meaning] : words) {
        const std::string hole = "{" + word + "}";
        for (auto at = text.find(hole); at != text.npos; at = text.find(hole, at))
            text.replace(at, hole.size(), meaning);
    }
    return text;
}

bool points_at(const http_reply& answer, const std::string& pointer)
{
    const json::value problem = answer.json();
    const auto* errors = problem.as_object().if_contains("errors");
    if (!errors) return pointer.empty();
    const json::array& all = errors->as_array();
    return pointer.empty() || std::any_of(all.begin(), all.end(), [&](const json::value& each) {
               return text(each, "pointer") == pointer;
           });
}

http_reply asked(house& demo, const bad_request& row,
                 const std::map<std::string, std::string>& words)
{
    const std::string path = filled(row.path, words), body = filled(row.body, words);
    if (!row.who.empty())
        return demo.as(filled(row.who, words)).send(row.method, path, body, row.headers);
    return demo.program().client().send(row.method, "/api/v1" + path, body, row.headers);
}

} // namespace

std::map<std::string, std::string> words_of(house& demo)
{
    static std::map<house*, std::map<std::string, std::string>> known;
    if (!known.contains(&demo)) known[&demo] = made_for(demo);
    return known[&demo];
}

void check_refused(house& demo, const std::vector<bad_request>& rows)
{
    const auto words = words_of(demo);
    for (const bad_request& row : rows) {
        const auto answer = asked(demo, row, words);
        INFO(row.who << " " << row.method << " " << row.path << " " << row.body.substr(0, 200)
                     << "\nexpected " << row.status << " " << row.code << " " << row.pointer
                     << "\nfound " << answer.status << " " << answer.body.substr(0, 600));
        CHECK(answer.status == row.status);
        if (answer.status < 400) continue;
        CHECK(answer.header("content-type").starts_with("application/problem+json"));
        CHECK(answer.code() == row.code);
        CHECK(points_at(answer, row.pointer));
    }
}

} // namespace scenarios
