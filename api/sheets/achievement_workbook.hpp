#pragma once
// An agency's achievement of a period as a workbook to be filled in, offline, in Excel,
// LibreOffice, WPS or Google Sheets: written from a list of targets, and read back. Pure. What may
// be changed, and whether what comes back is stale, is the caller's business.
//
//     auto bytes = write_achievement(list, now);          // GET
//     auto page = read_xlsx(bytes);                       // POST
//     auto back = read_achievement(*page);
#include "workflow/days/clock.hpp"
#include "workflow/matrix/sheet.hpp"
#include "workflow/words/error.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace api {

inline constexpr std::size_t achievement_rows_max = 2000;

// A target of the period, as its agency sees it.
struct achievement_line {
    std::string target; // its id
    std::int64_t version{};
    int number{}; // of the action
    std::string title, criterion;
    std::string wanted; // the target's text
    std::string unit;
    std::string returned; // what was returned and why; empty: it was not
    std::string evidence; // what is asked for, and what is there
    std::optional<double> achieved_quantity;
    std::string achievement, obstacles, follow_up;
    bool is_open{true}; // closed ones are shown, nothing of them can be filled in
};
struct evidence_kind {
    std::string code, name;
};
struct achievement_list {
    std::string plan_title, agency, period;    // as people read them
    std::string plan, period_code;             // as the workbook comes back with them
    std::string locale;                        // of headings and hints
    std::vector<evidence_kind> evidence_kinds; // a column for files of each
    std::vector<achievement_line> lines;
};

// Ids and versions are hidden; only the cells to be filled in are unlocked (no password: it keeps
// from mistakes). Throws std::runtime_error when the file cannot be made.
std::string write_achievement(const achievement_list&, workflow::instant made);

// A row that came back. What the file has no column for is not given; an emptied cell is given, and
// empty.
struct achievement_row {
    int sheet_row{};
    std::string target;
    std::int64_t version{};
    std::optional<std::string> achievement, obstacles, follow_up;
    std::optional<std::optional<double>> achieved_quantity;
    // Kind of evidence and name of a file; the kind's name instead of its code where the file lost
    // its hidden row.
    std::vector<std::pair<std::string, std::string>> files;
    bool wants_report{};
    std::vector<workflow::sentence> problems; // the row is of use only where there are none
};
struct achievement_back {
    std::string plan, period_code; // empty where the file lost them
    std::vector<achievement_row> rows;
};

// From whichever sheet of the workbook has the headings; columns may have been moved, rows sorted
// or deleted. Refusals: malformed (no workbook of achievement), payload_too_large.
workflow::result<achievement_back> read_achievement(const workflow::sheet&);

} // namespace api
