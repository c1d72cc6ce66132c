// The nouns of the API, in the order in which its description lists them. Those with a machine
// answer for themselves.
#include "api/nouns/routes.hpp"
#include "api/door/sign_in.hpp"
#include "api/http/whole_list.hpp"
#include "api/nouns/agencies.hpp"
#include "api/nouns/appointments.hpp"
#include "api/nouns/calendar_feed.hpp"
#include "api/nouns/closed_lists.hpp"
#include "api/nouns/commands.hpp"
#include "api/nouns/events.hpp"
#include "api/nouns/evidence.hpp"
#include "api/nouns/holidays.hpp"
#include "api/nouns/inbox.hpp"
#include "api/nouns/kinds.hpp"
#include "api/nouns/messages.hpp"
#include "api/nouns/noun.hpp"
#include "api/nouns/overview.hpp"
#include "api/nouns/periods.hpp"
#include "api/nouns/regions.hpp"
#include "api/nouns/tokens.hpp"
#include "api/nouns/upkeep.hpp"
#include "api/nouns/users.hpp"
#include "api/nouns/workflows.hpp"

namespace api {
namespace {

std::vector<route> routes_of_machines(const context& here)
{
    std::vector<route> out;
    for (const noun* each : workflow::answers<shown_as>())
        for (route& r : each->routes(here)) out.push_back(std::move(r));
    return out;
}

// A list can be asked for as a whole too.
route also_whole(route each, const context& here)
{
    const operation_shape* shape = shape_of(each, all_shapes());
    return shape && shape->list ? with_whole_list(std::move(each), here.data) : each;
}

} // namespace

std::vector<route> all_routes(const context& here)
{
    using routes_of = std::vector<route> (*)(const context&);
    // clang-format off
    static constexpr routes_of nouns[]{
        [](const context& c) { return sign_in_routes(c); },
        inbox_routes,
        routes_of_machines,
        revision_routes,
        matrix_file_routes,
        document_routes,
        action_routes,
        evidence_routes,
        comment_routes,
        overview_routes,
        event_routes,
        message_routes,
        calendar_routes,
        token_routes,
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
    for (const routes_of& of : nouns)
        for (route& each : of(here)) routes.push_back(also_whole(std::move(each), here));
    for (route& each : openapi_routes(routes, all_shapes(), closed_lists(here)))
        routes.push_back(std::move(each));
    return routes;
}

const api_shapes& all_shapes()
{
    static const api_shapes all = [] {
        api_shapes out = command_shapes();
        const auto add = [&](std::span<const operation_shape> some) {
            out.operations.insert(out.operations.end(), some.begin(), some.end());
        };
        for (const noun* each : workflow::answers<shown_as>()) add(each->operations);
        add(operation_shapes());
        return out;
    }();
    return all;
}

} // namespace api
