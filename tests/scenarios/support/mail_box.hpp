#pragma once
// What people were told: the ledger of messages over HTTP, and the files that the demo writes.
#include "tests/scenarios/support/house.hpp"

namespace scenarios {

// True when within twenty seconds the ledger of the plan holds a sent message to this user, as
// `reader` sees it, and a file to this address lies in the mail directory.
bool was_told(house&, person& reader, const std::string& plan, const std::string& user,
              const std::string& address);

} // namespace scenarios
