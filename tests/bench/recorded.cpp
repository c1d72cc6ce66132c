// A recorded text and what it became, walked side by side.
#include "tests/bench/recorded.hpp"
#include <algorithm>
#include <stdexcept>

namespace bench {
namespace {

bool is_name(char c)
{
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// A quoted text, a number or NULL, from there to its end.
std::string literal_at(const std::string& whole, std::size_t at, quoting how)
{
    if (whole[at] != '\'') return whole.substr(at, whole.find_first_of(" ,)", at) - at);
    std::size_t end = at + 1;
    const auto goes_on = [&] {
        if (how == quoting::backslash) return whole[end] != '\'';
        return whole[end] != '\'' || (end + 1 < whole.size() && whole[end + 1] == '\'');
    };
    while (goes_on()) end += whole[end] == (how == quoting::doubled ? '\'' : '\\') ? 2 : 1;
    return whole.substr(at, end + 1 - at);
}

bound value_of(std::string name, const std::string& literal, quoting how)
{
    bound out{std::move(name), {}, 0, false, literal == "NULL"};
    if (out.is_null) return out;
    if (literal[0] != '\'') {
        out.number = std::stoll(literal);
        out.is_number = true;
        return out;
    }
    const char escape = how == quoting::doubled ? '\'' : '\\';
    for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
        if (literal[i] == escape) ++i;
        out.text += literal[i];
    }
    return out;
}

recorded read(const sent& s, quoting how)
{
    recorded out{s.text, {}, s.text.rfind("UPDATE", 0) == 0};
    std::size_t at = 0;
    for (std::size_t i = 0; i < s.text.size();) {
        if (s.text[i] != ':') {
            if (at >= s.whole.size() || s.whole[at] != s.text[i])
                throw std::runtime_error("these are not one statement: " + s.text + " | " +
                                         s.whole);
            ++i, ++at;
            continue;
        }
        std::size_t end = i + 1;
        while (end < s.text.size() && is_name(s.text[end])) ++end;
        const std::string literal = literal_at(s.whole, at, how);
        out.values.push_back(value_of(s.text.substr(i, end - i), literal, how));
        at += literal.size();
        i = end;
    }
    out.text += s.whole.substr(at); // FOR UPDATE, where the database has it
    return out;
}

bool moves(const recorded& s, const std::string& name)
{
    const auto begins = [&](std::string_view word) { return s.text.rfind(word, 0) == 0; };
    if (begins("UPDATE streams")) return name == ":touch";
    if (begins("INSERT INTO events")) return name == ":seq";
    return begins("UPDATE reviews") && (name == ":version" || name == ":expected");
}

} // namespace

std::vector<recorded> recorded_from(const std::vector<sent>& command, quoting how)
{
    std::vector<recorded> out;
    for (const sent& s : command)
        if (!is_frame(s.text)) out.push_back(read(s, how));
    return out;
}

long long number_at(const recorded& s, const bound& b, long long turns)
{
    return b.number + (moves(s, b.name) ? turns : 0);
}

bool is_frame(const std::string& text)
{
    const std::string_view words[] = {"BEGIN",    "START", "SAVEPOINT", "RELEASE", "COMMIT",
                                      "ROLLBACK", "SET ",  "PRAGMA",    "--"};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return text.rfind(word, 0) == 0; });
}

} // namespace bench
