// Questions are kept in the order in which they arose.
#include "workflow/matrix/matrix_asked.hpp"
#include <algorithm>

namespace workflow {

std::string asked_questions::ask(matrix_question question)
{
    const auto there =
        std::find_if(questions_.begin(), questions_.end(),
                     [&](const matrix_question& each) { return each.id == question.id; });
    was_new_ = there == questions_.end();
    if (!was_new_) return chosen(*there);
    const auto answer = answers_.choices.find(question.id);
    if (answer != answers_.choices.end()) question.answer = answer->second;
    questions_.push_back(std::move(question));
    return chosen(questions_.back());
}

std::string chosen(const matrix_question& question)
{
    for (const matrix_choice& each : question.choices)
        if (each.id == question.answer) return question.answer;
    return question.proposed;
}

std::vector<matrix_choice> phase_choices(const std::vector<coded>& phases)
{
    std::vector<matrix_choice> choices;
    for (const coded& each : phases)
        choices.push_back({each.code, {"matrix_choice_phase", {{"phase", each.name}}}});
    return choices;
}

void add_open_questions(matrix_reading& reading)
{
    for (const matrix_question& each : reading.questions)
        if (chosen(each).empty())
            reading.problems.push_back({each.row, each.column, each.text, each.sheet, {}});
    std::stable_sort(
        reading.problems.begin(), reading.problems.end(),
        [](const matrix_problem& a, const matrix_problem& b) { return a.row < b.row; });
    if (reading.problems.size() > matrix_problems_max) reading.problems.resize(matrix_problems_max);
}

} // namespace workflow
