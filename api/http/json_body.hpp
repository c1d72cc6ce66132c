#pragma once
// The strict way into a JSON body: parse_json refuses what is no clean JSON (400), body_reader
// takes members by name and gathers what is wrong with them, each with its JSON pointer (422).
//
//   body_reader in(call.body);
//   const auto title = in.text("title", {.most = 200});
//   const auto year = in.integer("year", 2000, 2100);
//   if (auto no = in.finish()) return *no;
//
// A getter whose member is wrong notes the fault and gives an empty value: finish() tells.
#include "workflow/days/clock.hpp"
#include "workflow/words/error.hpp"
#include <boost/json/value.hpp>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace api {

// Depth at most 32, UTF-8, no duplicate members, finite numbers, nothing after the value.
// An empty body is {}. Refusal: malformed, with the pointer of a duplicate.
workflow::result<boost::json::value> parse_json(std::string_view text);

// A member's name as a token of a JSON pointer (RFC 6901): ~ and / are written ~0 and ~1.
std::string pointer_token(std::string_view name);

struct text_rule {
    std::size_t least{1};  // characters
    std::size_t most{200}; // characters
    bool lines{};          // line feeds and tabs are welcome; other controls never are
};

class body_reader {
public:
    explicit body_reader(const boost::json::value& body);

    bool has(std::string_view name) const;     // present, be it null
    bool is_null(std::string_view name) const; // present and null

    // Required: absent and null are faults.
    std::string text(std::string_view name, text_rule rule = {});
    std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most);
    double number(std::string_view name, double least, double most);
    bool boolean(std::string_view name);
    workflow::date day(std::string_view name);
    std::string choice(std::string_view name, std::initializer_list<std::string_view> choices);
    body_reader object(std::string_view name);
    std::vector<body_reader> objects(std::string_view name, std::size_t most);
    std::vector<std::string> texts(std::string_view name, std::size_t most, text_rule rule = {});

    // Optional: absent and null are nothing (has() tells them apart).
    std::optional<std::string> optional_text(std::string_view name, text_rule rule = {});
    std::optional<std::int64_t> optional_integer(std::string_view name, std::int64_t least,
                                                 std::int64_t most);
    std::optional<double> optional_number(std::string_view name, double least, double most);
    std::optional<bool> optional_boolean(std::string_view name);
    std::optional<workflow::date> optional_day(std::string_view name);
    std::optional<std::string> optional_choice(std::string_view name,
                                               std::initializer_list<std::string_view> choices);
    std::optional<body_reader> optional_object(std::string_view name);
    std::vector<body_reader> optional_objects(std::string_view name, std::size_t most);

    void ignore(std::string_view name); // known, read elsewhere
    // A fault of the caller's own; name may be empty for the object itself.
    void fault(std::string_view name, workflow::sentence detail);
    bool faultless() const;
    std::string pointer(std::string_view name) const;

    // The faults of this body, members nobody took included, whichever reader of it is asked; the
    // first `field_errors_max` of them.
    std::optional<workflow::refusal> finish() const;

private:
    struct node;
    struct reading;
    body_reader(std::shared_ptr<reading>, std::shared_ptr<node>);
    const boost::json::value* take(std::string_view name);
    const boost::json::value* require(std::string_view name);
    body_reader child(const boost::json::value&, std::string pointer);

    std::shared_ptr<reading> reading_;
    std::shared_ptr<node> node_;
};

} // namespace api
