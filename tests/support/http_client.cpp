// Plain POSIX sockets and a small reading of HTTP answers.
#include "tests/support/http_client.hpp"
#include <algorithm>
#include <arpa/inet.h>
#include <boost/json/parse.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

bool contains(const header_list& headers, std::string_view name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [&](const auto& each) { return lower(each.first) == name; });
}

void add_header(std::string& out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

std::string http_reply::header(std::string_view name) const
{
    const auto found = all(name);
    return found.empty() ? std::string() : found.front();
}

std::vector<std::string> http_reply::all(std::string_view name) const
{
    std::vector<std::string> out;
    for (const auto& [key, value] : headers)
        if (key == name) out.push_back(value);
    return out;
}

boost::json::value http_reply::json() const
{
    return boost::json::parse(body);
}

std::string http_reply::code() const
{
    if (!header("content-type").starts_with("application/problem+json")) return {};
    return std::string(json().at("code").as_string());
}

http_client::http_client(unsigned short port, std::string host)
    : port_(port), host_(std::move(host))
{
}

http_client::~http_client()
{
    hang_up();
}

http_client::http_client(http_client&& other) noexcept
    : port_(other.port_), host_(std::move(other.host_)), always_(std::move(other.always_)),
      cookies_(std::move(other.cookies_)), time_out_(other.time_out_),
      socket_(std::exchange(other.socket_, -1)), buffer_(std::move(other.buffer_))
{
}

void http_client::always(std::string name, std::string value)
{
    never(name);
    always_.emplace_back(std::move(name), std::move(value));
}

void http_client::never(std::string_view name)
{
    std::erase_if(always_, [&](const auto& each) { return lower(each.first) == lower(name); });
}

void http_client::take_cookies(const http_reply& answer)
{
    for (const auto& each : answer.all("set-cookie")) {
        const auto pair = each.substr(0, each.find(';'));
        const auto equals = pair.find('=');
        if (equals != pair.npos) cookies_[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    std::string joined;
    for (const auto& [name, value] : cookies_)
        joined += (joined.empty() ? "" : "; ") + name + "=" + value;
    if (!joined.empty()) always("Cookie", joined);
}

http_reply http_client::send(std::string_view method, std::string_view target,
                             std::string_view body, const header_list& headers)
{
    std::string out;
    out.append(method).append(" ").append(target).append(" HTTP/1.1\r\n");
    if (!contains(headers, "host")) add_header(out, "Host", host_ + ":" + std::to_string(port_));
    for (const auto& [name, value] : always_)
        if (!contains(headers, lower(name))) add_header(out, name, value);
    for (const auto& [name, value] : headers) add_header(out, name, value);
    const bool sends_body = !body.empty() || (method != "GET" && method != "HEAD");
    if (!body.empty() && !contains(headers, "content-type"))
        add_header(out, "Content-Type", "application/json");
    if (sends_body && !contains(headers, "content-length"))
        add_header(out, "Content-Length", std::to_string(body.size()));
    out.append("\r\n").append(body);
    const bool was_open = socket_ >= 0;
    write(out);
    http_reply answer = read(method);
    if (answer.status == 0 && was_open) {
        hang_up();
        write(out);
        answer = read(method);
    }
    return answer;
}

void http_client::write(std::string_view bytes)
{
    if (socket_ < 0) connect();
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return; // what the server had to say can still be read
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

http_reply http_client::read(std::string_view to)
{
    http_reply out;
    const auto first = line();
    if (!first || first->size() < 12) return hang_up(), out;
    out.status = std::stoi(first->substr(9, 3));
    while (true) {
        const auto next = line();
        if (!next) return hang_up(), http_reply{};
        if (next->empty()) break;
        const auto colon = next->find(':');
        const auto start = next->find_first_not_of(' ', colon + 1);
        out.headers.emplace_back(lower(next->substr(0, colon)),
                                 start == next->npos ? "" : next->substr(start));
    }
    if (out.status == 100) return read(to);
    const bool has_body = to != "HEAD" && out.status != 204 && out.status != 304;
    const std::string length = out.header("content-length");
    bool whole = true;
    if (has_body && out.header("transfer-encoding") == "chunked")
        whole = read_chunks(out.body);
    else if (has_body && !length.empty())
        whole = read_exactly(std::stoul(length), out.body);
    out.is_closed = !whole || lower(out.header("connection")) == "close";
    if (out.is_closed && !whole) out.status = 0;
    return out;
}

bool http_client::is_at_end()
{
    return !fill() && errno != EAGAIN && errno != EWOULDBLOCK;
}

void http_client::hang_up()
{
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
    buffer_.clear();
}

void http_client::time_out_after(std::chrono::milliseconds span)
{
    time_out_ = span;
    hang_up();
}

void http_client::connect()
{
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port_);
    ::inet_pton(AF_INET, "127.0.0.1", &place.sin_addr);
    const timeval most{static_cast<time_t>(time_out_.count() / 1000),
                       static_cast<suseconds_t>(time_out_.count() % 1000 * 1000)};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
    const int yes = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0)
        throw std::runtime_error("cannot connect to 127.0.0.1:" + std::to_string(port_));
}

bool http_client::fill()
{
    if (socket_ < 0) return false;
    char bytes[16 * 1024];
    errno = 0;
    const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count > 0) buffer_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
}

std::optional<std::string> http_client::line()
{
    std::size_t end;
    while ((end = buffer_.find("\r\n")) == buffer_.npos)
        if (!fill()) return {};
    std::string out = buffer_.substr(0, end);
    buffer_.erase(0, end + 2);
    return out;
}

bool http_client::read_exactly(std::size_t count, std::string& into)
{
    while (buffer_.size() < count)
        if (!fill()) return false;
    into.append(buffer_, 0, count);
    buffer_.erase(0, count);
    return true;
}

bool http_client::read_chunks(std::string& into)
{
    while (true) {
        const auto size = line();
        if (!size) return false;
        const std::size_t count = std::stoul(*size, nullptr, 16);
        if (!read_exactly(count, into) || !line()) return false;
        if (count == 0) return true;
    }
}

} // namespace support
