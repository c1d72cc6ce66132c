#pragma once
// One resource with its commands, as GET answers it.
#include "api/nouns/render.hpp"

namespace api {

// Refusal: not_found. `more` may add members.
workflow::result<reply> single_reply(
    const work&, const workflow::subject&, workflow::parts,
    const std::function<void(json::object&, const workflow::world&, const viewer&)>& more = {});

} // namespace api
