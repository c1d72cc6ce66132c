#pragma once
// A mail as bytes: RFC 5322 headers, RFC 2047 words, RFC 2045 quoted-printable, text and HTML as
// multipart/alternative, lines ended by CRLF. Nothing a person wrote can add a header or a part.
#include "notifications/mail.hpp"
#include <string>
#include <string_view>

namespace notifications {

// The whole message, as .eml files hold it and SMTP sends it (without dot-stuffing). Addresses
// must hold `is_address`; everything else is made harmless here.
std::string to_mime(const mail&);

// A plain ASCII address as mail servers take it, without quoted local parts: a@b, no spaces,
// controls or angle brackets, at most 254 characters.
bool is_address(std::string_view email);

// What to_mime is made of.
std::string header_text(std::string_view text);      // the value of an unstructured header
std::string quoted_printable(std::string_view text); // \n, \r\n and \r become CRLF
std::string mail_date(workflow::instant at);         // Thu, 30 Apr 2026 00:30:00 +0000

} // namespace notifications
