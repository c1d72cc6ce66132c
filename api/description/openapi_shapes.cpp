// One row an operation of what has no machine. A route without a row makes a test fail.
#include "api/description/operation_shape.hpp"

namespace api {

std::span<const operation_shape> operation_shapes()
{
    // clang-format off
    constexpr auto sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                            "|text/csv|application/octet-stream";
    constexpr auto exports = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                             "|text/csv|application/json:matrix_file";
    constexpr auto files = "application/pdf|image/png|image/jpeg"
                           "|application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                           "|application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                           "|text/csv|application/octet-stream";
    static constexpr operation_shape rows[]{
        // who is asking
        {"POST",   "/api/v1/session",                    201, "session", "sign_in"},
        {"GET",    "/api/v1/session",                    200, "session"},
        {"DELETE", "/api/v1/session",                    204},
        {"POST",   "/api/v1/session/step-up",            200, "session", "step_up"},
        {"POST",   "/api/v1/session/password",           200, "session", "password_change"},
        {"POST",   "/api/v1/activation",                 200, "activated", "activation"},
        // what waits
        {"GET",    "/api/v1/inbox",                      200, "inbox_item", "", true},
        // what belongs to a plan
        {"POST",   "/api/v1/plans/{id}/amendments",      201, "plan", "empty"},
        {"GET",    "/api/v1/plans/{id}/revisions",       200, "revision", "", true},
        {"GET",    "/api/v1/plans/{id}/diff",            200, "differences"},
        {"GET",    "/api/v1/plans/{id}/actions",         200, "action", "", true},
        {"POST",   "/api/v1/plans/{id}/actions",         201, "action", "action_fields"},
        {"GET",    "/api/v1/actions/{id}",               200, "action"},
        {"PATCH",  "/api/v1/actions/{id}",               200, "action", "action_fields"},
        {"DELETE", "/api/v1/actions/{id}",               204},
        {"POST",   "/api/v1/plans/{id}/import",          200, "import_result", sheets, false, "import_refused"},
        {"GET",    "/api/v1/plans/{id}/export",          200, exports},
        {"GET",    "/api/v1/plans/{id}/documents",       200, "document", "", true},
        {"POST",   "/api/v1/plans/{id}/documents",       201, "document", "document_upload"},
        {"GET",    "/api/v1/documents/{id}",             200, "document"},
        {"GET",    "/api/v1/documents/{id}/content",     200, files},
        // what belongs to a target
        {"GET",    "/api/v1/targets/{id}/evidence",      200, "evidence", "", true},
        {"POST",   "/api/v1/targets/{id}/evidence",      201, "evidence", "evidence_upload"},
        {"GET",    "/api/v1/evidence/{id}",              200, "evidence"},
        {"DELETE", "/api/v1/evidence/{id}",              204},
        {"GET",    "/api/v1/evidence/{id}/content",      200, files},
        // comments
        {"GET",    "/api/v1/plans/{id}/comments",        200, "comment", "", true},
        {"POST",   "/api/v1/plans/{id}/comments",        201, "comment", "comment_new"},
        {"GET",    "/api/v1/actions/{id}/comments",      200, "comment", "", true},
        {"POST",   "/api/v1/actions/{id}/comments",      201, "comment", "comment_new"},
        {"GET",    "/api/v1/targets/{id}/comments",      200, "comment", "", true},
        {"POST",   "/api/v1/targets/{id}/comments",      201, "comment", "comment_new"},
        // overview
        {"GET",    "/api/v1/overview",                   200, "overview_row", "", true},
        // what happened
        {"GET",    "/api/v1/events",                     200, "followed_events"},
        // notices
        {"GET",    "/api/v1/messages",                   200, "message", "", true},
        {"POST",   "/api/v1/messages/{id}/commands/send_again", 200, "message", "empty"},
        {"GET",    "/api/v1/rehearsal",                  200, "rehearsal"},
        {"GET",    "/api/v1/calendar.ics",               200, "text/calendar"},
        {"GET",    "/api/v1/me/calendar",                200, "calendar"},
        {"POST",   "/api/v1/me/calendar",                201, "calendar", "empty"},
        {"DELETE", "/api/v1/me/calendar",                204},
        // tokens
        {"GET",    "/api/v1/tokens",                     200, "token", "", true},
        {"POST",   "/api/v1/tokens",                     201, "token", "token_new"},
        {"GET",    "/api/v1/tokens/{id}",                200, "token"},
        {"DELETE", "/api/v1/tokens/{id}",                204},
        // directory
        {"GET",    "/api/v1/regions",                    200, "region", "", true},
        {"GET",    "/api/v1/agencies",                   200, "agency", "", true},
        {"POST",   "/api/v1/agencies",                   201, "agency", "agency_new"},
        {"GET",    "/api/v1/agencies/{id}",              200, "agency"},
        {"PATCH",  "/api/v1/agencies/{id}",              200, "agency", "agency_change"},
        {"GET",    "/api/v1/users",                      200, "user", "", true},
        {"POST",   "/api/v1/users",                      201, "new_user", "user_new"},
        {"GET",    "/api/v1/users/{id}",                 200, "user"},
        {"PATCH",  "/api/v1/users/{id}",                 200, "user", "user_change"},
        {"POST",   "/api/v1/users/{id}/activation",      201, "activation_made", "empty"},
        {"GET",    "/api/v1/appointments",               200, "appointment", "", true},
        {"POST",   "/api/v1/appointments",               201, "appointment", "appointment_new"},
        {"GET",    "/api/v1/appointments/{id}",          200, "appointment"},
        {"DELETE", "/api/v1/appointments/{id}",          204},
        {"GET",    "/api/v1/holidays",                   200, "holidays"},
        {"PUT",    "/api/v1/holidays",                   200, "holidays", "holidays_new"},
        {"GET",    "/api/v1/periods",                    200, "periods"},
        {"PUT",    "/api/v1/periods",                    200, "periods", "periods_new"},
        {"GET",    "/api/v1/upkeep",                     200, "upkeep"},
        // definitions
        {"GET",    "/api/v1/workflows",                  200, "workflow_item", "", true},
        {"GET",    "/api/v1/workflows/{name}",           200, "workflow"},
        {"GET",    "/api/v1/workflows/{name}/diagram.svg", 200, "image/svg+xml"},
        {"GET",    "/api/v1/kinds",                      200, "kind", "", true},
        {"GET",    "/api/v1/kinds/schema.json",            200, "application/schema+json"},
        {"GET",    "/api/v1/openapi.json",               200, "openapi"},
    };
    // clang-format on
    return rows;
}

} // namespace api
