#pragma once
// A refusal on the wire: RFC 9457 application/problem+json, in the caller's language. The one place
// where errc becomes a status. `code` is the errc's name and never changes with the language.
#include "api/http/reply.hpp"
#include "workflow/words/error.hpp"
#include <boost/json/array.hpp>
#include <span>
#include <utility>

namespace api {

// Throws std::logic_error for a code that has none.
int status_of(workflow::errc);
std::span<const std::pair<workflow::errc, int>> all_statuses();

// `reason` stands for refusals by rule (forbidden, wrong state, guard, conflict, stale); its key is
// in `reason_code`. 429 and 503 carry Retry-After: the argument {seconds}, or a default.
reply problem(const workflow::refusal&, std::string_view locale);

// For faults of form that have no errc: 408, 431, 500, 501, 505 … `code` also names the type.
reply problem(int status, std::string_view code, const workflow::sentence& detail,
              std::string_view locale);

// [{"role","agency":{"id","name"}|null,"region":{"code","name"}|null,"names":[…]}]
boost::json::array who_json(const std::vector<workflow::who_can>&, std::string_view locale);

} // namespace api
