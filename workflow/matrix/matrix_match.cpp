// Rows find their actions first by id, then by number and title; what is not sure is asked.
#include "workflow/matrix/matrix_match.hpp"
#include "workflow/matrix/matrix_actions.hpp"
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_likeness.hpp"
#include "workflow/matrix/matrix_match_questions.hpp"
#include "workflow/matrix/matrix_merge.hpp"
#include <algorithm>
#include <map>

namespace workflow {

namespace {

class matcher {
    using form = matrix_change::form;

public:
    matcher(const matrix_reading& reading, const matrix_frame& frame,
            const std::vector<action>& there, const matrix_answers& answers)
        : reading_(reading), frame_(frame), there_(there), answers_(answers),
          found_(reading.rows.size()), taken_(there.size())
    {
        for (const action& each : there) titles_.emplace_back(each.title);
    }

    matched_matrix match()
    {
        each_row([&](std::size_t row) { match_by_id(row); });
        each_row([&](std::size_t row) { match_by_title(row); });
        each_row([&](std::size_t row) { match_by_other_number(row); });
        each_row([&](std::size_t row) { match_by_number(row); });
        each_row([&](std::size_t row) { resolve(row); });
        each_row([&](std::size_t row) { take(row); });
        find_missing();
        make_room();
        done_.questions = questions_.asked();
        return std::move(done_);
    }

private:
    struct found_row {
        std::optional<std::size_t> same; // index of what is there
        form is{form::added};
        bool is_settled{};
    };

    template <class Use> void each_row(Use use)
    {
        for (std::size_t row = 0; row < found_.size(); ++row)
            if (use(row); done_.problems.size() >= matrix_problems_max) return;
    }

    const matrix_row& at(std::size_t row) const { return reading_.rows[row]; }
    bool has_id(std::size_t row) const { return !at(row).id.empty() && !there_.empty(); }
    bool is_open(std::size_t row) const { return !found_[row].is_settled && !has_id(row); }

    std::optional<std::size_t> numbered(int number) const
    {
        for (std::size_t index = 0; index < there_.size(); ++index)
            if (there_[index].number == number && !taken_[index]) return index;
        return {};
    }

    void join(std::size_t row, std::size_t index, form is)
    {
        found_[row] = {index, is, true};
        taken_[index] = true;
    }

    void match_by_id(std::size_t row)
    {
        if (!has_id(row)) return;
        const auto found = std::find_if(there_.begin(), there_.end(),
                                        [&](const action& a) { return a.id == at(row).id; });
        if (found == there_.end())
            return problem(row, matrix_column::identity, "matrix_id_unknown", {{"id", at(row).id}});
        const auto index = static_cast<std::size_t>(found - there_.begin());
        if (taken_[index])
            return problem(row, matrix_column::identity, "matrix_id_twice", {{"id", at(row).id}});
        join(row, index, form::same);
    }

    // Beyond doubt: the same number and the same title.
    void match_by_title(std::size_t row)
    {
        if (!is_open(row)) return;
        const auto index = numbered(at(row).number);
        if (index && titles_[*index].likeness(title_words(at(row).title)) > 1)
            join(row, *index, form::same);
    }

    // Some other action's title is more like this one than that of its own number.
    void match_by_other_number(std::size_t row)
    {
        if (!is_open(row)) return;
        const auto own = numbered(at(row).number);
        const title_words title(at(row).title);
        const double likeness = own ? titles_[*own].likeness(title) : 0;
        const double least = own ? alike_min : surely_alike_min;
        if (const auto other = most_like(title, std::max(likeness, least)))
            join(row, *other, form::renumbered);
    }

    void match_by_number(std::size_t row)
    {
        if (!is_open(row)) return;
        const auto own = numbered(at(row).number);
        if (!own) return;
        const bool alike = titles_[*own].likeness(title_words(at(row).title)) >= alike_min;
        join(row, *own, alike && has_same_lead(row, there_[*own]) ? form::same : form::unsure);
    }

    // Among the actions that are no row's yet, one that is more like the title than that.
    std::optional<std::size_t> most_like(const title_words& title, double than) const
    {
        std::optional<std::size_t> found;
        for (std::size_t index = 0; index < there_.size(); ++index) {
            const double likeness = taken_[index] ? 0 : titles_[index].likeness(title);
            if (likeness > than) found = index, than = likeness;
        }
        return found;
    }

    // A sheet that names no lead agency says nothing against it.
    bool has_same_lead(std::size_t row, const action& before) const
    {
        const std::string lead(field_of(matrix_column::lead));
        return !reading_.fields.contains(lead) || at(row).lead_agency_id == before.lead_agency.id;
    }

    void resolve(std::size_t row)
    {
        found_row& found = found_[row];
        if (found.is != form::renumbered && found.is != form::unsure) return;
        const action& meant = there_[*found.same];
        const std::string answer = found.is == form::renumbered
                                       ? questions_.of_renumbered(meant, at(row))
                                       : questions_.of_unsure(meant, at(row));
        if (answer == match_answer::other) {
            taken_[*found.same] = false;
            found = {{}, form::added, true};
        } else if (answer == match_answer::same && found.is == form::unsure)
            found.is = form::same;
        else if (answer.empty())
            refuse(row, found.is, meant);
    }

    // For who cannot be asked.
    void refuse(std::size_t row, form is, const action& meant)
    {
        if (is == form::renumbered)
            ask_of(row, matrix_column::number, "matrix_renumbered",
                   {{"number", std::to_string(at(row).number)},
                    {"old", std::to_string(meant.number)},
                    {"title", meant.title}});
        else
            ask_of(row, matrix_column::title, "matrix_other_action",
                   {{"number", std::to_string(at(row).number)}, {"title", meant.title}});
    }

    void take(std::size_t row)
    {
        const found_row& found = found_[row];
        action fresh = action_of(at(row), frame_.agencies);
        const action* before = found.same ? &there_[*found.same] : nullptr;
        if (before) fresh = merged_action(*before, std::move(fresh), reading_, frame_);
        if (fresh.phase.empty())
            problem(row, matrix_column::phase, "matrix_phase_column_missing",
                    {{"heading", std::string(heading_of(matrix_column::phase))}});
        matrix_change change{found.is, {}, fresh, false, at(row).sheet_row, at(row).sheet_name};
        if (before) change.before = *before;
        if (before && found.is == form::same && fresh != *before) {
            change.is = form::changed;
            change.is_kept = is_kept(row, *before);
        }
        done_.actions.push_back(change.is_kept ? *before : std::move(fresh));
        done_.changes.push_back(std::move(change));
    }

    // Somebody edited it since the sheet was written.
    bool is_kept(std::size_t row, const action& before)
    {
        if (!has_id(row) || at(row).version == 0 || at(row).version == before.version) return false;
        const std::string answer = questions_.of_changed_since();
        if (answer.empty())
            ask_of(row, matrix_column::identity, "matrix_changed_since",
                   {{"number", std::to_string(before.number)}, {"title", before.title}});
        return answer != match_answer::file;
    }

    void find_missing()
    {
        for (std::size_t index = 0; index < there_.size(); ++index) {
            if (taken_[index]) continue;
            const bool goes = questions_.of_missing() == match_answer::remove;
            matrix_change change{form::missing, there_[index], there_[index], !goes, 0, {}};
            if (goes) {
                change.after.reset();
                done_.removed.push_back(there_[index].id);
            }
            done_.changes.push_back(std::move(change));
        }
    }

    // Who is kept and whose number the sheet gives to another gets the next one that is free.
    void make_room()
    {
        std::map<int, std::size_t> rows; // of the sheet, by number
        int highest = 0;
        for (const action& each : there_) highest = std::max(highest, each.number);
        for (std::size_t row = 0; row < done_.actions.size(); ++row) {
            const action& each = done_.actions[row];
            highest = std::max(highest, each.number);
            if (const auto [other, is_free] = rows.emplace(each.number, row); !is_free)
                problem(row, matrix_column::number, "matrix_number_is_kept",
                        {{"number", std::to_string(each.number)},
                         {"title", done_.actions[other->second].title}});
        }
        is_told_ = !done_.problems.empty() || !done_.asked.empty();
        for (matrix_change& change : done_.changes) {
            if (change.is != form::missing || !change.after) continue;
            const auto other = rows.find(change.after->number);
            if (other != rows.end()) move(change, other->second, ++highest);
        }
    }

    void move(matrix_change& change, std::size_t row, int number)
    {
        const std::string old = std::to_string(change.after->number);
        if (!is_told_)
            ask_of(row, matrix_column::number, "matrix_number_is_kept",
                   {{"number", old}, {"title", change.after->title}});
        if (number > matrix_number_max)
            return problem(row, matrix_column::number, "matrix_number_is_kept",
                           {{"number", old}, {"title", change.after->title}});
        change.after->number = number;
        done_.moved.push_back(*change.after);
        done_.remarks.push_back(
            {0,
             heading(matrix_column::number),
             {"matrix_kept_moved",
              {{"old", old}, {"title", change.after->title}, {"number", std::to_string(number)}}}});
    }

    std::string heading(matrix_column which) const
    {
        const std::string field(field_of(which));
        for (const told_column& column : reading_.account.columns)
            if (column.field == field) return column.heading;
        return std::string(heading_of(which));
    }

    using words = std::map<std::string, bilingual>;

    void problem(std::size_t row, matrix_column which, const char* key, words with)
    {
        add(done_.problems, row, which, {key, std::move(with)});
    }
    void ask_of(std::size_t row, matrix_column which, const char* key, words with)
    {
        add(done_.asked, row, which, {key, std::move(with)});
    }
    void add(std::vector<matrix_problem>& to, std::size_t row, matrix_column which, sentence detail)
    {
        if (to.size() < matrix_problems_max)
            to.push_back(
                {at(row).sheet_row, heading(which), std::move(detail), at(row).sheet_name});
    }

    const matrix_reading& reading_;
    const matrix_frame& frame_;
    const std::vector<action>& there_;
    const matrix_answers& answers_;
    std::vector<title_words> titles_; // of what is there
    std::vector<found_row> found_;    // by row
    std::vector<bool> taken_;         // by what is there
    match_questions questions_{answers_};
    bool is_told_{}; // a row that is in doubt tells who cannot be asked enough
    matched_matrix done_;
};

} // namespace

matched_matrix match_rows(const matrix_reading& reading, const matrix_frame& frame,
                          const std::vector<action>& there, const matrix_answers& answers)
{
    return matcher(reading, frame, there, answers).match();
}

} // namespace workflow
