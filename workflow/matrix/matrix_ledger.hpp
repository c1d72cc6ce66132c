#pragma once
// Keeps the account of a sheet while it is read: where each cell that is not blank went.
#include "workflow/matrix/matrix_rows.hpp"

namespace workflow {

class matrix_ledger {
public:
    // Without a header every row is left out.
    matrix_ledger(const sheet&, const matrix_header*);

    void heading(const sheet_row&);
    void action(const sheet_row&);
    void left_out(const sheet_row&, sentence why);
    matrix_account finished();

private:
    void tell_sheets(int header_row);

    const sheet& page_;
    matrix_account account_;
};

} // namespace workflow
