// rampung user: the first administrator, and a new code for somebody who is locked out. Passwords
// are chosen by their owners with the code that is printed here, never given on a command line.
#include "api/door/rights.hpp"
#include "api/door/second_factor.hpp"
#include "api/http/secret.hpp"
#include "api/verbs/verb_database.hpp"
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/users.hpp"
#include "workflow/things/sha256.hpp"
#include <iostream>

namespace api {
namespace {

using persistence::unit_of_work;

constexpr std::chrono::days activation_lasts{7};

workflow::new_appointment post_of(unit_of_work& unit, const workflow::new_user& form)
{
    return {.id = random_id(),
            .user = form.id,
            .role = std::string(workflow::role::administrator),
            .agency = {},
            .region = form.region,
            .from = today_in(unit, form.region),
            .to = {},
            .acting = false};
}

// The first thing that is wrong with the form, as operators read it.
std::string fault_in(unit_of_work& unit, const workflow::new_user& form)
{
    auto faults = workflow::faults_of(form);
    for (auto& each : workflow::faults_of(post_of(unit, form), workflow::own_roles()))
        faults.push_back(std::move(each));
    if (!faults.empty())
        return "expected " + faults.front().pointer.substr(1) +
               " in the form that the documentation gives, found another (" +
               faults.front().detail.key + "); correct it";
    if (!persistence::find_region(unit, form.region))
        return "expected the code of a region (00 for the nation, 62, 62.71), found " +
               form.region + "; correct --region";
    if (persistence::find_credentials(unit, form.username))
        return "expected a new username, found " + form.username +
               " in use; choose another, or use `rampung user reset`";
    return {};
}

// The code comes last: a post ends the one that was there before.
void add(unit_of_work& unit, const workflow::new_user& form)
{
    persistence::insert_user(unit, form);
    persistence::insert_appointment(unit, post_of(unit, form));
    persistence::set_activation(unit, form.id, form.activation_hash, form.activation_until);
}

std::string user_of(unit_of_work& unit, const std::string& username)
{
    if (const auto known = persistence::find_credentials(unit, username)) return known->user;
    throw verb_refused("expected the username of an account, found none named " + username +
                       "; check --username");
}

int tell_code(const std::string& username, const std::string& code)
{
    std::cout << "username: " << username << "\nactivation code: " << code
              << "\nIt works once, within " << activation_lasts.count()
              << " days: POST /api/v1/activation, or the page of that name.\n";
    return done;
}

} // namespace

int add_administrator(const database_at& database, const new_administrator& who)
{
    return with_database(database, schema::required, [&](persistence::database& store) {
        const std::string code = random_id();
        std::string fault;
        store.write([&](unit_of_work& unit) {
            const workflow::new_user form{.id = random_id(),
                                          .username = who.username,
                                          .name = who.name,
                                          .region = who.region,
                                          .addresses = {},
                                          .activation_hash = workflow::sha256_hex(code),
                                          .activation_until = unit.now() + activation_lasts};
            fault = fault_in(unit, form);
            if (!fault.empty()) return;
            add(unit, form);
            record_verb(unit, "user_created",
                        {{"user", form.id},
                         {"username", workflow::lower_case(form.username)},
                         {"role", workflow::role::administrator},
                         {"region", form.region}});
        });
        if (!fault.empty()) throw verb_refused(fault);
        return tell_code(workflow::lower_case(who.username), code);
    });
}

int reset_user(const database_at& database, const std::string& username)
{
    return with_database(database, schema::required, [&](persistence::database& store) {
        const std::string code = random_id();
        store.write([&](unit_of_work& unit) {
            const std::string user = user_of(unit, username);
            persistence::set_totp_secret(unit, user, {});
            persistence::set_activation(unit, user, workflow::sha256_hex(code),
                                        unit.now() + activation_lasts);
            record_verb(unit, "user_reset", {{"user", user}});
        });
        return tell_code(username, code);
    });
}

int set_second_factor(const database_at& database, const std::string& username)
{
    return with_database(database, schema::required, [&](persistence::database& store) {
        const std::string secret = new_factor_secret();
        store.write([&](unit_of_work& unit) {
            const std::string user = user_of(unit, username);
            persistence::set_totp_secret(unit, user, secret);
            record_verb(unit, "second_factor_set", {{"user", user}});
        });
        std::cout << "secret: " << secret
                  << "\naddress: otpauth://totp/Rampung:" << workflow::lower_case(username)
                  << "?secret=" << secret
                  << "&issuer=Rampung\nGive it to an authenticator app, by hand or as a QR code.\n";
        return done;
    });
}

} // namespace api
