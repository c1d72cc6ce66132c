#pragma once
// The spellings in which offices head the columns of a matrix, as data.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

enum class matrix_column {
    number,
    phase,
    theme,
    title,
    location,
    lead,
    supporting,
    criterion,
    unit,
    budget,
    note,
    measure,
    identity,
    version,
    step, // a sub-activity beside the action's title
    time, // when an action is done: may say whose period a target of the year is
};
inline constexpr std::size_t matrix_columns = 14;      // that an action has
inline constexpr std::size_t matrix_columns_read = 16; // that a sheet may have

// The header as this program writes it: "Penanggung Jawab".
std::string_view heading_of(matrix_column);

// What a column is taken for: the member of an action that it fills ("lead_agency"), `unit`,
// `step`, `time`, and for each period `target_…`, `unit_…`, `quantity_…` with the period's code.
std::string_view field_of(matrix_column);
std::optional<matrix_column> column_of(std::string_view field);

struct heading_meaning {
    matrix_column column{};
    std::size_t rank{}; // 0: the likeliest spelling
};
// What a heading may mean, the likelier first: "Uraian Kegiatan" is a title, and beside another
// title a step.
std::vector<heading_meaning> meanings_of(std::string_view heading);

// Whether it is what this program writes itself, which is never another column.
bool is_written_heading(std::string_view);

// "achievement", "percent", "obstacle", "follow_up", "evidence": what was done, never a target.
// The name of its field without the period's code; nothing when the heading means none of these.
std::optional<std::string_view> achievement_named(std::string_view heading);

} // namespace workflow
