#pragma once
// A handler's work in one transaction. `change` decides and commits, with the caller's
// Idempotency-Key and dry_run; `look` reads one consistent view. In both the caller's rights are
// read in the same transaction, so that a post that has ended has ended.
#include "api/context.hpp"
#include "api/router.hpp"
#include "persistence/unit_of_work.hpp"

namespace api {

// What a handler works with inside its transaction.
struct work {
    const context& here;
    persistence::unit_of_work& unit;
    const workflow::principal& who; // with the posts that hold now
    const std::string& locale;
};

using task = std::function<workflow::result<reply>(const work&)>;

// May run the task several times; the reply of the run that was committed is given.
workflow::result<reply> change(const context&, const call&, const task&);
workflow::result<reply> look(const context&, const call&, const task&);

// The stored answer of the request's Idempotency-Key, for the pipeline.
workflow::result<std::optional<reply>> stored_answer(const context&, const request&, const caller&);

} // namespace api
