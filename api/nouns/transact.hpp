#pragma once
// A handler's work in one transaction. `change` decides and commits, with the caller's
// Idempotency-Key and dry_run; `look` reads one consistent view. In both the caller's rights are
// read in the same transaction, so that a post that has ended has ended.
#include "api/door/context.hpp"
#include "api/door/security_log.hpp"
#include "api/http/router.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include <vector>

namespace api {

// What a handler works with inside its transaction.
struct work {
    const context& here;
    persistence::unit_of_work& unit;
    const workflow::principal& who; // with the posts that hold now
    const std::string& locale;
    std::vector<security_event>* records{}; // null: this is no change
};

// For the security log, stored with the change and by whom it is.
void record(const work&, security_event);

using task = std::function<workflow::result<reply>(const work&)>;

// May run the task several times; the reply of the run that was committed is given.
workflow::result<reply> change(const context&, const call&, const task&);
workflow::result<reply> look(const context&, const call&, const task&);

// One part of a request, an item of a bulk, in a transaction of its own. When the request is sent
// again with its Idempotency-Key, a part that had succeeded is answered as the first time.
struct part {
    std::size_t number{}; // within the request
    std::string text;     // all that it asks for
};
workflow::result<reply> change_part(const context&, const call&, const part&, const task&);
// Keeps the answer to such a request as a whole; gives the one that was kept first.
workflow::result<reply> conclude(const context&, const call&, const reply& whole);

// The stored answer of the request's Idempotency-Key, for the pipeline.
workflow::result<std::optional<reply>> stored_answer(const context&, const request&, const caller&,
                                                     const request_key&);

} // namespace api
