#pragma once
// A plan that has seen everything: returns, kept confirmations, rounds, a reopening that ran out,
// an amendment, a report sent back. Told step by step, so that a test may look after each.
#include "persistence/nouns/evidence.hpp"
#include "persistence/nouns/targets.hpp"
#include "tests/persistence/support/office.hpp"

namespace support {

inline workflow::command_body because(const std::string& reason)
{
    workflow::command_body body;
    body.given = {"reason"};
    body.reason = reason;
    return body;
}

class story {
public:
    explicit story(kind which) : here(which) {}

    office here;
    std::string plan;
    std::string signed_target, infeasible_target, dropped_target, report;
    std::function<void(const std::string&)> after_each{[](const std::string&) {}};

    void tell();              // all of the below
    void approve_in_rounds(); // to in_force
    void work_on_targets();
    void amend();
    void send_report();
    std::string registered(int year);
    std::string cancelled(int year);

    void give(const std::string& name, const workflow::subject&, const std::string& command,
              workflow::command_body = {});

private:
    void upload(const std::string& target);
    using change_of_action = std::function<void(workflow::action&)>;
    void edit(const persistence::revision_key&, int number, const change_of_action&);
    std::string review_of(const std::string& agency);
    workflow::command_body gaps();
};

} // namespace support
