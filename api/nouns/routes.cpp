// The nouns of the API, in the order in which its description lists them.
#include "api/nouns/routes.hpp"
#include "api/description/openapi.hpp"
#include "api/door/sign_in.hpp"
#include "api/nouns/agencies.hpp"
#include "api/nouns/appointments.hpp"
#include "api/nouns/calendar_feed.hpp"
#include "api/nouns/commands.hpp"
#include "api/nouns/evidence.hpp"
#include "api/nouns/holidays.hpp"
#include "api/nouns/inbox.hpp"
#include "api/nouns/kinds.hpp"
#include "api/nouns/messages.hpp"
#include "api/nouns/overview.hpp"
#include "api/nouns/periods.hpp"
#include "api/nouns/regions.hpp"
#include "api/nouns/reports.hpp"
#include "api/nouns/reviews.hpp"
#include "api/nouns/targets.hpp"
#include "api/nouns/upkeep.hpp"
#include "api/nouns/users.hpp"
#include "api/nouns/workflows.hpp"

namespace api {

std::vector<route> all_routes(const context& here)
{
    using noun = std::vector<route> (*)(const context&);
    // clang-format off
    static constexpr noun nouns[]{
        [](const context& c) { return sign_in_routes(c); },
        inbox_routes,
        plan_routes,
        revision_routes,
        matrix_file_routes,
        document_routes,
        action_routes,
        review_routes,
        approval_routes,
        target_routes,
        evidence_routes,
        comment_routes,
        report_routes,
        overview_routes,
        message_routes,
        calendar_routes,
        command_routes,
        region_routes,
        agency_routes,
        user_routes,
        appointment_routes,
        holiday_routes,
        period_routes,
        upkeep_routes,
        workflow_routes,
        kind_routes,
    };
    // clang-format on
    std::vector<route> routes;
    for (const noun& of : nouns)
        for (route& each : of(here)) routes.push_back(std::move(each));
    for (route& each : openapi_routes(routes)) routes.push_back(std::move(each));
    return routes;
}

} // namespace api
