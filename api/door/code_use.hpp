#pragma once
// A one-time code that somebody sends is used up when it fits.
#include "api/door/context.hpp"
#include "api/http/request.hpp"
#include "persistence/nouns/credentials.hpp"

namespace api {

// False for a code that does not fit or was used. One that fits where a later one is remembered
// from a clock that was ahead takes its place, and the security log says so. Not within a
// transaction.
bool takes_code(const context&, const request&, const persistence::credentials&,
                const std::string& code);

} // namespace api
