// Parses bodies: Boost.JSON twice, once for the faults its values would hide, once for the value.
#include "api/http/config.hpp"
#include "api/http/json_body.hpp"
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>
#include <cmath>
#include <set>

namespace api {

namespace json = boost::json;
using workflow::errc;
using workflow::refusal;

namespace {

// Listens to the parser and remembers the members of every open object: a value keeps only the
// last of two equal ones.
struct duplicate_watch {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    struct level {
        std::set<std::string, std::less<>> names;
        std::string at; // name or index of the member being read
        std::size_t index{};
        bool is_array{};
    };
    std::vector<level> open;
    std::string key;
    std::string duplicate; // its name, once found
    std::string pointer;
    bool infinite{};

    void next_item()
    {
        if (!open.empty() && open.back().is_array)
            open.back().at = std::to_string(open.back().index++);
    }
    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&)
    {
        next_item();
        open.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, json::error_code&)
    {
        open.pop_back();
        return true;
    }
    bool on_array_begin(json::error_code&)
    {
        next_item();
        open.emplace_back().is_array = true;
        return true;
    }
    bool on_array_end(std::size_t, json::error_code&)
    {
        open.pop_back();
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&)
    {
        key.append(part.data(), part.size());
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code& fault)
    {
        key.append(part.data(), part.size());
        open.back().at = pointer_token(key);
        const bool is_new = open.back().names.insert(key).second;
        if (!is_new) {
            duplicate = key;
            for (const level& each : open) pointer += "/" + each.at;
            fault = json::error::syntax;
        }
        key.clear();
        return is_new;
    }
    bool on_string_part(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, json::error_code&) { return item(); }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return item(); }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return item(); }
    bool on_double(double value, json::string_view, json::error_code& fault)
    {
        if (!std::isfinite(value)) {
            infinite = true;
            fault = json::error::syntax;
            return false;
        }
        return item();
    }
    bool on_bool(bool, json::error_code&) { return item(); }
    bool on_null(json::error_code&) { return item(); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
    bool item()
    {
        next_item();
        return true;
    }
};

} // namespace

std::string pointer_token(std::string_view name)
{
    std::string out;
    for (char c : name) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

workflow::result<json::value> parse_json(std::string_view text)
{
    if (text.find_first_not_of(" \t\r\n") == text.npos) return json::value(json::object());
    json::parse_options options;
    options.max_depth = json_depth_max;
    json::basic_parser<duplicate_watch> parser(options);
    json::error_code fault;
    const std::size_t position = parser.write_some(false, text.data(), text.size(), fault);
    const duplicate_watch& watch = parser.handler();
    if (!watch.duplicate.empty() || !watch.pointer.empty())
        return refusal{errc::malformed,
                       {"json_duplicate", {{"name", watch.duplicate}}},
                       {},
                       {{watch.pointer, {"json_duplicate", {{"name", watch.duplicate}}}}}};
    if (fault == json::error::too_deep)
        return refusal{errc::malformed,
                       {"json_too_deep", {{"limit", std::to_string(json_depth_max)}}}};
    if (fault || position != text.size())
        return refusal{errc::malformed,
                       {"json_malformed", {{"position", std::to_string(position)}}}};
    return json::parse(text, {}, options);
}

} // namespace api
