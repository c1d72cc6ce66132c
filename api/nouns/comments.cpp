// Over HTTP: what people say about plans, actions and targets. Whoever sees the thing may read and
// write; nothing is decided by a comment.
#include "persistence/nouns/comments.hpp"
#include "api/http/json_body.hpp"
#include "api/http/query.hpp"
#include "api/nouns/drafts.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/sight.hpp"

namespace api {
namespace {

using workflow::result;
using workflow::subject;

constexpr text_rule comment_rule{1, 4000, true};

json::object comment_json(const persistence::comment& c)
{
    return {
        {"id", c.id}, {"by", person_json(c.by)}, {"at", workflow::rfc3339(c.at)}, {"text", c.text}};
}

result<reply> list(const context& here, const call& asked, const std::string& resource)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found = persistence::list_comments(at.unit, at.who, {resource, asked.id()},
                                                      {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const persistence::comment& c : found->items) items.push_back(comment_json(c));
        return list_reply(std::move(items), found->next);
    });
}

result<reply> add(const work& at, const call& asked, const std::string& resource)
{
    body_reader in(asked.body);
    persistence::comment said{at.here.new_id(), {}, {}, in.text("text", comment_rule)};
    const auto no = in.finish();
    const subject about{resource, asked.id()};
    // Whether they see the thing is answered before what is wrong with their words.
    if (no) {
        const auto seen = persistence::list_comments(at.unit, at.who, about, {1, {}});
        return seen ? *no : seen.error();
    }
    const auto made = persistence::insert_comment(at.unit, at.who, about, std::move(said));
    if (!made) return made.error();
    return resource_reply(201, comment_json(*made),
                          "/api/v1/" + resource + "/" + asked.id() + "/comments");
}

} // namespace

std::vector<route> comment_routes(const context& here)
{
    // clang-format off
    static constexpr struct {
        std::string_view resource, pattern, listed, added;
        workflow::token_scopes added_by;
    } subjects[]{
        {"plans",   "/api/v1/plans/{id}/comments",   "list_plan_comments",   "comment_plan",   scope::none},
        {"actions", "/api/v1/actions/{id}/comments", "list_action_comments", "comment_action", scope::none},
        {"targets", "/api/v1/targets/{id}/comments", "list_target_comments", "comment_target", scope::report},
    };
    // clang-format on
    std::vector<route> routes;
    for (const auto& s : subjects) {
        const std::string resource(s.resource);
        route all{"GET", s.pattern, {}, s.listed, "What was said of it", scope::read};
        all.answer = [&here, resource](const call& asked) { return list(here, asked, resource); };
        all.query = {"limit", "cursor"};

        route fresh{"POST", s.pattern, {}, s.added, "Say something of it", s.added_by};
        fresh.answer = [&here, resource](const call& asked) {
            return change(here, asked, [&](const work& at) { return add(at, asked, resource); });
        };
        fresh.body = body_kind::json;
        fresh.takes_idempotency_key = true;

        all.visible = fresh.visible = sight_of(here, resource);
        routes.push_back(std::move(all));
        routes.push_back(std::move(fresh));
    }
    return routes;
}

} // namespace api
