// The strict reader of database URLs.
#include "persistence/sql/address.hpp"
#include "persistence/sql/outage.hpp"
#include <algorithm>
#include <charconv>
#include <optional>

namespace persistence {
namespace {

constexpr std::string_view expected = "expected sqlite:///path, sqlite::memory: or "
                                      "mysql://user:password@host[,host][:port]/name[?ssl-ca=file]";

[[noreturn]] void refuse(const std::string& found)
{
    throw usage("database address: " + found + "; " + std::string(expected));
}

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decoded(std::string_view text, const char* part)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0) refuse(std::string(part) + " has a broken percent sign");
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            refuse(std::string(part) + " has a control character");
        out += c;
    }
    return out;
}

// Cuts `rest` at the mark; nothing when there is no mark.
std::optional<std::string_view> cut(std::string_view& rest, char mark)
{
    const auto at = rest.find(mark);
    if (at == std::string_view::npos) return {};
    const auto before = rest.substr(0, at);
    rest.remove_prefix(at + 1);
    return before;
}

unsigned port_of(std::string_view text)
{
    unsigned port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size() || port == 0 || port > 65535)
        refuse("the port must be 1 to 65535, found '" + std::string(text) + "'");
    return port;
}

address sqlite_address(std::string_view rest)
{
    if (rest.starts_with("//")) {
        rest.remove_prefix(2);
        if (!rest.starts_with('/')) refuse("sqlite:// names no host, write sqlite:///path");
        while (rest.starts_with("//")) rest.remove_prefix(1);
    }
    address out{.which = backend::sqlite, .path = decoded(rest, "the path")};
    if (out.path.empty() || out.path == "/") refuse("the path is empty");
    // SOCI reads "key=value" pairs out of the same string, so such a file would be misread.
    if (out.path.find('=') != std::string::npos) refuse("the path must not contain '='");
    if (out.path.starts_with(':') && !out.in_memory()) refuse("the path must not start with ':'");
    return out;
}

// A host goes into a connect string of the client library, whose marks are no part of a name.
void require_host(const std::string& host)
{
    const auto is_foreign = [](char c) {
        const bool known = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_' || c == ':';
        return !known;
    };
    if (host.empty()) refuse("a host is empty");
    if (std::find_if(host.begin(), host.end(), is_foreign) != host.end())
        refuse("a host is a name or an address, found '" + host + "'");
}

// name, name:port, or an IPv6 address in brackets with or without a port; port 0: none was named.
host_and_port one_host(std::string_view text)
{
    host_and_port out;
    if (text.starts_with('[')) {
        auto rest = text.substr(1);
        const auto inner = cut(rest, ']');
        if (!inner) refuse("a host begins with a bracket that nothing closes");
        out.host = decoded(*inner, "the host");
        if (!rest.empty() && !rest.starts_with(':')) refuse("after a host's bracket comes a port");
        if (!rest.empty()) out.port = port_of(rest.substr(1));
    } else {
        auto port = text;
        const auto name = cut(port, ':');
        out.host = decoded(name ? *name : text, "the host");
        if (name) out.port = port_of(port);
        if (out.host.find(':') != std::string::npos) refuse("write IPv6 addresses in brackets");
    }
    require_host(out.host);
    return out;
}

std::vector<host_and_port> hosts_of(std::string_view rest)
{
    std::vector<host_and_port> out;
    while (const auto next = cut(rest, ',')) out.push_back(one_host(*next));
    out.push_back(one_host(rest));
    if (out.size() > hosts_max) refuse("more than " + std::to_string(hosts_max) + " hosts");
    unsigned port = mariadb_port_default;
    for (auto each = out.rbegin(); each != out.rend(); ++each) {
        if (each->port == 0) each->port = port;
        port = each->port;
    }
    return out;
}

void read_option(address& out, std::string_view option)
{
    auto given = option;
    const auto name = cut(given, '=');
    const bool is_socket = name && *name == "socket";
    if (!is_socket && (!name || *name != "ssl-ca"))
        refuse("the options are ssl-ca= and socket=, found '" + std::string(name ? *name : option) +
               "'");
    auto& into = is_socket ? out.socket : out.ssl_ca;
    if (!into.empty()) refuse("an option stands there twice");
    into = decoded(given, is_socket ? "the socket" : "ssl-ca");
    if (is_socket && !into.starts_with('/')) refuse("the socket must be an absolute path");
    if (into.empty()) refuse("ssl-ca= names no file");
}

void read_query(address& out, std::string_view query)
{
    while (const auto next = cut(query, '&')) read_option(out, *next);
    read_option(out, query);
    // Nobody listens in on a socket, and there is no host's name to hold a certificate against.
    if (!out.socket.empty() && !out.ssl_ca.empty()) refuse("ssl-ca= is for hosts, not a socket");
}

void read_account(address& out, std::string_view account)
{
    auto secret = account;
    const auto user = cut(secret, ':');
    out.user = decoded(user ? *user : account, "the user");
    if (user) out.password = decoded(secret, "the password");
    if (out.user.empty()) refuse("the user is empty");
}

address mysql_address(std::string_view rest)
{
    address out{.which = backend::mariadb};
    auto path = rest;
    auto authority = cut(path, '/');
    if (!authority) refuse("the name of the database is missing");
    auto hosts = *authority;
    const auto account = cut(hosts, '@');
    if (!account) refuse("the user is missing");
    if (hosts.find('@') != std::string_view::npos) refuse("write an @ in a password as %40");
    read_account(out, *account);
    auto query = path;
    const auto name = cut(query, '?');
    out.name = decoded(name ? *name : path, "the name");
    if (name) read_query(out, query);
    if (!hosts.empty() || out.socket.empty()) out.hosts = hosts_of(hosts);
    if (out.name.empty()) refuse("the name of the database is empty");
    if (out.name.find_first_of("/`") != std::string::npos) refuse("the name has a '/' or '`'");
    return out;
}

} // namespace

address parse_address(std::string_view url)
{
    if (url.starts_with("mysql://")) return mysql_address(url.substr(8));
    if (url.starts_with("sqlite:")) return sqlite_address(url.substr(7));
    refuse("unknown scheme '" + std::string(url.substr(0, url.find(':'))) + "'");
}

} // namespace persistence
