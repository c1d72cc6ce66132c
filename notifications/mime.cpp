// Headers are ASCII and folded; what is not plain ASCII becomes encoded words of whole characters.
#include "notifications/mime.hpp"
#include "notifications/one_line.hpp"
#include "workflow/things/sha256.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <array>
#include <cstdio>
#include <sodium.h>

namespace notifications {

namespace {

constexpr std::size_t address_length_max = 254;
constexpr std::size_t subject_bytes_max = 400;
constexpr std::size_t name_bytes_max = 200;
constexpr std::size_t header_line_max = 76;
constexpr std::size_t longest_header_name = 16; // room for "List-Id: " and the like
constexpr std::size_t word_bytes_max = 42;      // as base64 between =?UTF-8?B? and ?=: 68
constexpr std::size_t body_line_max = 76;
constexpr std::string_view crlf = "\r\n";

std::string base64(std::string_view bytes)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the terminating NUL
    return text;
}

bool is_printable_ascii(char c)
{
    return c >= 0x20 && c < 0x7f;
}

// Whether the text may stand in a header as it is: it must not look like an encoded word, and
// every word must fit on a line.
bool is_plain(std::string_view text)
{
    if (!std::all_of(text.begin(), text.end(), is_printable_ascii)) return false;
    if (text.find("=?") != text.npos) return false;
    std::size_t word = 0;
    for (char c : text) {
        word = c == ' ' ? 0 : word + 1;
        if (word > header_line_max - longest_header_name) return false;
    }
    return true;
}

std::string folded(std::string_view text)
{
    std::string lines;
    std::size_t length = longest_header_name;
    while (!text.empty()) {
        const auto space = text.find(' ', 1);
        const auto word = text.substr(0, space);
        if (length + word.size() > header_line_max && word.front() == ' ') {
            lines += crlf;
            length = 0;
        }
        lines += word;
        length += word.size();
        text.remove_prefix(word.size());
    }
    return lines;
}

std::string encoded_words(std::string_view text)
{
    std::string words;
    while (!text.empty()) {
        std::size_t end = std::min(word_bytes_max, text.size());
        while (end > 1 && end < text.size() &&
               (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) {
            --end;
        }
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + base64(text.substr(0, end)) + "?=";
        text.remove_prefix(end);
    }
    return words;
}

std::string quoted(std::string_view name)
{
    std::string text = "\"";
    for (char c : name) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

std::string mailbox_text(const mailbox& box)
{
    const auto name = workflow::shortened(one_line(box.name), name_bytes_max);
    if (name.empty()) return box.email;
    const bool plain = is_plain(name) && name.size() < header_line_max - longest_header_name;
    return (plain ? quoted(name) : encoded_words(name)) + "\r\n <" + box.email + '>';
}

void append_part(std::string& body, const std::string& boundary, std::string_view type,
                 std::string_view content)
{
    body += "--" + boundary + "\r\n";
    body += "Content-Type: " + std::string(type) + "; charset=utf-8\r\n";
    body += "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
    body += quoted_printable(content);
    body += crlf;
}

std::string domain_of(const std::string& email)
{
    return email.substr(email.rfind('@') + 1);
}

// One line of a body. A dot at the start and "From " would be changed by careless relays, spaces
// at the end be lost.
void append_quoted_line(std::string& out, std::string_view line)
{
    std::size_t length = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool last = i + 1 == line.size();
        const bool as_it_is = is_printable_ascii(c) && c != '=' && !(c == ' ' && last) &&
                              !(i == 0 && (c == '.' || line.starts_with("From ")));
        const std::size_t size = as_it_is ? 1 : 3;
        if (length + size > body_line_max - 1) { // one place is for the soft break's "="
            out += "=\r\n";
            length = 0;
        }
        if (as_it_is) {
            out += c;
        } else {
            char hex[4];
            std::snprintf(hex, sizeof hex, "=%02X", static_cast<unsigned char>(c));
            out += hex;
        }
        length += size;
    }
}

} // namespace

bool is_address(std::string_view email)
{
    if (email.size() > address_length_max) return false;
    const auto at = email.find('@');
    if (at == email.npos || at == 0 || at + 1 == email.size()) return false;
    if (email.find('@', at + 1) != email.npos || email.front() == '-') return false;
    return std::all_of(email.begin(), email.end(), [](char c) {
        return is_printable_ascii(c) &&
               std::string_view(" <>()[],;:\\\"").find(c) == std::string_view::npos;
    });
}

std::string header_text(std::string_view text)
{
    const auto line = one_line(text);
    return is_plain(line) ? folded(line) : encoded_words(line);
}

std::string quoted_printable(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto end = text.find_first_of(crlf);
        append_quoted_line(out, text.substr(0, end));
        if (end == text.npos) break;
        out += crlf;
        text.remove_prefix(end + (text.substr(end, 2) == crlf ? 2 : 1));
    }
    return out;
}

std::string mail_date(workflow::instant at)
{
    using namespace std::chrono;
    static constexpr const char* days[]{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[]{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = floor<std::chrono::days>(at);
    const year_month_day day{midnight};
    const hh_mm_ss time{floor<seconds>(at - midnight)};
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d +0000",
                  days[weekday{midnight}.c_encoding()], static_cast<unsigned>(day.day()),
                  months[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

std::string to_mime(const mail& mail)
{
    // "=_" cannot occur in quoted-printable text, so no body can end a part.
    const std::string boundary = "=_" + workflow::sha256_hex(mail.message_id).substr(0, 32);
    std::string out;
    const auto header = [&](std::string_view name, const std::string& value) {
        out += std::string(name) + ": " + value + "\r\n";
    };
    header("Date", mail_date(mail.date));
    header("From", mailbox_text(mail.from));
    header("To", mailbox_text(mail.to));
    header("Subject", header_text(workflow::shortened(one_line(mail.subject), subject_bytes_max)));
    header("Message-ID", one_line(mail.message_id));
    header("List-Id", "<rampung." + domain_of(mail.from.email) + ">");
    header("Auto-Submitted", "auto-generated");
    header("MIME-Version", "1.0");
    header("Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + '"');
    out += crlf;
    append_part(out, boundary, "text/plain", mail.text);
    append_part(out, boundary, "text/html", mail.html);
    return out + "--" + boundary + "--\r\n";
}

} // namespace notifications
