// One list a schema, in the order of the tables.
#include "api/nouns/closed_lists.hpp"
#include "api/nouns/noun.hpp"
#include "workflow/people/roles.hpp"
#include "workflow/table/diagram.hpp"
#include <algorithm>
#include <boost/json/array.hpp>

namespace api {
namespace {

using workflow::command_word;
using workflow::definition;

class word_list {
public:
    void add(std::string_view word)
    {
        if (std::find(words_.begin(), words_.end(), word) == words_.end())
            words_.emplace_back(word);
    }
    void add(const std::vector<std::string_view>& words)
    {
        for (std::string_view each : words) add(each);
    }
    json::object schema(std::string_view description) const
    {
        return {{"description", description},
                {"type", "string"},
                {"enum", json::array(words_.begin(), words_.end())}};
    }

private:
    std::vector<std::string> words_;
};

// What the lists of all machines hold together.
struct lists_of_all {
    word_list states, commands, given, events, notices, resources, machines, members, posts;

    void add(const definition& d)
    {
        machines.add(d.name);
        resources.add(d.resource);
        states.add(d.states);
        for (const command_word& word : d.commands) add(word);
        for (const workflow::transition& t : d.transitions) notices.add(t.notices);
    }
    void add(const command_word& word)
    {
        given.add(word.name);
        events.add(word.event);
        members.add(word.needs);
        members.add(word.takes);
        for (workflow::who w : word.by) posts.add(workflow::name_of(w));
        if (!word.is_system()) commands.add(word.name);
    }
};

void put_machine(json::object& out, const definition& d)
{
    const std::string singular(noun_of(d.resource).singular);
    word_list states, commands;
    states.add(d.states);
    for (const command_word& word : d.commands)
        if (!word.is_system()) commands.add(word.name);
    const std::string of = " of a " + singular + ", by `" + std::string(d.name) + "`.";
    out[singular + "_state"] = states.schema("A state" + of);
    out[singular + "_command"] = commands.schema("A command for people" + of);
}

json::object roles_schema(const workflow::kind_registry& kinds)
{
    word_list roles;
    for (const auto& [role, place] : workflow::roles_of(kinds)) roles.add(role);
    return roles.schema("What somebody is appointed to: the product's own roles, and those of the "
                        "approval chains of this installation's kinds.");
}

} // namespace

json::object closed_lists(const context& here)
{
    json::object out;
    lists_of_all all;
    all.members.add("reason");
    all.members.add("note");
    all.members.add("step_up");
    for (const definition& d : here.catalog) {
        all.add(d);
        put_machine(out, d);
    }
    out["state"] = all.states.schema("A state of any machine.");
    out["command_name"] = all.commands.schema("A command that people give.");
    out["command_given"] = all.given.schema("A command, of people or of the engine itself.");
    out["event_name"] = all.events.schema("What happened, in the past tense.");
    out["notice_name"] = all.notices.schema("What somebody is told of.");
    out["resource"] = all.resources.schema("What has a machine, as addresses call it.");
    out["workflow_name"] = all.machines.schema("A machine.");
    out["body_member"] =
        all.members.schema("A member of a command's body; `step_up`: a sign-in or step-up of the "
                           "last 30 minutes.");
    out["who_name"] = all.posts.schema("Who may give a command, relative to the thing.");
    out["role"] = roles_schema(here.kinds);
    return out;
}

} // namespace api
