#pragma once
// Where a text may be parted, whatever it says. Pure.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

enum class parting {
    none, // the first
    list, // a number, a letter or a bullet stands between
    line, // a line break
    soft, // a comma, a slash, a word for "and": names may hold it
};
struct text_segment {
    std::size_t begin{}, end{}; // of the text, without white space around it
    parting before{};
};

// Of a text without `;`. Nothing is parted within parentheses, quotation marks and numbers.
std::vector<text_segment> segments_of(std::string_view);

// In one line, with single spaces.
std::string in_one_line(std::string_view);

// The names in a cell as `;` parts them; one that begins with a quotation mark ends with the next.
struct listed_name {
    std::string text;
    bool is_quoted{};
};
std::vector<listed_name> names_listed_in(std::string_view);

} // namespace workflow
