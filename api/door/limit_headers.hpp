#pragma once
// What is left of a throttle's limits, as the header fields of the IETF's draft (RateLimit and
// RateLimit-Policy, draft-ietf-httpapi-ratelimit-headers), and whose limits they are.
#include "api/door/throttle.hpp"
#include "api/http/router.hpp"
#include <memory>

namespace api {

// The account that a request counts for.
using account_function = std::string (*)(const call&);
std::string account_named(const call&); // by the body's `username`, be the rest right or wrong
std::string account_of_caller(const call&);
std::string account_of_activation(const call&); // codes have no account: the network's

// For a route's `limits`.
std::function<std::vector<name_value>(const call&)> told_limits(std::shared_ptr<throttle>,
                                                                account_function);

} // namespace api
