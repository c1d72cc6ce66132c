// Who submits a report answers its questions.
#include "workflow/step/answering.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/token_rights.hpp"
#include "workflow/things/report.hpp"

namespace workflow {

result<void> may_answer(const std::vector<definition>& catalog, const world& w,
                        const subject& report, const principal& p)
{
    const definition& machine = *machine_of(catalog, "reports");
    const command_word& submit = *machine.command(command_name::submit);
    if (!fits(submit, roles_of(w, report, p)))
        return refusal{errc::forbidden, {"not_permitted"}, who_may(machine, submit, w, report)};
    if (auto closed = outside_scope(p, scope_of(submit)))
        return refusal{errc::forbidden, std::move(*closed), who_may(machine, submit, w, report)};
    if (state_of(w, report, {}) != report_state::compiling)
        return refusal{errc::wrong_state, {"only_a_compiled_report_is_answered"}};
    return {};
}

} // namespace workflow
