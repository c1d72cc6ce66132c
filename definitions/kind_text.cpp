// Boost.JSON tells neither lines nor members given twice. Its parser does, to who feeds it the text
// character by character and counts: kinds are short.
#include "definitions/kind_text.hpp"
#include "definitions/syntax_fault.hpp"
#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse.hpp>

namespace definitions {

namespace json = boost::json;

namespace {

struct repeated {
    std::string place;
    std::size_t line{};
    std::size_t first_line{};
};

// What the parser tells while it goes through the text.
class places {
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
    using code = json::error_code;
    using view = json::string_view;

    bool on_document_begin(code&) { return true; }
    bool on_document_end(code&) { return true; }
    bool on_array_begin(code&) { return open(true); }
    bool on_array_end(std::size_t, code&) { return close(); }
    bool on_object_begin(code&) { return open(false); }
    bool on_object_end(std::size_t, code&) { return close(); }
    bool on_string_part(view, std::size_t, code&) { return true; }
    bool on_string(view, std::size_t, code&) { return enter(); }
    bool on_key_part(view part, std::size_t, code&)
    {
        key_.append(part.data(), part.size());
        return true;
    }
    bool on_key(view rest, std::size_t, code&)
    {
        key_.append(rest.data(), rest.size());
        const std::string place = inside_.back().place + '/' + pointer_token(key_);
        const auto [first, fresh] = inside_.back().members.emplace(key_, line);
        if (!fresh) twice.push_back({place, line, first->second});
        lines[place] = line;
        next_ = place;
        key_.clear();
        return true;
    }
    bool on_number_part(view, code&) { return true; }
    bool on_int64(std::int64_t, view, code&) { return enter(); }
    bool on_uint64(std::uint64_t, view, code&) { return enter(); }
    bool on_double(double, view, code&) { return enter(); }
    bool on_bool(bool, code&) { return enter(); }
    bool on_null(code&) { return enter(); }
    bool on_comment_part(view, code&) { return true; }
    bool on_comment(view, code&) { return true; }

    std::size_t line{1}; // of what is told next
    std::size_t at{};    // its offset
    std::map<std::string, std::size_t> lines;
    std::vector<repeated> twice;

private:
    struct container {
        std::string place;
        bool is_list{};
        std::size_t entries{};
        std::map<std::string, std::size_t> members; // the line of the first of each name
    };

    bool enter()
    {
        if (inside_.empty()) {
            next_.clear();
        } else if (container& list = inside_.back(); list.is_list) {
            next_ = list.place + '/' + std::to_string(list.entries++);
        }
        lines.emplace(next_, line); // a member stands where its name does
        return true;
    }
    bool open(bool is_list)
    {
        enter();
        inside_.push_back({next_, is_list, 0, {}});
        return true;
    }
    bool close()
    {
        inside_.pop_back();
        return true;
    }

    std::vector<container> inside_;
    std::string key_;
    std::string next_; // where the value stands that comes next
};

// Goes through the text, up to the first character that cannot stand where it stands.
places places_in(std::string_view text)
{
    json::basic_parser<places> parser{json::parse_options{}};
    json::error_code error;
    for (const char& c : text) {
        if (parser.write_some(true, &c, 1, error) == 0 || error) break;
        if (c == '\n') ++parser.handler().line;
        ++parser.handler().at;
    }
    if (!error) parser.write_some(false, nullptr, 0, error);
    return parser.handler();
}

} // namespace

std::string pointer_token(std::string_view name)
{
    std::string token;
    for (char c : name) {
        if (c == '~')
            token += "~0";
        else if (c == '/')
            token += "~1";
        else
            token += c;
    }
    return token;
}

kind_text::kind_text(std::string file, std::string_view text, held_against against)
    : file_(std::move(file)), against_(against)
{
    auto found = places_in(text);
    lines_ = std::move(found.lines);
    json::error_code error;
    value_ = json::parse({text.data(), text.size()}, error);
    is_json_ = !error;
    if (error) mistakes_.push_back({file_, found.line, "", syntax_fault(text, found.at)});
    for (const auto& again : found.twice)
        if (against_ == held_against::all_rules)
            mistakes_.push_back({file_, again.line, again.place,
                                 "expected once, found again: it stands on line " +
                                     std::to_string(again.first_line) + " already"});
}

void kind_text::note(const std::string& place, std::string fault)
{
    mistakes_.push_back({file_, line_of(place), place, std::move(fault)});
}

void kind_text::note_later(const std::string& place, std::string fault)
{
    if (against_ == held_against::all_rules) note(place, std::move(fault));
}

std::vector<kind_mistake> kind_text::mistakes() const
{
    auto sorted = mistakes_;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return sorted;
}

void kind_text::asked(const std::string& place, std::string_view member)
{
    std::string pattern;
    for (std::size_t at = 0; at < place.size();) {
        const auto end = std::min(place.find('/', at + 1), place.size());
        const auto token = place.substr(at, end - at);
        const bool is_entry = token.find_first_not_of("/0123456789") == token.npos;
        pattern += is_entry ? "/*" : token;
        at = end;
    }
    asked_[pattern].emplace(member);
}

std::size_t kind_text::line_of(std::string place) const
{
    for (; !lines_.contains(place) && !place.empty(); place.resize(place.rfind('/'))) {
    }
    const auto found = lines_.find(place);
    return found == lines_.end() ? 1 : found->second;
}

} // namespace definitions
