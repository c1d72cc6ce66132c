// The table of appointments.
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/appointment_rows.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/reach.hpp"
#include "persistence/nouns/refusals.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/users.hpp"
#include "persistence/sql/days.hpp"

namespace persistence {
namespace {

using workflow::appointment;
using workflow::principal;

constexpr region_rows posts{" UNION SELECT id FROM appointments WHERE region = ",
                            " UNION SELECT id FROM appointments WHERE region >= "};

// Their own, and those of where they may look.
statement appointments_seen_by(unit_of_work& unit, const principal& reader)
{
    const auto reach = workflow::reach_in_directory(reader);
    if (covers_all(reach)) return select_appointments(unit);
    return select_appointments(unit, [&](statement& select) {
        select.add("(SELECT id FROM appointments WHERE user_id = ", reader.user.id);
        add_rows_within(select, posts, reach);
        select.add(") seen JOIN appointments p ON p.id = seen.id");
    });
}

std::string region_of(unit_of_work& unit, const workflow::new_appointment& form)
{
    if (form.agency.empty()) return form.region;
    const auto agency = find_agency(unit, form.agency);
    return agency ? agency->region : std::string();
}

// What the form names but the database, or the one who asks, does not know.
std::vector<workflow::field_error> unknown_in(unit_of_work& unit, const principal& who,
                                              const workflow::new_appointment& form)
{
    std::vector<workflow::field_error> out;
    if (!form.agency.empty() && !find_agency(unit, form.agency))
        out.push_back({"/agency", {"unknown_agency"}});
    if (form.agency.empty() && !form.region.empty() && !find_region(unit, form.region))
        out.push_back({"/region", {"unknown_region"}});
    if (!find_user(unit, who, form.user)) out.push_back({"/user", {"unknown_user"}});
    return out;
}

} // namespace

void insert_appointment(unit_of_work& unit, const workflow::new_appointment& a)
{
    end_activation_of(unit, a.user);
    statement(
        unit,
        "INSERT INTO appointments(id, version, user_id, role, agency, region, from_day, "
        "to_day, acting) VALUES (:id, 1, :user, :role, :agency, :region, :from, :to, :acting)",
        {a.id, a.user, a.role, a.agency, region_of(unit, a), a.from, text_of(a.to),
         a.acting ? 1 : 0})
        .change_one();
}

workflow::result<appointment> create_appointment(unit_of_work& unit, const principal& who,
                                                 const workflow::new_appointment& form,
                                                 const workflow::role_table& roles)
{
    // Who keeps no directory is told so before all else, and nobody is sent to a region that is
    // none.
    const auto region = region_of(unit, form);
    const bool is_known = find_region(unit, region).has_value();
    const bool keeps_any = !workflow::reach_in_directory(who).trees.empty();
    if (is_known || !keeps_any)
        if (const auto may =
                workflow::require_keeper(who, is_known ? region : std::string(workflow::nation));
            !may)
            return may.error();
    auto faults = workflow::faults_of(form, roles);
    for (auto& one : unknown_in(unit, who, form)) faults.push_back(std::move(one));
    if (!faults.empty()) return invalid(std::move(faults));
    insert_appointment(unit, form);
    return find_appointment(unit, who, form.id);
}

workflow::result<appointment> end_appointment(unit_of_work& unit, const principal& who,
                                              const std::string& id, std::int64_t version,
                                              workflow::date today)
{
    const auto found = find_appointment(unit, who, id);
    if (!found) return found;
    if (const auto may = workflow::require_keeper(who, found->region); !may) return may.error();
    if (found->to && *found->to < today)
        return workflow::refusal{.code = workflow::errc::guard, .reason = {"appointment_is_over"}};
    if (found->version != version) return stale();
    end_activation_of(unit, found->user.id);
    statement(unit,
              "UPDATE appointments SET version = version + 1, to_day = :today "
              "WHERE id = :id AND version = :version",
              {today, id, version})
        .change_one();
    return find_appointment(unit, who, id);
}

workflow::result<appointment> find_appointment(unit_of_work& unit, const principal& reader,
                                               const std::string& id)
{
    auto select = appointments_seen_by(unit, reader);
    select.add(" AND p.id = ", id);
    auto found = read_appointments(select);
    if (found.empty()) return not_found();
    return std::move(found.front());
}

workflow::result<page<appointment>> list_appointments(unit_of_work& unit, const principal& reader,
                                                      const appointment_filter& asked,
                                                      const page_request& wanted)
{
    const auto key = key_of(wanted, 2);
    if (!key) return key.error();
    auto select = appointments_seen_by(unit, reader);
    if (!asked.user.empty()) select.add(" AND p.user_id = ", asked.user);
    if (!asked.agency.empty()) select.add(" AND p.agency = ", asked.agency);
    if (!asked.region.empty()) select.add(" AND p.region = ", asked.region);
    if (asked.day) add_holds_on(select, *asked.day);
    select.add(" AND (p.region > ", (*key)[0]).add(" OR (p.region = ", (*key)[0]);
    select.add(" AND p.id > ", (*key)[1]).add("))");
    select.add(" ORDER BY p.region, p.id LIMIT ", wanted.limit + 1);
    return cut(read_appointments(select), wanted.limit, [](const appointment& a) {
        return std::vector{a.region, a.id};
    });
}

} // namespace persistence
