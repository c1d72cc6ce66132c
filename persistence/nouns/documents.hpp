#pragma once
// Files that belong to a plan as such: scans of decrees. Rows about files; the bytes are the
// caller's.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/page.hpp"
#include "workflow/words/error.hpp"

namespace persistence {

struct document {
    std::string id;
    std::string plan;
    std::string name;
    std::string media_type;
    std::int64_t size{};
    std::string sha256;
    workflow::reference uploaded_by{};
    workflow::instant uploaded_at{};
};

// Whether the principal may is checked before, on the plan's world.
std::size_t count_documents(unit_of_work&, const std::string& plan);
void insert_document(unit_of_work&, const document&); // uploaded_at is the transaction's
// Refusal: not_found, also when the principal does not see its plan.
workflow::result<document> find_document(unit_of_work&, const workflow::principal&,
                                         const std::string& document);

// A plan's files, oldest first; none when the principal does not see the plan. Refusal: malformed,
// for a cursor that was none.
workflow::result<page<document>> list_documents(unit_of_work&, const workflow::principal&,
                                                const std::string& plan, const page_request&);

// Whether some row, of evidence or a document, names a file of this content.
bool names_file(unit_of_work&, const std::string& sha256);

} // namespace persistence
