#pragma once
// The columns of a workbook of achievement, the same for who writes it and for who reads it.
#include <array>
#include <string_view>

namespace api {

// In the hidden row above the headings stand the keys: headings may be overwritten, columns moved.
struct achievement_column {
    std::string_view key;     // in the hidden row
    std::string_view heading; // a sentence's key
    double width{};
    bool is_hidden{}, is_open{};
};

// clang-format off
inline constexpr std::array achievement_columns{
    achievement_column{"target",            "achievement_target",    10, true,  false},
    achievement_column{"version",           "achievement_version",   10, true,  false},
    achievement_column{"number",            "achievement_number",     5, false, false},
    achievement_column{"title",             "achievement_title",     40, false, false},
    achievement_column{"criterion",         "achievement_criterion", 30, false, false},
    achievement_column{"wanted",            "achievement_wanted",    22, false, false},
    achievement_column{"unit",              "achievement_unit",      12, false, false},
    achievement_column{"returned",          "achievement_returned",  28, false, false},
    achievement_column{"evidence",          "achievement_evidence",  28, false, false},
    achievement_column{"achieved_quantity", "achievement_quantity",  14, false, true},
    achievement_column{"achievement",       "achievement_text",      40, false, true},
    achievement_column{"obstacles",         "achievement_obstacles", 30, false, true},
    achievement_column{"follow_up",         "achievement_follow_up", 30, false, true},
    achievement_column{"wants_report",      "achievement_report",    12, false, true},
};
// clang-format on

inline constexpr std::string_view files_key = "files:"; // and the code of a kind of evidence

// The first cell of the row of titles: where the plan's id and the period's code follow.
inline constexpr std::string_view achievement_mark = "rampung-achievement-1";

} // namespace api
