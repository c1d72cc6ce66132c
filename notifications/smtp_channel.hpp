#pragma once
// Mail by SMTP, with libcurl. One recipient a mail, so that every answer is about one person.
#include "notifications/channel.hpp"
#include <chrono>
#include <memory>
#include <string>

namespace notifications {

struct smtp_settings {
    std::string url; // smtp:// or smtps://, host and port only
    std::string user{};
    std::string password{};
    bool starttls{};       // refuse to go on in plain text
    std::string ca_file{}; // empty: the system's authorities
    std::chrono::milliseconds connect_time_max{10'000};
    std::chrono::milliseconds send_time_max{60'000}; // of one mail, connecting included
};

// What the operator writes in one line:
//     smtp://relay.example.go.id
//     smtp://user:password@mail.example.go.id:587?starttls=required&ca=/etc/ssl/office.pem
//     smtps://user:password@mail.example.go.id
// A password asks for STARTTLS by itself; `starttls=off` takes that back (a relay on this host).
// Throws std::invalid_argument, never naming the password.
smtp_settings smtp_settings_of(const std::string& url);

// Connections are kept between mails. Outcomes: 5xx about the mail is permanent; 4xx, no answer, a
// broken connection and an untrusted certificate are temporary, and so are 5xx about ourselves
// (sign-in refused, encryption demanded): the operator mends those, and no mail should die of it.
class smtp_channel : public channel {
public:
    explicit smtp_channel(smtp_settings settings);
    ~smtp_channel() override;
    smtp_channel(const smtp_channel&) = delete;
    smtp_channel& operator=(const smtp_channel&) = delete;

    delivery send(const mail&) override;

private:
    struct connection;
    std::unique_ptr<connection> connection_;
};

} // namespace notifications
