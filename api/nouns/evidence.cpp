// Reading and removing evidence. Uploads are in evidence_upload.
#include "api/nouns/evidence.hpp"
#include "api/door/security_log.hpp"
#include "api/files/file_store.hpp"
#include "api/http/download.hpp"
#include "api/http/query.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/worlds.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/step/evidence_rules.hpp"
#include <algorithm>

namespace api {
namespace {

using persistence::placed_evidence;
using workflow::result;

result<reply> list(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto after = persistence::key_of({wanted.limit, wanted.cursor}, 1);
        const auto w = looking_store(at).load(at.who, {"targets", asked.id()}, evidence_parts);
        if (!w) return w.error();
        if (!after) return after.error();
        const viewer by = viewer_of(at, *w);
        const workflow::target& t = target_in(*w, asked.id());
        std::vector<workflow::evidence> files;
        for (const workflow::evidence& e : t.evidence)
            if (e.id > after->front() && may_read_evidence(*w, t, e, by)) files.push_back(e);
        std::sort(files.begin(), files.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        const auto cut = persistence::cut(std::move(files), wanted.limit, [](const auto& e) {
            return std::vector<std::string>{e.id};
        });
        json::array items;
        for (const workflow::evidence& e : cut.items)
            items.push_back(evidence_json(w->rules, e, at.locale));
        return list_reply(std::move(items), cut.next);
    });
}

json::object placed_json(const placed_evidence& found, const workflow::kind& rules,
                         const std::string& locale)
{
    json::object out = evidence_json(rules, found.evidence, locale);
    out["target"] = found.target;
    out["uploaded_by"] = person_json(found.uploaded_by);
    out["uploaded_at"] = workflow::rfc3339(found.uploaded_at);
    return out;
}

result<reply> one(const context& here, const call& asked)
{
    return look(here, asked, [&](const work& at) -> result<reply> {
        plan_worlds worlds(at, evidence_parts);
        const auto found = readable_evidence(at, worlds, asked.id());
        if (!found) return found.error();
        return resource_reply(200,
                              placed_json(*found, worlds.of(found->plan).world.rules, at.locale));
    });
}

void note_read(const context& here, const call& asked, const placed_evidence& found)
{
    if (found.evidence.classification != workflow::classification::restricted) return;
    log_security(here, origin_of(asked.asked),
                 {"restricted_evidence_read",
                  {{"user", asked.by.who.user.id},
                   {"evidence", found.evidence.id},
                   {"target", found.target},
                   {"plan", found.plan}}});
}

result<reply> content(const context& here, const call& asked)
{
    std::optional<placed_evidence> found;
    const auto seen = look(here, asked, [&](const work& at) -> result<reply> {
        plan_worlds worlds(at, evidence_parts);
        auto readable = readable_evidence(at, worlds, asked.id());
        if (!readable) return readable.error();
        found = std::move(*readable);
        return reply{};
    });
    if (!seen) return seen.error();
    const workflow::evidence& e = found->evidence;
    const file_store files(here.data);
    if (!files.has(e.sha256))
        throw persistence::outage("the file of evidence " + e.id + " is gone");
    note_read(here, asked, *found);
    return download({files.path_of(e.sha256), e.name, e.media_type, e.sha256}, asked.asked);
}

result<reply> remove(const context& here, const call& asked)
{
    return change(here, asked, [&](const work& at) -> result<reply> {
        plan_worlds worlds(at, evidence_parts);
        const auto found = readable_evidence(at, worlds, asked.id());
        if (!found) return found.error();
        if (auto may = workflow::may_fill_in(at.here.catalog, worlds.of(found->plan).world,
                                             {"targets", found->target}, at.who);
            !may)
            return may.error();
        if (auto gone = persistence::delete_evidence(at.unit, asked.id(), asked.version); !gone)
            return gone.error();
        return no_content(); // its bytes go once nobody has named them for a while
    });
}

} // namespace

std::vector<route> evidence_routes(const context& here)
{
    route all{"GET",      "/api/v1/targets/{id}/evidence", {}, "list_evidence", "Files of a target",
              scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"limit", "cursor"};
    all.visible = sight_of(here, "targets");

    route single{"GET",          "/api/v1/evidence/{id}",       {},
                 "get_evidence", "One file, without its bytes", scope::read};
    single.answer = [&here](const call& asked) { return one(here, asked); };

    route bytes{"GET",      "/api/v1/evidence/{id}/content", {}, "download_evidence", "The bytes",
                scope::read};
    bytes.answer = [&here](const call& asked) { return content(here, asked); };

    route gone{"DELETE",          "/api/v1/evidence/{id}", {},
               "delete_evidence", "Take a file away",      scope::report};
    gone.answer = [&here](const call& asked) { return remove(here, asked); };
    gone.takes_if_match = gone.takes_idempotency_key = true;

    single.visible = bytes.visible = gone.visible = sight_of(here, "evidence");
    std::vector<route> routes;
    for (route* each : {&all, &single, &bytes, &gone}) routes.push_back(std::move(*each));
    routes.push_back(upload_route(here));
    return routes;
}

} // namespace api
