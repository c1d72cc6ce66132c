// The demo's accounts file, read as anybody may read it who owns the data directory.
#include "tests/scenarios/support/house.hpp"
#include <boost/json/parse.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace scenarios {

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

house::house(backend which, std::string day)
    : program_("demo", which, {"--date", std::move(day)}), accounts_(read_accounts(program_.data()))
{
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
