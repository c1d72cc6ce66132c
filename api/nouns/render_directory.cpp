// Shapes of what holds for many people.
#include "api/nouns/render_directory.hpp"
#include "api/http/json_values.hpp"
#include "persistence/nouns/directory.hpp"
#include "workflow/kinds/kind_words.hpp"

namespace api {

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

json::object period_json(const workflow::kind& rules, int first_year, const workflow::period& p,
                         const std::string& locale)
{
    return {{"code", p.code},
            {"title", workflow::period_title(rules, p.code, first_year).in(locale)},
            {"from", workflow::iso(p.from)},
            {"to", workflow::iso(p.to)},
            {"cut_off", workflow::iso(p.cut_off)},
            {"due", workflow::iso(p.due)},
            {"lock", workflow::iso(p.lock)}};
}

} // namespace api
