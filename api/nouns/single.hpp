#pragma once
// One resource with its commands, as GET answers it.
#include "api/nouns/render.hpp"

namespace api {

// Refusal: not_found. `more` may add members.
workflow::result<reply> single_reply(
    const work&, const workflow::subject&, workflow::parts,
    const std::function<void(json::object&, const workflow::world&, const viewer&)>& more = {});

// GET of one, for a noun that adds none. All of these names have static storage.
route single_route(const context&, std::string_view pattern, std::string_view resource,
                   std::string_view operation, std::string_view summary);

} // namespace api
