#pragma once
// Time and mail of one process on an office of the tests: ticks, sends, and keeps what has left as
// people read it. The clock is set; nothing waits for real time.
#include "api/clerks/post_office.hpp"
#include "api/clerks/scheduler.hpp"
#include "notifications/dispatcher.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"

namespace support {

// A relay that can be away, or refuse some recipients.
struct relay : notifications::channel {
    bool is_away{};
    std::vector<notifications::mail> took{};

    notifications::delivery send(const notifications::mail& letter) override
    {
        if (is_away) return {notifications::outcome::temporary, "nobody is there"};
        took.push_back(letter);
        return {notifications::outcome::accepted, {}};
    }
};

inline workflow::instant in_jakarta(workflow::date day, int hour, int minute)
{
    return workflow::calendar({}, "Asia/Jakarta").at(day, hour, minute);
}

struct mail_desk {
    office& here;
    relay way_out{};
    api::post_office outbox{
        here.store(),
        {"desk", "https://rampung.example.go.id", here.kinds(), definitions::catalog()}};
    notifications::dispatcher sender{
        outbox, way_out, {.from = {"rampung@example.go.id"}, .now = [this] {
                              return here.store().now();
                          }}};
    api::scheduler clockwork{{.database = here.store(),
                              .kinds = here.kinds(),
                              .outside = here.outside(),
                              .owner = "desk",
                              .report = [](const std::string& what) { FAIL_CHECK(what); }}};

    void set_clock(workflow::date day, int hour, int minute)
    {
        set_clock(in_jakarta(day, hour, minute));
    }
    void set_clock(workflow::instant at)
    {
        here.here().set_clock(workflow::microseconds_of(at) / 1'000'000);
    }
    void tick_at(workflow::date day, int hour, int minute)
    {
        set_clock(day, hour, minute);
        clockwork.tick();
    }
    // Gives what has left by then.
    std::vector<notifications::mail> send_at(workflow::date day, int hour, int minute)
    {
        set_clock(day, hour, minute);
        return send_now();
    }
    std::vector<notifications::mail> send_now()
    {
        while (sender.send_batch() > 0) {
        }
        return std::exchange(way_out.took, {});
    }
    std::vector<notifications::mail> work_at(workflow::date day, int hour, int minute)
    {
        tick_at(day, hour, minute);
        return send_now();
    }
};

inline std::multiset<std::string> recipients_of(const std::vector<notifications::mail>& mails)
{
    std::multiset<std::string> out;
    for (const auto& each : mails) out.insert(each.to.email.substr(0, each.to.email.find('@')));
    return out;
}

// Of a test that looks at the agencies' targets: the region's report on the period is a matter of
// its secretariat.
inline std::vector<notifications::mail> but_to(const std::string& user,
                                               std::vector<notifications::mail> mails)
{
    std::erase_if(mails, [&](const auto& each) { return each.to.email.starts_with(user + '@'); });
    return mails;
}

inline std::size_t times_in(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

} // namespace support
