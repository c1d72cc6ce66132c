#pragma once
// What every handler reaches: the database, the definitions, the kinds, the clock. Made once by the
// verb that serves, const from then on; handlers run on any worker thread.
#include "api/door/password.hpp"
#include "persistence/sql/database.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/step/step.hpp"
#include "workflow/table/definition.hpp"
#include <filesystem>

namespace api {

struct request;
struct caller;

struct context {
    persistence::database& database;
    const workflow::kind_registry& kinds;
    const std::vector<workflow::definition>& catalog;
    std::function<std::string()> new_id;
    std::filesystem::path data; // evidence, documents, spooled bodies, security log
    std::string base_url{};     // of links in mails, without a slash at the end
    workflow::clock clock;
    bool secure_cookies{true}; // false only on plain http of the loopback
    password_profile passwords{};
    std::function<void()> committed{}; // called after every change: somebody may have to be told
    // Told of refusals that no answer of the whole request shows: those within a bulk. May be
    // empty.
    std::function<void(const request&, const caller&, const workflow::refusal&)> refused{};

    workflow::environment environment() const { return {&catalog, new_id}; }
};

} // namespace api
