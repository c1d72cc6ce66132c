#pragma once
// The members of a kind that are words: codes with what people read, columns, questions, and the
// files that a target must show. Each function reads one member; faults as kind_reader says.
#include "definitions/default_words.hpp"
#include "definitions/kind_reader.hpp"
#include "workflow/kinds/kind.hpp"

namespace definitions {

workflow::bilingual read_bilingual(kind_reader);

// Codes, each as `{code, id, en}` or, where the dictionary has it, alone. Readers of lists of words
// note a code, and Indonesian words, that come twice.
std::vector<workflow::coded> read_words(const kind_reader&, dictionary);

// The roles of the kind's own: `{code, id, en}`, none that every installation has.
std::vector<workflow::coded> read_roles(const kind_reader&);

// A role of the chain that neither the kind nor the product names becomes one of the kind's own, by
// the dictionary's word or its code.
void add_role(std::vector<workflow::coded>& own, const std::string& role);

// What a role is called: by the kind, else by the product.
workflow::bilingual name_of_role(const std::vector<workflow::coded>& own, const std::string& role);

std::vector<workflow::evidence_item> read_checklist(const kind_reader&,
                                                    const std::vector<workflow::coded>& kinds);
std::vector<workflow::matrix_column_rule> read_columns(const kind_reader&,
                                                       const std::vector<workflow::period_rule>&);
std::vector<workflow::report_question> read_questions(const kind_reader&);

} // namespace definitions
