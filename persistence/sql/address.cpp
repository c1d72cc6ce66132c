// The strict reader of database URLs. Boost.URL takes them apart, decodes them and knows what may
// stand where; several hosts are ours, for a URL has one.
#include "persistence/sql/address.hpp"
#include "persistence/sql/outage.hpp"
#include <algorithm>
#include <boost/url/encode.hpp>
#include <boost/url/grammar/lut_chars.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace persistence {
namespace {

namespace urls = boost::urls;

constexpr std::string_view expected = "expected sqlite:///path, sqlite::memory: or "
                                      "mysql://user:password@host[,host][:port]/name[?ssl-ca=file]";

[[noreturn]] void refuse(const std::string& found)
{
    throw usage("database address: " + found + "; " + std::string(expected));
}

constexpr auto in_a_path = urls::unreserved_chars + urls::grammar::lut_chars("%/:@!$&'()*+,;=");
constexpr auto in_a_url = in_a_path + urls::grammar::lut_chars("?#[]");

// What a URL spells with a % is taken as it stands, too: a space is written as a space.
std::string spelled(std::string_view text, const urls::grammar::lut_chars& as_they_stand)
{
    return urls::encode(urls::string_view(text.data(), text.size()), as_they_stand);
}

template <class View> View well_formed(const boost::system::result<View>& view, const char* part)
{
    if (!view)
        refuse(std::string(part) + " is not written as in a URL, where a % is %25, an @ %40");
    return *view;
}

// A part that was decoded.
std::string printable(std::string text, const char* part)
{
    const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
    if (std::any_of(text.begin(), text.end(), is_control))
        refuse(std::string(part) + " has a control character");
    return text;
}

address sqlite_address(std::string_view url)
{
    const auto given = well_formed(urls::parse_uri(url), "the path");
    if (!given.encoded_authority().empty()) refuse("sqlite:// names no host, write sqlite:///path");
    address out{.which = backend::sqlite, .path = printable(given.path(), "the path")};
    while (out.path.starts_with("//")) out.path.erase(0, 1);
    if (out.path.empty() || out.path == "/") refuse("the path is empty");
    // SOCI reads "key=value" pairs out of the same string, so such a file would be misread.
    if (out.path.find('=') != std::string::npos) refuse("the path must not contain '='");
    if (out.path.starts_with(':') && !out.in_memory()) refuse("the path must not start with ':'");
    return out;
}

// A name goes into a connect string of the client library, whose marks are no part of one.
void require_name(const std::string& host)
{
    const auto is_known = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '.' || c == '-' || c == '_';
    };
    if (host.empty()) refuse("a host is empty");
    if (!std::all_of(host.begin(), host.end(), is_known))
        refuse("a host is a name or an address, found '" + host + "'");
}

// name, name:port, or an IPv6 address in brackets with or without a port; port 0: none was named.
host_and_port one_host(std::string_view text)
{
    const auto given = well_formed(urls::parse_authority(text), "a host or its port");
    if (given.has_userinfo()) refuse("write an @ in a password as %40");
    const host_and_port out{given.host_address(), given.port_number()};
    if (given.has_port() && out.port == 0)
        refuse("the port must be 1 to 65535, found '" + std::string(given.port()) + "'");
    if (given.host_type() != urls::host_type::ipv6) require_name(std::string(given.encoded_host()));
    return out;
}

std::vector<host_and_port> hosts_of(std::string_view listed)
{
    std::vector<host_and_port> out;
    for (std::size_t at = 0; at <= listed.size();) {
        const auto end = std::min(listed.find(',', at), listed.size());
        out.push_back(one_host(listed.substr(at, end - at)));
        at = end + 1;
    }
    if (out.size() > hosts_max) refuse("more than " + std::to_string(hosts_max) + " hosts");
    unsigned port = mariadb_port_default;
    for (auto each = out.rbegin(); each != out.rend(); ++each) {
        if (each->port == 0) each->port = port;
        port = each->port;
    }
    return out;
}

void read_option(address& out, const std::string& name, const std::string& value)
{
    const bool is_socket = name == "socket";
    if (!is_socket && name != "ssl-ca")
        refuse("the options are ssl-ca= and socket=, found '" + name + "'");
    auto& into = is_socket ? out.socket : out.ssl_ca;
    if (!into.empty()) refuse("an option stands there twice");
    into = printable(value, is_socket ? "the socket" : "ssl-ca");
    if (is_socket && !into.starts_with('/')) refuse("the socket must be an absolute path");
    if (into.empty()) refuse("ssl-ca= names no file");
}

// "/name?options"
void read_target(address& out, std::string_view target)
{
    const auto given = well_formed(urls::parse_origin_form(target), "what follows the hosts");
    out.name = printable(given.path(), "the name").substr(1);
    for (const auto& option : given.params(urls::encoding_opts{})) // a + is a +
        read_option(out, std::string(option.key), std::string(option.value));
    // Nobody listens in on a socket, and there is no host's name to hold a certificate against.
    if (!out.socket.empty() && !out.ssl_ca.empty()) refuse("ssl-ca= is for hosts, not a socket");
    if (out.name.empty()) refuse("the name of the database is empty");
    if (out.name.find_first_of("/`") != std::string::npos) refuse("the name has a '/' or '`'");
}

address mysql_address(std::string_view rest)
{
    address out{.which = backend::mariadb};
    const auto slash = rest.find('/');
    if (slash == rest.npos) refuse("the name of the database is missing");
    const auto hosts = rest.find('@') + 1; // 0: there is none
    if (hosts == 0 || hosts > slash) refuse("the user is missing");
    const auto account = well_formed(urls::parse_authority(rest.substr(0, hosts)), "the account");
    out.user = printable(account.user(), "the user");
    out.password = printable(account.password(), "the password");
    if (out.user.empty()) refuse("the user is empty");
    read_target(out, rest.substr(slash));
    if (hosts < slash || out.socket.empty())
        out.hosts = hosts_of(rest.substr(hosts, slash - hosts));
    return out;
}

} // namespace

address parse_address(std::string_view url)
{
    if (url.starts_with("mysql://")) return mysql_address(spelled(url.substr(8), in_a_url));
    if (url.starts_with("sqlite:")) return sqlite_address(spelled(url, in_a_path));
    refuse("unknown scheme '" + std::string(url.substr(0, url.find(':'))) + "'");
}

} // namespace persistence
