// Over HTTP: files that belong to a plan as such, scans of decrees. The secretariat brings them;
// whoever sees the plan may read them.
#include "persistence/nouns/documents.hpp"
#include "api/files/evidence_type.hpp"
#include "api/files/file_name.hpp"
#include "api/files/file_store.hpp"
#include "api/http/config.hpp"
#include "api/http/download.hpp"
#include "api/http/multipart.hpp"
#include "api/http/query.hpp"
#include "api/nouns/drafts.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/upload_quota.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/step/drafting.hpp"

namespace api {
namespace {

using persistence::document;
using workflow::errc;
using workflow::refusal;
using workflow::result;

json::object document_json(const document& d)
{
    json::object out{{"id", d.id}, {"plan", d.plan}, {"name", d.name}};
    out["media_type"] = d.media_type;
    out["size"] = d.size;
    out["sha256"] = d.sha256;
    out["uploaded_by"] = person_json(d.uploaded_by);
    out["uploaded_at"] = workflow::rfc3339(d.uploaded_at);
    return out;
}

// By name and content; what the sender says of it does not count. Empty: not listed.
std::string_view type_of(const uploaded_file& file)
{
    return evidence_media_type(file.name, first_bytes_of(file.file->path()));
}

std::optional<refusal> fault_of(const upload& sent)
{
    refusal no{errc::invalid, {"body_invalid"}};
    if (!sent.file) no.errors.push_back({"/file", {"field_missing"}});
    if (sent.file && sent.file->bytes == 0)
        no.errors.push_back({"/file", {"field_empty"}});
    else if (sent.file && type_of(*sent.file).empty())
        no.errors.push_back({"/file", {"evidence_type_refused"}});
    if (sent.file)
        if (auto fault = fault_of_file_name(sent.file->name))
            no.errors.push_back({"/file", std::move(*fault)});
    for (const auto& [name, value] : sent.fields)
        no.errors.push_back({"/" + name, {"field_unknown"}});
    if (no.errors.empty()) return {};
    return no;
}

result<void> require_room(const work& at, const std::string& plan, const uploaded_file& file)
{
    if (persistence::count_documents(at.unit, plan) >= documents_of_plan_max)
        return refusal{errc::conflict,
                       {"documents_too_many", {{"limit", std::to_string(documents_of_plan_max)}}}};
    return require_upload_room(at, {plan, static_cast<std::int64_t>(file.bytes)});
}

result<reply> store(const work& at, const std::string& plan, const uploaded_file& file,
                    std::string_view media_type)
{
    if (const auto w = world_to_draft(at, plan); !w) return w.error();
    if (const auto room = require_room(at, plan, file); !room) return room.error();
    const document made{at.here.new_id(),
                        plan,
                        file.name,
                        std::string(media_type),
                        static_cast<std::int64_t>(file.bytes),
                        file.sha256,
                        at.who.user,
                        at.unit.now()};
    persistence::insert_document(at.unit, made);
    return resource_reply(201, document_json(made), "/api/v1/documents/" + made.id);
}

// The file is durable before its row is committed, and nothing is kept for somebody who may not.
result<reply> add(const context& here, const call& asked)
{
    auto sent = read_multipart(asked.asked, here.data / "tmp");
    if (!sent) return fault_or_not_found(sight_of(here, "plans"), asked, sent.error());
    if (sent->file) sent->file->file->close(); // what it begins with is read
    const auto may = look(here, asked, [&](const work& at) -> result<reply> {
        const auto w = looking_store(at).load(at.who, {"plans", asked.id()}, {});
        if (!w) return w.error();
        if (auto drafts = workflow::may_draft(at.who, *w); !drafts) return drafts.error();
        if (auto no = fault_of(*sent)) return *no;
        if (auto room = require_room(at, asked.id(), *sent->file); !room) return room.error();
        return reply{};
    });
    if (!may) return may;
    const std::string_view media_type = type_of(*sent->file);
    file_store(here.data).keep(sent->file->file->path(), sent->file->sha256);
    return change(here, asked,
                  [&](const work& at) { return store(at, asked.id(), *sent->file, media_type); });
}

result<reply> list(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        if (auto sees = seen(at, {"plans", asked.id()}); !sees) return sees.error();
        const auto found =
            persistence::list_documents(at.unit, at.who, asked.id(), {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const document& d : found->items) items.push_back(document_json(d));
        return list_reply(std::move(items), found->next);
    });
}

result<reply> one(const context& here, const call& asked)
{
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found = persistence::find_document(at.unit, at.who, asked.id());
        if (!found) return found.error();
        return resource_reply(200, document_json(*found));
    });
}

result<reply> content(const context& here, const call& asked)
{
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found = persistence::find_document(at.unit, at.who, asked.id());
        if (!found) return found.error();
        const file_store files(here.data);
        if (!files.has(found->sha256))
            throw persistence::outage("the file of document " + found->id + " is gone");
        return download(
            {files.path_of(found->sha256), found->name, found->media_type, found->sha256},
            asked.asked);
    });
}

} // namespace

std::vector<route> document_routes(const context& here)
{
    route all{"GET",      "/api/v1/plans/{id}/documents", {}, "list_documents", "A plan's files",
              scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"limit", "cursor"};

    route fresh{"POST",     "/api/v1/plans/{id}/documents", {}, "add_document", "Add a file",
                scope::none};
    fresh.answer = [&here](const call& asked) { return add(here, asked); };
    fresh.body = body_kind::multipart;
    fresh.takes_idempotency_key = true;
    all.visible = fresh.visible = sight_of(here, "plans");

    route single{"GET",          "/api/v1/documents/{id}",  {},
                 "get_document", "One file, without bytes", scope::read};
    single.answer = [&here](const call& asked) { return one(here, asked); };

    route bytes{"GET",      "/api/v1/documents/{id}/content", {}, "download_document", "The bytes",
                scope::read};
    bytes.answer = [&here](const call& asked) { return content(here, asked); };

    single.visible = bytes.visible = sight_of(here, "documents");
    std::vector<route> routes;
    for (route* each : {&all, &fresh, &single, &bytes}) routes.push_back(std::move(*each));
    return routes;
}

} // namespace api
