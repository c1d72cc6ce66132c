// Exceptions at the rim.
#include "api/http/outage.hpp"
#include "api/http/log.hpp"
#include "api/http/problem.hpp"
#include "api/words/http_errc.hpp"
#include "persistence/sql/outage.hpp"

namespace api {

namespace {

void log_failure(const request& asked, severity how, std::string_view what)
{
    log(how, "request_failed",
        {{"request", asked.id}, {"method", asked.method}, {"path", asked.path()}, {"what", what}});
}

} // namespace

reply answer_to_exception(const request& asked)
{
    const auto locale = preferred_locale(asked);
    try {
        throw;
    } catch (const persistence::disk_full& failure) {
        log_failure(asked, severity::error, failure.what());
        return problem({http_errc::insufficient_storage, {"storage_full"}}, locale);
    } catch (const persistence::overloaded& failure) {
        log_failure(asked, severity::warning, failure.what());
        return problem({http_errc::unavailable, {"service_overloaded"}}, locale);
    } catch (const persistence::outage& failure) {
        log_failure(asked, severity::error, failure.what());
        return problem({http_errc::unavailable, {"service_unavailable"}}, locale);
    } catch (const std::exception& failure) {
        log_failure(asked, severity::error, failure.what());
    } catch (...) {
        log_failure(asked, severity::error, "something that is no std::exception");
    }
    return problem(500, "internal", {"internal_fault", {{"request", asked.id}}}, locale);
}

reply answer_when_overloaded(const request& asked)
{
    return problem({http_errc::unavailable, {"service_overloaded"}}, preferred_locale(asked));
}

} // namespace api
