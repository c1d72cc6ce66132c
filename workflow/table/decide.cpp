// Refusals from the table's guards, decisions from MSM; if the two disagree, the program is wrong.
#include "workflow/table/decide.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <stdexcept>

namespace workflow {
namespace {

template <class List, class Value> bool contains(const List& list, const Value& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<const transition*> rows_of(const definition& d, std::string_view state,
                                       std::string_view command)
{
    std::vector<const transition*> rows;
    for (const transition& t : d.transitions)
        if (t.from == state && t.command == command) rows.push_back(&t);
    return rows;
}

refusal no(errc code, std::string key)
{
    return {code, {std::move(key), {}}, {}, {}};
}

bool rests_on_a_missing_fact(const command_word& word, const facts& f)
{
    return !f.has_reporter && word.by.size() == 1 && word.by.front() == who::reporter;
}

refusal wrong_state(const definition& d, std::string_view state, std::string_view command)
{
    refusal r = no(errc::wrong_state, "wrong_state");
    r.reason.arguments = {{"state", "@state_" + std::string(state)},
                          {"command", "@" + key_of_command(d.resource, command)}};
    return r;
}

// The first guard that fails, of the row that comes nearest; selectors only tell rows apart.
std::optional<refusal> failed_guard(const std::vector<const transition*>& rows, const facts& f)
{
    const guard* selector = nullptr;
    const guard* reason = nullptr;
    for (const transition* row : rows) {
        const auto failed = std::find_if(row->guards.begin(), row->guards.end(),
                                         [&](const guard& g) { return !g.holds(f); });
        if (failed == row->guards.end()) return std::nullopt;
        (failed->selects ? selector : reason) = &*failed;
    }
    const guard& g = reason ? *reason : *selector;
    refusal r = no(errc::guard, std::string(g.key));
    if (const bilingual what = g.where ? g.where(f) : ""; !what.empty())
        r.reason.arguments = {{"where", what}};
    return r;
}

std::vector<std::string_view> needs_of(const command_word& word, const facts& f)
{
    std::vector<std::string_view> needs;
    for (std::string_view member : word.needs)
        if (!contains(f.not_needed, member)) needs.push_back(member);
    return needs;
}

std::optional<refusal> bad_body(const std::vector<std::string_view>& needs, const asked& what)
{
    refusal r = no(errc::invalid, "body_invalid");
    for (std::string_view member : needs)
        if (!contains(what.given, member))
            r.errors.push_back({"/" + std::string(member), {"field_missing", {}}});
    r.errors.insert(r.errors.end(), what.errors.begin(), what.errors.end());
    if (r.errors.empty()) return std::nullopt;
    return r;
}

std::optional<refusal> forbidden(const command_word& word, const facts& f)
{
    if (fits(word, f.actor) || rests_on_a_missing_fact(word, f)) return std::nullopt;
    return no(errc::forbidden, "not_permitted");
}

} // namespace

bool fits(const command_word& word, actor_set somebody)
{
    return std::any_of(word.by.begin(), word.by.end(), [&](who w) { return somebody.has(w); });
}

bool guards_hold(const transition& row, const facts& f)
{
    return std::all_of(row.guards.begin(), row.guards.end(),
                       [&](const guard& g) { return g.holds(f); });
}

result<decision> decide(const definition& d, std::string_view state, const facts& f,
                        const asked& what)
{
    if (typeid(f) != *d.facts_type) throw std::logic_error("facts of another machine");
    const command_word& word = *d.command(what.command);
    if (auto no_right = forbidden(word, f)) return *no_right;
    if (word.sensitive && !what.recent_sign_in)
        return no(errc::step_up_required, "step_up_required");
    const auto rows = rows_of(d, state, what.command);
    if (rows.empty()) return wrong_state(d, state, what.command);
    if (auto bad = bad_body(needs_of(word, f), what)) return *bad;
    if (auto failed = failed_guard(rows, f)) return *failed;

    auto ran = rows.front()->fire(f);
    if (!ran)
        throw std::logic_error("MSM refused what the table of " + std::string(d.name) +
                               " allows: " + std::string(state) + ", " + std::string(what.command));
    ran->event = word.event;
    return *ran;
}

openness may(const definition& d, std::string_view state, const facts& f, const command_word& word)
{
    openness answer{std::nullopt, needs_of(word, f)};
    const auto rows = rows_of(d, state, word.name);
    if (auto no_right = forbidden(word, f))
        answer.closed = *no_right;
    else if (rows.empty())
        answer.closed = wrong_state(d, state, word.name);
    else
        answer.closed = failed_guard(rows, f);
    return answer;
}

std::vector<const command_word*> commands_in(const definition& d, std::string_view state)
{
    std::vector<const transition*> rows;
    for (const transition& t : d.transitions)
        if (!t.by_the_engine && t.from == state) rows.push_back(&t);
    const auto is_of_a_row = [&](const command_word& word) {
        return std::any_of(rows.begin(), rows.end(),
                           [&](const transition* t) { return t->command == word.name; });
    };
    std::vector<const command_word*> open;
    for (const command_word& word : d.commands)
        if (is_of_a_row(word)) open.push_back(&word);
    return open;
}

} // namespace workflow
