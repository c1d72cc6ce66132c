// The strict reader of database URLs.
#include "persistence/address.hpp"
#include "persistence/outage.hpp"
#include <charconv>
#include <optional>

namespace persistence {
namespace {

constexpr std::string_view expected =
    "expected sqlite:///path, sqlite::memory: or mysql://user:password@host[:port]/name[?socket=]";

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

void read_query(address& out, std::string_view query)
{
    if (!query.starts_with("socket=") || query.find('&') != std::string_view::npos)
        refuse("the only option is socket=");
    out.socket = decoded(query.substr(7), "the socket");
    if (!out.socket.starts_with('/')) refuse("the socket must be an absolute path");
}

address mysql_address(std::string_view rest)
{
    address out{.which = backend::mariadb};
    auto path = rest;
    auto authority = cut(path, '/');
    if (!authority) refuse("the name of the database is missing");
    auto host = *authority;
    const auto account = cut(host, '@');
    if (!account) refuse("the user is missing");
    auto secret = *account;
    const auto user = cut(secret, ':');
    out.user = decoded(user ? *user : *account, "the user");
    if (user) out.password = decoded(secret, "the password");
    if (host.find('@') != std::string_view::npos) refuse("write an @ in a password as %40");
    const auto only_host = cut(host, ':');
    if (only_host) out.port = port_of(host);
    out.host = decoded(only_host ? *only_host : host, "the host");
    auto query = path;
    const auto name = cut(query, '?');
    out.name = decoded(name ? *name : path, "the name");
    if (name) read_query(out, query);
    if (out.user.empty()) refuse("the user is empty");
    if (out.host.empty() && out.socket.empty()) refuse("the host is empty");
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
