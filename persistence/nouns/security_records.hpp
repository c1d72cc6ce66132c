#pragma once
// Lines for the security log that were stored with what they tell of, and wait for their file.
#include "persistence/sql/unit_of_work.hpp"
#include <string>
#include <vector>

namespace persistence {

struct security_record {
    std::string id;
    std::string line; // one JSON object
};

void insert_security_record(unit_of_work&, const security_record&);
// The oldest, at most `limit`.
std::vector<security_record> waiting_security_records(unit_of_work&, std::size_t limit);
void delete_security_record(unit_of_work&, const std::string& id); // it may be gone

} // namespace persistence
