// Takes members out of a JSON body and gathers what is wrong with them.
#include "api/http/json_body.hpp"
#include "api/http/config.hpp"
#include "api/http/request.hpp"
#include <algorithm>
#include <set>

namespace api {

namespace json = boost::json;
using workflow::sentence;

struct body_reader::node {
    const json::object* object{}; // null when the value is none: everything is absent
    std::string pointer;
    std::set<std::string, std::less<>> taken;
};

struct body_reader::reading {
    std::vector<workflow::field_error> errors;
    std::vector<std::shared_ptr<node>> nodes;
};

namespace {

std::string number_text(double value)
{
    std::string text = std::to_string(value);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::size_t characters_in(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

bool is_control(char c, bool lines)
{
    const auto byte = static_cast<unsigned char>(c);
    if (lines && (c == '\n' || c == '\t' || c == '\r')) return false;
    return byte < 0x20 || byte == 0x7f;
}

std::optional<sentence> fault_in(std::string_view text, const text_rule& rule)
{
    const std::size_t size = characters_in(text);
    const bool blank = text.find_first_not_of(" \t\r\n") == text.npos;
    if (rule.least > 0 && blank) return sentence{"field_empty"};
    if (size > rule.most) return sentence{"field_too_long", {{"limit", std::to_string(rule.most)}}};
    if (size < rule.least)
        return sentence{"field_too_short", {{"least", std::to_string(rule.least)}}};
    if (std::any_of(text.begin(), text.end(), [&](char c) { return is_control(c, rule.lines); }))
        return sentence{"field_control_characters"};
    return {};
}

sentence out_of_range(std::string least, std::string most)
{
    return {"field_out_of_range", {{"least", std::move(least)}, {"most", std::move(most)}}};
}

} // namespace

body_reader::body_reader(const json::value& body)
    : reading_(std::make_shared<reading>()), node_(std::make_shared<node>())
{
    node_->object = body.if_object();
    if (!node_->object) reading_->errors.push_back({"", {"json_not_object"}});
    reading_->nodes.push_back(node_);
}

body_reader::body_reader(std::shared_ptr<reading> all, std::shared_ptr<node> own)
    : reading_(std::move(all)), node_(std::move(own))
{
}

bool body_reader::has(std::string_view name) const
{
    return node_->object && node_->object->contains(name);
}

bool body_reader::is_null(std::string_view name) const
{
    return has(name) && node_->object->at(name).is_null();
}

void body_reader::ignore(std::string_view name)
{
    node_->taken.emplace(name);
}

void body_reader::fault(std::string_view name, sentence detail)
{
    reading_->errors.push_back({pointer(name), std::move(detail)});
}

bool body_reader::faultless() const
{
    return reading_->errors.empty();
}

std::string body_reader::pointer(std::string_view name) const
{
    return name.empty() ? node_->pointer : node_->pointer + "/" + std::string(name);
}

const json::value* body_reader::take(std::string_view name)
{
    ignore(name);
    if (!has(name) || is_null(name)) return nullptr;
    return &node_->object->at(name);
}

const json::value* body_reader::require(std::string_view name)
{
    const json::value* found = take(name);
    if (!found && node_->object) fault(name, {"field_missing"});
    return found;
}

std::optional<std::string> body_reader::optional_text(std::string_view name, text_rule rule)
{
    const json::value* found = take(name);
    if (!found) return {};
    const json::string* text = found->if_string();
    if (!text) return fault(name, {"field_must_be_text"}), std::nullopt;
    if (auto wrong = fault_in({text->data(), text->size()}, rule))
        return fault(name, std::move(*wrong)), std::nullopt;
    return std::string(text->data(), text->size());
}

std::optional<std::int64_t> body_reader::optional_integer(std::string_view name, std::int64_t least,
                                                          std::int64_t most)
{
    const json::value* found = take(name);
    if (!found) return {};
    if (!found->is_int64() && !found->is_uint64())
        return fault(name, {"field_must_be_integer"}), std::nullopt;
    const bool fits =
        found->is_int64() && found->get_int64() >= least && found->get_int64() <= most;
    if (!fits)
        return fault(name, out_of_range(std::to_string(least), std::to_string(most))), std::nullopt;
    return found->get_int64();
}

std::optional<double> body_reader::optional_number(std::string_view name, double least, double most)
{
    const json::value* found = take(name);
    if (!found) return {};
    if (!found->is_number()) return fault(name, {"field_must_be_number"}), std::nullopt;
    const double value = found->to_number<double>();
    if (!(value >= least && value <= most))
        return fault(name, out_of_range(number_text(least), number_text(most))), std::nullopt;
    return value;
}

std::optional<bool> body_reader::optional_boolean(std::string_view name)
{
    const json::value* found = take(name);
    if (!found) return {};
    if (!found->is_bool()) return fault(name, {"field_must_be_boolean"}), std::nullopt;
    return found->get_bool();
}

std::optional<workflow::date> body_reader::optional_day(std::string_view name)
{
    const json::value* found = take(name);
    if (!found) return {};
    workflow::date day{};
    const json::string* text = found->if_string();
    if (!text || !workflow::parse_date({text->data(), text->size()}, day))
        return fault(name, {"field_must_be_date"}), std::nullopt;
    return day;
}

std::optional<std::string>
body_reader::optional_choice(std::string_view name, std::initializer_list<std::string_view> choices)
{
    const json::value* found = take(name);
    if (!found) return {};
    const json::string* text = found->if_string();
    if (!text) return fault(name, {"field_must_be_text"}), std::nullopt;
    const std::string_view given(text->data(), text->size());
    if (std::find(choices.begin(), choices.end(), given) != choices.end())
        return std::string(given);
    std::string listed;
    for (auto each : choices) listed += (listed.empty() ? "" : ", ") + std::string(each);
    return fault(name, {"field_not_a_choice", {{"choices", listed}}}), std::nullopt;
}

body_reader body_reader::child(const json::value& value, std::string place)
{
    auto own = std::make_shared<node>();
    own->object = value.if_object();
    own->pointer = std::move(place);
    if (!own->object) reading_->errors.push_back({own->pointer, {"field_must_be_object"}});
    reading_->nodes.push_back(own);
    return body_reader(reading_, own);
}

std::optional<body_reader> body_reader::optional_object(std::string_view name)
{
    const json::value* found = take(name);
    if (!found) return {};
    return child(*found, pointer(name));
}

std::vector<body_reader> body_reader::optional_objects(std::string_view name, std::size_t most)
{
    const json::value* found = take(name);
    if (!found) return {};
    const json::array* list = found->if_array();
    if (!list) return fault(name, {"field_must_be_list"}), std::vector<body_reader>{};
    if (list->size() > most)
        return fault(name, {"field_too_many", {{"limit", std::to_string(most)}}}),
               std::vector<body_reader>{};
    std::vector<body_reader> out;
    for (std::size_t i = 0; i < list->size(); ++i)
        out.push_back(child((*list)[i], pointer(name) + "/" + std::to_string(i)));
    return out;
}

std::string body_reader::text(std::string_view name, text_rule rule)
{
    return require(name) ? optional_text(name, rule).value_or("") : "";
}

std::int64_t body_reader::integer(std::string_view name, std::int64_t least, std::int64_t most)
{
    return require(name) ? optional_integer(name, least, most).value_or(least) : least;
}

double body_reader::number(std::string_view name, double least, double most)
{
    return require(name) ? optional_number(name, least, most).value_or(least) : least;
}

bool body_reader::boolean(std::string_view name)
{
    return require(name) && optional_boolean(name).value_or(false);
}

workflow::date body_reader::day(std::string_view name)
{
    return require(name) ? optional_day(name).value_or(workflow::date{}) : workflow::date{};
}

std::string body_reader::choice(std::string_view name,
                                std::initializer_list<std::string_view> choices)
{
    return require(name) ? optional_choice(name, choices).value_or("") : "";
}

body_reader body_reader::object(std::string_view name)
{
    if (const json::value* found = require(name)) return child(*found, pointer(name));
    return body_reader(reading_, std::make_shared<node>());
}

std::vector<body_reader> body_reader::objects(std::string_view name, std::size_t most)
{
    return require(name) ? optional_objects(name, most) : std::vector<body_reader>{};
}

std::vector<std::string> body_reader::texts(std::string_view name, std::size_t most, text_rule rule)
{
    std::vector<std::string> out;
    const json::value* found = require(name);
    if (!found) return out;
    const json::array* list = found->if_array();
    if (!list) return fault(name, {"field_must_be_list"}), out;
    if (list->size() > most)
        return fault(name, {"field_too_many", {{"limit", std::to_string(most)}}}), out;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string place = std::string(name) + "/" + std::to_string(i);
        const json::string* text = (*list)[i].if_string();
        if (!text) {
            fault(place, {"field_must_be_text"});
            continue;
        }
        if (auto wrong = fault_in({text->data(), text->size()}, rule)) fault(place, *wrong);
        out.emplace_back(text->data(), text->size());
    }
    return out;
}

std::optional<workflow::refusal> body_reader::finish() const
{
    auto errors = reading_->errors;
    for (const auto& each : reading_->nodes) {
        if (!each->object) continue;
        for (const auto& member : *each->object) {
            if (errors.size() >= field_errors_max) break;
            const std::string_view name(member.key().data(), member.key().size());
            if (!each->taken.contains(name))
                errors.push_back({each->pointer + "/" + pointer_token(name), {"field_unknown"}});
        }
    }
    if (errors.empty()) return {};
    if (errors.size() > field_errors_max) errors.resize(field_errors_max);
    return workflow::refusal{workflow::errc::invalid, {"body_invalid"}, {}, std::move(errors)};
}

} // namespace api
