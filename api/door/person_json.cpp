// Written member by member, in the contract's order.
#include "api/door/person_json.hpp"
#include "api/http/json_values.hpp"
#include "workflow/people/directory_rights.hpp"
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace api {

json::object appointment_json(const workflow::appointment& a)
{
    json::object out{{"id", a.id}, {"version", a.version}, {"user", reference_json(a.user)}};
    out["role"] = a.role;
    out["agency"] = reference_json(a.agency);
    out["region"] = {{"code", a.region}, {"name", a.region_name}};
    out["from"] = workflow::iso(a.from);
    out["to"] = date_json(a.to);
    out["acting"] = a.acting;
    return out;
}

json::object user_json(const persistence::account& a, const workflow::principal& reader)
{
    const workflow::user& u = a.user;
    json::array posts;
    for (const auto& post : u.appointments) posts.push_back(appointment_json(post));
    json::object out{{"id", u.id}, {"version", u.version}, {"username", u.username}};
    out["name"] = u.name;
    out["locale"] = u.locale;
    out["region"] = u.region;
    out["appointments"] = std::move(posts);
    if (u.id != reader.user.id && !workflow::keeps_directory_of(reader, u.region)) return out;
    out["email"] = u.addresses.empty() ? json::value(nullptr) : json::value(u.addresses.front());
    out["disabled"] = a.disabled;
    out["activated"] = a.activated;
    out["second_factor"] = a.second_factor;
    return out;
}

std::string session_text(persistence::unit_of_work& unit, const workflow::principal& who,
                         const std::string& csrf)
{
    const auto own = persistence::find_user(unit, who, who.user.id);
    json::object out{{"user", user_json(own.value(), who)}};
    out["csrf_token"] = csrf.empty() ? json::value(nullptr) : json::value(csrf);
    return json::serialize(out);
}

} // namespace api
