// Taking events: what each needs before it, and what it leaves.
#include "workflow/proof/replay.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>

namespace workflow {
namespace {

std::string said(const event& e)
{
    return e.resource + " " + e.subject + ": ";
}

constexpr std::string_view made = "made";

} // namespace

replay::replay(const std::vector<definition>& catalog, std::string plan)
    : catalog_(catalog), plan_(std::move(plan))
{
}

std::optional<std::string> replay::take(const event& e, bool erased)
{
    history_.erased = erased;
    history_.clock_went_on = e.at > history_.last.at || e.seq == 1;
    finding wrong;
    if (e.at < history_.last.at) wrong = "it happened before the event that stands before it";
    if (!wrong) wrong = check_cause(e);
    if (!wrong) {
        place where{machine_of(catalog_, e.resource)};
        if (where.machine) {
            where.what = &thing_of(e.resource);
            where.stands = where.what->played(history_, e);
            wrong = e.command.empty() ? take_making(e, where) : take_command(e, where);
        } else {
            wrong = "no machine runs on '" + e.resource + "'";
        }
    }
    history_.last = e;
    return wrong;
}

// Whatever a person's command made due follows it in one breath; a sweep's events have no cause.
replay::finding replay::check_cause(const event& e) const
{
    const std::string cause = "its cause is event " + std::to_string(e.cause) + ", ";
    if (!e.by.id.empty() && e.cause != 0) return cause + "yet a person gave it";
    if (e.by.id.empty() && e.cause != 0) {
        const bool right_after = e.cause == history_.last.seq && !history_.last.by.id.empty();
        const bool same_breath = e.cause == history_.last.cause;
        if (!right_after && !same_breath) return cause + "which is no command given just before";
    }
    return {};
}

replay::finding replay::take_making(const event& e, const place& where)
{
    if (where.stands) return said(e) + "made a second time";
    if (e.name != made || !e.from.empty()) return said(e) + "'" + e.name + "' is no command's";
    if (e.to != where.machine->initial)
        return said(e) + "made as '" + e.to + "', the table begins with '" +
               std::string(where.machine->initial) + "'";
    if (where.what == &described<revision>() && e.subject != plan_)
        return said(e) + "not the next revision of this plan";
    if (const auto wrong = where.what->check_making(history_, e)) return said(e) + *wrong;
    played::stand(history_, where.what->make(history_, e), e);
    return {};
}

replay::finding replay::check_command(const event& e, const place& where,
                                      const transition*& row) const
{
    const definition& d = *where.machine;
    if (!where.stands) return said(e) + "a command on what was never made";
    if (where.what == &described<revision>() && e.subject != plan_)
        return said(e) + "another plan's event";
    const command_word* word = d.command(e.command);
    if (!word) return said(e) + "there is no command '" + e.command + "'";
    if (e.name != word->event)
        return said(e) + "'" + e.command + "' is told as '" + std::string(word->event) +
               "', found '" + e.name + "'";
    if (word->is_system() != e.by.id.empty())
        return said(e) + "'" + e.command + "' was given by " +
               (e.by.id.empty() ? "nobody" : "a person");
    if (e.from != where.stands->state)
        return said(e) + "it goes from '" + e.from + "', but stood in '" + where.stands->state +
               "'";
    if (played::value_in(e, "definition") != std::to_string(d.version))
        return said(e) + "decided by version '" + played::value_in(e, "definition") +
               "' of the table";
    for (const transition& t : d.transitions)
        if (t.from == e.from && t.command == e.command && t.to == e.to) row = &t;
    if (!row)
        return said(e) + "the table has no '" + e.command + "' from '" + e.from + "' to '" + e.to +
               "'";
    return {};
}

replay::finding replay::take_command(const event& e, const place& where)
{
    const transition* row = nullptr;
    if (auto wrong = check_command(e, where, row)) return wrong;
    played::stand(history_, *where.stands, e);
    if (const auto wrong = where.what->take(history_, e)) return said(e) + *wrong;
    for (std::string_view name : row->effects)
        for (const effect_row& effect : where.what->effects)
            if (effect.name == name) effect.replayed(history_, e);
    return {};
}

std::int64_t replay::last_event_of_target(const std::string& id) const
{
    const auto found = history_.targets.find(id);
    return found == history_.targets.end() ? history_.last.seq : found->second.seq;
}

} // namespace workflow
