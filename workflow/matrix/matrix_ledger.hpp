#pragma once
// Keeps the account of a sheet while it is read: where each cell that is not blank went.
#include "workflow/matrix/matrix_rows.hpp"

namespace workflow {

class matrix_ledger {
public:
    explicit matrix_ledger(const sheet&);

    // Rows from here on stand under this header. The rows above the first one's, and its own, are
    // headings.
    void table(const matrix_header&);
    void heading(const sheet_row&);
    // The action by its place among the rows that were read, from 0.
    void action(const sheet_row&, std::size_t action);
    void part(const sheet_row&, std::size_t action);
    void left_out(const sheet_row&, sentence why);
    // Of this sheet alone; in `rows` an action is its place.
    matrix_account finished();

private:
    void count(const sheet_row&);

    const sheet& page_;
    matrix_account account_;
    std::size_t table_{}; // where its columns begin among those of the account
    std::size_t told_rows_{};
};

// A sheet that is not read.
void tell_unread(matrix_account&, const sheet&);
// The account of another sheet of the workbook that is read too.
void join(matrix_account&, matrix_account);

} // namespace workflow
