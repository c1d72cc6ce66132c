// Posts around a region.
#include "persistence/nouns/directory.hpp"
#include "persistence/nouns/appointment_rows.hpp"
#include <algorithm>
#include <tuple>

namespace persistence {

namespace {

constexpr fixed_text post_columns("SELECT p.id, p.version, p.user_id, u.name, p.role, p.agency, "
                                  "COALESCE(g.name, ''), p.region, '', p.from_day, p.to_day, "
                                  "p.acting FROM appointments p JOIN users u ON u.id = p.user_id "
                                  "LEFT JOIN agencies g ON g.id = p.agency WHERE p.version > 0");

void sort_by_holder(std::vector<workflow::appointment>& posts)
{
    std::sort(posts.begin(), posts.end(), [](const auto& a, const auto& b) {
        return std::tie(a.user.name, a.id) < std::tie(b.user.name, b.id);
    });
}

// Read with every decision, some seventy of a province: nothing is joined that nobody asks for.
std::vector<workflow::appointment> read_posts(unit_of_work& unit, const workflow::region& around,
                                              workflow::date day)
{
    statement select(unit, post_columns);
    select.add(" AND p.region IN (", around.code);
    select.add(", ", workflow::parent_of(around.code));
    select.add(") AND (p.region = ", around.code);
    select.add(" OR p.role = ", workflow::role::secretariat).add(")");
    add_holds_on(select, day);
    auto posts = read_appointments(select); // in the order of the index
    sort_by_holder(posts);
    return posts;
}

} // namespace

std::vector<workflow::appointment> posts_around(unit_of_work& unit, const workflow::region& around,
                                                workflow::date day)
{
    return unit.remembered("posts " + around.code + " " + workflow::iso(day),
                           [&] { return read_posts(unit, around, day); });
}

std::map<std::string, std::vector<workflow::appointment>>
posts_around(unit_of_work& unit, const std::set<std::string>& regions,
             const std::set<std::string>& secretariats_only, workflow::date day)
{
    std::set<std::string> all = regions;
    for (const auto* some : {&regions, &secretariats_only})
        for (const std::string& code : *some) all.insert({code, workflow::parent_of(code)});
    std::vector<workflow::appointment> posts;
    in_pieces({all.begin(), all.end()}, [&](const auto& some) {
        statement select(unit, post_columns);
        select.among(" AND p.region", some);
        select.add(" AND (p.role = ", workflow::role::secretariat);
        for (const std::string& code : some)
            if (regions.contains(code)) select.add(" OR p.region = ", code);
        select.add(")");
        add_holds_on(select, day);
        for (auto& post : read_appointments(select)) posts.push_back(std::move(post));
    });
    sort_by_holder(posts);
    std::map<std::string, std::vector<workflow::appointment>> out;
    for (const auto* some : {&regions, &secretariats_only})
        for (const std::string& code : *some) {
            const std::string above = workflow::parent_of(code);
            auto& around = out[code];
            for (const workflow::appointment& post : posts)
                if (post.region == code ||
                    (post.region == above && post.role == workflow::role::secretariat))
                    around.push_back(post);
        }
    return out;
}

std::string agency_name(unit_of_work& unit, const std::string& id)
{
    return one_text({unit, "SELECT name FROM agencies WHERE id = :id", {id}}).value_or("");
}

} // namespace persistence
