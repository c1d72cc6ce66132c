#pragma once
// Reads the tables of one sheet row by row; every fault is noted with its place, and reading goes
// on.
#include "workflow/matrix/matrix_agencies.hpp"
#include "workflow/matrix/matrix_asked.hpp"
#include "workflow/matrix/matrix_ledger.hpp"
#include "workflow/matrix/matrix_phases.hpp"
#include "workflow/matrix/matrix_targets.hpp"

namespace workflow {

// What every sheet of a reading adds to. In `account.rows` an action is its place among `rows`.
struct matrix_draft {
    matrix_reading reading;
    asked_questions asked;
    agency_book book;
    std::set<std::string> guesses_told{};           // spellings of agencies
    std::map<std::string, matrix_problem> doubts{}; // where the book's questions were met first
    bool has_table{};
};

class matrix_reader {
public:
    matrix_reader(const sheet&, const matrix_frame&, const matrix_answers&, matrix_draft&);
    void read();

private:
    using arguments = std::map<std::string, bilingual>;

    row_view view(std::size_t index) const { return {table_->header, page_, merges_, index}; }
    const matrix_header& header() const { return table_->header; }

    void read_table();
    void take_fields();
    void too_many(std::size_t index);
    void read_row(std::size_t index, row_sorter&);
    bool leaves_out(const row_view&, sorted_row::form);
    void read_part(const row_view&);
    void read_action(const row_view&);
    int read_number(const row_view&);
    std::string read_phase(const row_view&);
    std::string phase_of_text(const row_view&, const std::string&);
    std::string missing_phase(const row_view&);
    void read_lead(const row_view&, matrix_row&);
    void take_lead(const row_view&, const named_agency&, bool decided, matrix_row&);
    void read_supporting(const row_view&, matrix_row&);
    void take_supporter(const row_view&, matrix_column in, const named_agency&, matrix_row&);
    void note_doubt(const row_view&, matrix_column, const std::string& question);
    void remark_guess(const row_view&, matrix_column in, const named_agency&);
    void read_measure(const row_view&, matrix_row&);
    void read_targets(const row_view&, matrix_row&);
    void read_target(const row_view&, matrix_row&, const period_columns&, const std::string& unit);
    void read_target_by_time(const row_view&, matrix_row&, const std::string& unit);
    void add_target(const row_view&, matrix_row&, told_target, std::size_t column);
    number_styles_seen styles_seen() const;
    void read_achievements(const row_view&, matrix_row&);
    void read_own(const row_view&, matrix_row&);

    std::string text(const row_view&, matrix_column);
    std::string text(const row_view&, std::optional<std::size_t> column);
    const sheet_cell& cell(const row_view&, matrix_column) const;
    void problem(const row_view&, std::optional<std::size_t> column, const std::string& name,
                 const char* key, arguments);
    void problem(const row_view&, matrix_column, const char* key, arguments = {});
    void problem(const row_view&, std::size_t column, const char* key, arguments);
    void remark(const row_view&, std::size_t column, const char* key, arguments);
    void remark(const row_view&, matrix_column, const char* key, arguments);
    matrix_question question(const row_view&, std::optional<matrix_column>, std::string id,
                             sentence) const;

    const sheet& page_;
    const matrix_frame& frame_;
    const columns_by_hand by_hand_;
    const merged_cells merges_;
    matrix_draft& draft_;
    matrix_reading& reading_;
    std::vector<matrix_table> tables_;
    matrix_table* table_{};
    std::optional<target_reader> targets_; // of the table
    matrix_ledger ledger_;
    std::string phase_; // of the section, or of the row above
    bool is_section_phase_{};
    std::optional<std::size_t> above_; // the row of the action above, for its parts
    bool is_part_{};                   // what is being read is an action made of a part
};

} // namespace workflow
