// Counts the rows of each matter and puts it into words.
#include "workflow/matrix/matrix_match_questions.hpp"

namespace workflow {

namespace {

sentence counted(const char* key, std::size_t count)
{
    return {key, {{"count", std::to_string(count)}}};
}

std::string id_of(const matrix_row& row)
{
    return "unsure:" + row.sheet_name + ":" + std::to_string(row.sheet_row);
}

} // namespace

std::string match_questions::of_renumbered(const action&, const matrix_row&)
{
    ++renumbered_;
    return answer("renumbered");
}

std::string match_questions::of_unsure(const action& before, const matrix_row& row)
{
    ++unsure_;
    const std::string all = answer("unsure");
    if (all != match_answer::each) return all;
    const sentence text{"matrix_ask_unsure_row",
                        {{"row", std::to_string(row.sheet_row)},
                         {"title", row.title},
                         {"number", std::to_string(before.number)},
                         {"before", before.title}}};
    each_.push_back(question(id_of(row), text, {}, {match_answer::same, match_answer::other}));
    return answer(id_of(row));
}

std::string match_questions::of_missing()
{
    ++missing_;
    return answer("missing");
}

std::string match_questions::of_changed_since()
{
    ++changed_since_;
    return answer("changed_since");
}

std::string match_questions::answer(const std::string& id) const
{
    const auto found = answers_.choices.find(id);
    return found == answers_.choices.end() ? std::string() : found->second;
}

matrix_question match_questions::question(const std::string& id, sentence text,
                                          std::string_view proposed,
                                          std::initializer_list<std::string_view> choices) const
{
    const std::string matter = id.substr(0, id.find(':'));
    matrix_question asked{id, std::move(text), {}, std::string(proposed), answer(id)};
    for (const std::string_view choice : choices)
        asked.choices.push_back(
            {std::string(choice), {"matrix_choice_" + matter + "_" + std::string(choice)}});
    return asked;
}

std::vector<matrix_question> match_questions::asked() const
{
    using namespace match_answer;
    std::vector<matrix_question> all;
    if (renumbered_)
        all.push_back(question("renumbered", counted("matrix_ask_renumbered", renumbered_), {},
                               {same, other}));
    if (unsure_)
        all.push_back(
            question("unsure", counted("matrix_ask_unsure", unsure_), {}, {same, other, each}));
    all.insert(all.end(), each_.begin(), each_.end());
    if (missing_)
        all.push_back(
            question("missing", counted("matrix_ask_missing", missing_), keep, {keep, remove}));
    if (changed_since_)
        all.push_back(question("changed_since", counted("matrix_ask_changed_since", changed_since_),
                               keep, {keep, file}));
    return all;
}

} // namespace workflow
