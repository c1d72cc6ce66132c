// Digests by SHA-256, in hex: as long as what is kept, seven days, they must not change.
#include "api/http/request_key.hpp"
#include "api/files/read_file.hpp"
#include "workflow/things/sha256.hpp"

namespace api {
namespace {

// Of a body that was not read to its end there is none, and so it equals no other.
std::string body_digest(const request& asked)
{
    if (asked.body_too_large) return {};
    return workflow::sha256_hex(asked.body_file.empty() ? asked.body : whole_file(asked.body_file));
}

} // namespace

std::string_view idempotency_key(const request& asked)
{
    const std::string* dry = asked.parameter("dry_run");
    return dry && *dry == "true" ? std::string_view() : asked.header("idempotency-key");
}

request_key key_of(const request& asked)
{
    return {workflow::sha256_hex(idempotency_key(asked)),
            workflow::sha256_hex(asked.method + "\n" + asked.target + "\n" + body_digest(asked))};
}

} // namespace api
