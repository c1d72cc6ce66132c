// The sender's thread: woken by a commit, once by many, and never in the way of the end.
#include "api/clerks/mail_clerk.hpp"
#include "notifications/smtp_channel.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/silent_port.hpp"
#include <semaphore>

using namespace std::chrono_literals;

namespace {

// One that has nothing to send, and counts how often it is asked to.
api::mail_clerk_settings counting(std::counting_semaphore<>& sent)
{
    return {.send = [&] {
        sent.release();
        return std::size_t{0};
    }};
}

} // namespace

TEST_CASE("many commits in a row make the sender look once, and do not keep it from ending")
{
    std::counting_semaphore<> sent(0);
    auto settings = counting(sent);
    settings.send_pause = 1h;
    api::mail_clerk clerk(settings);
    clerk.start();
    REQUIRE(sent.try_acquire_for(10s));
    for (int i = 0; i < 100; ++i) clerk.notify();
    clerk.stop();
    CHECK_FALSE(sent.try_acquire());
}

TEST_CASE("a commit wakes the sender")
{
    std::counting_semaphore<> sent(0);
    auto settings = counting(sent);
    settings.send_every = 1h;
    api::mail_clerk clerk(settings);
    clerk.start();
    REQUIRE(sent.try_acquire_for(10s));
    clerk.notify();
    CHECK(sent.try_acquire_for(10s));
    clerk.stop();
}

TEST_CASE("an outage of the sender is told and is not its end")
{
    std::counting_semaphore<> sent(0), told(0);
    api::mail_clerk clerk({.send = [&]() -> std::size_t {
                               sent.release();
                               throw std::runtime_error("no database");
                           },
                           .report =
                               [&](const std::string& what) {
                                   if (what == "no database") told.release();
                               },
                           .send_every = 1ms,
                           .send_pause = 1ms});
    clerk.start();
    CHECK(told.try_acquire_for(10s));
    CHECK(told.try_acquire_for(10s));
    clerk.stop();
}

TEST_CASE("a mail server that says nothing does not hold up the end")
{
    const support::silent_port relay;
    std::atomic<api::mail_clerk*> clerk{};
    notifications::smtp_channel channel(
        {.url = "smtp://127.0.0.1:" + std::to_string(relay.number()),
         .gives_up = [&] { return clerk.load() && clerk.load()->is_stopping(); }});
    api::mail_clerk sender({.send = [&] {
        channel.send({.message_id = "<a@b.id>", .from = {"a@b.id"}, .to = {"c@d.id"}});
        return std::size_t{1};
    }});
    clerk = &sender;
    sender.start();
    REQUIRE(relay.await_caller(10s));
    const auto began = std::chrono::steady_clock::now();
    sender.stop();
    CHECK(std::chrono::steady_clock::now() - began < 10s); // of the 60 that a mail may take
}
