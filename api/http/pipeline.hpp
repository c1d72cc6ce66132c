#pragma once
// What every request passes before its handler, in the contract's order: 401, 403 CSRF, 403 of a
// token's scope, the stored answer of the Idempotency-Key, 404, 405, 413, 415, 400, 428. Knows the
// world only by its hooks.
#include "api/http/router.hpp"

namespace api {

struct pipeline_hooks {
    // Refuses with unauthenticated. Called for every route that needs a sign-in, and for every
    // unknown path below /api/.
    std::function<workflow::result<caller>(const request&)> authenticate;
    // The stored answer of this caller's key, nothing when the key is new, or key_reused. A request
    // with body_too_large or malformed set cannot be equal to a stored one. May be empty.
    std::function<workflow::result<std::optional<reply>>(const request&, const caller&,
                                                         const request_key&)>
        stored_answer;
    // The pages: GET outside /api/ that no route takes. May be empty.
    std::function<std::optional<reply>(const request&)> page;
    // Told of every refusal that is answered. May be empty.
    std::function<void(const request&, const caller&, const workflow::refusal&)> refused{};
};

class pipeline {
public:
    pipeline(std::vector<route> routes, pipeline_hooks hooks);

    // The answer to a request, refusals as problem documents. Lets exceptions pass: outages.
    // Any thread, many at once.
    reply answer(const request&) const;

    // Whether the body goes to a file; asked when only the head is known.
    bool spools(const request& head) const;
    // 401 or 403 CSRF where the head is enough to say so: a stranger's upload is not worth a file.
    std::optional<reply> refuse_head(const request& head) const;
    const router& table() const { return router_; }

private:
    // `left`: header fields of what is limited.
    workflow::result<reply> checked(const request&, caller&, std::vector<name_value>& left) const;
    reply refusal_of(const request&, const caller&, const workflow::refusal&) const;
    router router_;
    pipeline_hooks hooks_;
};

} // namespace api
