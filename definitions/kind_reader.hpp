#pragma once
// Strict reading of one JSON document: every access knows its place, every member must be asked
// for. Boost.Describe would only say that sizes differ, and not where.
#include <boost/json/value.hpp>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace definitions {

// One value and the JSON pointer that leads to it. Refers to the document and the file's name,
// which must outlive it.
class kind_reader {
public:
    kind_reader(std::string_view file, const boost::json::value& value, std::string place = {});

    [[noreturn]] void fail(const std::string& fault) const;

    // The member, which must be there. The name is remembered for `expect_no_other_members`.
    kind_reader member(std::string_view name);
    std::optional<kind_reader> optional_member(std::string_view name);
    void expect_no_other_members() const;

    std::string text() const; // not empty
    std::string name() const; // a persisted name: a-z, 0-9, _; begins with a letter; at most 40
    bool flag() const;
    int number(int least, int most) const;
    double real() const;
    // Calls `read` for each element of a list of `least` to `most`.
    void each(std::size_t least, std::size_t most,
              const std::function<void(kind_reader&)>& read) const;

private:
    const boost::json::object& object() const;

    std::string_view file_;
    const boost::json::value* value_;
    std::string place_;
    std::set<std::string, std::less<>> known_;
};

} // namespace definitions
