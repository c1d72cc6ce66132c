// An amendment numbers rows anew or changes who leads: what was achieved and proven stays with the
// action and with the agency that did it.
#include "tests/scenarios/support/plan_life.hpp"
#include <sstream>

using namespace scenarios;

namespace {

json::object action_numbered(plan_life& plan, int number)
{
    for (const json::value& each : plan.keeper().all("/plans/" + plan.id + "/actions"))
        if (each.at("number").to_number<int>() == number) return each.as_object();
    throw std::runtime_error("expected an action with number " + std::to_string(number));
}

// What each target that stays is of and holds: its action, agency, achievement and files.
std::map<std::string, std::string> held(plan_life& plan, const std::string& but_action)
{
    std::map<std::string, std::string> found;
    for (const json::value& each : plan.targets("B04")) {
        const std::string action = text(each.at("action"), "id");
        if (action == but_action) continue;
        std::string holds = action + " " + text(each.at("agency"), "id") + " " +
                            text(each, "achievement") + " " + text(each, "state");
        for (const json::value& file : each.at("evidence").as_array())
            holds += " " + text(file, "id");
        found[text(each, "id")] = holds;
    }
    return found;
}

http_reply import_csv(plan_life& plan, const std::string& sheet)
{
    return plan.keeper().send("POST", "/plans/" + plan.id + "/import?format=csv", sheet,
                              {{"Content-Type", "text/csv"}});
}

std::string without_line(std::string sheet, const std::string& word)
{
    const auto at = sheet.find(word);
    const auto begin = sheet.rfind('\n', at) + 1;
    sheet.erase(begin, sheet.find('\n', at) + 1 - begin);
    return sheet;
}

// "\n4," becomes "\n3,".
std::string numbered_anew(std::string sheet, int from)
{
    const std::string old = "\n" + std::to_string(from) + ",";
    const auto at = sheet.find(old);
    REQUIRE(at != sheet.npos);
    return sheet.replace(at, old.size(), "\n" + std::to_string(from - 1) + ",");
}

std::string without_ids(const std::string& sheet)
{
    std::string out;
    std::istringstream lines(sheet);
    for (std::string line; std::getline(lines, line);)
        out += line.substr(0, line.rfind(',')) + "\r\n";
    return out;
}

// Without identity most rows look like another action; with it, one number is taken twice.
void numbers_are_refused(plan_life& plan, const std::string& sheet)
{
    const std::pair<std::string, std::size_t> offers[]{{without_ids(sheet), 14}, {sheet, 1}};
    for (const auto& [offered, count] : offers) {
        const auto refused = import_csv(plan, offered);
        INFO(refused.body);
        REQUIRE(refused.status == 422);
        const json::value told = refused.json();
        REQUIRE(told.at("problems").as_array().size() == count);
        const json::value& first = told.at("problems").as_array()[0];
        CHECK(first.at("row").to_number<int>() == 4);
        CHECK(text(first, "column") == "No");
        CHECK_FALSE(text(first, "detail").empty());
    }
}

// Export, delete row 3, number anew, import.
void third_row_goes(plan_life& plan)
{
    const json::object third = action_numbered(plan, 3);
    std::string sheet = plan.keeper().get("/plans/" + plan.id + "/export?format=csv").body;
    sheet = without_line(sheet, text(third, "id"));
    for (int number = 4; number <= 17; ++number) sheet = numbered_anew(sheet, number);
    numbers_are_refused(plan, sheet);
    const auto gone = plan.keeper().send("DELETE", "/actions/" + text(third, "id"), "",
                                         {{"If-Match", etag_of(third)}});
    REQUIRE(gone.status == 204);
    const auto taken = import_csv(plan, sheet);
    INFO(taken.body);
    REQUIRE(taken.status == 200);
    CHECK(taken.json().at("changes").as_array().size() == 14); // their numbers
}

int content_for(person& who, const std::string& evidence)
{
    return who.get("/evidence/" + evidence + "/content").status;
}

std::string last_file(const json::value& of)
{
    return text(of.at("evidence").as_array().back(), "id");
}

void begins_with_nothing(plan_life& plan, person& next, const std::string& target)
{
    const json::object now = next.see("/targets/" + target);
    CHECK(text(now, "state") == "open");
    CHECK(now.at("round").to_number<int>() == 2);
    CHECK(text(now.at("agency"), "id") == plan.at.account_of(next.username()).agency);
    CHECK(now.at("achievement").is_null());
    CHECK(now.at("achieved_quantity").is_null());
    CHECK(now.at("evidence").as_array().empty());
    CHECK(now.at("rounds").as_array().empty());
}

struct handed {
    person& former;
    std::string said;
    std::string action{};
    std::string target{};
    std::string file{};
};

handed reported_by(plan_life& plan, const std::string& who, int number, const std::string& said)
{
    handed h{plan.at.as(who), said};
    h.action = text(action_numbered(plan, number), "id");
    h.target = text(find(plan.targets("B04"), "/action/id", h.action), "id");
    report_target(h.former, h.target, said);
    h.file = last_file(h.former.see("/targets/" + h.target));
    return h;
}

void lead_goes_to(plan_life& plan, const std::vector<handed>& all, const std::string& next)
{
    plan.keeper().make("/plans/" + plan.id + "/amendments", json::object{});
    for (const handed& h : all)
        plan.keeper().change("/actions/" + h.action,
                             {{"lead_agency", {{"id", plan.at.account_of(next).agency}}}});
    plan.come_into_force();
}

// The former lead and the secretariat, whatever came into force since; nobody else of the region.
void stays_in_reach(plan_life& plan, const handed& h, person& next)
{
    INFO(h.said);
    CHECK(content_for(next, h.file) == 404);
    for (person* who : {&h.former, &plan.keeper()}) {
        CHECK(content_for(*who, h.file) == 200);
        const json::array rounds = who->see("/targets/" + h.target).at("rounds").as_array();
        REQUIRE(rounds.size() >= 1);
        CHECK(text(rounds[0], "achievement") == h.said);
        CHECK(last_file(rounds[0]) == h.file);
    }
}

} // namespace

TEST_CASE("who leads after an amendment gets neither achievement nor evidence of who led before")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house demo(which, "2026-03-10"); // its own: the plan that the demo has in force is amended
    plan_life plan{demo, "sekretariat.kalteng", "sahli.kalteng"};
    plan.id = text(find(plan.keeper().all("/plans?region=62&year=2026"), "/kind", "rad_pks"), "id");
    person& next = demo.as("staf.polda");
    // The plan names the one elsewhere too, and the other nowhere else.
    const std::vector<handed> all{
        reported_by(plan, "staf.dp3appkb", 17, "Empat korban didampingi"),
        reported_by(plan, "staf.disperindag", 9, "Satu pasar murah digelar")};
    const std::string dropped = text(action_numbered(plan, 3), "id");
    const auto before = held(plan, dropped);

    plan.keeper().make("/plans/" + plan.id + "/amendments", json::object{});
    third_row_goes(plan);
    plan.come_into_force();
    CHECK(held(plan, dropped) == before);
    CHECK(text(action_numbered(plan, 16), "id") == all[0].action);
    for (const handed& h : all) CHECK(content_for(next, h.file) == 404);

    lead_goes_to(plan, all, next.username());
    for (const handed& h : all) {
        begins_with_nothing(plan, next, h.target);
        stays_in_reach(plan, h, next);
        report_target(next, h.target, "Empat rilis polisi");
        const std::string own = last_file(next.see("/targets/" + h.target));
        CHECK(content_for(next, own) == 200);
        CHECK(content_for(h.former, own) == 404);
    }
    lead_goes_to(plan, {}, next.username());
    for (const handed& h : all) stays_in_reach(plan, h, next);
    check_numbering(plan.history());
    check_verify(demo.program());
}
