// First the lines of each item in words, then the two forms they take.
#include "notifications/render.hpp"
#include "notifications/attempts.hpp"
#include "notifications/one_line.hpp"
#include "notifications/spoken_dates.hpp"
#include "workflow/reminding/told_words.hpp"
#include "workflow/words/characters.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace notifications {

using workflow::say;

namespace {

constexpr std::size_t subject_title_bytes_max = 60;
constexpr std::size_t title_bytes_max = 300;
constexpr std::size_t reason_bytes_max = 600;
constexpr std::size_t whatsapp_items_max = 10;

// One item in words; empty lines are left out.
struct item_lines {
    std::string heading;
    std::string place;
    std::string due;
    std::string silence; // what follows from none
    std::string reason;
    std::string why;
    std::string link;
    std::string brief; // for WhatsApp
};

std::string words(const digest& digest, const std::string& key,
                  std::map<std::string, workflow::bilingual> arguments = {})
{
    return say(digest.locale, {key, std::move(arguments)});
}

// What people wrote, made harmless for a line.
void make_lines(workflow::told& what)
{
    for (auto* text : {&what.title.id, &what.title.en, &what.region.name, &what.agency,
                       &what.post.of, &what.post.called.id, &what.post.called.en, &what.reason})
        *text = one_line(*text);
}

std::string days_of(const digest& digest, int days_left)
{
    if (days_left == 0) return words(digest, "mail_days_today");
    const std::string key = days_left > 0 ? "mail_days_left" : "mail_days_late";
    const int days = std::abs(days_left);
    if (days == 1) return words(digest, key + "_one");
    return words(digest, key, {{"days", std::to_string(days)}});
}

std::string due_of(const digest& digest, const digest_item& item)
{
    if (!item.what.due) return {};
    const auto date = words(digest, "mail_due_time",
                            {{"date", spoken_weekday_date(*item.what.due, digest.locale)},
                             {"zone", zone_name(digest.zone, digest.at)}});
    return words(digest, "mail_due", {{"date", date}, {"days", days_of(digest, item.days_left)}});
}

std::string silence_of(const digest& digest, const digest_item& item)
{
    if (!item.what.silence_consents || !item.what.due) return {};
    return words(digest, "mail_silence_consents",
                 {{"date", spoken_weekday_date(*item.what.due, digest.locale)},
                  {"days", days_of(digest, item.days_left)}});
}

bool is_web_link(std::string_view link)
{
    return (link.starts_with("https://") || link.starts_with("http://")) &&
           std::all_of(link.begin(), link.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

item_lines lines_of(const digest& digest, const digest_item& item)
{
    item_lines lines;
    const auto& what = item.what;
    lines.heading = workflow::heading_of(digest.locale, what) + ": " +
                    workflow::shortened(what.title.in(digest.locale), title_bytes_max);
    if (what.round > 1) {
        lines.heading +=
            " (" + words(digest, "mail_round", {{"round", std::to_string(what.round)}}) + ')';
    }
    lines.place = what.region.name;
    if (!what.agency.empty()) lines.place += " · " + what.agency;
    lines.due = due_of(digest, item);
    lines.silence = silence_of(digest, item);
    if (const auto reason = workflow::shortened(what.reason, reason_bytes_max); !reason.empty()) {
        lines.reason = words(digest, "mail_reason", {{"reason", reason}});
    }
    lines.why = workflow::why_told(digest.locale, what);
    if (is_web_link(item.link)) lines.link = item.link;
    lines.brief = lines.heading;
    if (what.due) {
        lines.brief +=
            " – " + spoken_date(*what.due, digest.locale) + ", " + days_of(digest, item.days_left);
    }
    return lines;
}

std::string whatsapp_of(const digest& digest, const std::vector<item_lines>& items)
{
    const auto& region = digest.items.front().what.region.name;
    std::string text =
        '*' + words(digest, digest.immediate ? "mail_whatsapp_head_notice" : "mail_whatsapp_head") +
        ' ' + region + "*\n";
    for (std::size_t i = 0; i < std::min(items.size(), whatsapp_items_max); ++i) {
        text += std::to_string(i + 1) + ". " + items[i].brief + '\n';
        if (!items[i].link.empty()) text += items[i].link + '\n';
    }
    if (digest.items.size() > whatsapp_items_max && is_web_link(digest.inbox_link)) {
        text += words(digest, "mail_more",
                      {{"count", std::to_string(digest.items.size() - whatsapp_items_max)},
                       {"link", digest.inbox_link}}) +
                '\n';
    }
    return text;
}

// The region that all items share, else the program's name.
std::string subject_region(const digest& digest)
{
    const auto& first = digest.items.front().what.region.name;
    const bool shared =
        std::all_of(digest.items.begin(), digest.items.end(),
                    [&](const digest_item& item) { return item.what.region.name == first; });
    return shared ? first : "Rampung";
}

// Counts as late only what is late, and says whether all have as long as the first.
std::string subject_of_many(const digest& digest, const std::string& region)
{
    const auto& items = digest.items;
    const auto& first = items.front();
    const auto late = std::count_if(items.begin(), items.end(),
                                    [](const auto& i) { return i.what.due && i.days_left < 0; });
    const auto alike = std::count_if(items.begin(), items.end(), [&](const auto& i) {
        return i.what.due && i.days_left == first.days_left;
    });
    const auto all = static_cast<std::ptrdiff_t>(items.size());
    std::map<std::string, workflow::bilingual> arguments{{"region", region},
                                                         {"count", std::to_string(all)},
                                                         {"days", days_of(digest, first.days_left)},
                                                         {"late", std::to_string(late)},
                                                         {"others", std::to_string(all - late)}};
    std::string key = "mail_subject_some_late";
    if (late == 1) key = "mail_subject_one_late";
    if (late == all) key = "mail_subject_all_late";
    if (late == 0) key = "mail_subject_first";
    if (alike == all) key = "mail_subject_many";
    return words(digest, key, std::move(arguments));
}

std::string subject_of(const digest& digest)
{
    const auto region = subject_region(digest);
    const auto count = std::to_string(digest.items.size());
    const auto& first = digest.items.front(); // the most urgent
    if (digest.items.size() == 1) {
        std::map<std::string, workflow::bilingual> arguments{
            {"region", region},
            {"what", workflow::heading_of(digest.locale, first.what)},
            {"title",
             workflow::shortened(first.what.title.in(digest.locale), subject_title_bytes_max)}};
        if (!first.what.due) return words(digest, "mail_subject_one", std::move(arguments));
        arguments.emplace("days", days_of(digest, first.days_left));
        return words(digest, "mail_subject_one_due", std::move(arguments));
    }
    if (digest.immediate || !first.what.due) {
        return words(digest, "mail_subject_news", {{"region", region}, {"count", count}});
    }
    return subject_of_many(digest, region);
}

std::string greeting_of(const digest& digest)
{
    const auto name = one_line(digest.recipient);
    if (name.empty()) return words(digest, "mail_greeting_unnamed");
    return words(digest, "mail_greeting", {{"name", name}});
}

std::string intro_of(const digest& digest)
{
    return words(digest, digest.immediate ? "mail_intro_notice" : "mail_intro_digest",
                 {{"when", spoken_instant(digest.at, digest.zone, digest.locale)}});
}

// "… and 12 more", or empty.
std::string more_of(const digest& digest)
{
    if (digest.items.size() <= digest_items_max) return {};
    const auto missing = std::to_string(digest.items.size() - digest_items_max);
    const auto link = is_web_link(digest.inbox_link) ? digest.inbox_link : std::string();
    return words(digest, "mail_more", {{"count", missing}, {"link", link}});
}

std::string text_of(const digest& digest, const std::vector<item_lines>& items,
                    const std::string& whatsapp)
{
    std::string text = greeting_of(digest) + "\n\n" + intro_of(digest) + '\n';
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& lines = items[i];
        text += '\n' + std::to_string(i + 1) + ". " + lines.heading + '\n';
        for (const auto& line : {lines.place, lines.due, lines.silence, lines.reason}) {
            if (!line.empty()) text += "   " + line + '\n';
        }
        if (!lines.link.empty()) {
            text += "   " + words(digest, "mail_open", {{"link", lines.link}}) + '\n';
        }
        text += "   " + lines.why + '\n';
    }
    if (const auto more = more_of(digest); !more.empty()) text += '\n' + more + '\n';
    text += '\n' + words(digest, "mail_whatsapp") + "\n\n" + whatsapp + "\n-- \n";
    return text + words(digest, "mail_footer_link") + '\n' +
           words(digest, "mail_footer_automatic") + '\n';
}

std::string escaped(std::string_view text)
{
    std::string html;
    for (char c : text) {
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += c;
        }
    }
    return html;
}

std::string element(const std::string& tag, std::string_view text)
{
    return text.empty() ? std::string() : '<' + tag + '>' + escaped(text) + "</" + tag + ">\n";
}

std::string html_item(const item_lines& lines)
{
    const auto heading = escaped(lines.heading);
    std::string html = "<li>\n<h2>";
    html += lines.link.empty() ? heading
                               : "<a href=\"" + escaped(lines.link) + "\">" + heading + "</a>";
    html += "</h2>\n" + element("p", lines.place);
    if (!lines.due.empty()) html += "<p><strong>" + escaped(lines.due) + "</strong></p>\n";
    return html + element("p", lines.silence) + element("p", lines.reason) +
           element("p", lines.why) + "</li>\n";
}

std::string html_of(const digest& digest, const std::string& subject,
                    const std::vector<item_lines>& items, const std::string& whatsapp)
{
    const std::string language = digest.locale.starts_with("en") ? "en" : "id";
    std::string html = "<!doctype html>\n<html lang=\"" + language +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n" + element("title", subject) +
                       "<style>body{font:16px/1.5 sans-serif;max-width:40em;margin:1em}"
                       "h1{font-size:1.25em}h2{font-size:1em;margin:1em 0 0}p{margin:.25em 0}"
                       "pre{white-space:pre-wrap;border:1px solid;padding:.5em}</style>\n"
                       "</head>\n<body>\n";
    html += element("h1", subject) + element("p", greeting_of(digest)) +
            element("p", intro_of(digest)) + "<ol>\n";
    for (const auto& lines : items) html += html_item(lines);
    html += "</ol>\n" + element("p", more_of(digest));
    html += element("h2", words(digest, "mail_whatsapp")) + element("pre", whatsapp) + "<hr>\n";
    html += element("p", words(digest, "mail_footer_link"));
    return html + element("p", words(digest, "mail_footer_automatic")) + "</body>\n</html>\n";
}

// The most urgent first; what has no date last.
void order_by_due(std::vector<digest_item>& items)
{
    std::stable_sort(items.begin(), items.end(), [](const auto& left, const auto& right) {
        const auto &due = left.what.due, &other = right.what.due;
        return due.has_value() != other.has_value() ? due.has_value() : due < other;
    });
}

} // namespace

rendering render(const digest& given)
{
    assert(!given.items.empty() && "a mail that says nothing");
    digest digest = given;
    if (!digest.immediate) order_by_due(digest.items);
    for (auto& item : digest.items) make_lines(item.what);
    std::vector<item_lines> items;
    for (std::size_t i = 0; i < std::min(digest.items.size(), digest_items_max); ++i) {
        items.push_back(lines_of(digest, digest.items[i]));
    }
    rendering result;
    result.subject = subject_of(digest);
    result.whatsapp = whatsapp_of(digest, items);
    result.text = text_of(digest, items, result.whatsapp);
    result.html = html_of(digest, result.subject, items, result.whatsapp);
    return result;
}

mail compose(const digest& digest, const mailbox& from, const mailbox& to)
{
    auto words = render(digest);
    return {.message_id =
                message_id_of(digest.message_key, from.email.substr(from.email.rfind('@') + 1)),
            .date = digest.at,
            .from = from,
            .to = to,
            .subject = std::move(words.subject),
            .text = std::move(words.text),
            .html = std::move(words.html)};
}

} // namespace notifications
