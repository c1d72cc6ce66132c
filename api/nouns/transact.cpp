// Transactions around tasks; replies are stored as they were sent.
#include "api/nouns/transact.hpp"
#include "api/door/rights.hpp"
#include "api/files/read_file.hpp"
#include "api/http/pipeline.hpp"
#include "api/http/query.hpp"
#include "api/http/secret.hpp"
#include "workflow/things/sha256.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace api {
namespace {

std::string body_digest(const request& asked)
{
    return workflow::sha256_hex(asked.body_file.empty() ? asked.body : whole_file(asked.body_file));
}

// What seals an answer that holds a secret: known to who sent the request, and kept nowhere.
std::string secret_of(const request& asked, const caller& by)
{
    return by.who.user.id + "\n" + std::string(idempotency_key(asked));
}

// The key itself is not kept, for it opens sealed answers. Multipart bodies differ in their
// boundary each time they are sent.
persistence::run_key key_of(const request& asked, const caller& by)
{
    return {by.who.user.id, workflow::sha256_hex(idempotency_key(asked)),
            workflow::sha256_hex(asked.method + "\n" + asked.target + "\n" + body_digest(asked))};
}

constexpr std::string_view seal_mark = "sealed"; // no header's name

std::string headers_text(const reply& answer)
{
    boost::json::object headers;
    if (answer.holds_secret) headers[seal_mark] = true;
    for (const auto& [name, value] : answer.headers) headers[name] = value;
    headers["Content-Type"] = answer.content_type;
    return boost::json::serialize(headers);
}

persistence::stored_answer stored(const reply& answer, const std::string& secret)
{
    return {answer.status, headers_text(answer),
            answer.holds_secret ? sealed(answer.body, secret) : answer.body, false};
}

reply replayed(const persistence::stored_answer& kept, const std::string& secret)
{
    reply answer = json_reply(kept.status, kept.body);
    const boost::json::value headers = boost::json::parse(kept.headers);
    for (const auto& [name, value] : headers.as_object()) {
        if (name == seal_mark) {
            answer.body = opened(kept.body, secret);
            continue;
        }
        const std::string text(value.as_string());
        if (name == "Content-Type")
            answer.content_type = text;
        else
            answer.with(std::string(name), text);
    }
    if (kept.replayed) answer.with("Idempotent-Replayed", "true");
    return answer;
}

// Nothing is done for somebody disabled since they were recognised.
workflow::result<reply> as_caller(const context& here, const call& asked,
                                  persistence::unit_of_work& unit, const task& todo,
                                  std::vector<security_event>* records = nullptr)
{
    const workflow::principal who = rights_of(unit, asked.by);
    if (who.user.id != asked.by.who.user.id)
        return workflow::refusal{workflow::errc::unauthenticated, {"sign_in_required"}};
    return todo({here, unit, who, asked.locale, records});
}

workflow::result<reply> run(const context& here, const call& asked, const persistence::run_key* key,
                            const task& todo)
{
    const std::string secret = secret_of(asked.asked, asked.by);
    persistence::run_options options;
    options.dry_run = flag(asked.asked, "dry_run").value();
    std::vector<security_event> records;
    const auto answer = here.database.run(
        key,
        [&](persistence::unit_of_work& unit) -> workflow::result<persistence::stored_answer> {
            records.clear();
            auto done = as_caller(here, asked, unit, todo, &records);
            if (!done) return done.error();
            for (const auto& each : records)
                record_security(unit, origin_of(asked.asked, asked.by.who.user.id), each);
            return stored(*done, secret);
        },
        options);
    if (!answer) return answer.error();
    if (!records.empty() && !options.dry_run) write_security_log(here);
    if (here.committed && !options.dry_run) here.committed();
    return replayed(*answer, secret);
}

} // namespace

void record(const work& at, security_event event)
{
    if (at.records) at.records->push_back(std::move(event));
}

workflow::result<reply> change(const context& here, const call& asked, const task& todo)
{
    if (idempotency_key(asked.asked).empty()) return run(here, asked, nullptr, todo);
    const persistence::run_key key = key_of(asked.asked, asked.by);
    return run(here, asked, &key, todo);
}

// The space keeps the keys of parts apart from all keys that callers can choose.
workflow::result<reply> change_part(const context& here, const call& asked, const part& p,
                                    const task& todo)
{
    const std::string_view whole = idempotency_key(asked.asked);
    if (whole.empty()) return run(here, asked, nullptr, todo);
    const persistence::run_key key{
        asked.by.who.user.id,
        "part " + std::to_string(p.number) + " " + workflow::sha256_hex(whole),
        workflow::sha256_hex(asked.asked.method + "\n" + asked.asked.target + "\n" + p.text)};
    return run(here, asked, &key, todo);
}

workflow::result<reply> conclude(const context& here, const call& asked, const reply& whole)
{
    if (idempotency_key(asked.asked).empty()) return whole;
    return change(here, asked, [&](const work&) -> workflow::result<reply> { return whole; });
}

workflow::result<reply> look(const context& here, const call& asked, const task& todo)
{
    return here.database.read(
        [&](persistence::unit_of_work& unit) { return as_caller(here, asked, unit, todo); });
}

workflow::result<std::optional<reply>> stored_answer(const context& here, const request& asked,
                                                     const caller& by)
{
    const auto found = here.database.glance(
        [&](persistence::unit_of_work& unit) { return find_answer(unit, key_of(asked, by)); });
    if (!found) return found.error();
    if (!*found) return std::optional<reply>{};
    persistence::stored_answer answer = **found;
    answer.replayed = true;
    return std::optional(replayed(answer, secret_of(asked, by)));
}

} // namespace api
