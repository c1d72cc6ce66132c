// Forms become bodies for the API's functions, and their answers pages; nothing is decided here.
#include "api/pages/doors.hpp"
#include "api/http/problem.hpp"
#include "api/pages/html.hpp"
#include "api/words/http_errc.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace api {
namespace {

namespace json = boost::json;
using workflow::refusal;

std::string encoded(std::string_view text)
{
    return boost::urls::encode(text, boost::urls::unreserved_chars);
}

// A door in some language, with where it leads to.
std::string door(std::string_view path, std::string_view locale, std::string_view onward)
{
    std::string out = std::string(path) + "?bahasa=" + std::string(locale);
    if (!onward.empty()) out += "&lanjut=" + encoded(onward);
    return out;
}

// One page in one language, as it is being written.
struct writer {
    std::string locale;
    std::string html{};

    std::string say(std::string_view key) const
    {
        return escaped(workflow::say(locale, {std::string(key)}));
    }
    writer& element(std::string_view tag, std::string_view key)
    {
        html += "<" + std::string(tag) + ">" + say(key) + "</" + std::string(tag) + ">\n";
        return *this;
    }
    writer& field(std::string_view name, std::string_view key, std::string_view attributes,
                  std::string_view value = {})
    {
        const std::string id(name);
        html += "<p class=\"field\"><label for=\"" + id + "\">" + say(key) +
                "</label><input id=\"" + id + "\" name=\"" + id + "\" " + std::string(attributes) +
                " required";
        if (!value.empty()) html += " value=\"" + escaped(value) + "\"";
        html += "></p>\n";
        return *this;
    }
    writer& form(std::string_view path, std::string_view onward)
    {
        html += "<form method=\"post\" action=\"" + escaped(door(path, locale, onward)) +
                "\">\n<input type=\"hidden\" name=\"lanjut\" value=\"" + escaped(onward) + "\">\n";
        return *this;
    }
    // What went wrong, on top, focused, with a link to the field.
    writer& summary(const std::string& what, std::string_view field)
    {
        if (what.empty()) return *this;
        html += "<div class=\"summary\" role=\"alert\" tabindex=\"-1\" autofocus><h2>" +
                say("page_problem") + "</h2><p><a href=\"#" + std::string(field) + "\">" +
                escaped(what) + "</a></p></div>\n";
        return *this;
    }
};

std::string language(const request& asked)
{
    if (const std::string* chosen = asked.parameter("bahasa"))
        if (*chosen == "en" || *chosen == "id") return *chosen;
    return std::string(preferred_locale(asked));
}

// The fields of a form, as a query is read; what cannot be read is empty.
request fields_of(const request& asked)
{
    request out;
    out.target = "/?" + asked.body;
    read_target(out);
    return out;
}

std::string field(const request& form, std::string_view name)
{
    const std::string* value = form.parameter(name);
    return value ? *value : std::string();
}

reply page(const request& asked, const writer& w, int status, std::string_view title,
           std::string_view onward = {})
{
    const std::string other = door(asked.path(), w.locale == "en" ? "id" : "en", onward);
    return html_reply(status, {w.locale,
                               workflow::say(w.locale, {std::string(title)}) + " – Rampung",
                               {},
                               plain_body(w.locale, w.html, other)});
}

// What a form page shows beside its fields.
struct shown {
    std::string fault{};
    std::string faulty_field{};
    std::string username{};
    std::string onward{};
    bool wants_code{};
};

reply sign_in_page(const request& asked, int status, const shown& with)
{
    writer w{language(asked)};
    w.element("h1", "page_sign_in").element("p", "page_sign_in_lead");
    w.summary(with.fault, with.faulty_field);
    if (asked.parameter("keluar"))
        w.html += "<p class=\"note\" role=\"status\">" + w.say("page_signed_out") + "</p>\n";
    if (asked.parameter("aktif"))
        w.html += "<p class=\"note\" role=\"status\">" + w.say("page_activated") + "</p>\n";
    if (!with.onward.empty()) w.element("p", "page_after_sign_in");
    w.form("/masuk", with.onward);
    w.field("username", "page_username",
            "autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\"",
            with.username);
    w.field("password", "page_password", "type=\"password\" autocomplete=\"current-password\"");
    if (with.wants_code)
        w.field("code", "page_code", "inputmode=\"numeric\" autocomplete=\"one-time-code\"");
    w.html += "<p><button class=\"primary\">" + w.say("page_sign_in") + "</button></p>\n</form>\n";
    w.html += "<p><a href=\"" + escaped(door("/aktivasi", w.locale, with.onward)) + "\">" +
              w.say("page_have_code") + "</a></p>\n";
    w.element("p", "page_forgotten");
    return page(asked, w, status, "page_sign_in", with.onward);
}

// The API's sentence about what went wrong; of a field where it names one.
std::string fault_of(const refusal& no, std::string_view locale)
{
    return workflow::say(locale, no.errors.empty() ? no.reason : no.errors.front().detail);
}

void copy_cookie(const reply& from, reply& to)
{
    for (const auto& [name, value] : from.headers)
        if (name == "Set-Cookie") to.with(name, value);
}

reply sign_in(const api_within& api, const request& asked)
{
    const request form = fields_of(asked);
    json::object body{{"username", field(form, "username")}, {"password", field(form, "password")}};
    if (!field(form, "code").empty()) body["code"] = field(form, "code");
    const auto answer = api.answer(asked, {}, "POST", "/api/v1/session", std::move(body));
    if (answer) {
        reply out = see_other(onward(field(form, "lanjut")));
        copy_cookie(*answer, out);
        out.by = answer->by;
        return out;
    }
    const refusal& no = answer.error();
    const bool second = no.code == http_errc::second_factor_required;
    return sign_in_page(asked, status_of(no.code),
                        {fault_of(no, preferred_locale(asked)), second ? "code" : "username",
                         field(form, "username"), field(form, "lanjut"), second});
}

// The page that asks, for who has no script; leaving is a change and takes a form.
reply sign_out(const api_within& api, const request& asked)
{
    reply out = see_other("/masuk?keluar=1");
    const auto by = api.recognised(asked);
    if (!by) return out;
    if (const auto answer = api.answer(asked, *by, "DELETE", "/api/v1/session"))
        copy_cookie(*answer, out);
    out.by = by->who.user.id;
    return out;
}

reply activation_page(const request& asked, int status, const shown& with)
{
    writer w{language(asked)};
    w.element("h1", "page_activation").element("p", "page_activation_lead");
    w.summary(with.fault, with.faulty_field);
    w.form("/aktivasi", with.onward);
    w.field("code", "page_activation_code", "autocomplete=\"off\" spellcheck=\"false\"",
            with.username);
    w.field("password", "page_new_password",
            "type=\"password\" autocomplete=\"new-password\" minlength=\"12\"");
    w.html += "<p><button class=\"primary\">" + w.say("page_activate") + "</button></p>\n</form>\n";
    return page(asked, w, status, "page_activation", with.onward);
}

reply activate(const api_within& api, const request& asked)
{
    const request form = fields_of(asked);
    const auto answer = api.answer(
        asked, {}, "POST", "/api/v1/activation",
        json::object{{"code", field(form, "code")}, {"password", field(form, "password")}});
    const std::string to = field(form, "lanjut");
    if (answer) return see_other(door("/masuk", language(asked), to) + "&aktif=1");
    const refusal& no = answer.error();
    const int status = status_of(no.code);
    return activation_page(asked, status,
                           {fault_of(no, preferred_locale(asked)),
                            status == 401 ? "code" : "password", field(form, "code"), to});
}

reply help(const call& asked)
{
    writer w{language(asked.asked)};
    w.element("h1", "page_help");
    for (std::string_view about : {"inbox", "report", "closed", "keys", "contact"}) {
        const std::string key = "help_" + std::string(about);
        w.element("h2", key).element("p", key + "_text");
    }
    return page(asked.asked, w, 200, "page_help");
}

reply accessibility(const call& asked)
{
    writer w{language(asked.asked)};
    w.element("h1", "page_accessibility").element("p", "accessibility_aim");
    w.element("p", "accessibility_test").element("p", "accessibility_report");
    return page(asked.asked, w, 200, "page_accessibility");
}

route get(std::string_view pattern, handler answer)
{
    return {.method = "GET",
            .pattern = pattern,
            .answer = std::move(answer),
            .needs_sign_in = false,
            .takes_any_query = true};
}

route post(std::string_view pattern, handler answer)
{
    route out = get(pattern, std::move(answer));
    out.method = "POST";
    out.body = body_kind::form;
    return out;
}

} // namespace

std::string onward(std::string_view wanted)
{
    const bool stays_here = wanted.size() > 1 && wanted[0] == '/' && wanted[1] >= 'a' &&
                            wanted[1] <= 'z' && !wanted.starts_with("/api/") &&
                            std::all_of(wanted.begin(), wanted.end(),
                                        [](char c) { return c > 0x20 && c < 0x7f && c != '\\'; });
    return stays_here ? std::string(wanted) : "/tugas";
}

reply missing_page(const request& asked)
{
    writer w{language(asked)};
    w.element("h1", "page_not_found").element("p", "page_not_found_lead");
    w.html += "<p><a href=\"/tugas\">" + w.say("page_home") + "</a></p>\n";
    return page(asked, w, 404, "page_not_found");
}

std::vector<route> door_routes(const std::shared_ptr<const api_within>& api)
{
    return {
        get("/masuk",
            [](const call& asked) {
                return sign_in_page(asked.asked, 200, {.onward = field(asked.asked, "lanjut")});
            }),
        post("/masuk", [api](const call& asked) { return sign_in(*api, asked.asked); }),
        post("/keluar", [api](const call& asked) { return sign_out(*api, asked.asked); }),
        get("/aktivasi",
            [](const call& asked) {
                return activation_page(asked.asked, 200, {.onward = field(asked.asked, "lanjut")});
            }),
        post("/aktivasi", [api](const call& asked) { return activate(*api, asked.asked); }),
        get("/bantuan", help),
        get("/aksesibilitas", accessibility),
    };
}

} // namespace api
