#pragma once
// Every chain of a database, as `rampung verify` goes through them.
#include "persistence/chain/verify.hpp"
#include "persistence/proof/proof.hpp"
#include "persistence/sql/database.hpp"

namespace support {

// The first fault, in the order of the streams' ids; also of events whose stream is gone.
inline std::optional<persistence::history_fault> fault_of_history(persistence::database& store)
{
    using persistence::history_fault;
    return store.read([](persistence::unit_of_work& unit) -> std::optional<history_fault> {
        for (const auto& id : persistence::streams_to_prove(unit))
            if (auto wrong = persistence::verify_stream(unit.sql(), id)) return wrong;
        return {};
    });
}

} // namespace support
