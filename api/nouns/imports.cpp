// Over HTTP: an office's file on its way into a draft. Looked at before anything happens, answered,
// applied in one step and undone in one, by whoever drafts the plan.
#include "persistence/nouns/imports.hpp"
#include "api/files/file_name.hpp"
#include "api/files/file_store.hpp"
#include "api/files/read_file.hpp"
#include "api/http/config.hpp"
#include "api/http/query.hpp"
#include "api/http/spool.hpp"
#include "api/nouns/import_answers.hpp"
#include "api/nouns/import_json.hpp"
#include "api/nouns/matrix_import.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/upload_quota.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/uploads.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/step/drafting.hpp"
#include "workflow/things/sha256.hpp"
#include <boost/json/serialize.hpp>

namespace api {
namespace {

using persistence::matrix_import;
using workflow::errc;
using workflow::refusal;
using workflow::result;
using workflow::world;

const refusal not_found{errc::not_found, {"not_found"}};

// A file that was sent, read before any transaction.
struct sent_sheet {
    std::string kind, name, sha256;
    std::size_t bytes{};
    workflow::sheet page;
};

result<std::string> kind_of(const request& asked)
{
    auto kind = required(asked, "kind");
    if (!kind || *kind == "xlsx" || *kind == "csv") return kind;
    return refusal{errc::malformed, {"query_format", {{"choices", "xlsx, csv"}}}};
}

result<std::string> name_of(const request& asked, const std::string& kind)
{
    const std::string name = kept_file_name(text_or_empty(asked, "name"));
    if (name.empty()) return "impor." + kind;
    if (auto fault = fault_of_file_name(name)) return refusal{errc::malformed, std::move(*fault)};
    return name;
}

result<sent_sheet> sheet_in(const request& asked)
{
    const auto kind = kind_of(asked);
    if (!kind) return kind.error();
    auto name = name_of(asked, *kind);
    if (!name) return name.error();
    const std::string bytes = asked.body_file.empty() ? asked.body : whole_file(asked.body_file);
    auto page = read_sheet(*kind, bytes);
    if (!page) return page.error();
    return sent_sheet{*kind, std::move(*name), workflow::sha256_hex(bytes), bytes.size(),
                      std::move(*page)};
}

result<int> require_room(const work& at, const world& w, std::size_t bytes)
{
    const auto revision = workflow::draft_of(w);
    if (!revision) return revision;
    if (persistence::count_imports(at.unit, w.head.id) >= imports_of_plan_max)
        return refusal{errc::conflict,
                       {"imports_too_many", {{"limit", std::to_string(imports_of_plan_max)}}}};
    if (auto room = require_upload_room(at, {w.head.id, static_cast<std::int64_t>(bytes)}); !room)
        return room.error();
    return revision;
}

json::object told(const work& at, const world& w, const matrix_import& i,
                  const workflow::sheet& page)
{
    return import_json(at, w, i, preview_of(at, w, i, page));
}

matrix_import import_of(const work& at, const world& w, const sent_sheet& sent)
{
    matrix_import i;
    i.id = at.here.new_id();
    i.plan = w.head.id;
    i.revision = w.current().number;
    i.kind = sent.kind;
    i.name = sent.name;
    i.size = static_cast<std::int64_t>(sent.bytes);
    i.sha256 = sent.sha256;
    i.made = {at.who.user, at.unit.now()};
    return i;
}

// As the region's offices meant it the last time.
result<reply> make(const work& at, const std::string& plan, const sent_sheet& sent)
{
    const auto w = world_to_draft(at, plan);
    if (!w) return w.error();
    if (const auto room = require_room(at, *w, sent.bytes); !room) return room.error();
    matrix_import i = import_of(at, *w, sent);
    const auto frame = frame_for_import(at, *w);
    i.answers = text_of(
        remembered_answers(at, w->place.code, workflow::read_matrix(sent.page, frame), frame));
    i.draft = draft_digest(persistence::read_actions(at.unit, {plan, i.revision}));
    persistence::insert_import(at.unit, i);
    persistence::insert_upload(at.unit, {i.id, at.who.user.id, plan, i.size});
    return resource_reply(201, told(at, *w, i, sent.page), "/api/v1/imports/" + i.id);
}

void keep_bytes(const context& here, const request& asked, const std::string& sha256)
{
    if (!asked.body_file.empty()) return file_store(here.data).keep(asked.body_file, sha256);
    spool file;
    if (!file.open(here.data / "tmp") || !file.write(asked.body))
        throw persistence::outage("an import could not be written");
    file.close();
    file_store(here.data).keep(file.path(), sha256);
}

// The file is durable before its row is committed, and nothing is kept for somebody who may not.
result<reply> create(const context& here, const call& asked)
{
    const auto sent = sheet_in(asked.asked);
    if (!sent) return fault_or_not_found(sight_of(here, "plans"), asked, sent.error());
    const auto may = look(here, asked, [&](const work& at) -> result<reply> {
        const auto w = looking_store(at).load(at.who, {"plans", asked.id()}, {});
        if (!w) return w.error();
        if (auto drafts = workflow::may_draft(at.who, *w); !drafts) return drafts.error();
        if (auto room = require_room(at, *w, sent->bytes); !room) return room.error();
        return reply{};
    });
    if (!may) return may;
    keep_bytes(here, asked.asked, sent->sha256);
    return change(here, asked, [&](const work& at) { return make(at, asked.id(), *sent); });
}

result<workflow::sheet> kept_sheet(const context& here, const matrix_import& i)
{
    const file_store files(here.data);
    if (!files.has(i.sha256)) throw persistence::outage("the file of import " + i.id + " is gone");
    return read_sheet(i.kind, whole_file(files.path_of(i.sha256)));
}

// The file of an import, read before the transaction that needs it: it never changes.
result<workflow::sheet> sheet_of(const context& here, const call& asked)
{
    std::optional<matrix_import> found;
    const auto seen = look(here, asked, [&](const work& at) -> result<reply> {
        auto i = import_seen(at, asked.id());
        if (!i) return i.error();
        found = std::move(*i);
        return reply{};
    });
    if (!seen) return seen.error();
    return kept_sheet(here, *found);
}

result<reply> one(const context& here, const call& asked)
{
    const auto page = sheet_of(here, asked);
    if (!page) return page.error();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto i = import_seen(at, asked.id());
        if (!i) return i.error();
        const auto w = looking_store(at).load(at.who, {"plans", i->plan}, {});
        if (!w) return w.error();
        return resource_reply(200, told(at, *w, *i, *page));
    });
}

result<reply> list(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        if (auto sees = seen(at, {"plans", asked.id()}); !sees) return sees.error();
        const bool drafts = persistence::visibility_of(at.unit, at.who, asked.id()).drafting;
        const auto found = persistence::list_imports(at.unit, at.who, asked.id(),
                                                     {wanted.limit, wanted.cursor}, drafts);
        if (!found) return found.error();
        json::array items;
        for (const matrix_import& each : found->items) items.push_back(import_item_json(each));
        return list_reply(std::move(items), found->next);
    });
}

// An import with its plan's world under its stream. Refused to who may not draft, and where it is
// not as whoever asks has seen it.
struct held_import {
    matrix_import row;
    world w;
};

result<held_import> held(const work& at, const call& asked)
{
    auto i = import_seen(at, asked.id());
    if (!i) return i.error();
    auto w = world_to_draft(at, i->plan);
    if (!w) return w.error();
    // As it is under the stream.
    i = import_seen(at, asked.id());
    if (!i) return i.error();
    if (i->version != asked.version) return refusal{errc::stale, {"stale_version"}};
    return held_import{std::move(*i), std::move(*w)};
}

// What is saved is looked at anew: the preview is of the draft as it is now.
result<reply> answer(const work& at, const call& asked, const workflow::sheet& page)
{
    auto found = held(at, asked);
    if (!found) return found.error();
    auto& [i, w] = *found;
    if (i.state != persistence::import_state::open)
        return refusal{errc::wrong_state, {"import_is_" + i.state}, workflow::secretariat_of(w)};
    import_preview preview = preview_of(at, w, i, page);
    body_reader in(asked.body);
    read_answers(in, asked.body, preview, preview.answers);
    if (auto no = in.finish()) return *no;
    i.answers = text_of(preview.answers);
    i.draft = preview.draft;
    preview = preview_of(at, w, i, page);
    body_reader again(asked.body);
    check_answers(again, asked.body, preview);
    if (auto no = again.finish()) return *no;
    if (auto saved = persistence::save_import(at.unit, i); !saved) return saved.error();
    ++i.version;
    return resource_reply(200, import_json(at, w, i, preview));
}

// What every command takes.
std::optional<refusal> fault_of_body(const call& asked)
{
    constexpr text_rule long_text{1, 4000, true};
    body_reader in(asked.body);
    for (const char* name : {"reason", "note"}) in.optional_text(name, long_text);
    return in.finish();
}

reply command_reply(const work& at, const held_import& done, const workflow::sheet& page)
{
    json::object resource = told(at, done.w, done.row, page);
    json::value commands = resource["commands"];
    json::object out{{"resource", std::move(resource)}, {"event", nullptr}};
    out["commands"] = std::move(commands);
    reply answer = json_reply(200, json::serialize(out));
    answer.with("ETag", etag(done.row.version));
    return answer;
}

result<reply> apply(const work& at, const call& asked, const workflow::sheet& page)
{
    auto found = held(at, asked);
    if (!found) return found.error();
    if (auto no = fault_of_body(asked)) return *no;
    auto& [i, w] = *found;
    const import_preview preview = preview_of(at, w, i, page);
    if (auto no = fault_of_apply(at, w, i, preview)) return *no;
    i = applied(at, std::move(i), preview);
    remember_answers(at, w.place.code, preview);
    if (auto saved = persistence::save_import(at.unit, i); !saved) return saved.error();
    ++i.version;
    return command_reply(at, *found, page);
}

result<reply> undo(const work& at, const call& asked, const workflow::sheet& page)
{
    auto found = held(at, asked);
    if (!found) return found.error();
    if (auto no = fault_of_body(asked)) return *no;
    auto& [i, w] = *found;
    if (auto no = fault_of_undo(at, w, i, preview_of(at, w, i, page))) return *no;
    i = undone(at, std::move(i));
    if (auto saved = persistence::save_import(at.unit, i); !saved) return saved.error();
    ++i.version;
    return command_reply(at, *found, page);
}

using act = result<reply> (*)(const work&, const call&, const workflow::sheet&);

// Null for what is no command.
act act_of(std::string_view command)
{
    if (command == "apply") return &apply;
    if (command == "undo") return &undo;
    return nullptr;
}

result<reply> with_sheet(const context& here, const call& asked, act todo)
{
    const auto page = sheet_of(here, asked);
    if (!page) return page.error();
    return change(here, asked, [&](const work& at) { return todo(at, asked, *page); });
}

result<reply> command(const context& here, const call& asked)
{
    const act todo = act_of(asked.parameter("command"));
    if (!todo) return not_found;
    return with_sheet(here, asked, todo);
}

sight sight_of_command(const context& here)
{
    return [thing = sight_of(here, "imports")](const call& asked) {
        return act_of(asked.parameter("command")) ? thing(asked) : std::optional(not_found);
    };
}

} // namespace

std::vector<route> import_routes(const context& here)
{
    route all{"GET",          "/api/v1/plans/{id}/imports", {},
              "list_imports", "A plan's imports",           scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"limit", "cursor"};

    route fresh{"POST",          "/api/v1/plans/{id}/imports", {},
                "create_import", "Look at a spreadsheet",      scope::none};
    fresh.answer = [&here](const call& asked) { return create(here, asked); };
    fresh.body = body_kind::file;
    fresh.takes_idempotency_key = true;
    fresh.query = {"kind", "name"};
    all.visible = fresh.visible = sight_of(here, "plans");

    route single{"GET", "/api/v1/imports/{id}", {}, "get_import", "One import", scope::read};
    single.answer = [&here](const call& asked) { return one(here, asked); };

    route edit{"PATCH",         "/api/v1/imports/{id}", {},
               "change_import", "Answer what it asks",  scope::none};
    edit.answer = [&here](const call& asked) { return with_sheet(here, asked, &answer); };
    single.visible = edit.visible = sight_of(here, "imports");

    route given{"POST",
                "/api/v1/imports/{id}/commands/{command}",
                {},
                "command_import",
                "Apply or undo an import",
                scope::none};
    given.answer = [&here](const call& asked) { return command(here, asked); };
    given.visible = sight_of_command(here);
    given.query = {"dry_run"};
    edit.body = given.body = body_kind::json;
    edit.takes_if_match = given.takes_if_match = true;
    edit.takes_idempotency_key = given.takes_idempotency_key = true;

    std::vector<route> routes;
    for (route* each : {&all, &fresh, &single, &edit, &given}) routes.push_back(std::move(*each));
    return routes;
}

} // namespace api
