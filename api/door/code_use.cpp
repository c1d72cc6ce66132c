// Checked and used up in one transaction.
#include "api/door/code_use.hpp"
#include "api/door/second_factor.hpp"
#include "api/door/security_log.hpp"

namespace api {

bool takes_code(const context& here, const request& asked, const persistence::credentials& known,
                const std::string& code)
{
    using persistence::step_use;
    auto use = step_use::refused;
    here.database.write([&](persistence::unit_of_work& unit) {
        use = step_use::refused;
        if (const auto step = fitting_step(known.totp_secret, code, unit.now(), 0))
            use = persistence::use_totp_step(unit, known.user, *step, furthest_step(unit.now()));
        if (use == step_use::taken_after_wrong_clock)
            record_security(unit, origin_of(asked, known.user), {"second_factor_step_ahead"});
    });
    if (use == step_use::taken_after_wrong_clock) write_security_log(here);
    return use != step_use::refused;
}

} // namespace api
