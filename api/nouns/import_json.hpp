#pragma once
// An import as the API tells it.
#include "api/nouns/import_preview.hpp"

namespace api {

// What stands in a list: the file, who did what with it, and what came of it.
json::object import_item_json(const persistence::matrix_import&);

// All of it: what the file holds, where every cell went, what is asked, and what it would change or
// has changed.
json::object import_json(const work&, const workflow::world&, const persistence::matrix_import&,
                         const import_preview&);

// What may be done with it now, in the order of its life.
json::array import_commands_json(const work&, const workflow::world&,
                                 const persistence::matrix_import&, const import_preview&);

} // namespace api
