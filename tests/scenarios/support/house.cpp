// The demo's accounts file, read as anybody may read it who owns the data directory.
#include "tests/scenarios/support/house.hpp"
#include "workflow/days/clock.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace scenarios {
namespace {

std::vector<std::string> with_day(const std::string& day, std::vector<std::string> options)
{
    options.insert(options.end(), {"--date", day});
    return options;
}

} // namespace

std::vector<account> read_accounts(const std::filesystem::path& data)
{
    std::ostringstream written;
    written << std::ifstream(data / "accounts.json").rdbuf();
    std::vector<account> accounts;
    const json::value file = json::parse(written.str());
    for (const json::value& each : file.as_array()) {
        const json::value& post = each.at("roles").at(0);
        const json::value& agency = post.at("agency");
        accounts.push_back({text(each, "username"), text(each, "password"), text(each, "name"),
                            text(post, "role"), agency.is_null() ? "" : text(agency, "id"),
                            agency.is_null() ? "" : text(agency, "name"), text(post, "region")});
    }
    return accounts;
}

void set_demo_clock(const std::filesystem::path& data, const std::string& first_day,
                    std::chrono::system_clock::time_point now)
{
    using namespace std::chrono;
    // tidy allows one_clock: what is told to another program, as its own file has it
    const auto offset = duration_cast<microseconds>(now - system_clock::now()).count();
    std::ofstream(data / "demo.json")
        << json::serialize(json::object{{"date", first_day}, {"offset", offset}});
}

house::house(backend which, std::string day, std::vector<std::string> options)
    : program_("demo", which, with_day(day, std::move(options))), first_day_(std::move(day)),
      accounts_(read_accounts(program_.data()))
{
}

void house::start_anew(const std::string& day, const std::function<void()>& between)
{
    using namespace std::chrono_literals;
    program_.stop();
    between();
    workflow::date on;
    if (!workflow::parse_date(day, on)) throw std::logic_error("no day: " + day);
    set_demo_clock(program_.data(), first_day_, std::chrono::sys_days{on} + 2h);
    signed_in_.clear();
    program_.start();
}

house& house::of(backend which)
{
    if (which == backend::sqlite) {
        static house on_sqlite(backend::sqlite, "2026-03-10");
        return on_sqlite;
    }
    static house on_mariadb(backend::mariadb, "2026-03-10");
    return on_mariadb;
}

person& house::as(const std::string& username)
{
    auto& known = signed_in_[username];
    if (!known) known = std::make_unique<person>(another(username));
    return *known;
}

person house::another(const std::string& username) const
{
    return person(program_.port(), username, account_of(username).password);
}

const account& house::account_of(const std::string& username) const
{
    for (const account& a : accounts_)
        if (a.username == username) return a;
    throw std::logic_error("the demo has no account " + username);
}

const account& house::holder(const std::string& role, const std::string& place) const
{
    for (const account& a : accounts_)
        if (a.role == role && (a.agency == place || a.region == place)) return a;
    throw std::logic_error("nobody in the demo is " + role + " of " + place);
}

} // namespace scenarios
