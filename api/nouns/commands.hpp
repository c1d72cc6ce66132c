#pragma once
// Commands over HTTP: POST /{resource}/{id}/commands/{command}, one route for every machine.
#include "api/description/openapi.hpp"
#include "api/nouns/render.hpp"
#include "workflow/step/step.hpp"

namespace api {

std::vector<route> command_routes(const context&);
api_shapes command_shapes(); // of these routes

// Reads a command's body; what is wrong with it is answered by the engine, in its turn.
workflow::command_body read_command_body(const json::value&, const workflow::command_word&);

// Gives a command inside a transaction; the answer is the contract's {resource, event, commands}.
workflow::result<reply> give_command(const work&, const workflow::subject&,
                                     const workflow::command_given&);

} // namespace api
