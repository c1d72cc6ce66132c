// Sending: one mail an address, and what is noted of it.
#include "notifications/dispatcher.hpp"
#include "tests/support/catch.hpp"
#include <map>

using namespace notifications;
using namespace std::chrono;

namespace {

const workflow::instant now = sys_days{2026y / April / 16} + minutes{30};

struct box : outbox {
    std::vector<held_message> waiting;
    std::map<std::string, parcel> parcels;
    std::vector<std::string> noted;
    workflow::instant next{};
    bool hold_is_good{true};

    void put(const std::string& id, std::vector<mailbox> to, std::int64_t attempts = 0)
    {
        digest_item item{
            .what = {.rule = "review_requested", .resource = "reviews", .title = "RAD"}};
        parcel p{.held = {id, 1},
                 .what = {.message_key = "key of " + id, .at = now, .items = {item}},
                 .to = std::move(to),
                 .attempts = attempts};
        waiting.push_back(p.held);
        parcels[id] = p;
    }

    std::vector<held_message> take() override { return std::exchange(waiting, {}); }
    parcel open(const held_message& held) override { return parcels.at(held.id); }
    bool about_to_send(const held_message& held, const mail& letter) override
    {
        noted.push_back(held.id + " leaves to " + letter.to.email);
        return hold_is_good;
    }
    bool sent(const held_message& held) override
    {
        noted.push_back(held.id + " sent");
        return true;
    }
    bool try_again(const held_message& held, workflow::instant when,
                   const std::string& why) override
    {
        noted.push_back(held.id + " again: " + why);
        next = when;
        return true;
    }
    bool give_up(const held_message& held, const std::string& why) override
    {
        noted.push_back(held.id + " dead: " + why.substr(0, 10));
        return true;
    }
    bool drop(const held_message& held) override
    {
        noted.push_back(held.id + " dropped");
        return true;
    }
};

struct way : channel {
    std::map<std::string, delivery> answers; // by address; accepted when there is none
    std::vector<mail> mails;
    delivery send(const mail& letter) override
    {
        mails.push_back(letter);
        const auto found = answers.find(letter.to.email);
        return found == answers.end() ? delivery{outcome::accepted, {}} : found->second;
    }
};

struct office {
    box waiting;
    way out;
    std::vector<std::string> reported{};
    bool is_stopping{};
    dispatcher sender{waiting,
                      out,
                      {.from = {"rampung@example.go.id"},
                       .now = [] { return now; },
                       .report = [this](const std::string& what) { reported.push_back(what); },
                       .stops = [this] { return is_stopping; }}};
};

using notes = std::vector<std::string>;

} // namespace

TEST_CASE("each address gets a mail of its own id, and the message is sent once")
{
    office here;
    here.waiting.put("m", {{"a@example.org"}, {"b@example.org"}});
    CHECK(here.sender.send_batch() == 1);
    CHECK(here.waiting.noted ==
          notes{"m leaves to a@example.org", "m leaves to b@example.org", "m sent"});
    REQUIRE(here.out.mails.size() == 2);
    CHECK(here.out.mails[0].message_id != here.out.mails[1].message_id);
    CHECK(here.sender.send_batch() == 0);
}

TEST_CASE("a person without an address: the message is dead and says why, and no mail leaves")
{
    office here;
    here.waiting.put("m", {});
    here.sender.send_batch();
    CHECK(here.waiting.noted == notes{"m dead: no address"});
    CHECK(here.out.mails.empty());
}

TEST_CASE("an address that is none never reaches the channel")
{
    office here;
    here.waiting.put("m", {{"not an address"}});
    here.sender.send_batch();
    CHECK(here.waiting.noted == notes{"m dead: not an add"});
    CHECK(here.out.mails.empty());
}

TEST_CASE("a passing failure waits longer with every attempt, and dies after five days")
{
    office here;
    here.out.answers["a@example.org"] = {outcome::temporary, "451 later"};
    here.waiting.put("m", {{"a@example.org"}});
    here.sender.send_batch();
    CHECK(here.waiting.noted.back() == "m again: 451 later");
    CHECK(here.waiting.next == now + 1min);
    here.waiting.put("m", {{"a@example.org"}}, 3);
    here.sender.send_batch();
    CHECK(here.waiting.next == now + 60min);
    here.waiting.put("m", {{"a@example.org"}}, 99);
    here.sender.send_batch();
    CHECK(here.waiting.noted.back() == "m dead: tried for ");
}

TEST_CASE("a lasting failure is given up at once")
{
    office here;
    here.out.answers["a@example.org"] = {outcome::permanent, "550 unknown"};
    here.waiting.put("m", {{"a@example.org"}});
    here.sender.send_batch();
    CHECK(here.waiting.noted.back() == "m dead: 550 unknow");
}

TEST_CASE("an address that was served is not served again when another must be tried again")
{
    office here;
    here.out.answers["b@example.org"] = {outcome::temporary, "451 later"};
    here.waiting.put("m", {{"a@example.org"}, {"b@example.org"}});
    here.sender.send_batch();
    CHECK(here.waiting.noted.back() == "m again: 451 later");
    here.out.answers.clear();
    here.waiting.put("m", {{"a@example.org"}, {"b@example.org"}}, 2);
    here.sender.send_batch();
    CHECK(here.waiting.noted.back() == "m sent");
    REQUIRE(here.out.mails.size() == 3);
    CHECK(here.out.mails[2].to.email == "b@example.org");
    CHECK(here.out.mails[2].message_id == here.out.mails[1].message_id);
}

TEST_CASE("who has lost the hold sends nothing")
{
    office here;
    here.waiting.hold_is_good = false;
    here.waiting.put("m", {{"a@example.org"}});
    here.sender.send_batch();
    CHECK(here.out.mails.empty());
    CHECK(here.waiting.noted == notes{"m leaves to a@example.org"});
}

TEST_CASE("a mail server that takes nothing costs no message anything, and is told of once")
{
    office here;
    for (const auto* id : {"m1", "m2", "m3"}) here.waiting.put(id, {{"a@example.org"}});
    here.out.answers["a@example.org"] = {outcome::unreachable, "554 5.7.1 No service"};
    CHECK(here.sender.send_batch() == 3);
    CHECK(here.out.mails.size() == 1);
    CHECK(here.waiting.noted ==
          notes{"m1 leaves to a@example.org", "m1 again: 554 5.7.1 No service",
                "m2 again: 554 5.7.1 No service", "m3 again: 554 5.7.1 No service"});
    CHECK(here.waiting.next == now + 1min);
    CHECK(here.reported == notes{"554 5.7.1 No service"});
}

TEST_CASE("a refusal that is not for the address is tried again and told of, and the others go on")
{
    office here;
    here.waiting.put("m1", {{"a@example.org"}});
    here.waiting.put("m2", {{"b@example.org"}});
    here.out.answers["a@example.org"] = {outcome::refused, "554 5.7.1 Relay access denied"};
    here.sender.send_batch();
    CHECK(here.waiting.noted == notes{"m1 leaves to a@example.org",
                                      "m1 again: 554 5.7.1 Relay access denied",
                                      "m2 leaves to b@example.org", "m2 sent"});
    CHECK(here.reported == notes{"554 5.7.1 Relay access denied"});
}

TEST_CASE("a lasting refusal of an address is nobody's fault but the address's")
{
    office here;
    here.out.answers["a@example.org"] = {outcome::permanent, "550 5.1.1 unknown"};
    here.waiting.put("m", {{"a@example.org"}});
    here.sender.send_batch();
    CHECK(here.reported.empty());
}

TEST_CASE("a process that ends puts back what it holds, to be sent at once by another")
{
    office here;
    here.waiting.put("m", {{"a@example.org"}});
    here.is_stopping = true;
    here.sender.send_batch();
    CHECK(here.out.mails.empty());
    CHECK(here.waiting.noted == notes{"m again: "});
    CHECK(here.waiting.next == now);
}

TEST_CASE("a message of which nothing is owed any more is dropped")
{
    office here;
    here.waiting.put("m", {{"a@example.org"}});
    here.waiting.parcels.at("m").what.items.clear();
    here.sender.send_batch();
    CHECK(here.waiting.noted == notes{"m dropped"});
    CHECK(here.out.mails.empty());
}
