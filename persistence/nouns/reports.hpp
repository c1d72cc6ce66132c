#pragma once
// Reports of a region on one period. Its own secretariat sees them from the start; the secretariat
// of the region above, who approves and observers from their first submission on; agencies do not.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/page.hpp"
#include "workflow/things/world.hpp"
#include "workflow/words/error.hpp"

namespace persistence {

struct placed_report {
    workflow::report report;
    std::string plan;
    std::string region;
    std::string kind;
    int year{};
};

struct report_filter {
    std::string region, kind, period; // empty: any
    std::optional<int> year;
};

// By year, kind, region and period. Refusals: malformed cursor; not_found.
workflow::result<page<placed_report>> list_reports(unit_of_work&, const workflow::principal&,
                                                   const report_filter&, const page_request&);
workflow::result<placed_report> find_report(unit_of_work&, const workflow::principal&,
                                            const std::string& report);
// What changes of the answers: by the question's code, an empty text takes one out. Nothing given
// writes nothing. Refusals: not_found, wrong_state unless the report is compiled, stale.
workflow::result<void> save_answers(unit_of_work&, const std::string& report,
                                    const workflow::report_answers& change, std::int64_t version);
bool sees_report(const reach&, const std::string& region, const workflow::report&);

// For the engine, without a check.
std::vector<workflow::report> read_reports(unit_of_work&, const std::string& plan);
std::vector<placed_report> read_reports(unit_of_work&, const std::vector<std::string>& ids);

} // namespace persistence
