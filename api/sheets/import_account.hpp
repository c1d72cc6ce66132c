#pragma once
// What became of a file's cells, told: for the API as JSON, for the command line as lines. Pure.
#include "workflow/matrix/matrix.hpp"
#include <boost/json/object.hpp>

namespace api {

// {"sheets":[{"name","read","hidden","header_row","cells"}],
//  "columns":[{"column","heading","field","cells"}],
//  "left_out":[{"row","text","cells","reason"}],
//  "cells":{"total","used","heading","column_not_used","row_left_out","sheet_not_read"}}
// `header_row` and `field` are null where there is none: a column without field is not used.
boost::json::object account_json(const workflow::matrix_account&, const std::string& locale);

// The same in lines of text, each with its line end.
std::string account_text(const workflow::matrix_account&, const std::string& locale);

} // namespace api
