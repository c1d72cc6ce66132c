// Refusals as servers write them, and whom they are about.
#include "notifications/smtp_reply.hpp"
#include "tests/support/catch.hpp"

using notifications::meaning_of;
using notifications::outcome;

TEST_CASE("only a 5xx about the recipient's address is final")
{
    struct example {
        const char* command;
        const char* line;
        outcome meaning;
    };
    // clang-format off
    const example examples[]{
        {"RCPT", "550 5.1.1 <x@y.id>: Recipient address rejected: User unknown", outcome::permanent},
        {"RCPT", "550-5.1.1 The email account that you tried to reach does not exist", outcome::permanent},
        {"RCPT", "550 5.1.10 RESOLVER.ADR.RecipientNotFound", outcome::permanent},
        {"RCPT", "553 5.1.2 We don't know this host", outcome::permanent},
        {"RCPT", "550 Requested action not taken: mailbox unavailable", outcome::permanent},
        {"RCPT", "551 User not local", outcome::permanent},
        {"RCPT", "553 mailbox name not there", outcome::permanent},
        {"RCPT", "550 5.2.1 Mailbox disabled", outcome::permanent},
        {"DATA", "550 5.1.1 User unknown", outcome::permanent},
        {"RCPT", "550 5.7.1 Relaying denied", outcome::refused},
        {"RCPT", "554 5.7.1 <x@y.id>: Relay access denied", outcome::refused},
        {"RCPT", "550 5.7.1 Client host blocked", outcome::refused},
        {"RCPT", "550 relay not permitted", outcome::refused},
        {"RCPT", "550 Authentication is required", outcome::refused},
        {"RCPT", "550 Sender verify failed", outcome::refused},
        {"RCPT", "550 5.1.8 Sender domain not found", outcome::refused},
        {"RCPT", "552 5.2.2 Over quota", outcome::refused},
        {"RCPT", "530 5.7.0 Must issue a STARTTLS command first", outcome::refused},
        {"RCPT", "503 Bad sequence", outcome::refused},
        {"DATA", "550 5.7.26 Unauthenticated mail from this sender", outcome::refused},
        {"DATA", "554 Message refused", outcome::refused},
        {"DATA", "550 No", outcome::refused},
        {"RCPT", "450 4.2.1 Try later", outcome::temporary},
        {"DATA", "451 4.3.0 Local trouble", outcome::temporary},
        {"RCPT", "421 4.7.0 Too many errors", outcome::unreachable},
        {"RCPT", "", outcome::unreachable},
        {"", "554 5.7.1 No service", outcome::unreachable},
        {"", "", outcome::unreachable},
        {"EHLO", "550 5.1.1 Go away", outcome::unreachable},
        {"STARTTLS", "454 4.7.0 TLS not available", outcome::unreachable},
        {"AUTH", "535 5.7.8 Wrong password", outcome::unreachable},
        {"MAIL", "550 5.1.1 Unknown sender", outcome::unreachable},
        {"MAIL", "553 5.1.8 Bad sender", outcome::unreachable},
    };
    // clang-format on
    for (const auto& each : examples) {
        INFO(each.command << ": " << each.line);
        CHECK((meaning_of(each.command, each.line) == each.meaning));
    }
}
