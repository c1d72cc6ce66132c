#pragma once
// A sheet into a draft, all or nothing; for the API and the command line alike.
#include "api/nouns/drafts.hpp"
#include "api/sheets/spreadsheet.hpp"
#include "persistence/nouns/matrix.hpp"

namespace api {

// The sheet in a file; `format` is xlsx or csv. Refusals: malformed, payload_too_large.
workflow::result<workflow::sheet> read_sheet(std::string_view format, std::string_view bytes);

struct import_report {
    int rows{};     // with an action in them
    int accepted{}; // all of them, or none
    persistence::import_counts counts;
    std::vector<workflow::matrix_problem> problems;
    workflow::matrix_account account;
    std::vector<workflow::action> before, after; // the draft, for who wants to see what differs
};

// Rows match by identity (workflow/matrix/matrix_match): the same changes in the columns that the
// sheet has, a new one adds, none is deleted. Writes nothing when there is a problem. Precondition:
// the revision is a draft under its stream. Refusal: conflict (more actions than a plan may hold).
workflow::result<import_report> import_sheet(const work&, const workflow::world&, int revision,
                                             const workflow::sheet&);

} // namespace api
