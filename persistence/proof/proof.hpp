#pragma once
// Is what is stored of a plan what its history says? The chain first, then every event against the
// tables, then every stored thing against where its last event left it.
#include "persistence/chain/verify.hpp"
#include "persistence/sql/onlooker.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/table/definition.hpp"

namespace persistence {

// What is wrong with the kept bytes of a file, if anything.
using file_check =
    std::function<std::optional<std::string>(const std::string& sha256, std::int64_t size)>;

struct proof_settings {
    const std::vector<workflow::definition>& catalog;
    const workflow::kind_registry& kinds;
    file_check check_file{}; // without it files are not looked at
};

// Every stream, every plan that lacks one, and every stream of which only events are left.
std::vector<std::string> streams_to_prove(unit_of_work&);

struct proof {
    std::optional<history_fault> fault; // the first
    std::int64_t events{};
};
// Within one view. A stream that belongs to no plan is only held against its chain.
proof prove_plan(unit_of_work&, const std::string& plan, const proof_settings&);

// Each plan in a view of its own, beside a running server; ends at the first fault.
struct proof_of_all {
    std::optional<history_fault> fault;
    std::int64_t plans{};
    std::int64_t events{};
    std::int64_t accounts{};
    std::optional<workflow::instant> last_event{};
    // A copy that was made without its log is whole, and empty: that is not as it was decided.
    bool is_empty() const { return plans == 0 && accounts == 0; }
};
proof_of_all prove_all(onlooker&, const proof_settings&);

} // namespace persistence
