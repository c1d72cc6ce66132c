#pragma once
// Whether the caller may see what a path names: asked before any fault of form is told.
#include "api/door/context.hpp"
#include "api/nouns/transact.hpp"

namespace api {

// For a route whose {id} is that of a noun with a machine, an action, document, file of evidence or
// message.
sight sight_of(const context&, std::string_view resource);

// In a transaction: nothing when they see it, else not_found.
workflow::result<void> seen(const work&, const workflow::subject&);

// The fault of a request, unless what it names is not the caller's to see.
workflow::refusal fault_or_not_found(const sight&, const call&, workflow::refusal);

} // namespace api
