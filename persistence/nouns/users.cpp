// The table of users with their addresses.
#include "persistence/nouns/users.hpp"
#include "persistence/nouns/appointment_rows.hpp"
#include "persistence/nouns/calendar_tokens.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/reach.hpp"
#include "persistence/nouns/refusals.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/sessions.hpp"
#include "persistence/nouns/tokens.hpp"
#include "persistence/nouns/told_rows.hpp"
#include "workflow/days/calendar.hpp"

namespace persistence {
namespace {

using workflow::principal;

constexpr region_rows homes{" UNION SELECT id FROM users WHERE region = ",
                            " UNION SELECT id FROM users WHERE region >= "};
constexpr region_rows posts{" UNION SELECT user_id FROM appointments WHERE region = ",
                            " UNION SELECT user_id FROM appointments WHERE region >= "};

// Themselves, and who lives or has a post where they may look.
statement users_seen_by(unit_of_work& unit, const principal& reader)
{
    const auto reach = workflow::reach_in_directory(reader);
    statement select(unit, "SELECT u.id, u.version, u.username, u.name, u.locale, u.region, "
                           "u.disabled, u.password_hash, u.totp_secret FROM ");
    if (!covers_all(reach)) {
        select.add("(SELECT id FROM users WHERE id = ", reader.user.id);
        add_rows_within(select, homes, reach);
        add_rows_within(select, posts, reach);
        select.add(") seen JOIN users u ON u.id = seen.id WHERE u.version > 0");
    } else {
        select.add("users u WHERE u.version > 0");
    }
    return select;
}

account account_of(const soci::row& row)
{
    account out;
    out.user.id = text(row, 0);
    out.user.version = number(row, 1);
    out.user.username = text(row, 2);
    out.user.name = text(row, 3);
    out.user.locale = text(row, 4);
    out.user.region = text(row, 5);
    out.disabled = flag(row, 6);
    out.activated = !text(row, 7).empty();
    out.second_factor = !text(row, 8).empty();
    return out;
}

std::vector<account> read(statement& select)
{
    std::vector<account> out;
    select.each([&](const soci::row& row) { out.push_back(account_of(row)); });
    return out;
}

void complete(unit_of_work& unit, account& a)
{
    a.user.addresses = addresses_of(unit, a.user.id);
    auto select = select_appointments(unit);
    select.add(" AND p.user_id = ", a.user.id).add(" ORDER BY p.from_day, p.id");
    a.user.appointments = read_appointments(select);
}

void write_addresses(unit_of_work& unit, const std::string& user,
                     const std::vector<std::string>& addresses)
{
    statement(unit, "DELETE FROM user_addresses WHERE user_id = :user", {user}).change();
    for (std::size_t place = 0; place < addresses.size(); ++place)
        statement(unit,
                  "INSERT INTO user_addresses(user_id, place, address) "
                  "VALUES (:user, :place, :address)",
                  {user, place, addresses[place]})
            .change_one();
}

void write(unit_of_work& unit, const account& a)
{
    statement(
        unit,
        "UPDATE users SET version = version + 1, name = :name, locale = :locale, "
        "region = :region, disabled = :disabled WHERE id = :id AND version = :version",
        {a.user.name, a.user.locale, a.user.region, a.disabled ? 1 : 0, a.user.id, a.user.version})
        .change_one();
}

void apply(unit_of_work& unit, account& to, const workflow::user_changes& changes)
{
    if (changes.name) to.user.name = *changes.name;
    if (changes.locale) to.user.locale = *changes.locale;
    if (changes.region) to.user.region = *changes.region;
    if (changes.disabled) to.disabled = *changes.disabled;
    if (changes.of_the_account()) end_activation_of(unit, to.user.id);
    write(unit, to);
    if (changes.addresses) write_addresses(unit, to.user.id, *changes.addresses);
    if (!to.disabled) return;
    end_sessions_of(unit, to.user.id);
    end_tokens_of(unit, to.user.id);
    end_calendar_token_of(unit, to.user.id);
}

// Whoever moves somebody must keep both ends.
workflow::result<void> require_right(unit_of_work& unit, const principal& who, const account& a,
                                     const workflow::user_changes& changes)
{
    if (a.user.id == who.user.id && !changes.of_the_account()) return {};
    if (const auto may = require_keeper_of(unit, who, a.user); !may) return may;
    if (!changes.region) return {};
    if (!find_region(unit, *changes.region)) return invalid({{"/region", {"unknown_region"}}});
    return workflow::require_keeper(who, *changes.region);
}

} // namespace

void insert_user(unit_of_work& unit, const workflow::new_user& u)
{
    statement(unit,
              "INSERT INTO users(id, version, username, name, locale, region, password_hash, "
              "activation_hash, activation_until, disabled, totp_secret, totp_last_step) "
              "VALUES (:id, 1, :username, :name, :locale, :region, '', :hash, :until, 0, '', 0)",
              {u.id, workflow::lower_case(u.username), u.name, u.locale, u.region,
               u.activation_hash, u.activation_until})
        .change_one();
    write_addresses(unit, u.id, u.addresses);
}

workflow::result<account> create_user(unit_of_work& unit, const principal& who,
                                      const workflow::new_user& form)
{
    if (!find_region(unit, form.region)) return invalid({{"/region", {"unknown_region"}}});
    if (const auto may = workflow::require_keeper(who, form.region); !may) return may.error();
    if (auto faults = workflow::faults_of(form); !faults.empty()) return invalid(std::move(faults));
    if (one_text({unit,
                  "SELECT id FROM users WHERE username = :username",
                  {workflow::lower_case(form.username)}}))
        return conflict("username_taken");
    insert_user(unit, form);
    return find_user(unit, who, form.id);
}

workflow::result<void> require_keeper_of(unit_of_work& unit, const principal& who,
                                         const workflow::user& of)
{
    return workflow::require_keeper_of(who, of, [&](const std::string& code) {
        const auto region = find_region(unit, code);
        const workflow::calendar days =
            region ? workflow::calendar({}, region->zone) : workflow::calendar();
        return days.today(unit.now());
    });
}

void hold_account(unit_of_work& unit, const std::string& id)
{
    statement hold(unit, "SELECT id FROM users WHERE id = :id", {id});
    hold.hold_rows().each([](const soci::row&) {});
}

workflow::result<account> find_user(unit_of_work& unit, const principal& reader,
                                    const std::string& id)
{
    auto select = users_seen_by(unit, reader);
    select.add(" AND u.id = ", id);
    auto found = read(select);
    if (found.empty()) return not_found();
    complete(unit, found.front());
    return std::move(found.front());
}

workflow::result<account> change_user(unit_of_work& unit, const principal& who,
                                      const std::string& id, const workflow::user_changes& changes,
                                      std::int64_t version)
{
    hold_account(unit, id);
    auto found = find_user(unit, who, id);
    if (!found) return found;
    if (const auto may = require_right(unit, who, *found, changes); !may) return may.error();
    if (auto faults = workflow::faults_of(changes); !faults.empty())
        return invalid(std::move(faults));
    if (found->user.version != version) return stale();
    apply(unit, *found, changes);
    return find_user(unit, who, id);
}

workflow::result<page<account>> list_users(unit_of_work& unit, const principal& reader,
                                           const user_filter& asked, const page_request& wanted)
{
    const auto key = key_of(wanted, 1);
    if (!key) return key.error();
    auto select = users_seen_by(unit, reader);
    if (!asked.region.empty()) select.add(" AND u.region = ", asked.region);
    select.add(" AND u.username > ", (*key)[0])
        .add(" ORDER BY u.username LIMIT ", wanted.limit + 1);
    auto out = cut(read(select), wanted.limit,
                   [](const account& a) { return std::vector{a.user.username}; });
    for (auto& one : out.items) complete(unit, one);
    return out;
}

} // namespace persistence
