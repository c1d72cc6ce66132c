#pragma once
// A digest in words: subject, plain text, HTML, and a text to copy into WhatsApp, in the
// recipient's language. Pure. Text of people is made harmless: one line, escaped in HTML; a link
// that is not http or https is left out.
#include "notifications/digest.hpp"
#include "notifications/mail.hpp"

namespace notifications {

// More items than these are summed up in one line with the link to the inbox.
inline constexpr std::size_t digest_items_max = 60;

struct rendering {
    std::string subject;
    std::string text;
    std::string html;
    std::string whatsapp; // also part of text and html
};

// `digest.items` must not be empty. Reminders are ordered by due date, notices stay as they came.
rendering render(const digest&);

// The whole mail, its Message-ID made of the digest's key and the sender's domain.
mail compose(const digest&, const mailbox& from, const mailbox& to);

} // namespace notifications
