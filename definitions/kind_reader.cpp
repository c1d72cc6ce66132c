// Each check says what was expected and what was found, at a JSON pointer.
#include "definitions/kind_reader.hpp"
#include "definitions/nearest_word.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <charconv>

namespace definitions {

namespace json = boost::json;

namespace {

constexpr std::size_t name_length_max = 40;
constexpr std::size_t text_length_max = 300;
constexpr std::size_t shown_length_max = 60;

// The value as text, cut short: enough to find it in the file.
std::string shown(const json::value& value)
{
    if (value.is_double()) { // as people write it: 10.5, not 1.05E1
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.begin(), digits.end(), value.get_double()).ptr;
        return {digits.begin(), end};
    }
    return workflow::shortened(json::serialize(value), shown_length_max);
}

bool contains(const std::vector<std::string>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

bool is_name(std::string_view text)
{
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && text.size() <= name_length_max && letter(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return letter(c) || c == '_' || (c >= '0' && c <= '9'); });
}

kind_reader::kind_reader(kind_text& text) : kind_reader(text, &text.value(), "") {}

kind_reader::kind_reader(kind_text& text, const json::value* value, std::string place)
    : text_(&text), value_(value), place_(std::move(place))
{
}

void kind_reader::fail(std::string fault) const
{
    text_->note(place_, std::move(fault));
}

void kind_reader::fail_later(std::string fault) const
{
    text_->note_later(place_, std::move(fault));
}

void kind_reader::fail_at(std::size_t entry, std::string fault) const
{
    text_->note(place_ + '/' + std::to_string(entry), std::move(fault));
}

const json::object& kind_reader::object() const
{
    static const json::object nothing;
    if (!value_) return nothing;
    if (value_->is_object()) return value_->get_object();
    if (!told_) fail("expected an object, found " + shown(*value_));
    told_ = true;
    return nothing;
}

kind_reader kind_reader::member(std::string_view name)
{
    if (auto found = optional_member(name)) return *found;
    missing_.emplace_back(name);
    return kind_reader(*text_, nullptr, place_ + '/' + pointer_token(name));
}

std::optional<kind_reader> kind_reader::optional_member(std::string_view name)
{
    text_->asked(place_, name);
    known_.emplace_back(name);
    const auto* found = object().if_contains(name);
    if (!found) return std::nullopt;
    return kind_reader(*text_, found, place_ + '/' + pointer_token(name));
}

void kind_reader::expect_no_other_members() const
{
    if (!value_ || !value_->is_object()) return;
    auto missing = missing_;
    for (const auto& [key, value] : object()) {
        const std::string name(key);
        if (contains(known_, name) || name == "$comment") continue;
        if (name == "$schema" && place_.empty()) continue;
        std::vector<std::string> absent;
        for (const auto& known : known_)
            if (!object().contains(known)) absent.push_back(known);
        const auto meant = nearest_word(name, missing);
        std::erase(missing, meant); // it is there, misspelt: one mistake, not two
        kind_reader(*text_, &value, place_ + '/' + pointer_token(name))
            .fail("a member nobody knows" +
                  did_you_mean(name, meant.empty() ? absent : std::vector{meant}));
    }
    for (const auto& name : missing)
        kind_reader(*text_, nullptr, place_ + '/' + pointer_token(name))
            .fail("expected `" + name + "`, found nothing");
}

bool kind_reader::is_text() const
{
    return value_ && value_->is_string();
}

std::string kind_reader::text() const
{
    if (!value_) return {};
    if (!value_->is_string() || value_->get_string().empty()) {
        fail("expected a text, found " + shown(*value_));
        return {};
    }
    const std::string text(value_->get_string());
    if (text.find_first_not_of(' ') == text.npos || text.size() > text_length_max ||
        std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; })) {
        fail_later("expected a text on one line of at most " + std::to_string(text_length_max) +
                   " bytes, found " + shown(*value_));
    }
    return text;
}

std::string kind_reader::name() const
{
    if (!value_) return {};
    if (value_->is_string() && is_name(value_->get_string()))
        return std::string(value_->get_string());
    fail("expected a name of at most 40 lower-case letters, digits and _, found " + shown(*value_));
    return {};
}

std::string kind_reader::name_among(const std::vector<std::string>& known) const
{
    if (is_text() && contains(known, value_->get_string())) return name();
    if (!is_text()) return name(); // which says what it expected
    const std::string found(value_->get_string());
    const auto fault =
        "expected " + one_of(known) + ", found " + shown(*value_) + did_you_mean(found, known);
    if (is_name(found))
        fail_later(fault);
    else
        fail(fault);
    return found;
}

bool kind_reader::flag() const
{
    if (value_ && value_->is_bool()) return value_->get_bool();
    if (value_) fail("expected true or false, found " + shown(*value_));
    return false;
}

int kind_reader::number(int least, int most) const
{
    if (!value_) return least;
    if (value_->is_int64() && value_->get_int64() >= least && value_->get_int64() <= most)
        return static_cast<int>(value_->get_int64());
    fail("expected a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
         ", found " + shown(*value_));
    return least;
}

double kind_reader::real() const
{
    if (value_ && value_->is_number()) return value_->to_number<double>();
    if (value_) fail("expected a number, found " + shown(*value_));
    return 0;
}

void kind_reader::each(std::size_t least, std::size_t most,
                       const std::function<void(kind_reader&)>& read) const
{
    if (!value_) return;
    if (!value_->is_array()) return fail("expected a list, found " + shown(*value_));
    const auto& list = value_->get_array();
    if (list.size() < least || list.size() > most) {
        fail("expected a list of " + std::to_string(least) + " to " + std::to_string(most) +
             " entries, found " + std::to_string(list.size()));
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        kind_reader element(*text_, &list[i], place_ + '/' + std::to_string(i));
        read(element);
    }
}

} // namespace definitions
