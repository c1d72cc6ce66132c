#pragma once
// Plans of one region in agency review, one for each thread, with a matrix of real size.
#include "persistence/world_store.hpp"
#include "tests/persistence/support/people.hpp"
#include "workflow/engine.hpp"
#include "workflow/kind_registry.hpp"

namespace bench {

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

private:
    void make_plan(int year, int actions);
    void give(const workflow::principal&, const workflow::subject&, const std::string& command);

    support::world here_;
    workflow::kind_registry kinds_;
    workflow::principal head_, secretariat_;
    std::vector<std::string> plans_, reviews_;
    std::vector<char> confirmed_; // one thread each
};

} // namespace bench
