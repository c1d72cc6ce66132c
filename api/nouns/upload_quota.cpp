// Sums against limits.
#include "api/nouns/upload_quota.hpp"
#include "api/http/config.hpp"
#include "persistence/nouns/uploads.hpp"

namespace api {
namespace {

constexpr std::int64_t megabyte = 1024 * 1024;

workflow::result<void> fits(std::int64_t there, std::int64_t wanted, std::int64_t most,
                            const char* sentence)
{
    if (there + wanted <= most) return {};
    return workflow::refusal{workflow::errc::conflict,
                             {sentence,
                              {{"there", std::to_string((there + megabyte - 1) / megabyte)},
                               {"limit", std::to_string(most / megabyte)}}}};
}

} // namespace

workflow::result<void> require_upload_room(const work& at, const upload_wanted& wanted)
{
    const auto brought = persistence::bytes_brought_since(at.unit, at.who.user.id,
                                                          at.unit.now() - std::chrono::days(1));
    if (auto may = fits(brought, wanted.bytes, upload_bytes_of_user_a_day_max, "uploads_of_user");
        !may)
        return may;
    return fits(persistence::bytes_kept_of(at.unit, wanted.plan), wanted.bytes,
                upload_bytes_of_plan_max, "uploads_of_plan");
}

} // namespace api
