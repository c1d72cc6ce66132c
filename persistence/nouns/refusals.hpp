#pragma once
// The refusals that every noun of the directory knows.
#include "workflow/words/error.hpp"

namespace persistence {

inline workflow::refusal not_found()
{
    return {.code = workflow::errc::not_found, .reason = {"not_found"}};
}
inline workflow::refusal stale()
{
    return {.code = workflow::errc::stale, .reason = {"stale_version"}};
}
inline workflow::refusal conflict(const char* key)
{
    return {.code = workflow::errc::conflict, .reason = {key}};
}
inline workflow::refusal invalid(std::vector<workflow::field_error> errors)
{
    return {.code = workflow::errc::invalid,
            .reason = {"body_invalid"},
            .who = {},
            .errors = std::move(errors)};
}

} // namespace persistence
