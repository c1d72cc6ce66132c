// One command for many targets: each item is a transaction of its own, so that a refusal of one
// leaves the others as they are.
#include "api/nouns/targets_bulk.hpp"
#include "api/http/json_body.hpp"
#include "api/http/problem.hpp"
#include "api/nouns/commands.hpp"
#include "workflow/step/allowed.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <limits>

namespace api {
namespace {

using workflow::errc;
using workflow::refusal;
using workflow::result;

struct bulk_item {
    std::string id;
    std::int64_t version{};
    json::value body; // of the command: without id and version
};

// What is wrong with an item's own command is that item's outcome; here only its frame is read.
result<std::vector<bulk_item>> read_items(const json::value& body)
{
    body_reader in(body);
    std::vector<bulk_item> items;
    for (body_reader& each : in.objects("items", bulk_items_max))
        items.push_back({each.text("id"),
                         each.integer("version", 1, std::numeric_limits<std::int64_t>::max()),
                         {}});
    if (const auto* list = body.is_object() ? body.as_object().if_contains("items") : nullptr;
        list && list->is_array()) {
        for (std::size_t i = 0; i < items.size(); ++i)
            if (const auto* object = list->as_array()[i].if_object()) {
                json::object rest = *object;
                rest.erase("id");
                rest.erase("version");
                items[i].body = std::move(rest);
            }
    }
    if (auto wrong = in.finish()) {
        std::erase_if(wrong->errors, [](const workflow::field_error& e) {
            return e.pointer.starts_with("/items/") && e.detail.key == "field_unknown";
        });
        if (!wrong->errors.empty()) return *wrong;
    }
    return items;
}

json::object outcome_of(const bulk_item& item, const result<reply>& done, const std::string& locale)
{
    json::object out{{"id", item.id}};
    const reply told = done ? *done : problem(done.error(), locale);
    json::value body = json::parse(told.body);
    out["status"] = told.status;
    if (done)
        out["resource"] = std::move(body.as_object().at("resource"));
    else
        out["problem"] = std::move(body);
    return out;
}

result<reply> give_all(const context& here, const call& asked)
{
    const workflow::definition& machine = *workflow::machine_of(here.catalog, "targets");
    const workflow::command_word* word = machine.command(asked.parameter("command"));
    if (!word || word->is_system()) return refusal{errc::not_found, {"not_found"}};
    const auto items = read_items(asked.body);
    if (!items) return items.error();
    json::array outcomes;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const bulk_item& item = (*items)[i];
        const part one{i, item.id + "\n" + std::to_string(item.version) + "\n" +
                              json::serialize(item.body)};
        const workflow::command_given given{std::string(word->name),
                                            read_command_body(item.body, *word), item.version};
        const auto done = change_part(here, asked, one, [&](const work& at) {
            return give_command(at, {"targets", item.id}, given);
        });
        if (!done && done.error().code == errc::key_reused) return done.error();
        if (!done && here.refused) here.refused(asked.asked, asked.by, done.error());
        outcomes.push_back(outcome_of(item, done, asked.locale));
    }
    return conclude(here, asked,
                    json_reply(200, json::serialize(json::object{{"items", std::move(outcomes)}})));
}

} // namespace

route bulk_route(const context& here)
{
    route r{"POST",
            "/api/v1/targets/commands/{command}",
            {},
            "command_targets",
            "Give one command to many targets"};
    open_by_commands(here, "targets", r);
    r.answer = [&here](const call& asked) { return give_all(here, asked); };
    r.body = body_kind::json;
    r.takes_idempotency_key = true;
    r.query = {"dry_run"};
    return r;
}

} // namespace api
