// Reads the definitions out; the words are those of the caller's language.
#include "api/nouns/workflows.hpp"
#include "api/nouns/fixed_list.hpp"
#include "api/nouns/render.hpp"
#include "embedded/diagrams.hpp"
#include "workflow/table/diagram.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::definition;

std::string named(const std::string& locale, std::string_view what, std::string_view name)
{
    return workflow::say(locale, {std::string(what) + "_" + std::string(name)});
}

json::array texts(const std::vector<std::string_view>& names)
{
    json::array out;
    for (std::string_view name : names) out.emplace_back(name);
    return out;
}

json::object item_json(const definition& d, const std::string& locale)
{
    json::object out{{"name", d.name}};
    out["title"] = named(locale, "machine", d.name);
    out["resource"] = d.resource;
    out["version"] = d.version;
    return out;
}

json::array states_json(const definition& d, const std::string& locale)
{
    json::array out;
    for (std::string_view state : d.states)
        out.push_back({{"name", state},
                       {"title", named(locale, "state", state)},
                       {"final", d.is_final(state)}});
    return out;
}

json::array commands_of(const definition& d, const std::string& locale)
{
    json::array out;
    for (const workflow::command_word& word : d.commands) {
        json::array who;
        for (workflow::who w : word.by)
            who.push_back({{"name", workflow::name_of(w)},
                           {"title", named(locale, "who", workflow::name_of(w))}});
        const auto title = workflow::key_of_command(d.resource, word.name);
        json::object entry{{"name", word.name}, {"title", workflow::say(locale, {title})}};
        entry["event"] = word.event;
        entry["who"] = std::move(who);
        entry["needs"] = texts(word.needs);
        entry["takes"] = texts(word.takes);
        entry["sensitive"] = word.sensitive;
        entry["system"] = word.is_system();
        out.push_back(std::move(entry));
    }
    return out;
}

// A guard's sentence is what is said when it does not hold; what would be named is left open.
json::array guards_json(const workflow::transition& t, const std::string& locale)
{
    json::array out;
    for (const workflow::guard& g : t.guards)
        out.push_back(
            {{"key", g.key},
             {"opposite", g.opposite},
             {"sentence", workflow::say(locale, {std::string(g.key), {{"where", "…"}}})}});
    return out;
}

json::array rules_json(const definition& d, const std::string& locale)
{
    json::array out;
    for (const workflow::transition& t : d.transitions)
        out.push_back({{"from", t.from},
                       {"command", t.command},
                       {"to", t.to},
                       {"guards", guards_json(t, locale)},
                       {"notices", texts(t.notices)}});
    return out;
}

const definition* find(const context& here, const call& asked)
{
    for (const definition& d : here.catalog)
        if (d.name == asked.parameter("name")) return &d;
    return nullptr;
}

workflow::refusal not_found()
{
    return {workflow::errc::not_found, {"not_found"}};
}

workflow::result<reply> list(const context& here, const call& asked)
{
    json::array all;
    for (const definition& d : here.catalog) all.push_back(item_json(d, asked.locale));
    return fixed_list(asked.asked, all);
}

workflow::result<reply> get(const context& here, const call& asked)
{
    const definition* d = find(here, asked);
    if (!d) return not_found();
    json::object out = item_json(*d, asked.locale);
    out["initial"] = d->initial;
    out["states"] = states_json(*d, asked.locale);
    out["commands"] = commands_of(*d, asked.locale);
    out["rules"] = rules_json(*d, asked.locale);
    out["mermaid"] = workflow::mermaid(*d);
    out["diagram"] = "/api/v1/workflows/" + std::string(d->name) + "/diagram.svg";
    return resource_reply(200, out);
}

workflow::result<reply> diagram(const context& here, const call& asked)
{
    const definition* d = find(here, asked);
    if (!d) return not_found();
    for (const auto& [file, picture] : embedded::diagrams()) {
        if (file != std::string(d->name) + ".svg") continue;
        reply out;
        out.body = picture;
        out.content_type = "image/svg+xml; charset=utf-8";
        return out;
    }
    return not_found();
}

// Commands of people that lead back from wherever this one leads, without another word.
json::array undone_by(const definition& d, const json::value& command)
{
    json::array out;
    for (const workflow::transition& there : d.transitions)
        for (const workflow::transition& back : d.transitions) {
            if (there.command != command.at("name").as_string() || back.command == there.command ||
                back.from != there.to || back.to != there.from)
                continue;
            const auto word = std::find_if(d.commands.begin(), d.commands.end(),
                                           [&](auto& each) { return each.name == back.command; });
            if (!word->is_system() && word->needs.empty()) out.emplace_back(back.command);
        }
    return out;
}

} // namespace

json::object words_json(const context& here, const std::string& locale)
{
    json::object out;
    json::object& machines = out["machines"].emplace_object();
    for (const definition& d : here.catalog) {
        json::object states, commands;
        for (std::string_view state : d.states)
            states[state] = {{"title", named(locale, "state", state)},
                             {"final", d.is_final(state)}};
        for (const json::value& command : commands_of(d, locale))
            commands[command.at("name").as_string()] = {{"title", command.at("title")},
                                                        {"needs", command.at("needs")},
                                                        {"takes", command.at("takes")},
                                                        {"sensitive", command.at("sensitive")},
                                                        {"undone_by", undone_by(d, command)}};
        machines[d.resource] = {{"name", d.name},
                                {"title", named(locale, "machine", d.name)},
                                {"initial", d.initial},
                                {"states", std::move(states)},
                                {"commands", std::move(commands)}};
    }
    return out;
}

std::vector<route> workflow_routes(const context& here)
{
    return {
        {.method = "GET",
         .pattern = "/api/v1/workflows",
         .answer = [&here](const call& asked) { return list(here, asked); },
         .operation = "list_workflows",
         .summary = "The machines",
         .opened_by = scope::read | scope::directory,
         .query = {"limit", "cursor"}},
        {.method = "GET",
         .pattern = "/api/v1/workflows/{name}",
         .answer = [&here](const call& asked) { return get(here, asked); },
         .operation = "get_workflow",
         .summary = "One machine: states, commands, rules, Mermaid",
         .opened_by = scope::read | scope::directory},
        {.method = "GET",
         .pattern = "/api/v1/workflows/{name}/diagram.svg",
         .answer = [&here](const call& asked) { return diagram(here, asked); },
         .operation = "get_workflow_diagram",
         .summary = "The machine's picture; every state is a node of class = its name",
         .opened_by = scope::read | scope::directory},
    };
}

} // namespace api
