#pragma once
// Words that stand in cells of numbers. Pure.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

std::string in_lower_case(std::string_view);         // ASCII letters
std::vector<std::string> words_of(std::string_view); // as spaces part them

bool is_ditto(std::string_view);       // "sda", "s.d.a.", "idem", `"`: the value above
bool is_nil(std::string_view);         // "nihil", "n/a", "tidak ada"
bool is_mark(std::string_view);        // "v", "x", "✓", "TW I": a sign that something is due
bool looks_like_day(std::string_view); // 2026-04-30, 1/12/2026

// "dua belas" is 12; from nought to below a thousand million.
std::optional<double> spelled_number_in(std::string_view);

} // namespace workflow
