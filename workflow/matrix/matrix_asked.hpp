#pragma once
// The questions of a reading, each once, and what is done while they are open.
#include "workflow/matrix/matrix.hpp"

namespace workflow {

class asked_questions {
public:
    explicit asked_questions(const matrix_answers& answers) : answers_(answers) {}

    // Asks where nobody has asked it yet; the choice that is to be followed: the answer, where it
    // is one of the choices, else what is proposed; empty while it is open.
    std::string ask(matrix_question);
    // Whether ask() was the first of its id.
    bool was_new() const { return was_new_; }
    std::vector<matrix_question> taken() { return std::move(questions_); }

private:
    const matrix_answers& answers_;
    std::vector<matrix_question> questions_;
    bool was_new_{};
};

// The choice that a question leads to; empty: it is open.
std::string chosen(const matrix_question&);

std::vector<matrix_choice> phase_choices(const std::vector<coded>&);

} // namespace workflow
