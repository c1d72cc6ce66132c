#pragma once
// Sends what the outbox holds: one mail to each address, the same Message-ID on every attempt, and
// notes how it went. What fails for now is tried again later, what fails for good is given up. When
// nothing leaves at all, the rest of the batch waits, and somebody is told.
#include "notifications/channel.hpp"
#include "notifications/outbox.hpp"
#include <functional>
#include <set>

namespace notifications {

struct dispatch_settings {
    mailbox from;
    workflow::clock now;
    std::function<double()> spread{}; // 0 to 1: scatters the times of later attempts
    std::function<void(const std::string&)> report{}; // what an operator must mend, once a batch
    std::function<bool()> stops{};                    // the rest of the batch is put back
};

class dispatcher {
public:
    dispatcher(outbox& waiting, channel& way_out, dispatch_settings settings)
        : waiting_(waiting), way_out_(way_out), settings_(std::move(settings))
    {
    }

    // Sends one batch; returns how many messages it took in hand. Passes outages on: what was in
    // hand then is sent when the hold has run out.
    std::size_t send_batch();

private:
    struct result;
    std::string send(const held_message&);
    void put_back(const held_message&, const std::string& why);
    void report(const std::string& what);
    std::optional<result> send_to_all(const parcel&);
    void note(const parcel&, const result&);

    outbox& waiting_;
    channel& way_out_;
    dispatch_settings settings_;
    std::set<std::string> accepted_; // Message-IDs of mails to one of several addresses
    bool has_reported_{};            // in this batch
};

// The mail to one of a person's addresses. The first carries the message's own Message-ID, the
// others one of their own: mail servers drop a second mail of the same id.
mail mail_to(const parcel&, std::size_t address, const mailbox& from);

} // namespace notifications
