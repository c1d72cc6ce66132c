// Evidence by its rules: a file is shown outside once the round that holds it was reported.
#include "workflow/step/evidence_rules.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/token_rights.hpp"
#include "workflow/things/command.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>

namespace workflow {
namespace {

bool is_reported(std::string_view state)
{
    return state == target_state::reported || state == target_state::endorsed ||
           state == target_state::signed_off;
}

bool holds(const std::vector<evidence>& files, const std::string& id)
{
    return std::any_of(files.begin(), files.end(), [&](const evidence& e) { return e.id == id; });
}

bool was_reported(const target& t, const evidence& e, const std::vector<closed_round>& former)
{
    if (is_reported(t.state) && holds(t.evidence, e.id)) return true;
    return std::any_of(former.begin(), former.end(), [&](const closed_round& r) {
        return is_reported(r.state) && holds(r.evidence, e.id);
    });
}

bool report_was_submitted(const world& w, const target& t)
{
    return std::any_of(w.reports.begin(), w.reports.end(), [&](const report& r) {
        return r.period == t.period && !r.included_digest.empty();
    });
}

} // namespace

result<void> may_fill_in(const std::vector<definition>& catalog, const world& w,
                         const subject& target, const principal& p)
{
    const definition& machine = *machine_of(catalog, "targets");
    const command_word& report = *machine.command(command_name::report); // given by the same people
    if (!fits(report, roles_of(w, target, p)))
        return refusal{errc::forbidden, {"not_permitted"}, who_may(machine, report, w, target)};
    if (auto closed = outside_scope(p, scope_of(report)))
        return refusal{errc::forbidden, std::move(*closed), who_may(machine, report, w, target)};
    if (state_of(w, target, {}) != target_state::open)
        return refusal{errc::wrong_state, {"only_open_targets_are_edited"}};
    return {};
}

bool may_read(const evidence_reader& by, const world& w, const target& t, const evidence& e,
              const std::vector<closed_round>& former)
{
    if (by.keeps) return true;
    if (by.receives && report_was_submitted(w, t)) return true;
    return by.watches && e.classification == classification::ordinary && was_reported(t, e, former);
}

} // namespace workflow
