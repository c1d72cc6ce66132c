#pragma once
// A region's office in the middle of its year, and the plans of everybody else: what an inbox is
// read from. Answers as the program does, without a socket.
#include "api/door/context.hpp"
#include "api/http/pipeline.hpp"
#include "tests/persistence/support/people.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/step/engine.hpp"

namespace bench {

// Five plans: one in force whose targets are open, reported, endorsed and returned; one in agency
// review, one before the Sahli, one in draft; and one of a district, whose report waits above.
inline constexpr int own_plans = 5;

class nation {
public:
    nation(support::kind which, int actions);

    void let_others_work(int plans); // copies of the five, elsewhere
    persistence::database& store() { return *store_; }
    const std::string& url() const { return here_.url(); }
    // The answer to a GET below /api/v1 as this person; throws unless it is 200.
    std::string get(const std::string& who, const std::string& target);

private:
    struct place {
        std::string region, secretariat, head, staff, sahli, agency, other_head, other_agency;
    };
    struct wanted {
        place at;
        std::string kind;
        int year{};
    };
    void fill();
    std::string draft(const wanted&);
    std::string submitted(const wanted&);
    std::string confirmed(const wanted&);
    std::string in_force(const wanted&);
    void work_on_targets(const std::string& plan, const place&);
    void prove(const std::string& target, const place&);
    void send_report(const std::string& plan, const place&);
    void give(const std::string& who, const workflow::subject&, const std::string& command,
              workflow::command_body = {});
    workflow::world load(const std::string& plan);
    workflow::environment outside();
    std::string new_id();

    int actions_;
    support::world here_;
    std::unique_ptr<persistence::database> store_; // of one reader, so that it can be listened to
    workflow::kind_registry kinds_;
    std::vector<std::string> plans_;
    std::unique_ptr<api::context> context_;
    std::unique_ptr<api::pipeline> pipeline_;
};

} // namespace bench
