// A plan that nobody could approve is not submitted.
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"

using support::counter;

namespace {

struct world_with_a_draft : counter {
    std::string plan = behind().draft();

    void dismiss(const std::string& person)
    {
        behind().here().execute("DELETE FROM appointments WHERE user_id = '" + person + "'");
    }
    support::heard submit() { return give("ani", "plans", plan, "submit"); }
    // As the page shows it.
    boost::json::object command()
    {
        const auto seen = get("ani", "/plans/" + plan);
        for (const auto& each : seen.at("/commands").as_array())
            if (each.at("name") == "submit") return each.as_object();
        return {};
    }
};

} // namespace

TEST_CASE("a plan whose approval nobody could give is not submitted, and says who is missing")
{
    world_with_a_draft here;
    here.dismiss("omar");
    const auto no = here.submit();
    CHECK(no.status() == 409);
    CHECK(no.code() == "guard");
    CHECK(no.text("/detail").find("adviser (Sahli) 0/1 (Kalimantan Tengah)") != std::string::npos);
    CHECK(no.text("/detail").find("appoint as many as are missing") != std::string::npos);
    CHECK(no.text("/who/0/role") == "secretariat");
    const auto shown = here.command();
    CHECK_FALSE(shown.at("allowed").as_bool());
    CHECK(std::string(shown.at("reason").as_string()).find("adviser (Sahli) 0/1") !=
          std::string::npos);
}

TEST_CASE("whoever submits does not count among those who could approve")
{
    world_with_a_draft here;
    here.dismiss("omar");
    here.behind().store().write([](persistence::unit_of_work& unit) {
        support::add(unit, {"p-two-hats", "ani", "sahli", "", "62"});
    });
    CHECK(here.submit().status() == 409);
    here.behind().store().write([](persistence::unit_of_work& unit) {
        support::add(unit, {"p-other", "tuti", "sahli", "", "62"});
    });
    CHECK(here.command().at("allowed").as_bool());
    CHECK(here.submit().status() == 200);
}
