#pragma once
// Strict reading of one JSON document: every access knows its place, every member must be asked
// for. What is not as expected is noted and read as if it were nothing, and reading goes on, so
// that all mistakes are told at once. Boost.Describe would only say that sizes differ, and not
// where.
#include "definitions/kind_text.hpp"
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace definitions {

// What is persisted: a-z, 0-9, _; begins with a letter; at most 40.
bool is_name(std::string_view);

// One value and the JSON pointer that leads to it. Refers to the text, which must outlive it.
class kind_reader {
public:
    explicit kind_reader(kind_text& text);

    void fail(std::string fault) const;
    // By a rule that this format did not always have: kinds of former times do not fail by it.
    void fail_later(std::string fault) const;
    void fail_at(std::size_t entry, std::string fault) const; // of this list
    // Whether nothing was noted of anything since `then`, which mistakes() gave.
    std::size_t mistakes() const { return text_->count(); }
    bool faultless_since(std::size_t then) const { return text_->count() == then; }

    // The member, which must be there: told by `expect_no_other_members`, for it may be misspelt.
    // The name is remembered.
    kind_reader member(std::string_view name);
    std::optional<kind_reader> optional_member(std::string_view name);
    // Members for the reader of the file alone stand everywhere: `$comment`, and `$schema` on top.
    void expect_no_other_members() const;

    bool is_there() const { return value_ != nullptr; }
    bool is_text() const;
    std::string text() const; // not empty
    std::string name() const; // is_name
    // A name, one of these.
    std::string name_among(const std::vector<std::string>& known) const;
    bool flag() const;
    int number(int least, int most) const;
    double real() const;
    // Calls `read` for each element of a list of `least` to `most`.
    void each(std::size_t least, std::size_t most,
              const std::function<void(kind_reader&)>& read) const;

private:
    kind_reader(kind_text& text, const boost::json::value* value, std::string place);

    const boost::json::object& object() const; // empty: not one, which was noted

    kind_text* text_;
    const boost::json::value* value_; // null: not there, and that is told already
    std::string place_;
    std::vector<std::string> known_;
    std::vector<std::string> missing_;
    mutable bool told_{}; // that this is no object
};

} // namespace definitions
