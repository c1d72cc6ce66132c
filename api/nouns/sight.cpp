// One question per resource.
#include "api/nouns/sight.hpp"
#include "api/nouns/worlds.hpp"
#include "persistence/nouns/ledger.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/reviews.hpp"
#include "persistence/nouns/targets.hpp"

namespace api {
namespace {

using workflow::refusal;
using workflow::result;

template <class Found> result<void> only_whether(const Found& found)
{
    if (!found) return found.error();
    return {};
}

} // namespace

result<void> seen(const work& at, const workflow::subject& s)
{
    persistence::unit_of_work& unit = at.unit;
    if (s.resource == "plans") return only_whether(persistence::find_plan(unit, at.who, s.id));
    if (s.resource == "reviews") return only_whether(persistence::find_review(unit, at.who, s.id));
    if (s.resource == "approvals")
        return only_whether(persistence::find_approval(unit, at.who, s.id));
    if (s.resource == "targets") return only_whether(persistence::find_target(unit, at.who, s.id));
    if (s.resource == "reports") return only_whether(persistence::find_report(unit, at.who, s.id));
    if (s.resource == "messages")
        return only_whether(persistence::find_message(unit, at.who, s.id));
    if (s.resource == "evidence") {
        plan_worlds worlds(at, evidence_parts);
        return only_whether(readable_evidence(at, worlds, s.id));
    }
    return refusal{workflow::errc::not_found, {"not_found"}};
}

sight sight_of(const context& here, std::string_view resource)
{
    return [&here, resource = std::string(resource)](const call& asked) -> std::optional<refusal> {
        const auto answer = look(here, asked, [&](const work& at) -> result<reply> {
            if (auto sees = seen(at, {resource, asked.id()}); !sees) return sees.error();
            return reply{};
        });
        if (!answer) return answer.error();
        return std::nullopt;
    };
}

refusal fault_or_not_found(const sight& visible, const call& asked, refusal fault)
{
    if (auto hidden = visible(asked)) return *hidden;
    return fault;
}

} // namespace api
