#pragma once
// Mail by SMTP, with libcurl. One recipient a mail, so that every answer is about one person.
#include "notifications/channel.hpp"
#include <chrono>
#include <functional>
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
    std::function<bool()> gives_up{};                // asked every second at most: ends a wait
};

// What the operator writes in one line:
//     smtp://relay.example.go.id
//     smtp://user:password@mail.example.go.id:587?starttls=required&ca=/etc/ssl/office.pem
//     smtps://user:password@mail.example.go.id
// A password asks for STARTTLS by itself; `starttls=off` takes that back (a relay on this host).
// Throws std::invalid_argument, never naming the password.
smtp_settings smtp_settings_of(const std::string& url);

// Connections are kept between mails. Only a 5xx about the recipient's address is permanent: 550,
// 551, 553 to RCPT that do not speak of relaying or policy, and any with an enhanced status of 5.1
// or 5.2.1 that is not the sender's. Other 5xx to RCPT or DATA are `refused`. Whatever goes wrong
// before a recipient is named (no connection, greeting, HELO, certificate, sign-in, MAIL FROM), a
// 421 and silence are `unreachable`.
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
