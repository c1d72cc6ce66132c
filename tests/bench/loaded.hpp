#pragma once
// Plans of one region in agency review, one for each thread, with a matrix of real size.
#include "persistence/nouns/world_store.hpp"
#include "tests/persistence/support/people.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/step/engine.hpp"

namespace bench {

// A complete one, led by this agency of the test's directory.
workflow::action action(int number, const std::string& lead);

class loaded {
public:
    loaded(support::kind which, int plans, int actions);

    persistence::database& store() { return here_.store(); }
    const std::string& url() const { return here_.url(); }
    workflow::environment outside();
    const std::string& review(std::size_t plan) const { return reviews_[plan]; }
    const std::string& plan(std::size_t n) const { return plans_[n]; }
    persistence::world_store store_in(persistence::unit_of_work& unit);
    const workflow::principal& head() const { return head_; } // of health

    // One command in a transaction of its own: confirm or withdraw, by turns.
    void turn(std::size_t plan);
    // So many of them on the plan in one transaction: a history to be had soon.
    void turns(std::size_t plan, int count);
    const workflow::kind_registry& kinds() const { return kinds_; }

private:
    void make_plan(int year, int actions);
    void give(const workflow::principal&, const workflow::subject&, const std::string& command);
    void give_in(persistence::unit_of_work&, const workflow::principal&, const workflow::subject&,
                 const std::string& command);
    std::string next(std::size_t plan); // the command whose turn it is

    support::world here_;
    workflow::kind_registry kinds_;
    workflow::principal head_, secretariat_;
    std::vector<std::string> plans_, reviews_;
    std::vector<char> confirmed_; // one thread each
};

} // namespace bench
