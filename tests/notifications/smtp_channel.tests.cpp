// SMTP against a real server: every outcome, TLS, sign-in, one connection for many mails.
#include "notifications/smtp_channel.hpp"
#include "notifications/mime.hpp"
#include "tests/notifications/support/smtp_server.hpp"
#include "tests/support/catch.hpp"
#include <stdexcept>

using namespace notifications;
using tests::smtp_server;
using namespace std::chrono_literals;

namespace {

mail mail_to(const std::string& recipient)
{
    return {.message_id = "<abc@example.go.id>",
            .from = {"rampung@example.go.id", "Rampung"},
            .to = {recipient, "Kepala Dinas"},
            .subject = "Pengingat",
            .text = ".a dot begins this line\n..two\n.\nlast",
            .html = "<p>isi</p>"};
}

smtp_settings settings_for(const smtp_server& server)
{
    auto settings = smtp_settings_of("smtp://" + server.address());
    settings.connect_time_max = 5s;
    settings.send_time_max = 5s;
    return settings;
}

} // namespace

TEST_CASE("a mail that the server takes arrives byte by byte, with its envelope")
{
    const smtp_server server;
    smtp_channel channel(settings_for(server));
    const auto sent = channel.send(mail_to("budi@example.go.id"));
    INFO(sent.reason);
    REQUIRE(sent.result == outcome::accepted);
    const auto taken = server.taken();
    REQUIRE(taken.size() == 1);
    CHECK(taken[0].recipient == "budi@example.go.id");
    CHECK(taken[0].sender == "rampung@example.go.id");
    CHECK(taken[0].bytes == to_mime(mail_to("budi@example.go.id")));
}

TEST_CASE("refusals are told apart by the server's answer, and the answer is the reason")
{
    struct example {
        const char* recipient;
        outcome result;
        const char* reason;
    };
    const example examples[]{
        {"greylist@example.go.id", outcome::temporary, "451 4.7.1 Greylisted, come back later"},
        {"full@example.go.id", outcome::temporary, "452 4.2.2 Mailbox full"},
        {"later@example.go.id", outcome::temporary, "451 4.3.0 Try again later"},
        {"unknown@example.go.id", outcome::permanent, "550 5.1.1 No such user"},
        {"gone@example.go.id", outcome::permanent, "550 No such user here"},
        {"closed@example.go.id", outcome::permanent, "554 5.2.1 Mailbox disabled"},
        {"forbidden@example.go.id", outcome::refused, "553 5.7.1 Not allowed"},
        {"relay@example.go.id", outcome::refused, "554 5.7.1 Relay access denied"},
        {"plain-relay@example.go.id", outcome::refused, "550 relaying denied"},
        {"rcpthosts@example.go.id", outcome::refused,
         "553 sorry, that domain isn't in my list of allowed rcpthosts"},
        {"impostor@example.go.id", outcome::refused, "550 5.1.8 Bad sender address syntax"},
        {"spam@example.go.id", outcome::refused, "554 5.7.1 Refused as spam"},
    };
    const smtp_server server;
    smtp_channel channel(settings_for(server));
    for (const auto& example : examples) {
        INFO(example.recipient);
        const auto sent = channel.send(mail_to(example.recipient));
        CHECK(sent.result == example.result);
        CHECK(sent.reason == example.reason);
        CHECK(channel.send(mail_to("budi@example.go.id")).result == outcome::accepted);
    }
    CHECK(server.taken().size() == std::size(examples));
}

TEST_CASE("a connection that breaks, goes silent or is not there says nothing about the mail")
{
    smtp_server server;
    auto settings = settings_for(server);
    settings.send_time_max = 700ms;
    smtp_channel channel(settings);
    for (const auto* recipient :
         {"hangup@example.go.id", "cutoff@example.go.id", "silent@example.go.id"}) {
        INFO(recipient);
        const auto sent = channel.send(mail_to(recipient));
        CHECK(sent.result == outcome::unreachable);
        CHECK_FALSE(sent.reason.empty());
    }
    CHECK(channel.send(mail_to("budi@example.go.id")).result == outcome::accepted);
    server.stop();
    CHECK(channel.send(mail_to("budi@example.go.id")).result == outcome::unreachable);
}

TEST_CASE("a refusal before a recipient is named is about us, whatever its number")
{
    const std::pair<const char*, const char*> examples[]{
        {"greeting", "554 5.7.1 No service for you"},
        {"busy", "421 4.3.2 Too many connections"},
        {"helo", "550 5.7.1 Go away"},
        {"mail", "550 5.1.8 Sender address rejected"},
        {"leaves", "421 4.3.2 Shutting down"},
    };
    for (const auto& [stage, reason] : examples) {
        INFO(stage);
        const smtp_server server({.refuse = stage});
        const auto sent = smtp_channel(settings_for(server)).send(mail_to("budi@example.go.id"));
        CHECK(sent.result == outcome::unreachable);
        CHECK(sent.reason == reason);
    }
}

TEST_CASE("who gives up waiting is let go, long before the time-out")
{
    const smtp_server server({.refuse = "silence"});
    auto settings = settings_for(server);
    settings.send_time_max = 60s;
    settings.gives_up = [] { return true; };
    const auto began = std::chrono::steady_clock::now();
    const auto sent = smtp_channel(settings).send(mail_to("budi@example.go.id"));
    CHECK(sent.result == outcome::unreachable);
    CHECK(sent.reason == "the program ended while the mail server was silent");
    CHECK(std::chrono::steady_clock::now() - began < 10s);
}

TEST_CASE("many mails go through one connection")
{
    const smtp_server server;
    smtp_channel channel(settings_for(server));
    for (int i = 0; i < 20; ++i) {
        REQUIRE(channel.send(mail_to("budi@example.go.id")).result == outcome::accepted);
    }
    const auto taken = server.taken();
    REQUIRE(taken.size() == 20);
    for (const auto& mail : taken) CHECK(mail.connection == taken.front().connection);
}

TEST_CASE("what is no single address never reaches a server")
{
    const smtp_server server;
    smtp_channel channel(settings_for(server));
    for (const auto* recipient :
         {"", "budi", "a@b.id>\r\nRCPT TO:<c@d.id", "a@b.id,c@d.id", "a b@c.id", "@c.id", "a@",
          "a@b@c", "-v@b.id", "bud\xc3\xad@b.id"}) {
        INFO(recipient);
        CHECK(channel.send(mail_to(recipient)).result == outcome::permanent);
    }
    CHECK(server.taken().empty());
}

TEST_CASE("with STARTTLS and the right authority mail is encrypted and signed in")
{
    const smtp_server server({.starttls = true, .user = "rampung", .password = "p@ss:word"});
    auto settings = smtp_settings_of("smtp://rampung:p%40ss%3Aword@" + server.address() +
                                     "?ca=" + server.certificate().string());
    REQUIRE(settings.starttls);
    smtp_channel channel(settings);
    const auto sent = channel.send(mail_to("budi@example.go.id"));
    INFO(sent.reason);
    REQUIRE(sent.result == outcome::accepted);
    REQUIRE(server.taken().size() == 1);
    CHECK(server.taken()[0].connection.ends_with(" tls"));
}

TEST_CASE("smtps speaks TLS from the first byte")
{
    const smtp_server server({.implicit_tls = true});
    smtp_channel channel(
        smtp_settings_of("smtps://" + server.address() + "?ca=" + server.certificate().string()));
    const auto sent = channel.send(mail_to("budi@example.go.id"));
    INFO(sent.reason);
    CHECK(sent.result == outcome::accepted);
}

TEST_CASE("faults of our own set-up never kill a mail: nothing leaves until they are mended")
{
    SECTION("a wrong password")
    {
        const smtp_server server({.starttls = true, .user = "rampung", .password = "right"});
        auto settings = smtp_settings_of("smtp://rampung:wrong@" + server.address() +
                                         "?ca=" + server.certificate().string());
        const auto sent = smtp_channel(settings).send(mail_to("budi@example.go.id"));
        CHECK(sent.result == outcome::unreachable);
        CHECK(sent.reason.starts_with("535"));
        CHECK(sent.reason.find("wrong") == std::string::npos);
    }
    SECTION("plain text where the server demands TLS")
    {
        const smtp_server server({.starttls = true});
        const auto sent = smtp_channel(settings_for(server)).send(mail_to("budi@example.go.id"));
        CHECK(sent.result == outcome::unreachable);
        CHECK(sent.reason.starts_with("530"));
    }
    SECTION("an authority that is not trusted")
    {
        const smtp_server server({.starttls = true});
        auto settings = smtp_settings_of("smtp://" + server.address() + "?starttls=required");
        const auto sent = smtp_channel(settings).send(mail_to("budi@example.go.id"));
        CHECK(sent.result == outcome::unreachable);
        CHECK(server.taken().empty());
    }
    SECTION("STARTTLS demanded of a server that has none: nothing goes out in plain text")
    {
        const smtp_server server;
        auto settings = smtp_settings_of("smtp://" + server.address() + "?starttls=required");
        const auto sent = smtp_channel(settings).send(mail_to("budi@example.go.id"));
        CHECK(sent.result == outcome::unreachable);
        CHECK(server.taken().empty());
    }
}

TEST_CASE("a mail server's address is read with its options")
{
    const auto plain = smtp_settings_of("smtp://relay.example.go.id");
    CHECK(plain.url == "smtp://relay.example.go.id");
    CHECK_FALSE(plain.starttls);
    const auto full = smtp_settings_of("smtp://u%40x:p%3A1@mail.go.id:587?ca=/etc/a.pem");
    CHECK(full.url == "smtp://mail.go.id:587");
    CHECK(full.user == "u@x");
    CHECK(full.password == "p:1");
    CHECK(full.starttls);
    CHECK(full.ca_file == "/etc/a.pem");
    CHECK_FALSE(smtp_settings_of("smtp://u:p@127.0.0.1?starttls=off").starttls);
    CHECK_FALSE(smtp_settings_of("smtps://u:p@mail.go.id").starttls);
}

TEST_CASE("a mail server's address that cannot be used is refused without naming the password")
{
    for (const auto* url : {"", "mail.example.go.id", "http://u:secret@mail.go.id",
                            "smtp://u:secret@mail.go.id?tls=1", "smtp://u:secret@mail.go.id?ca=",
                            "smtp://u:secret@host:99999", "smtp://"}) {
        INFO(url);
        try {
            smtp_settings_of(url);
            FAIL_CHECK("was taken");
        } catch (const std::invalid_argument& fault) {
            CHECK(std::string(fault.what()).find("secret") == std::string::npos);
        }
    }
}
