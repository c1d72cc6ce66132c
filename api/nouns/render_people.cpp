// The directory's shapes.
#include "api/nouns/render_people.hpp"
#include "api/nouns/render.hpp"
#include "persistence/nouns/directory.hpp"
#include "workflow/people/directory_rights.hpp"

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

json::object agency_json(persistence::unit_of_work& unit, const workflow::agency& a)
{
    const auto region = persistence::find_region(unit, a.region);
    json::object out{{"id", a.id}, {"version", a.version}};
    out["region"] = {{"code", a.region}, {"name", region ? region->name : std::string()}};
    out["name"] = a.name;
    out["short_name"] = a.short_name;
    out["kind"] = a.kind;
    out["valid_from"] = workflow::iso(a.valid_from);
    out["valid_to"] = date_json(a.valid_to);
    out["successor"] =
        a.successor.empty()
            ? json::value(nullptr)
            : reference_json({a.successor, persistence::agency_name(unit, a.successor)});
    return out;
}

json::object holiday_json(const workflow::holiday& h)
{
    return {{"date", workflow::iso(h.day)}, {"kind", h.kind}, {"name", h.name}};
}

json::object period_json(const workflow::period& p)
{
    return {{"code", p.code},
            {"from", workflow::iso(p.from)},
            {"to", workflow::iso(p.to)},
            {"cut_off", workflow::iso(p.cut_off)},
            {"due", workflow::iso(p.due)},
            {"lock", workflow::iso(p.lock)}};
}

} // namespace api
