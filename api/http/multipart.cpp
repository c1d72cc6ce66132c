// Reads multipart/form-data (RFC 7578) from a file, strictly.
#include "api/http/multipart.hpp"
#include "api/files/file_name.hpp"
#include "api/files/read_file.hpp"
#include "api/http/config.hpp"
#include "api/words/http_errc.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/things/sha256.hpp"
#include <array>
#include <fstream>

namespace api {

using workflow::errc;
using workflow::refusal;

namespace {

constexpr std::size_t block_bytes = 64 * 1024;
constexpr std::size_t part_head_bytes_max = 4 * 1024;
constexpr std::size_t field_bytes_max = 8 * 1024;
constexpr std::size_t parts_max = 16;

refusal malformed(std::string key = "multipart_malformed", std::string name = {})
{
    return {errc::malformed, {std::move(key), {{"name", std::move(name)}}}};
}

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

// A backslash before the last quote is the name's own last letter.
bool is_escape(std::string_view rest)
{
    const auto two = rest.substr(0, 2);
    return two == "\\\\" || (two == "\\\"" && rest.find('"', 2) != rest.npos);
}

// The value of `;name=value` or `;name="value"`, quotes taken off; nothing when absent. Only a
// quote and a backslash can be escaped: browsers escape none, so that of `a\b` the backslash stays.
std::optional<std::string> parameter_of(std::string_view header, std::string_view name)
{
    std::size_t at = header.find(';');
    while (at != header.npos) {
        at = header.find_first_not_of(" \t;", at);
        const auto equals = at == header.npos ? header.npos : header.find('=', at);
        if (equals == header.npos) return {};
        const bool wanted = lower(header.substr(at, equals - at)) == name;
        std::string value;
        at = equals + 1;
        const bool quoted = at < header.size() && header[at] == '"';
        for (at += quoted; at < header.size(); ++at) {
            if (quoted ? header[at] == '"' : header[at] == ';') break;
            if (quoted && is_escape(header.substr(at))) ++at;
            value += header[at];
        }
        if (quoted && at >= header.size()) return {};
        if (wanted) return value;
        at = header.find(';', at);
    }
    return {};
}

// Browsers send a quote within a name as %22, and a percent sign as it is (HTML's form submission).
std::string unescaped(std::string name)
{
    constexpr std::string_view quote = "%22";
    for (auto at = name.find(quote); at != name.npos; at = name.find(quote, at + 1))
        name.replace(at, quote.size(), "\"");
    return name;
}

// The body's bytes with a window of what is read but not yet taken.
class source {
public:
    explicit source(const std::filesystem::path& path) : file_(opened_file(path)) {}
    std::string_view window() const { return std::string_view(buffer_).substr(at_); }
    void take(std::size_t count) { at_ += count; }
    bool fill() // false at the end
    {
        buffer_.erase(0, at_);
        at_ = 0;
        const auto size = buffer_.size();
        buffer_.resize(size + block_bytes);
        file_.read(buffer_.data() + size, static_cast<std::streamsize>(block_bytes));
        require_readable(file_);
        buffer_.resize(size + static_cast<std::size_t>(file_.gcount()));
        return file_.gcount() > 0;
    }
    bool starts_with(std::string_view text)
    {
        while (window().size() < text.size())
            if (!fill()) return false;
        return window().starts_with(text);
    }

private:
    std::ifstream file_;
    std::string buffer_;
    std::size_t at_{};
};

struct part_head {
    std::string name;
    std::string file_name;
    std::string content_type;
};

std::optional<part_head> read_part_head(source& from)
{
    std::size_t end;
    while ((end = from.window().find("\r\n\r\n")) == std::string_view::npos) {
        if (from.window().size() > part_head_bytes_max || !from.fill()) return {};
    }
    if (end > part_head_bytes_max) return {};
    std::string_view rest = from.window().substr(0, end + 2);
    part_head out;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(line.size() + 2);
        const auto colon = line.find(':');
        if (colon == line.npos) return {};
        const std::string key = lower(line.substr(0, colon));
        auto value = line.substr(colon + 1);
        value.remove_prefix(std::min(value.size(), value.find_first_not_of(" \t")));
        if (key == "content-type") out.content_type = value;
        if (key != "content-disposition") continue;
        if (!lower(value).starts_with("form-data")) return {};
        out.name = parameter_of(value, "name").value_or("");
        out.file_name = unescaped(parameter_of(value, "filename").value_or(""));
    }
    from.take(end + 4);
    if (out.name.empty() || !is_utf8(out.name) || !is_utf8(out.file_name)) return {};
    out.file_name = kept_file_name(out.file_name);
    for (char c : out.file_name)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return {};
    return out;
}

// Gives the part's bytes to `sink` up to the delimiter; false when the body ends before it or the
// sink has had enough.
template <class Sink> bool read_part(source& from, std::string_view delimiter, Sink sink)
{
    while (true) {
        const auto window = from.window();
        const auto found = window.find(delimiter);
        const bool whole = found != window.npos;
        // What may be the beginning of the delimiter stays for the next block.
        const std::size_t safe =
            whole ? found : window.size() - std::min(window.size(), delimiter.size() - 1);
        if (!sink(window.substr(0, safe))) return false;
        from.take(whole ? safe + delimiter.size() : safe);
        if (whole) return true;
        if (!from.fill()) return false;
    }
}

std::optional<refusal> take_field(source& from, std::string_view delimiter, const part_head& head,
                                  upload& out)
{
    std::string value;
    const bool whole = read_part(from, delimiter, [&](std::string_view bytes) {
        value += bytes;
        return value.size() <= field_bytes_max;
    });
    if (!whole || !is_utf8(value)) return malformed();
    if (!out.fields.emplace(head.name, std::move(value)).second)
        return malformed("multipart_part_twice", head.name);
    return {};
}

std::optional<refusal> take_file(source& from, std::string_view delimiter, const part_head& head,
                                 const std::filesystem::path& folder, upload& out)
{
    if (out.file) return malformed("multipart_part_twice", head.name);
    out.file.emplace();
    uploaded_file& file = *out.file;
    file.name = head.file_name;
    file.content_type = head.content_type;
    file.file = std::make_unique<spool>();
    bool has_room = file.file->open(folder);
    workflow::sha256 hash;
    const bool whole =
        has_room && read_part(from, delimiter, [&](std::string_view bytes) {
            hash.add(bytes);
            file.bytes += bytes.size();
            return file.bytes <= file_bytes_max && (has_room = file.file->write(bytes));
        });
    if (!has_room) throw persistence::disk_full("cannot write an upload below " + folder.string());
    if (file.bytes > file_bytes_max)
        return refusal{http_errc::payload_too_large,
                       {"file_too_large", {{"limit", std::to_string(file_bytes_max)}}}};
    if (!whole) return malformed();
    file.file->close();
    file.sha256 = hash.hex();
    return {};
}

} // namespace

std::string upload::field(std::string_view name) const
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

workflow::result<upload> read_multipart(const request& asked, const std::filesystem::path& folder)
{
    const auto boundary = parameter_of(asked.header("content-type"), "boundary").value_or("");
    if (boundary.empty() || boundary.size() > 70) return malformed();
    const std::string delimiter = "\r\n--" + boundary;
    source from(asked.body_file);
    if (!from.starts_with(delimiter.substr(2))) return malformed();
    from.take(delimiter.size() - 2);
    upload out;
    for (std::size_t parts = 0; !from.starts_with("--"); ++parts) {
        if (parts == parts_max || !from.starts_with("\r\n")) return malformed();
        from.take(2);
        const auto head = read_part_head(from);
        if (!head) return malformed();
        auto wrong = head->name == "file" ? take_file(from, delimiter, *head, folder, out)
                                          : take_field(from, delimiter, *head, out);
        if (wrong) return *wrong;
    }
    return out;
}

} // namespace api
