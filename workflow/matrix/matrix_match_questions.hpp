#pragma once
// What is asked of rows that may be this action or that: one question a matter, with its answer.
#include "workflow/matrix/matrix.hpp"
#include "workflow/things/plan.hpp"

namespace workflow {

namespace match_answer {
inline constexpr std::string_view same = "same";     // it is that action
inline constexpr std::string_view other = "new";     // it is another one
inline constexpr std::string_view each = "each";     // asked row by row
inline constexpr std::string_view keep = "keep";     // the draft's stays
inline constexpr std::string_view remove = "remove"; // it goes
inline constexpr std::string_view file = "file";     // the sheet's comes
} // namespace match_answer

// Gathers what is asked about while rows are matched. Each answers with what was answered, or an
// empty text.
class match_questions {
public:
    explicit match_questions(const matrix_answers& answers) : answers_(answers) {}

    std::string of_renumbered(const action& before, const matrix_row&);
    std::string of_unsure(const action& before, const matrix_row&);
    std::string of_missing();
    std::string of_changed_since();

    std::vector<matrix_question> asked() const;

private:
    std::string answer(const std::string& id) const;
    matrix_question question(const std::string& id, sentence text, std::string_view proposed,
                             std::initializer_list<std::string_view> choices) const;

    const matrix_answers& answers_;
    std::size_t renumbered_{}, unsure_{}, missing_{}, changed_since_{};
    std::vector<matrix_question> each_;
};

} // namespace workflow
