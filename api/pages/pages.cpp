// Asks what the page will ask, and writes it into the shell as a block of data. Answers are text
// already and stay so: nothing is read again to be written again.
#include "api/pages/pages.hpp"
#include "api/http/problem.hpp"
#include "api/nouns/workflows.hpp"
#include "api/pages/assets.hpp"
#include "api/pages/html.hpp"
#include "embedded/pages.hpp"
#include "persistence/nouns/kinds.hpp"
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

std::string json_text(std::string_view text)
{
    return json::serialize(json::string(text));
}

// An answer as the pages' client keeps it, as JSON; the body is JSON already.
std::string kept(const reply& answer)
{
    std::string out = "{\"status\":" + std::to_string(answer.status);
    for (const auto& [name, value] : answer.headers)
        if (name == "ETag") out += ",\"etag\":" + json_text(value);
    return out + ",\"body\":" + answer.body + "}";
}

// JSON inside a script element: "</script>" and "<!--" must not end or hide it.
std::string data_block(std::string_view first)
{
    std::string out = "<script type=\"application/json\" id=\"first\">";
    for (char c : first) c == '<' ? out += "\\u003c" : out += c;
    return out + "</script>\n";
}

reply to_sign_in(const request& asked)
{
    return see_other("/masuk?lanjut=" + encoded(asked.target));
}

// What the pages are written with.
struct shell_parts {
    const context& here;
    std::shared_ptr<const api_within> api;
    std::string words_in_indonesian; // JSON; the tables and kinds do not change while serving
    std::string words_in_english;

    const std::string& words(std::string_view locale) const
    {
        return locale == "en" ? words_in_english : words_in_indonesian;
    }
};

// What roles are called, and to what each is appointed of which a post can be made now; as members
// of a JSON object.
std::string role_words(const context& here, std::string_view locale)
{
    return here.database.read([&](persistence::unit_of_work& unit) {
        json::object titles, places;
        for (const workflow::coded& role :
             workflow::titles_of_roles(persistence::every_kind(unit, here.kinds)))
            titles[role.code] = role.name.in(locale);
        for (const auto& [role, place] : persistence::roles_to_appoint(unit, here.kinds))
            places[role] = workflow::name_of(place);
        return "\"roles\":" + json::serialize(titles) +
               ",\"role_takes\":" + json::serialize(places);
    });
}

// What the page asks first, as members of a JSON object by target, and the page's own status.
struct first_answers {
    int status{200};
    std::string json{};
};

first_answers ask_first(const shell_parts& with, const page& shown, const call& asked,
                        const caller& by)
{
    first_answers out;
    for (std::size_t i = 0; i < shown.first.size(); ++i) {
        const std::string target = std::string(api_prefix) + filled(shown.first[i], asked.path);
        const auto given = with.api->answer(asked.asked, by, "GET", target);
        const reply answer = given ? *given : problem(given.error(), by.who.locale);
        // What the page is about decides whether it is there at all.
        if (i == 0 && answer.status == 404) out.status = 404;
        if (answer.status == 200 || answer.status == 404)
            out.json += "," + json_text(target) + ":" + kept(answer);
    }
    return out;
}

reply shell(const shell_parts& with, const page& shown, const call& asked)
{
    auto by = with.api->recognised(asked.asked);
    if (!by) return to_sign_in(asked.asked);
    // The token against forgery is asked for later, so that it never stands in a compressed answer
    // beside text of others.
    by->csrf_token.clear();
    const std::string session_target = std::string(api_prefix) + "session";
    const auto session = with.api->answer(asked.asked, *by, "GET", session_target);
    if (!session) return to_sign_in(asked.asked);

    const std::string& locale = by->who.locale;
    const first_answers got = ask_first(with, shown, asked, *by);
    const std::string first =
        "{\"locale\":" + json_text(locale) +
        ",\"now\":" + std::to_string(workflow::microseconds_of(with.here.clock()) / 1000) +
        ",\"words\":" + with.words(locale) + "," + role_words(with.here, locale) + ",\"got\":{" +
        json_text(session_target) + ":" + kept(*session) + got.json + "}}";
    reply page = html_reply(got.status,
                            {locale, "Rampung", script_links(shown, locale),
                             "<div id=\"app\"></div>\n<noscript><p class=\"plain\">" +
                                 workflow::say(locale, {"page_needs_script"}) +
                                 " <a href=\"/bantuan\">" + workflow::say(locale, {"page_help"}) +
                                 "</a></p></noscript>\n" + data_block(first)});
    page.by = by->who.user.id;
    return page;
}

} // namespace

std::vector<route> page_routes(const context& here, std::shared_ptr<const api_within> api)
{
    const auto with = std::make_shared<const shell_parts>(
        shell_parts{here, std::move(api), json::serialize(words_json(here, "id")),
                    json::serialize(words_json(here, "en"))});
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
        row.answer = [with, &each](const call& asked) { return shell(*with, each, asked); };
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace api
