// The nouns of the API, in the order in which its description lists them.
#include "api/routes.hpp"
#include "api/agencies.hpp"
#include "api/appointments.hpp"
#include "api/calendar_feed.hpp"
#include "api/commands.hpp"
#include "api/evidence.hpp"
#include "api/holidays.hpp"
#include "api/inbox.hpp"
#include "api/kinds.hpp"
#include "api/messages.hpp"
#include "api/openapi.hpp"
#include "api/overview.hpp"
#include "api/periods.hpp"
#include "api/regions.hpp"
#include "api/reports.hpp"
#include "api/reviews.hpp"
#include "api/sign_in.hpp"
#include "api/targets.hpp"
#include "api/upkeep.hpp"
#include "api/users.hpp"
#include "api/workflows.hpp"

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
