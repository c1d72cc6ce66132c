#pragma once
// The text of one kind's file: its value, on which line everything stands, and what was found to be
// wrong with it so far. Reading goes on behind a mistake, so that all are told at once.
#include "definitions/kinds.hpp"
#include <boost/json/value.hpp>
#include <map>
#include <set>

namespace definitions {

// Kinds that are kept with plans were taken by the rules of their time: what later versions of this
// program came to refuse is not held against them.
enum class held_against { all_rules, rules_of_their_time };

// The next segment of a JSON pointer (RFC 6901).
std::string pointer_token(std::string_view name);

class kind_text {
public:
    // Mistakes of form are noted: no JSON, and members that are given twice.
    kind_text(std::string file, std::string_view text, held_against);

    const boost::json::value& value() const { return value_; } // null: no JSON
    bool is_json() const { return is_json_; }

    // `place` is a JSON pointer; one that leads nowhere is told of where it would have to be.
    void note(const std::string& place, std::string fault);
    // The same of a rule that this format did not always have.
    void note_later(const std::string& place, std::string fault);

    // In the order of their lines.
    std::vector<kind_mistake> mistakes() const;
    std::size_t count() const { return mistakes_.size(); }

    // For the schema's sake: the members that were asked for, by pointer, `*` for any entry.
    void asked(const std::string& place, std::string_view member);
    const std::map<std::string, std::set<std::string>>& members_asked() const { return asked_; }

private:
    std::size_t line_of(std::string place) const;

    std::string file_;
    held_against against_;
    boost::json::value value_;
    bool is_json_{};
    std::map<std::string, std::size_t> lines_; // by pointer
    std::vector<kind_mistake> mistakes_;
    std::map<std::string, std::set<std::string>> asked_;
};

} // namespace definitions
