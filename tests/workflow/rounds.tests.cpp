// Whose a round is, and what of it goes on when another agency leads.
#include "workflow/things/rounds.hpp"
#include "tests/support/catch.hpp"

using namespace workflow;

namespace {

// A target of Kesbangpol's that was reported with a file, in a plan in force.
struct office {
    world w;
    target t;

    office()
    {
        t.id = "t-1";
        t.record.achievement = "Sembilan rilis";
        t.record.achieved_quantity = 9;
        t.record.reported_by = {"ani", "Ani"};
        evidence file;
        file.id = "e-1";
        t.evidence = {file};
        revision r;
        r.state = "in_force";
        action a;
        a.id = "a-1";
        a.lead_agency = {"kesbangpol", "Kesbangpol"};
        a.targets = {{"t-1", "B04", "9", 9.0, "rilis"}};
        r.actions = {a};
        w.revisions = {r};
    }

    void hand_over(const std::string& from, const std::string& to)
    {
        w.revisions[0].actions[0].lead_agency = {to, to};
        w.handed_over = {{"t-1", {from, to}}};
    }
};

} // namespace

TEST_CASE("a round of the same lead agency goes on with what was achieved and its files")
{
    office here;
    const auto closed = next_round(here.w, here.t, "endorsed");
    CHECK(closed.state == "endorsed");
    CHECK(closed.former_lead.empty());
    CHECK(closed.record.reported_by.id == "ani");
    CHECK(closed.record.agency.empty());
    CHECK(here.t.round == 2);
    CHECK(here.t.record.achievement == "Sembilan rilis");
    CHECK(here.t.record.reported_by.id.empty());
    REQUIRE(here.t.evidence.size() == 1);
    CHECK(here.t.evidence[0].round == 2);
}

TEST_CASE("another lead agency begins with nothing, and the former keeps what it gave")
{
    office here;
    here.t.last_final_record = here.t.record;
    here.hand_over("kesbangpol", "polda");
    const auto closed = next_round(here.w, here.t, "reported");
    CHECK(closed.former_lead == "kesbangpol");
    CHECK(closed.record.agency == "kesbangpol");
    CHECK(closed.record.achievement == "Sembilan rilis");
    CHECK(closed.evidence.size() == 1);
    CHECK(here.t.record == achievement_record{});
    CHECK(here.t.evidence.empty());
    CHECK(here.t.round == 2);
    CHECK(here.t.last_final_record->agency == "kesbangpol");
    CHECK(owner_of(here.t.record, "polda") == "polda");
    CHECK(owner_of(closed.record, "polda") == "kesbangpol");
}

TEST_CASE("a final round that came back stays its agency's, also when it is reopened")
{
    office here;
    here.t.last_final_record = here.t.record;
    here.hand_over("kesbangpol", "polda");
    next_round(here.w, here.t, "signed_off");
    here.w.handed_over.clear();
    here.t.record = *here.t.last_final_record; // the new agency reported nothing in its days
    here.t.round = 1;
    const auto closed = next_round(here.w, here.t, "signed_off");
    CHECK(closed.round == 1);
    CHECK(closed.record.agency == "kesbangpol");
    CHECK(here.t.round == 3);
    CHECK(here.t.record == achievement_record{});
    CHECK(here.t.evidence.empty());
}

TEST_CASE("an agency that leads again goes on with what it gave itself, and only with that")
{
    office here;
    here.t.record.agency = "kesbangpol"; // a final round that came back while Polda led
    here.hand_over("polda", "kesbangpol");
    const auto closed = next_round(here.w, here.t, "signed_off");
    CHECK(closed.record.agency == "kesbangpol");
    CHECK(here.t.record.achievement == "Sembilan rilis");
    office other; // what Polda gave does not
    other.hand_over("polda", "kesbangpol");
    next_round(other.w, other.t, "open");
    CHECK(other.t.record == achievement_record{});
}
