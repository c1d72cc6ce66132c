#pragma once
// Commands over HTTP: POST /{resource}/{id}/commands/{command}, one route for every machine.
#include "api/description/openapi.hpp"
#include "api/nouns/render.hpp"
#include "workflow/step/step.hpp"

namespace api {

std::vector<route> command_routes(const context&);
api_shapes command_shapes(); // of these routes

// Says of a route with {command} which scopes of a token open it: each command by itself, and the
// row those that open one at least. A command that is none is not found, and no matter of scopes.
void open_by_commands(const context&, const std::string& resource, route&);

// Reads a command's body; what is wrong with it is answered by the engine, in its turn.
workflow::command_body read_command_body(const json::value&, const workflow::command_word&);

// Gives a command inside a transaction; the answer is the contract's {resource, event, commands}.
workflow::result<reply> give_command(const work&, const workflow::subject&,
                                     const workflow::command_given&);

} // namespace api
