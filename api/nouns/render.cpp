// Small pieces of JSON, and the two forms of reply that carry them.
#include "api/nouns/render.hpp"
#include "api/http/problem.hpp"
#include "api/nouns/noun.hpp"
#include "workflow/step/allowed.hpp"
#include "workflow/step/people.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <boost/json/serialize.hpp>

namespace api {

json::value person_json(const workflow::reference& r)
{
    return reference_json(r);
}

json::object region_json(const workflow::region& r)
{
    return {{"code", r.code}, {"name", r.name}};
}

std::string etag(std::int64_t version)
{
    return "\"" + std::to_string(version) + "\"";
}

reply list_reply(json::array items, const std::string& next)
{
    return json_reply(200, json::serialize(json::object{{"items", std::move(items)},
                                                        {"next", text_or_null(next)}}));
}

reply resource_reply(int status, const json::object& resource, const std::string& location)
{
    reply answer = json_reply(status, json::serialize(resource));
    if (const auto* version = resource.if_contains("version"))
        answer.with("ETag", etag(version->to_number<std::int64_t>()));
    if (!location.empty()) answer.with("Location", location);
    return answer;
}

viewer viewer_of(const work& at, const workflow::world& w)
{
    return {at, persistence::visibility_in(at.unit, at.who, w)};
}

workflow::instant updated_at(const workflow::world& w, const std::string& id,
                             workflow::instant since, const viewer& by)
{
    if (!by.edits) by.edits = persistence::read_edits(by.at.unit, w.head.id);
    const auto edited = by.edits->find(id);
    return edited == by.edits->end() ? since : std::max(since, edited->second);
}

workflow::world as_seen(workflow::world w, const persistence::visibility& sees)
{
    const auto hidden = [&](int revision) { return !sees.revisions.contains(revision); };
    std::erase_if(w.revisions, [&](const auto& r) { return hidden(r.number); });
    std::erase_if(w.reviews, [&](const auto& r) { return hidden(r.revision); });
    std::erase_if(w.approvals, [&](const auto& a) { return hidden(a.revision); });
    return w;
}

json::array commands_json(const workflow::world& w, const workflow::subject& s, const viewer& by)
{
    json::array commands;
    for (const workflow::command_view& c : workflow::allowed(by.at.here.catalog, w, s, by.at.who)) {
        json::object entry{{"name", c.name}, {"allowed", c.allowed}};
        entry["reason"] = c.closed ? json::value(workflow::say(by.at.locale, c.closed->reason))
                                   : json::value(nullptr);
        entry["needs"] = json::array(c.needs.begin(), c.needs.end());
        entry["who"] = c.closed ? json::value(who_json(c.who, by.at.locale)) : json::value(nullptr);
        entry["href"] = "/api/v1/" + s.resource + "/" + s.id + "/commands/" + c.name;
        commands.push_back(std::move(entry));
    }
    return commands;
}

json::object event_json(const workflow::event& e)
{
    json::value by = nullptr;
    if (!e.by.id.empty())
        by = {{"user", {{"id", e.by.id}, {"name", e.by.name}}},
              {"post", text_or_null(e.post)},
              {"acting", e.acting},
              {"on_behalf_of", nullptr}};
    json::object out{{"seq", e.seq}};
    out["cause"] = e.cause > 0 ? json::value(e.cause) : json::value(nullptr);
    out["name"] = e.name;
    out["command"] = text_or_null(e.command);
    out["at"] = workflow::rfc3339(e.at);
    out["by"] = std::move(by);
    out["subject"] = {{"resource", e.resource}, {"id", e.subject}};
    out["from"] = text_or_null(e.from);
    out["to"] = e.to;
    out["reason"] = text_or_null(e.reason);
    out["hash"] = e.hash;
    return out;
}

json::object resource_json(const workflow::world& w, const workflow::subject& s, const viewer& by)
{
    const auto& x = workflow::item_in(w, workflow::machine_about(w, s, {}));
    return noun_of(s.resource).render(w, x, by);
}

std::int64_t version_of(const workflow::world& w, const workflow::subject& s)
{
    return workflow::version_of(w, workflow::machine_about(w, s, {}));
}

} // namespace api
