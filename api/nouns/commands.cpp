// Parse, give, reply. Knows no command by name: what a body may hold stands in the tables.
#include "api/nouns/commands.hpp"
#include "api/http/json_body.hpp"
#include "api/nouns/noun.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/worlds.hpp"
#include "persistence/nouns/documents.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/step/engine.hpp"
#include "workflow/step/token_rights.hpp"
#include <algorithm>
#include <boost/json/serialize.hpp>

namespace api {
namespace {

using workflow::command_body;

const workflow::refusal not_found{workflow::errc::not_found, {"not_found"}};

constexpr text_rule long_text{1, 4000, true};
constexpr std::size_t gaps_max = 1000;
constexpr std::size_t items_max = 500;

using reader = void (*)(body_reader&, command_body&);

void read_scores(body_reader& in, command_body& body)
{
    if (auto scores = in.optional_object("scores"))
        body.scores = workflow::scores{scores->number("administration", 0, 100),
                                       scores->number("substance", 0, 100)};
}

void read_gaps(body_reader& in, command_body& body)
{
    for (body_reader& gap : in.optional_objects("gaps", gaps_max))
        body.gaps.push_back({gap.text("id"), {}, gap.text("reason", long_text)});
}

void read_items(body_reader& in, command_body& body)
{
    for (body_reader& item : in.optional_objects("items", items_max))
        body.items.push_back({item.text("action"),
                              item.optional_text("comment", long_text).value_or(""),
                              item.optional_text("suggestion", long_text).value_or("")});
}

// Every member that some command takes, and how it is read.
const std::pair<std::string_view, reader> members[]{
    {"reason",
     [](body_reader& in, command_body& b) {
         b.reason = in.optional_text("reason", long_text).value_or("");
     }},
    {"note", [](body_reader& in,
                command_body& b) { b.note = in.optional_text("note", long_text).value_or(""); }},
    {"decree_number",
     [](body_reader& in, command_body& b) {
         b.decree_number = in.optional_text("decree_number").value_or("");
     }},
    {"decree_date",
     [](body_reader& in, command_body& b) { b.decree_date = in.optional_day("decree_date"); }},
    {"decree_scan",
     [](body_reader& in, command_body& b) {
         b.decree_scan = in.optional_text("decree_scan").value_or("");
     }},
    {"until", [](body_reader& in, command_body& b) { b.until = in.optional_day("until"); }},
    {"class", [](body_reader& in,
                 command_body& b) { b.chosen_class = in.optional_text("class").value_or(""); }},
    {"scores", &read_scores},
    {"gaps", &read_gaps},
    {"items", &read_items},
};

bool takes(const workflow::command_word& word, std::string_view member)
{
    const auto in = [&](const auto& list) {
        return std::find(list.begin(), list.end(), member) != list.end();
    };
    return member == "reason" || member == "note" || in(word.needs) || in(word.takes);
}

// Null for what is no command of a person: it is not found, as if the path did not exist.
const workflow::command_word* word_of(const context& here, const call& asked,
                                      const std::string& resource)
{
    const workflow::definition& machine = *workflow::machine_of(here.catalog, resource);
    const workflow::command_word* word = machine.command(asked.parameter("command"));
    return word && !word->is_system() ? word : nullptr;
}

sight sight_of_command(const context& here, const std::string& resource)
{
    return [&here, resource, thing = sight_of(here, resource)](const call& asked) {
        return word_of(here, asked, resource) ? thing(asked) : std::optional(not_found);
    };
}

workflow::result<reply> command(const context& here, const call& asked, const std::string& resource)
{
    const workflow::command_word* word = word_of(here, asked, resource);
    if (!word) return not_found;
    workflow::command_given given{std::string(word->name), read_command_body(asked.body, *word),
                                  asked.version};
    return change(here, asked, [&](const work& at) {
        return give_command(at, {resource, asked.id()}, given);
    });
}

// Routes and shapes keep views of these.
struct machine_names {
    const noun* of;
    std::string pattern, operation, answer;
};

const std::vector<machine_names>& machines()
{
    static const std::vector<machine_names> all = [] {
        std::vector<machine_names> out;
        for (const noun* each : workflow::answers<shown_as>()) {
            const std::string resource(each->resource), singular(each->singular);
            out.push_back({each, "/api/v1/" + resource + "/{id}/commands/{command}",
                           "command_" + singular, singular + "_answer"});
        }
        return out;
    }();
    return all;
}

// A scan is a file of the very plan; only the database knows.
command_body with_known_scan(const work& at, const std::string& plan, command_body body)
{
    if (body.decree_scan.empty()) return body;
    const auto scan = persistence::find_document(at.unit, at.who, body.decree_scan);
    if (!scan || scan->plan != plan)
        body.errors.push_back({"/decree_scan", {"document_elsewhere"}});
    return body;
}

} // namespace

workflow::command_body read_command_body(const json::value& value,
                                         const workflow::command_word& word)
{
    workflow::command_body body;
    body_reader in(value);
    for (const auto& [name, read] : members) {
        if (!takes(word, name)) continue;
        if (in.has(name) && !in.is_null(name)) body.given.emplace_back(name);
        read(in, body);
    }
    if (auto no = in.finish()) body.errors = no->errors;
    return body;
}

void open_by_commands(const context& here, const std::string& resource, route& of)
{
    const workflow::definition& machine = *workflow::machine_of(here.catalog, resource);
    workflow::token_scopes any;
    for (const workflow::command_word& word : machine.commands)
        if (!word.is_system()) any = any | workflow::scope_of(word);
    of.opened_by = any;
    of.opened_by_which = [&machine, any](const path_parameters& path) {
        const auto* word = machine.command(path.find("command")->second);
        return word && !word->is_system() ? workflow::scope_of(*word) : any;
    };
}

workflow::result<reply> give_command(const work& at, const workflow::subject& about,
                                     const workflow::command_given& given)
{
    persistence::world_store store = deciding_store(at);
    auto checked = given;
    checked.body = with_known_scan(at, about.id, std::move(checked.body));
    auto done = workflow::give(store, at.here.environment(), at.who, about, checked);
    if (!done) return done.error();
    const viewer by{at, store.seen_by(at.who, done->after)};
    json::object resource = resource_json(done->after, about, by);
    json::array commands = commands_json(done->after, about, by);
    resource["commands"] = commands;
    json::object answer{{"resource", resource}, {"event", event_json(done->events.front())}};
    answer["commands"] = std::move(commands);
    if (const auto put_more = noun_of(about.resource).put_more)
        put_more(answer, done->after, given.name, by);
    reply out = json_reply(200, json::serialize(answer));
    out.with("ETag", etag(version_of(done->after, about)));
    return out;
}

std::vector<route> command_routes(const context& here)
{
    std::vector<route> routes;
    for (const machine_names& m : machines()) {
        const std::string resource(m.of->resource);
        route r{"POST", m.pattern, {}, m.operation, "Give a command"};
        open_by_commands(here, resource, r);
        r.answer = [&here, resource](const call& asked) { return command(here, asked, resource); };
        r.visible = sight_of_command(here, resource);
        r.body = body_kind::json;
        r.takes_if_match = true;
        r.takes_idempotency_key = true;
        r.query = {"dry_run"};
        routes.push_back(std::move(r));
    }
    return routes;
}

api_shapes command_shapes()
{
    api_shapes out;
    for (const machine_names& m : machines()) {
        out.operations.push_back({"POST", m.pattern, 200, m.answer, "command_body"});
        out.commanded.push_back({m.of->resource, m.of->singular});
    }
    return out;
}

} // namespace api
