// Who drafts, when, and which number comes next.
#include "workflow/step/drafting.hpp"
#include "tests/support/catch.hpp"

using namespace workflow;

namespace {

world with_state(const std::string& state)
{
    world w;
    w.head.id = "p";
    w.place = {"62", "Kalimantan Tengah", "Asia/Jakarta"};
    revision r;
    r.state = state;
    w.revisions.push_back(r);
    appointment post;
    post.user = {"u", "Ani"};
    post.role = role::secretariat;
    post.region = "62";
    w.posts.push_back(post);
    return w;
}

principal holding(std::string_view role, const std::string& region)
{
    appointment post;
    post.role = role;
    post.region = region;
    principal p;
    p.appointments.push_back(post);
    return p;
}

action numbered(int number)
{
    action a;
    a.number = number;
    return a;
}

} // namespace

TEST_CASE("only the secretariat of the region drafts, and others are told who does")
{
    const world w = with_state("draft");
    CHECK(may_draft(holding(role::secretariat, "62"), w).has_value());
    for (const auto& other : {holding(role::secretariat, "62.71"), holding(role::secretariat, "00"),
                              holding(role::administrator, "62"), principal{}}) {
        const auto no = may_draft(other, w);
        REQUIRE(no.has_error());
        CHECK(no.error().code == errc::forbidden);
        CHECK(no.error().who.at(0).names == std::vector<std::string>{"Ani"});
    }
    CHECK(drafts_somewhere(holding(role::secretariat, "11")));
    CHECK_FALSE(drafts_somewhere(holding(role::agency_head, "62")));
}

TEST_CASE("a matrix is edited in draft and in no other state")
{
    CHECK(draft_of(with_state("draft")).value() == 1);
    for (const char* state :
         {"agency_review", "sahli_approval", "approved", "in_force", "cancelled", "closed"}) {
        INFO(state);
        const auto no = draft_of(with_state(state));
        REQUIRE(no.has_error());
        CHECK(no.error().code == errc::wrong_state);
    }
}

TEST_CASE("the next action follows the highest number, and fills a gap when that is the last")
{
    CHECK(next_number({}) == 1);
    CHECK(next_number({numbered(2), numbered(7)}) == 8);
    CHECK(next_number({numbered(1), numbered(9999)}) == 2);
}
