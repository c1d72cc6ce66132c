// The list of nouns with their sentences, what most of them say, and whether tables and
// descriptions agree.
#include "workflow/things/thing.hpp"
#include <algorithm>
#include <stdexcept>

namespace workflow {

const std::vector<const thing*>& things()
{
    static const auto made = answers<described_as>();
    static const std::vector<const thing*> all(made.begin(), made.end());
    return all;
}

std::vector<std::span<const wording>> sentences_of::nouns()
{
    const auto made = answers<words_of>();
    return {made.begin(), made.end()};
}

bool is_described(std::string_view resource)
{
    return std::any_of(things().begin(), things().end(),
                       [&](const thing* t) { return t->resource == resource; });
}

const thing& thing_of(std::string_view resource)
{
    for (const thing* t : things())
        if (t->resource == resource) return *t;
    throw std::logic_error("nobody has described '" + std::string(resource) + "'");
}

const item* find_item(const world& w, const machine_ref& m)
{
    return thing_of(m.resource).find(const_cast<world&>(w), m);
}

const item& item_in(const world& w, const machine_ref& m)
{
    if (const item* x = find_item(w, m)) return *x;
    throw std::logic_error("no such thing in this world: " + m.id);
}

std::int64_t version_of(const world& w, const machine_ref& m)
{
    return thing_of(m.resource).version(const_cast<world&>(w), const_cast<item&>(item_in(w, m)));
}

namespace {

bool has_effect(const thing& t, std::string_view name)
{
    return std::any_of(t.effects.begin(), t.effects.end(), [&](const effect_row& row) {
        return row.name == name && row.apply && row.replayed;
    });
}

bool has_telling(const thing& t, std::string_view name)
{
    return std::any_of(t.tellings.begin(), t.tellings.end(), [&](const telling& row) {
        return row.notice == name && !row.to.empty() && !row.holds_in.empty();
    });
}

// The names that others use are the table's, no more and no less.
void check_names(std::vector<std::string>& faults, const definition& d, const thing& t)
{
    const auto has = [](const auto& list, std::string_view name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    for (std::string_view state : t.states)
        if (!has(d.states, state))
            faults.push_back(std::string(d.name) + " does not know the state '" +
                             std::string(state) + "'");
    for (std::string_view state : d.states)
        if (!has(t.states, state))
            faults.push_back("nobody has named the state '" + std::string(state) + "' of " +
                             std::string(d.name));
}

void check_states(std::vector<std::string>& faults, const definition& d, const thing& t)
{
    for (const telling& row : t.tellings)
        for (std::string_view state : row.holds_in)
            if (std::find(d.states.begin(), d.states.end(), state) == d.states.end())
                faults.push_back(std::string(row.notice) + " holds in '" + std::string(state) +
                                 "', which " + std::string(d.name) + " does not know");
    for (std::string_view command : t.giving_back)
        if (!d.command(command))
            faults.push_back(std::string(d.name) + " has no command '" + std::string(command) +
                             "' that gives back");
}

void check_rows(std::vector<std::string>& faults, const definition& d, const thing& t)
{
    for (const transition& row : d.transitions) {
        const std::string where = std::string(d.name) + ", " + std::string(row.command) + ": ";
        std::vector<std::string_view> effects = row.effects;
        if (!row.begins.empty()) effects.push_back(row.begins);
        for (std::string_view name : effects)
            if (!has_effect(t, name))
                faults.push_back(where + "no effect '" + std::string(name) +
                                 "' with its twin in the history");
        for (std::string_view name : row.notices)
            if (!has_telling(t, name))
                faults.push_back(where + "nobody is told '" + std::string(name) + "'");
    }
}

} // namespace

std::vector<std::string> faults_of(const std::vector<definition>& catalog)
{
    std::vector<std::string> faults;
    for (const definition& d : catalog) {
        if (!is_described(d.resource)) {
            faults.push_back("nobody has described '" + std::string(d.resource) + "'");
            continue;
        }
        check_rows(faults, d, thing_of(d.resource));
        check_names(faults, d, thing_of(d.resource));
        check_states(faults, d, thing_of(d.resource));
    }
    for (const thing* t : things())
        if (std::none_of(catalog.begin(), catalog.end(),
                         [&](const definition& d) { return d.resource == t->resource; }))
            faults.push_back("no table runs on '" + std::string(t->resource) + "'");
    return faults;
}

void require_described(const std::vector<definition>& catalog)
{
    std::string told;
    for (const std::string& fault : faults_of(catalog)) told += (told.empty() ? "" : "; ") + fault;
    if (!told.empty()) throw std::logic_error(told);
}

std::int64_t& own_version(world&, item& x)
{
    return x.version;
}

void no_check(std::vector<field_error>&, const world&, const item&, const command_given&) {}

void keep_reason(item& x, const command_body& body)
{
    x.reason = body.reason;
}

void keep_nothing(item&, const command_body&) {}

void describe_nothing(event&, const world&, const machine_ref&, const command_body*) {}

void settle_nothing(world&, const std::string&, std::string_view) {}

int first_round(const item&)
{
    return 1;
}

std::optional<date> own_due(const world&, const item& x)
{
    return x.due;
}

instant own_since(const world&, const item& x)
{
    return x.since;
}

bilingual plan_title(const world& w, const item&)
{
    return w.head.title;
}

std::optional<std::string> made_by_the_engine(const played::history&, const event& e)
{
    if (!e.by.id.empty()) return "made by a person";
    return std::nullopt;
}

std::optional<std::string> nothing_wrong(played::history&, const event&)
{
    return std::nullopt;
}

date some_days_from(const world& w, instant since)
{
    return w.days.add_working_days(w.days.today(std::min(since, w.now)),
                                   w.rules.return_working_days);
}

std::string_view revised(bool has_come_back, std::string_view matter)
{
    return has_come_back ? "revise" : matter;
}

} // namespace workflow
