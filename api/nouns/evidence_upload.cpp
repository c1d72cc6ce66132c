// A file on its way in: checked, made durable, and only then named by a row. What is refused leaves
// nothing behind: the temporary file goes with the request.
#include "api/files/evidence_type.hpp"
#include "api/files/file_name.hpp"
#include "api/files/file_store.hpp"
#include "api/http/config.hpp"
#include "api/http/multipart.hpp"
#include "api/nouns/evidence.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/upload_quota.hpp"
#include "api/nouns/worlds.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/step/evidence_rules.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::errc;
using workflow::field_error;
using workflow::parts;
using workflow::refusal;
using workflow::result;

std::string joined(const std::vector<std::string>& choices)
{
    std::string out;
    for (const std::string& each : choices) out += (out.empty() ? "" : ", ") + each;
    return out;
}

void check_choice(std::vector<field_error>& errors, const std::string& name,
                  const std::string& given, const std::vector<std::string>& choices)
{
    if (given.empty())
        errors.push_back({"/" + name, {"field_missing"}});
    else if (std::find(choices.begin(), choices.end(), given) == choices.end())
        errors.push_back({"/" + name, {"field_not_a_choice", {{"choices", joined(choices)}}}});
}

std::optional<workflow::sentence> fault_of(const uploaded_file& file, std::string_view media_type)
{
    if (auto fault = fault_of_file_name(file.name)) return fault;
    if (file.bytes == 0) return workflow::sentence{"evidence_empty"};
    if (media_type.empty()) return workflow::sentence{"evidence_type_refused"};
    return std::nullopt;
}

// What came, with what follows from it; read before any transaction.
struct offer {
    upload sent;
    std::string media_type;
    std::string classification;
};

// An item is the kind's, and wants a file of one kind; a kind that is none has been told.
void check_item(std::vector<field_error>& errors, const offer& o, const workflow::kind& rules)
{
    const std::string item = o.sent.field("item");
    if (item.empty()) return;
    std::vector<std::string> codes;
    for (const workflow::evidence_item& each : rules.evidence_checklist) {
        codes.push_back(each.code);
        if (each.code != item) continue;
        if (each.kind != o.sent.field("kind"))
            errors.push_back(
                {"/item",
                 {"evidence_item_of_other_kind",
                  {{"item", each.name}, {"kind", workflow::evidence_title(rules, each.kind)}}}});
        return;
    }
    errors.push_back({"/item", codes.empty() ? workflow::sentence{"evidence_without_checklist"}
                                             : workflow::sentence{"field_not_a_choice",
                                                                  {{"choices", joined(codes)}}}});
}

std::vector<field_error> faults_in(const offer& o, const workflow::kind& rules)
{
    std::vector<field_error> errors;
    check_choice(errors, "kind", o.sent.field("kind"), workflow::codes_of(rules.evidence_kinds));
    check_choice(errors, "classification", o.classification,
                 {std::string(workflow::classification::ordinary),
                  std::string(workflow::classification::restricted)});
    check_item(errors, o, rules);
    if (!o.sent.file)
        errors.push_back({"/file", {"field_missing"}});
    else if (auto fault = fault_of(*o.sent.file, o.media_type))
        errors.push_back({"/file", *fault});
    for (const auto& [name, value] : o.sent.fields)
        if (name != "kind" && name != "classification" && name != "item")
            errors.push_back({"/" + name, {"field_unknown"}});
    return errors;
}

// Refusals in the contract's order: who, state, body, and the limit on files.
// The rules of the plan's kind.
result<workflow::kind> check(const work& at, const std::string& target, const offer& o)
{
    const workflow::subject about{"targets", target};
    const auto w = looking_store(at).load(at.who, about, parts::matrix);
    if (!w) return w.error();
    if (auto may = workflow::may_fill_in(at.here.catalog, *w, about, at.who); !may)
        return may.error();
    if (auto errors = faults_in(o, w->rules); !errors.empty())
        return refusal{errc::invalid, {"body_invalid"}, {}, std::move(errors)};
    if (target_in(*w, target).evidence.size() >= evidence_files_max)
        return refusal{errc::conflict,
                       {"evidence_too_many", {{"limit", std::to_string(evidence_files_max)}}}};
    const upload_wanted room{w->head.id, static_cast<std::int64_t>(o.sent.file->bytes)};
    if (auto has_room = require_upload_room(at, room); !has_room) return has_room.error();
    return w->rules;
}

workflow::evidence evidence_of(const work& at, const offer& o)
{
    const uploaded_file& file = *o.sent.file;
    workflow::evidence e;
    e.id = at.here.new_id();
    e.kind = o.sent.field("kind");
    e.classification = o.classification;
    e.name = file.name;
    e.media_type = o.media_type;
    e.size = static_cast<std::int64_t>(file.bytes);
    e.sha256 = file.sha256;
    e.item = o.sent.field("item");
    return e;
}

result<reply> add(const work& at, const std::string& target, const offer& o)
{
    const auto rules = check(at, target, o);
    if (!rules) return rules.error();
    const auto added =
        persistence::insert_evidence(at.unit, target, evidence_of(at, o), at.who.user);
    if (!added) return added.error();
    json::object resource = evidence_json(*rules, added->evidence, at.locale);
    resource["target"] = target;
    return resource_reply(201, resource, "/api/v1/evidence/" + added->evidence.id);
}

result<reply> receive(const context& here, const call& asked, const sight& visible)
{
    if (auto hidden = visible(asked)) return *hidden;
    auto sent = read_multipart(asked.asked, here.data / "tmp");
    if (!sent) return sent.error();
    offer o{std::move(*sent), {}, {}};
    o.classification = o.sent.field("classification");
    if (!o.sent.fields.contains("classification"))
        o.classification = workflow::classification::ordinary;
    if (o.sent.file)
        o.media_type =
            evidence_media_type(o.sent.file->name, first_bytes_of(o.sent.file->file->path()));
    // Checked before the file is kept, so that a refusal keeps none; and again where it is decided.
    const auto may = look(here, asked, [&](const work& at) -> result<reply> {
        if (auto checked = check(at, asked.id(), o); !checked) return checked.error();
        return reply{};
    });
    if (!may) return may.error();
    file_store(here.data).keep(o.sent.file->file->path(), o.sent.file->sha256);
    return change(here, asked, [&](const work& at) { return add(at, asked.id(), o); });
}

} // namespace

route upload_route(const context& here)
{
    route r{"POST",       "/api/v1/targets/{id}/evidence", {}, "upload_evidence", "Add a file",
            scope::report};
    const sight visible = r.visible = sight_of(here, "targets");
    r.answer = [&here, visible](const call& asked) { return receive(here, asked, visible); };
    r.body = body_kind::multipart;
    r.takes_idempotency_key = true;
    return r;
}

} // namespace api
