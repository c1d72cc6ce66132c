// rampung demo: one process with people, agencies and a plan in each stage, ready to be tried.
#include "api/demo/demo_people.hpp"
#include "api/demo/demo_story.hpp"
#include "api/demo/demo_time.hpp"
#include "api/http/log.hpp"
#include "api/verbs/private_data.hpp"
#include "api/verbs/service.hpp"
#include "api/verbs/verb_database.hpp"
#include "api/verbs/verbs.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/url/encode.hpp>
#include <boost/url/rfc/pchars.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

namespace api {
namespace {

namespace json = boost::json;
using workflow::date;

// What a data directory knows of its demo; written when the story is told to its end.
struct demo_memory {
    date day{};
    std::int64_t offset{}; // of the demo's clock to the real one, microseconds
};

std::optional<demo_memory> remembered(const std::filesystem::path& file)
{
    std::ifstream in(file);
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    const json::value found = json::parse(text.str());
    demo_memory memory;
    workflow::parse_date(std::string(found.at("date").as_string()), memory.day);
    memory.offset = found.at("offset").to_number<std::int64_t>();
    return memory;
}

void remember(const std::filesystem::path& file, const demo_memory& memory)
{
    std::ofstream(file) << json::serialize(json::object{{"date", workflow::iso(memory.day)},
                                                        {"offset", memory.offset}})
                        << "\n";
}

// A folder may be called anything.
std::string url_of(const std::filesystem::path& data)
{
    const std::string file = (std::filesystem::absolute(data) / "rampung.db").string();
    return "sqlite://" + boost::urls::encode(file, boost::urls::pchars + '/');
}

// What a start that was cut off left behind.
void clear_unfinished(const demo_options& options)
{
    for (const char* name : {"rampung.db", "rampung.db-wal", "rampung.db-shm", "accounts.json"})
        std::filesystem::remove(options.data / name);
    for (const char* name : {"files", "mail"}) std::filesystem::remove_all(options.data / name);
}

// Mail leaves as the story goes on: later it would be found to be overtaken.
void build(service& running, const demo_options& options, demo_time& time, date day)
{
    const context& here = running.here();
    const date from = (day.year() - std::chrono::years(2)) / std::chrono::January / 1;
    const demo_cast cast = make_demo_people(here, from);
    const auto go_on_at = [&](workflow::instant at) {
        running.send_due();
        time.stop_at(at);
        running.send_due();
    };
    tell_demo_story({here, cast, go_on_at, day});
    running.send_due();
    write_accounts(options.data / "accounts.json", cast);
}

void greet(const demo_options& options, unsigned short port)
{
    const std::string address = options.listen.substr(0, options.listen.rfind(':'));
    const std::string place = "http://" + address + ":" + std::to_string(port);
    std::cout << "Rampung is ready at " << place << "\n"
              << "Sign in at " << place << "/masuk as one of these; the passwords are in "
              << (options.data / "accounts.json").string() << "\n\n";
    std::ifstream in(options.data / "accounts.json");
    std::ostringstream text;
    text << in.rdbuf();
    const json::value accounts = json::parse(text.str());
    for (const json::value& account : accounts.as_array()) {
        const json::value& post = account.at("roles").at(0);
        const std::string name(account.at("username").as_string());
        std::cout << "  " << name << std::string(name.size() < 32 ? 32 - name.size() : 1, ' ')
                  << post.at("role").as_string().c_str() << ", "
                  << (post.at("agency").is_null()
                          ? post.at("region").as_string().c_str()
                          : post.at("agency").at("name").as_string().c_str())
                  << "\n";
    }
    std::cout << std::endl;
}

int run(const demo_options& options, const workflow::clock& real)
{
    log_from(severity::warning); // a demo is looked at, not operated
    keep_data_private(options.data);
    const auto file = options.data / "demo.json";
    const auto known = remembered(file);
    const date today = workflow::calendar{}.today(real());
    if (known && options.day && *options.day != known->day) {
        throw verb_refused("expected --date " + workflow::iso(known->day) + " or none, for " +
                           options.data.string() + " was begun on that day, found " +
                           workflow::iso(*options.day) + ": take another --data for another day");
    }
    if (!known && options.database.empty()) clear_unfinished(options);

    demo_time time(real);
    service_settings settings;
    settings.database_url = options.database.empty() ? url_of(options.data) : options.database;
    settings.listen = options.listen;
    settings.data = options.data;
    settings.kinds_directory = options.kinds;
    settings.clock = [&time] { return time.now(); };
    settings.secure_cookies = false;
    service running(settings);
    const auto port = running.listen();
    if (known)
        time.run_with(known->offset);
    else {
        const date day = options.day.value_or(today);
        build(running, options, time, day);
        if (options.day)
            time.run_from(workflow::calendar{}.at(day, 9, 0));
        else
            time.run_with(0);
        remember(file, {day, time.offset()});
    }
    greet(options, port);
    running.run();
    return done;
}

} // namespace

int demo(const demo_options& options, const workflow::clock& real)
{
    return or_say_why([&] { return run(options, real); });
}

} // namespace api
