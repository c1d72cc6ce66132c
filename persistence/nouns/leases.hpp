#pragma once
// Who does a job that only one should do at a time: committed UPDATEs with a fencing number, never
// held locks. A job that writes checks `keeps` in the same transaction.
#include "persistence/sql/unit_of_work.hpp"
#include <chrono>
#include <optional>
#include <string>

namespace persistence {

struct lease {
    std::string name;  // the job: scheduler shard 3
    std::string owner; // the process
    std::int64_t number{};
};

// Takes the job when nobody has it, its lease has run out, or ends later than `length` from now: a
// wrong clock took it. By its present owner it is renewed. To be committed before anything is done
// under it.
std::optional<lease> take_lease(unit_of_work&, const std::string& name, const std::string& owner,
                                std::chrono::seconds length);

// Renews; false when another has taken the job meanwhile: then roll back.
bool keeps(unit_of_work&, const lease&, std::chrono::seconds length);
void give_back(unit_of_work&, const lease&);

// That the work was done to its end, and when that was last; nothing: never.
void note_done(unit_of_work&, const lease&);
std::optional<workflow::instant> last_done(unit_of_work&, const std::string& name);

} // namespace persistence
