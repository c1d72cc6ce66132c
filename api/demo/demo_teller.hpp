#pragma once
// Gives commands for the people of the demo, each in a transaction of its own, as HTTP would.
#include "api/demo/demo_story.hpp"
#include "workflow/step/step.hpp"

namespace api {

class demo_teller {
public:
    explicit demo_teller(const demo_stage& stage) : stage_(stage) {}

    void at(workflow::date, int hour);
    workflow::date today() const;

    struct order {
        workflow::subject about;
        std::string command;
        workflow::command_body body{};
    };
    void give(const demo_account& by, const order&);
    // A plan made by that person, with the rows of the demo's matrix that `keep` holds on to.
    std::string draft(const demo_account& by, const std::string& title,
                      const std::function<bool(workflow::action&)>& keep);
    void sweep(const std::string& plan);
    workflow::world look(const std::string& plan);
    void save_achievement(const workflow::target&, const std::string& text,
                          std::optional<double> quantity);
    void add_evidence(const demo_account& by, const workflow::target&, const std::string& title);

private:
    const demo_stage& stage_;
    workflow::calendar days_;
};

workflow::command_body because(std::string reason);

} // namespace api
