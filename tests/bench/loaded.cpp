// Made by the engine alone, like everything.
#include "tests/bench/loaded.hpp"
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/reviews.hpp"
#include <atomic>
#include <ctime>
#include <stdexcept>

namespace bench {
namespace {

std::string new_id()
{
    static std::atomic<int> ids{};
    return "id-" + std::to_string(++ids);
}

workflow::principal somebody(const std::string& id, const std::string& role,
                             const std::string& agency)
{
    workflow::principal p;
    p.user = {id, "Name of " + id};
    p.stepped_up = true;
    workflow::appointment post;
    post.id = "p-" + id;
    post.user = p.user;
    post.role = role;
    post.agency = {agency, "Agency " + agency};
    post.region = "62";
    p.appointments = {post};
    return p;
}

} // namespace

workflow::action action(int number, const std::string& lead)
{
    workflow::action a;
    a.number = number;
    a.phase = "prevention";
    a.theme = "Tema";
    a.title = "Aksi ke-" + std::to_string(number);
    a.location = "Palangka Raya";
    a.lead_agency = {lead, "Agency " + lead};
    a.supporting = {{"kesbang", "Agency kesbang"}};
    a.success_criterion = "Terlaksana";
    a.budget_source = "APBD";
    for (const auto* period : {"B04", "B08", "B12"})
        a.targets.push_back({{}, period, "1 kegiatan", 1, "kegiatan"});
    return a;
}

loaded::loaded(support::kind which, int plans, int actions)
    : here_(which), kinds_(definitions::built_in_kinds(), definitions::load_kind),
      head_(somebody("budi", "agency_head", "health")),
      secretariat_(somebody("ani", "secretariat", "kesbang"))
{
    // tidy allows one_clock: the real program answers on this database, in its own time
    here_.set_clock(std::time(nullptr));
    support::fill_directory(store());
    store().write([](persistence::unit_of_work& unit) {
        support::add_agency(unit, "social", "62");
        support::add_user(unit, "rina", "62");
        support::add(unit, {"p-rina", "rina", "agency_head", "social", "62"});
        support::add_user(unit, "omar", "62"); // who could approve: else nothing is submitted
        support::add(unit, {"p-omar", "omar", "sahli", "", "62"});
    });
    for (int i = 0; i < plans; ++i) make_plan(2000 + i, actions);
    confirmed_.resize(plans_.size());
}

workflow::environment loaded::outside()
{
    return {&definitions::catalog(), new_id};
}

persistence::world_store loaded::store_in(persistence::unit_of_work& unit)
{
    return persistence::world_store({unit, kinds_, new_id});
}

void loaded::make_plan(int year, int actions)
{
    workflow::plan head;
    head.id = new_id();
    head.kind = "rad_pks";
    head.region = "62";
    head.year = year;
    head.title = "Rencana";
    store().write([&](persistence::unit_of_work& unit) {
        if (!persistence::insert_plan(unit, head, secretariat_.user))
            throw std::logic_error("the plan was refused");
        auto worlds = store_in(unit);
        const auto fresh = worlds.load_plan(head.id, workflow::parts::whole);
        auto begun = workflow::begin_plan(outside(), *fresh, secretariat_);
        worlds.save(*fresh, begun);
        for (int n = 1; n <= actions; ++n)
            if (!persistence::insert_action(unit, {head.id, 1},
                                            action(n, n % 2 == 0 ? "health" : "social"), new_id))
                throw std::logic_error("an action was refused");
    });
    give(secretariat_, {"plans", head.id}, "submit");
    store().read([&](persistence::unit_of_work& unit) {
        for (const auto& r : persistence::read_reviews(unit, head.id, 1, ""))
            if (r.agency.id == "health") reviews_.push_back(r.id);
    });
    plans_.push_back(head.id);
}

void loaded::give_in(persistence::unit_of_work& unit, const workflow::principal& who,
                     const workflow::subject& about, const std::string& command)
{
    auto worlds = store_in(unit);
    const auto done = workflow::give(worlds, outside(), who, about, {command, {}, {}});
    if (!done) throw std::logic_error(command + " was refused: " + done.error().reason.key);
}

void loaded::give(const workflow::principal& who, const workflow::subject& about,
                  const std::string& command)
{
    store().write([&](persistence::unit_of_work& unit) { give_in(unit, who, about, command); });
}

std::string loaded::next(std::size_t plan)
{
    confirmed_[plan] = !confirmed_[plan];
    return confirmed_[plan] ? "confirm" : "withdraw";
}

void loaded::turn(std::size_t plan)
{
    give(head_, {"reviews", reviews_[plan]}, next(plan));
}

void loaded::turns(std::size_t plan, int count)
{
    store().write([&](persistence::unit_of_work& unit) {
        for (int i = 0; i < count; ++i)
            give_in(unit, head_, {"reviews", reviews_[plan]}, next(plan));
    });
}

} // namespace bench
