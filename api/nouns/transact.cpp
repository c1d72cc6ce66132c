// Transactions around tasks; replies are stored as they were sent.
#include "api/nouns/transact.hpp"
#include "api/door/rights.hpp"
#include "api/http/query.hpp"
#include "api/http/secret.hpp"
#include "api/words/http_errc.hpp"
#include "workflow/things/sha256.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace api {
namespace {

// What seals an answer that holds a secret: known to who sent the request, and kept nowhere.
std::string secret_of(const request& asked, const caller& by)
{
    return by.who.user.id + "\n" + std::string(idempotency_key(asked));
}

// A token of one region is not told what its person was answered about another.
std::string keeper_of(const caller& by)
{
    const std::string within = by.who.bounds ? by.who.bounds->region : std::string();
    return within.empty() ? by.who.user.id : by.who.user.id + " in " + within;
}

persistence::run_key run_key_of(const caller& by, const request_key& key)
{
    return {keeper_of(by), key.key, key.request};
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
        return workflow::refusal{http_errc::unauthenticated, {"sign_in_required"}};
    return todo({here, unit, who, asked.locale, records});
}

// The task by its caller's rights, with what it records. What the answer is, its caller says.
class attempt {
public:
    attempt(const context& here, const call& asked, const task& todo)
        : here_(here), asked_(asked), todo_(todo)
    {
    }

    workflow::result<reply> operator()(persistence::unit_of_work& unit)
    {
        records_.clear();
        auto done = as_caller(here_, asked_, unit, todo_, &records_);
        if (!done) return done;
        for (const auto& each : records_)
            record_security(unit, origin_of(asked_.asked, asked_.by.who.user.id), each);
        return done;
    }
    // After the COMMIT.
    void tell() const
    {
        if (!records_.empty()) write_security_log(here_);
        if (here_.committed) here_.committed();
    }

private:
    const context& here_;
    const call& asked_;
    const task& todo_;
    std::vector<security_event> records_;
};

workflow::result<reply> run(const context& here, const call& asked, const task& todo)
{
    attempt once(here, asked, todo);
    const bool is_dry = flag(asked.asked, "dry_run").value();
    auto answer = here.database.run(once, {.dry_run = is_dry});
    if (answer && !is_dry) once.tell();
    return answer;
}

// Only here an answer becomes text before the wire: to be kept, and to be the same when it is sent
// again.
workflow::result<reply> run(const context& here, const call& asked, const task& todo,
                            const persistence::run_key& key, bool is_new)
{
    attempt once(here, asked, todo);
    const std::string secret = secret_of(asked.asked, asked.by);
    const auto answer = here.database.run(
        key,
        [&](persistence::unit_of_work& unit) -> workflow::result<persistence::stored_answer> {
            const auto done = once(unit);
            if (!done) return done.error();
            return stored(*done, secret);
        },
        {.key_is_new = is_new});
    if (!answer) return answer.error();
    once.tell();
    return replayed(*answer, secret);
}

} // namespace

void record(const work& at, security_event event)
{
    if (at.records) at.records->push_back(std::move(event));
}

workflow::result<reply> change(const context& here, const call& asked, const task& todo)
{
    if (!asked.key) return run(here, asked, todo);
    return run(here, asked, todo, run_key_of(asked.by, *asked.key), true);
}

// The space keeps the keys of parts apart from all keys that callers can choose.
workflow::result<reply> change_part(const context& here, const call& asked, const part& p,
                                    const task& todo)
{
    if (!asked.key) return run(here, asked, todo);
    const persistence::run_key key{
        keeper_of(asked.by), "part " + std::to_string(p.number) + " " + asked.key->key,
        workflow::sha256_hex(asked.asked.method + "\n" + asked.asked.target + "\n" + p.text)};
    return run(here, asked, todo, key, false);
}

workflow::result<reply> conclude(const context& here, const call& asked, const reply& whole)
{
    if (!asked.key) return whole;
    return change(here, asked, [&](const work&) -> workflow::result<reply> { return whole; });
}

workflow::result<reply> look(const context& here, const call& asked, const task& todo)
{
    return here.database.read(
        [&](persistence::unit_of_work& unit) { return as_caller(here, asked, unit, todo); });
}

workflow::result<std::optional<reply>> stored_answer(const context& here, const request& asked,
                                                     const caller& by, const request_key& key)
{
    const auto found = here.database.glance(
        [&](persistence::unit_of_work& unit) { return find_answer(unit, run_key_of(by, key)); });
    if (!found) return found.error();
    if (!*found) return std::optional<reply>{};
    persistence::stored_answer answer = **found;
    answer.replayed = true;
    return std::optional(replayed(answer, secret_of(asked, by)));
}

} // namespace api
