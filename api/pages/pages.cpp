// Asks what the page will ask, and writes it into the shell as a block of data.
#include "api/pages/pages.hpp"
#include "api/nouns/workflows.hpp"
#include "api/pages/assets.hpp"
#include "api/pages/html.hpp"
#include "embedded/pages.hpp"
#include "workflow/words/sentences.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace api {
namespace {

namespace json = boost::json;

constexpr std::string_view api_prefix = "/api/v1/";

struct page {
    std::string path;
    std::string source;             // what draws it
    std::vector<std::string> first; // below /api/v1/, {names} of the path filled in
};

// Lives as long as the program: the routes' patterns look into it.
const std::vector<page>& all_pages()
{
    static const std::vector<page> pages = [] {
        std::vector<page> out;
        const json::value table = json::parse(embedded::pages().front().second);
        for (const auto& each : table.as_array()) {
            page made{json::value_to<std::string>(each.at("path")),
                      "source/bundles/" + json::value_to<std::string>(each.at("bundle")) + ".ts",
                      json::value_to<std::vector<std::string>>(each.at("first"))};
            out.push_back(std::move(made));
        }
        return out;
    }();
    return pages;
}

std::string encoded(std::string_view text)
{
    return boost::urls::encode(text, boost::urls::unreserved_chars);
}

std::string filled(std::string pattern, const path_parameters& values)
{
    for (const auto& [name, value] : values) {
        const std::string slot = "{" + name + "}";
        const auto at = pattern.find(slot);
        if (at != std::string::npos) pattern.replace(at, slot.size(), encoded(value));
    }
    return pattern;
}

std::string script_links(const page& shown, std::string_view locale)
{
    std::string out;
    const web_asset* entry = asset_made_of("source/main.tsx", locale);
    if (!entry) return out;
    std::string names(entry->imports);
    if (const web_asset* own = asset_made_of(shown.source, locale))
        names += " " + std::string(own->name) + " " + std::string(own->imports);
    std::string_view rest = names;
    std::vector<std::string_view> linked;
    while (!rest.empty()) {
        const auto name = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), name.size() + 1));
        if (name.empty() || name == entry->name ||
            std::find(linked.begin(), linked.end(), name) != linked.end())
            continue;
        linked.push_back(name);
        out += "<link rel=\"modulepreload\" href=\"/assets/" + std::string(name) + "\">\n";
    }
    return out + "<script type=\"module\" src=\"" + address_of(*entry) + "\"></script>\n";
}

// An answer as the pages' client keeps it; the token against forgery is asked for later, so that
// it never stands in a compressed answer beside text of others.
json::object kept(const reply& answer, bool is_session)
{
    json::object out{{"status", answer.status}};
    for (const auto& [name, value] : answer.headers)
        if (name == "ETag") out["etag"] = value;
    json::value body = json::parse(answer.body);
    if (is_session && body.is_object()) body.as_object()["csrf_token"] = nullptr;
    out["body"] = std::move(body);
    return out;
}

// JSON inside a script element: "</script>" and "<!--" must not end or hide it.
std::string data_block(const json::object& first)
{
    std::string out;
    for (char c : json::serialize(first)) c == '<' ? out += "\\u003c" : out += c;
    return "<script type=\"application/json\" id=\"first\">" + out + "</script>\n";
}

reply to_sign_in(const request& asked)
{
    return see_other("/masuk?lanjut=" + encoded(asked.target));
}

reply shell(const context& here, const api_function& ask, const page& shown, const call& asked)
{
    const std::string session_target = std::string(api_prefix) + "session";
    const reply session = ask(question(asked.asked, "GET", session_target));
    if (session.status != 200) return to_sign_in(asked.asked);
    const json::value known = json::parse(session.body);
    const std::string locale = json::value_to<std::string>(known.at("user").at("locale"));

    json::object got{{session_target, kept(session, true)}};
    int status = 200;
    for (std::size_t i = 0; i < shown.first.size(); ++i) {
        const std::string target = std::string(api_prefix) + filled(shown.first[i], asked.path);
        const reply answer = ask(question(asked.asked, "GET", target));
        // What the page is about decides whether it is there at all.
        if (i == 0 && answer.status == 404) status = 404;
        if (answer.status == 200 || answer.status == 404) got[target] = kept(answer, false);
    }
    json::object first{{"locale", locale},
                       {"now", workflow::microseconds_of(here.clock()) / 1000},
                       {"words", words_json(here, locale)},
                       {"got", std::move(got)}};
    reply page =
        html_reply(status, {locale, "Rampung", script_links(shown, locale),
                            "<div id=\"app\"></div>\n<noscript><p class=\"plain\">" +
                                workflow::say(locale, {"page_needs_script"}) +
                                " <a href=\"/bantuan\">" + workflow::say(locale, {"page_help"}) +
                                "</a></p></noscript>\n" + data_block(first)});
    page.by = session.by;
    return page;
}

} // namespace

request question(const request& asked, std::string_view method, std::string target)
{
    request out;
    out.method = method;
    out.target = std::move(target);
    for (const auto& [name, value] : asked.headers)
        if (name == "cookie" || name == "accept-language" || name == "host")
            out.headers.emplace_back(name, value);
    out.remote = asked.remote;
    out.id = asked.id;
    read_target(out);
    return out;
}

std::vector<route> page_routes(const context& here, const api_function& ask)
{
    std::vector<route> out{{.method = "GET",
                            .pattern = "/",
                            .answer = [](const call&) { return see_other("/tugas"); },
                            .needs_sign_in = false,
                            .takes_any_query = true}};
    for (const page& each : all_pages()) {
        route row;
        row.method = "GET";
        row.pattern = each.path;
        row.needs_sign_in = false;
        row.takes_any_query = true;
        row.answer = [&here, &each, ask](const call& asked) {
            return shell(here, ask, each, asked);
        };
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace api
