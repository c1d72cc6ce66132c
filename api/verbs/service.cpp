// Put together in the order in which the parts need each other.
#include "api/verbs/service.hpp"
#include "api/clerks/lost_files.hpp"
#include "api/clerks/mail_clerk.hpp"
#include "api/clerks/post_office.hpp"
#include "api/clerks/scheduler.hpp"
#include "api/door/authentication.hpp"
#include "api/door/refusal_log.hpp"
#include "api/door/security_log.hpp"
#include "api/door/sign_in.hpp"
#include "api/http/compressed.hpp"
#include "api/http/log.hpp"
#include "api/http/pipeline.hpp"
#include "api/http/readiness.hpp"
#include "api/http/secret.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/transact.hpp"
#include "api/pages/assets.hpp"
#include "api/pages/doors.hpp"
#include "api/pages/pages.hpp"
#include "api/verbs/installation_mark.hpp"
#include "api/verbs/kinds_found.hpp"
#include "definitions/catalog.hpp"
#include "definitions/holidays.hpp"
#include "definitions/kinds.hpp"
#include "definitions/regions.hpp"
#include "notifications/dispatcher.hpp"
#include "notifications/file_channel.hpp"
#include "notifications/smtp_channel.hpp"
#include "persistence/nouns/holidays.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/leases.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/sql/address.hpp"
#include "persistence/sql/migrate.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/things/thing.hpp"
#include <atomic>
#include <stdexcept>

namespace api {
namespace {

struct listening {
    std::string address;
    unsigned short port{};
};

listening address_of(const std::string& listen)
{
    const auto colon = listen.rfind(':');
    std::size_t used = 0;
    int port = -1;
    try {
        if (colon != listen.npos) port = std::stoi(listen.substr(colon + 1), &used);
    } catch (const std::exception&) {
        port = -1;
    }
    if (port < 0 || port > 65535 || colon + 1 + used != listen.size())
        throw persistence::usage("Expected --listen as address:port, found " + listen +
                                 ": give for example 127.0.0.1:8080.");
    return {listen.substr(0, colon), static_cast<unsigned short>(port)};
}

std::unique_ptr<notifications::channel> channel_of(const service_settings& settings,
                                                   std::function<bool()> gives_up)
{
    if (settings.smtp_url.empty())
        return std::make_unique<notifications::file_channel>(settings.data / "mail");
    auto smtp = notifications::smtp_settings_of(settings.smtp_url);
    smtp.gives_up = std::move(gives_up);
    return std::make_unique<notifications::smtp_channel>(std::move(smtp));
}

// What the function throws of what a start could fail by, as its sentence.
void note_what_stops(const std::function<void()>& look, std::vector<std::string>& into)
{
    try {
        look();
    } catch (const std::exception& no) {
        into.emplace_back(no.what());
    }
}

// A database that is not there yet, or not of this schema yet, is made by the start.
void look_at_database(const service_settings& settings, const workflow::kind_registry& kinds)
{
    const auto where = persistence::parse_address(settings.database_url);
    const bool is_file = where.which == persistence::backend::sqlite;
    if (is_file && !std::filesystem::exists(where.path)) return;
    persistence::database stored(settings.database_url, {.clock = settings.clock});
    if (!persistence::is_migrated(stored)) return;
    stored.read([&](persistence::unit_of_work& unit) {
        persistence::require_unchanged_kinds(unit, kinds);
    });
}

} // namespace

std::vector<std::string> obstacles_to(const service_settings& settings)
{
    std::vector<std::string> found;
    note_what_stops([&] { address_of(settings.listen); }, found);
    if (!settings.smtp_url.empty())
        note_what_stops([&] { notifications::smtp_settings_of(settings.smtp_url); }, found);
    if (std::filesystem::exists(settings.data) && !std::filesystem::is_directory(settings.data))
        found.push_back("expected a directory to write to, found a file: " +
                        settings.data.string() + "; check --data");
    auto kinds = definitions::built_in_kinds();
    if (!settings.kinds_directory.empty()) {
        auto read = definitions::read_kinds(settings.kinds_directory);
        for (const auto& mistake : read.mistakes)
            found.push_back(definitions::sentence_of(mistake));
        for (auto& kind : read.kinds) kinds.push_back(std::move(kind));
    }
    const workflow::kind_registry known(std::move(kinds), &definitions::kept_kind);
    note_what_stops([&] { look_at_database(settings, known); }, found);
    return found;
}

struct service::parts {
    explicit parts(service_settings asked)
        : settings(std::move(asked)),
          kinds(definitions::known_kinds(settings.kinds_directory), &definitions::kept_kind),
          database(settings.database_url, {.clock = settings.clock}),
          here{database,          kinds,          definitions::catalog(), &random_id, settings.data,
               settings.base_url, settings.clock, settings.secure_cookies}
    {
        workflow::require_described(here.catalog);
        make_ready();
        here.refused = [this](const request& sent, const caller& by, const workflow::refusal& no) {
            refusals.note(sent, by, no);
        };
        persistence::migrate(database);
        require_own_data(database, settings.data, random_id());
        database.write([&](persistence::unit_of_work& unit) {
            persistence::register_regions(unit, definitions::all_regions());
            for (const int year : definitions::years_with_holidays()) // never over what is stored
                persistence::seed_holidays(unit, year, definitions::holidays_of(year));
            persistence::require_unchanged_kinds(unit, kinds);
        });
        log_kinds_found({kinds, definitions::built_in_kinds(), settings.kinds_directory,
                         database.read([&](persistence::unit_of_work& unit) {
                             return persistence::kept_kinds(unit, kinds);
                         })});
    }

    // The API, and the pages on it.
    std::vector<route> rows()
    {
        std::vector<route> rows = all_routes(here);
        const auto api = std::make_shared<const api_within>(here, rows);
        for (const auto& some : {page_routes(here, api), door_routes(api), asset_routes()})
            rows.insert(rows.end(), some.begin(), some.end());
        return rows;
    }

    pipeline_hooks hooks()
    {
        pipeline_hooks hooks;
        hooks.authenticate = [this](const request& asked) { return authenticate(here, asked); };
        hooks.stored_answer = [this](const request& asked, const caller& by,
                                     const request_key& key) {
            return stored_answer(here, asked, by, key);
        };
        hooks.page = [](const request& asked) -> std::optional<reply> {
            // Programs get the problem document, people a page.
            if (asked.header("accept").find("text/html") == std::string_view::npos) return {};
            return missing_page(asked);
        };
        hooks.refused = here.refused;
        return hooks;
    }

    // A lease that nobody else wants: a small change, really stored.
    void store_something()
    {
        const auto soon = std::chrono::steady_clock::now() + readiness::good_for;
        database.write(
            [this](persistence::unit_of_work& unit) {
                persistence::take_lease(unit, "readiness", process, {});
                const auto ran = persistence::last_done(unit, scheduler_job);
                scheduler_ran = ran ? workflow::microseconds_of(*ran) : 0;
            },
            soon);
    }

    // A server that serves while nobody reminds is not told apart by its status: the balancer must
    // not take all of them away.
    boost::json::object condition() const
    {
        const auto ran = scheduler_ran.load();
        boost::json::object out;
        out["scheduler_last_ran"] =
            ran == 0 ? boost::json::value(nullptr)
                     : boost::json::value(workflow::rfc3339(workflow::instant_of(ran)));
        return out;
    }

    // Who reminds and sends; needs the address that links in mails begin with.
    void employ_clerks()
    {
        const auto report = [](const std::string& what) {
            log(severity::error, "scheduler", {{"what", what}});
        };
        office.emplace(database,
                       post_office_settings{process, here.base_url, kinds, here.catalog, report});
        dispatch.emplace(*office, *way_out,
                         notifications::dispatch_settings{
                             .from = {settings.mail_from, "Rampung"},
                             .now = settings.clock,
                             .spread = {},
                             .report =
                                 [](const std::string& what) {
                                     log(severity::error, "mail_refused", {{"what", what}});
                                 },
                             .stops = [this] { return post.is_stopping(); }});
        scheduler_settings work{database, kinds, here.environment(), process};
        work.look = [this] { write_security_log(here); };
        work.clear_away = [this] { remove_lost_files(here); };
        work.report = report;
        work.clock_was_set = [](std::chrono::seconds by, bool believed) {
            log(severity::warning, "clock_was_set",
                {{"by_seconds", by.count()}, {"acted_upon", believed}});
        };
        clerk.emplace(std::move(work));
        here.committed = [this] { post.notify(); };
    }

    service_settings settings;
    const std::string process = random_id(); // as leases know it
    workflow::kind_registry kinds;
    persistence::database database;
    context here;
    refusal_log refusals{here};
    std::unique_ptr<notifications::channel> way_out{
        channel_of(settings, [this] { return post.is_stopping(); })};
    std::optional<post_office> office;
    std::optional<notifications::dispatcher> dispatch;
    std::optional<scheduler> clerk;
    mail_clerk post{{[this] { return clerk->may_send() ? dispatch->send_batch() : 0; },
                     [](const std::string& what) {
                         log(severity::error, "mail", {{"what", what}});
                     }}};
    std::optional<pipeline> routes;
    std::optional<server> http;
    std::atomic<bool> is_running{false};
    std::atomic<std::int64_t> scheduler_ran{0}; // as the last probe saw it; 0: never
    readiness stores{[this] { store_something(); }, &std::chrono::steady_clock::now};
};

service::service(service_settings settings) : parts_(std::make_unique<parts>(std::move(settings)))
{
}

service::~service() = default;

const context& service::here() const
{
    return parts_->here;
}

unsigned short service::listen()
{
    parts& p = *parts_;
    const listening where = address_of(p.settings.listen);
    p.routes.emplace(p.rows(), p.hooks());
    server_settings settings;
    settings.address = where.address;
    settings.port = where.port;
    settings.data = p.settings.data;
    settings.hosts = p.settings.hosts;
    settings.trusted_proxies = p.settings.proxies;
    settings.clock = p.settings.clock;
    settings.stops_on_signals = p.settings.stops_on_signals;
    settings.notice = p.settings.notice;
    application app;
    app.answer = [&p](const request& asked) { return compressed(asked, p.routes->answer(asked)); };
    app.spools = [&p](const request& head) { return p.routes->spools(head); };
    app.takes_long = hashes_password;
    app.refuse_head = [&p](const request& head) { return p.routes->refuse_head(head); };
    app.is_ready = [&p] { return p.is_running && p.stores.ask(); };
    app.condition = [&p] { return p.condition(); };
    p.http.emplace(std::move(settings), std::move(app));
    if (p.here.base_url.empty())
        p.here.base_url = "http://" + where.address + ":" + std::to_string(p.http->port());
    p.employ_clerks();
    return p.http->port();
}

void service::send_due()
{
    while (parts_->dispatch->send_batch() > 0) {
    }
}

void service::run()
{
    parts_->clerk->start();
    parts_->post.start();
    parts_->is_running = true;
    parts_->http->run();
    parts_->post.stop();
    parts_->clerk->stop();
}

void service::stop()
{
    parts_->http->stop();
}

} // namespace api
