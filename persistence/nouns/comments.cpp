// Who sees the thing may read what is said of it and say something.
#include "persistence/nouns/comments.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/targets.hpp"
#include <map>

namespace persistence {
namespace {

workflow::result<std::string> plan_of_seen_action(unit_of_work& unit, const workflow::principal& p,
                                                  const std::string& id)
{
    auto found = find_action(unit, p, id, {});
    if (!found) return found.error();
    return found->plan;
}

workflow::result<std::string> plan_of_seen_target(unit_of_work& unit, const workflow::principal& p,
                                                  const std::string& id)
{
    auto found = find_target(unit, p, id);
    if (!found) return found.error();
    return found->plan;
}

workflow::result<std::string> seen_plan_itself(unit_of_work& unit, const workflow::principal& p,
                                               const std::string& id)
{
    auto found = find_plan(unit, p, id);
    if (!found) return found.error();
    return found->plan.id;
}

// The plan of a subject that the principal sees.
workflow::result<std::string> seen_plan(unit_of_work& unit, const workflow::principal& p,
                                        const workflow::subject& s)
{
    using question = workflow::result<std::string> (*)(unit_of_work&, const workflow::principal&,
                                                       const std::string&);
    static const std::map<std::string_view, question> questions{
        {"actions", &plan_of_seen_action},
        {"targets", &plan_of_seen_target},
        {"plans", &seen_plan_itself},
    };
    return questions.at(s.resource)(unit, p, s.id);
}

} // namespace

workflow::result<comment> insert_comment(unit_of_work& unit, const workflow::principal& p,
                                         const workflow::subject& s, comment c)
{
    const auto plan = seen_plan(unit, p, s);
    if (!plan) return plan.error();
    c.by = p.user;
    c.at = unit.now();
    statement(unit,
              "INSERT INTO comments(id, plan, resource, subject, author, author_name, at, text) "
              "VALUES (:id, :plan, :resource, :subject, :author, :author_name, :at, :text)",
              {c.id, *plan, s.resource, s.id, c.by.id, c.by.name, c.at, c.text})
        .change();
    return c;
}

workflow::result<page<comment>> list_comments(unit_of_work& unit, const workflow::principal& p,
                                              const workflow::subject& s,
                                              const page_request& wanted)
{
    const auto plan = seen_plan(unit, p, s);
    if (!plan) return plan.error();
    const auto key = key_of(wanted, 2);
    if (!key) return key.error();
    std::vector<comment> found;
    statement find(unit,
                   "SELECT id, author, author_name, at, text FROM comments WHERE "
                   "subject = :subject AND resource = :resource",
                   {s.id, s.resource});
    find.add(" AND (at, id) > (", number_in(key->at(0))).add(", ", key->at(1));
    find.add(") ORDER BY at, id LIMIT ", wanted.limit + 1);
    find.each([&](const soci::row& row) {
        found.push_back(
            {text(row, 0), {text(row, 1), text(row, 2)}, instant_in(row, 3), text(row, 4)});
    });
    return cut(std::move(found), wanted.limit, [](const comment& c) {
        return std::vector<std::string>{std::to_string(workflow::microseconds_of(c.at)), c.id};
    });
}

} // namespace persistence
