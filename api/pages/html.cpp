// Writes HTML by hand: there are few such pages, and each is a few lines.
#include "api/pages/html.hpp"
#include "api/pages/assets.hpp"
#include "workflow/words/sentences.hpp"

namespace api {
namespace {

constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'";

std::string style_links()
{
    std::string out;
    if (const web_asset* style = asset_made_of("style/style.css"))
        out += "<link rel=\"stylesheet\" href=\"" + address_of(*style) + "\">\n";
    if (const web_asset* icon = asset_made_of("style/icon.svg"))
        out += "<link rel=\"icon\" type=\"image/svg+xml\" href=\"" + address_of(*icon) + "\">\n";
    return out;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    for (char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

reply html_reply(int status, const html_page& page)
{
    reply out;
    out.status = status;
    out.content_type = "text/html; charset=utf-8";
    out.with("Content-Security-Policy", std::string(page_policy))
        // With no-referrer a browser sends "Origin: null" with its own forms, and they are refused.
        .with("Referrer-Policy", "same-origin")
        .with("Cache-Control", "private, no-store");
    out.body = "<!doctype html>\n<html lang=\"" + std::string(page.locale) +
               "\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" +
               escaped(page.title) + "</title>\n" + style_links() + page.head +
               "</head>\n<body>\n" + page.body + "</body>\n</html>\n";
    return out;
}

std::string plain_body(std::string_view locale, const std::string& content,
                       const std::string& other_language)
{
    std::string out = "<a class=\"skip\" href=\"#isi\">" + workflow::say(locale, {"page_skip"}) +
                      "</a>\n<header class=\"plain\"><a class=\"brand\" href=\"/\">Rampung</a>";
    if (!other_language.empty())
        out += "<a href=\"" + escaped(other_language) + "\" lang=\"" +
               (locale == "en" ? "id" : "en") + "\">" +
               workflow::say(locale, {"page_other_language"}) + "</a>";
    out += "</header>\n<main id=\"isi\" class=\"plain\" tabindex=\"-1\">\n" + content +
           "</main>\n<footer class=\"plain\"><a href=\"/bantuan\">" +
           workflow::say(locale, {"page_help"}) + "</a> <a href=\"/aksesibilitas\">" +
           workflow::say(locale, {"page_accessibility"}) + "</a></footer>\n";
    return out;
}

reply see_other(const std::string& where)
{
    reply out;
    out.status = 303;
    out.content_type.clear();
    return out.with("Location", where);
}

} // namespace api
