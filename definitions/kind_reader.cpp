// Each check says what was expected and what was found, at a JSON pointer.
#include "definitions/kind_reader.hpp"
#include "definitions/kinds.hpp"
#include <algorithm>
#include <boost/json/serialize.hpp>

namespace definitions {

namespace json = boost::json;

namespace {

constexpr std::size_t name_length_max = 40;
constexpr std::size_t shown_length_max = 60;

// The value as text, cut short: enough to find it in the file.
std::string shown(const json::value& value)
{
    std::string text = json::serialize(value);
    if (text.size() > shown_length_max) text = text.substr(0, shown_length_max) + "…";
    return text;
}

// RFC 6901.
std::string escaped(std::string_view name)
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

bool is_name(std::string_view text)
{
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && text.size() <= name_length_max && letter(text.front()) &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return letter(c) || c == '_' || (c >= '0' && c <= '9'); });
}

} // namespace

kind_reader::kind_reader(std::string_view file, const json::value& value, std::string place)
    : file_(file), value_(&value), place_(std::move(place))
{
}

void kind_reader::fail(const std::string& fault) const
{
    throw kind_fault(std::string(file_), place_, fault);
}

const json::object& kind_reader::object() const
{
    if (!value_->is_object()) fail("expected an object, found " + shown(*value_));
    return value_->get_object();
}

kind_reader kind_reader::member(std::string_view name)
{
    if (auto found = optional_member(name)) return *found;
    kind_reader(file_, *value_, place_ + '/' + escaped(name)).fail("expected, found nothing");
}

std::optional<kind_reader> kind_reader::optional_member(std::string_view name)
{
    known_.emplace(name);
    const auto* found = object().if_contains(name);
    if (!found) return std::nullopt;
    return kind_reader(file_, *found, place_ + '/' + escaped(name));
}

void kind_reader::expect_no_other_members() const
{
    for (const auto& [name, value] : object()) {
        if (known_.contains(std::string_view(name))) continue;
        kind_reader(file_, value, place_ + '/' + escaped(name)).fail("a member nobody knows");
    }
}

std::string kind_reader::text() const
{
    if (!value_->is_string() || value_->get_string().empty()) {
        fail("expected a text, found " + shown(*value_));
    }
    return std::string(value_->get_string());
}

std::string kind_reader::name() const
{
    if (!value_->is_string() || !is_name(value_->get_string())) {
        fail("expected a name of lower-case letters, digits and _, found " + shown(*value_));
    }
    return std::string(value_->get_string());
}

bool kind_reader::flag() const
{
    if (!value_->is_bool()) fail("expected true or false, found " + shown(*value_));
    return value_->get_bool();
}

int kind_reader::number(int least, int most) const
{
    if (!value_->is_int64() || value_->get_int64() < least || value_->get_int64() > most) {
        fail("expected a whole number from " + std::to_string(least) + " to " +
             std::to_string(most) + ", found " + shown(*value_));
    }
    return static_cast<int>(value_->get_int64());
}

double kind_reader::real() const
{
    if (!value_->is_number()) fail("expected a number, found " + shown(*value_));
    return value_->to_number<double>();
}

void kind_reader::each(std::size_t least, std::size_t most,
                       const std::function<void(kind_reader&)>& read) const
{
    if (!value_->is_array()) fail("expected a list, found " + shown(*value_));
    const auto& list = value_->get_array();
    if (list.size() < least || list.size() > most) {
        fail("expected a list of " + std::to_string(least) + " to " + std::to_string(most) +
             " entries, found " + std::to_string(list.size()));
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        kind_reader element(file_, list[i], place_ + '/' + std::to_string(i));
        read(element);
    }
}

} // namespace definitions
