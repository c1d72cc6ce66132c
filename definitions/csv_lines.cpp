// Cuts the built-in tables into lines and fields.
#include "definitions/csv_lines.hpp"
#include <stdexcept>
#include <string>

namespace definitions {

namespace {

std::vector<std::string_view> split(std::string_view text, char at)
{
    std::vector<std::string_view> parts;
    for (auto next = text.find(at); next != text.npos; next = text.find(at)) {
        parts.push_back(text.substr(0, next));
        text.remove_prefix(next + 1);
    }
    parts.push_back(text);
    return parts;
}

} // namespace

std::vector<std::vector<std::string_view>> csv_lines(std::string_view text)
{
    std::vector<std::vector<std::string_view>> lines;
    for (const auto line : split(text, '\n'))
        if (!line.empty()) lines.push_back(split(line, ','));
    if (lines.empty()) return lines;
    const auto width = lines.front().size();
    for (const auto& line : lines)
        if (line.size() != width)
            throw std::logic_error("a built-in table has a line of another width: " +
                                   std::string(line.front()));
    lines.erase(lines.begin());
    return lines;
}

} // namespace definitions
