#pragma once
// What the Idempotency-Key of a request is kept under. Computed once a request, since it takes the
// whole body.
#include "api/http/request.hpp"

namespace api {

struct request_key {
    std::string key;     // digest of the key: itself is not kept, for it opens sealed answers
    std::string request; // digest of method, path, query and body
};

// The Idempotency-Key as sent, empty when there is none or dry_run=true leaves it without effect.
std::string_view idempotency_key(const request&);

// Precondition: there is a key. Multipart bodies differ in their boundary each time they are sent.
// Throws `persistence::outage` when a spooled body cannot be read.
request_key key_of(const request&);

} // namespace api
