// Rows find their actions first by id, then by number; what is not sure is asked.
#include "workflow/matrix/matrix_match.hpp"
#include "workflow/matrix/matrix_actions.hpp"
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_likeness.hpp"
#include <algorithm>
#include <map>

namespace workflow {

namespace {

class matcher {
public:
    matcher(const matrix_reading& reading, const matrix_frame& frame,
            const std::vector<action>& there)
        : reading_(reading), frame_(frame), there_(there), same_(reading.rows.size()),
          taken_(there.size())
    {
        for (const action& each : there) titles_.emplace_back(each.title);
    }

    matched_matrix match()
    {
        for (const bool by_id : {true, false})
            for (std::size_t row = 0; row < same_.size(); ++row)
                by_id ? match_by_id(row) : match_by_title(row);
        for (std::size_t row = 0; row < same_.size(); ++row)
            if (!same_[row] && !has_id(row)) match_by_number(row);
        for (std::size_t row = 0; row < same_.size(); ++row) take(row);
        check_numbers();
        return std::move(done_);
    }

private:
    const matrix_row& at(std::size_t row) const { return reading_.rows[row]; }
    bool has_id(std::size_t row) const { return !at(row).id.empty() && !there_.empty(); }

    std::optional<std::size_t> numbered(int number) const
    {
        for (std::size_t index = 0; index < there_.size(); ++index)
            if (there_[index].number == number && !taken_[index]) return index;
        return {};
    }

    void join(std::size_t row, std::size_t index)
    {
        same_[row] = index;
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
        join(row, index);
    }

    // Beyond doubt: the same number and the same title.
    void match_by_title(std::size_t row)
    {
        if (same_[row] || has_id(row)) return;
        const auto index = numbered(at(row).number);
        if (index && titles_[*index].likeness(title_words(at(row).title)) > 1) join(row, *index);
    }

    void match_by_number(std::size_t row)
    {
        const auto own = numbered(at(row).number);
        const title_words title(at(row).title);
        const double likeness = own ? titles_[*own].likeness(title) : 0;
        const double least = own ? alike_min : surely_alike_min;
        if (const auto other = most_like(title, std::max(likeness, least))) {
            const action& meant = there_[*other];
            return problem(row, matrix_column::number, "matrix_renumbered",
                           {{"number", std::to_string(at(row).number)},
                            {"old", std::to_string(meant.number)},
                            {"title", meant.title}});
        }
        if (!own) return;
        if (likeness >= alike_min || has_same_lead(row, there_[*own])) return join(row, *own);
        problem(row, matrix_column::title, "matrix_other_action",
                {{"number", std::to_string(at(row).number)}, {"title", there_[*own].title}});
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

    bool has_same_lead(std::size_t row, const action& before) const
    {
        return !before.lead_agency.id.empty() && at(row).lead_agency_id == before.lead_agency.id;
    }

    void take(std::size_t row)
    {
        action fresh = action_of(at(row), frame_.agencies);
        if (same_[row]) fresh = merged(there_[*same_[row]], std::move(fresh));
        if (fresh.phase.empty())
            problem(row, matrix_column::phase, "matrix_phase_column_missing",
                    {{"heading", std::string(heading_of(matrix_column::phase))}});
        done_.actions.push_back(std::move(fresh));
    }

    bool has(const std::string& field) const { return reading_.fields.contains(field); }
    bool has(matrix_column which) const { return has(std::string(field_of(which))); }

    action merged(const action& before, action fresh) const
    {
        using enum matrix_column;
        action out = before;
        const auto take = [&](matrix_column which, auto member) {
            if (has(which)) out.*member = std::move(fresh.*member);
        };
        take(number, &action::number);
        if (!fresh.phase.empty()) out.phase = fresh.phase; // of a section, too
        take(theme, &action::theme);
        take(title, &action::title);
        take(location, &action::location);
        take(lead, &action::lead_agency);
        take(supporting, &action::supporting);
        take(criterion, &action::success_criterion);
        take(budget, &action::budget_source);
        take(note, &action::note);
        take(note, &action::mandatory);
        take(measure, &action::measure);
        for (const coded& period : frame_.periods) merge_target(out, fresh, period.code);
        for (const matrix_column_rule& column : frame_.columns) merge_own(out, fresh, column.code);
        return out;
    }

    void merge_own(action& out, action& fresh, const std::string& code) const
    {
        if (!has(code)) return;
        out.columns.erase(code);
        out.columns.insert(fresh.columns.extract(code));
    }

    void merge_target(action& out, const action& fresh, const std::string& period) const
    {
        const auto in = [&](auto& list) {
            return std::find_if(list.begin(), list.end(),
                                [&](const cell& each) { return each.period == period; });
        };
        if (!has("target_" + period)) return;
        const auto old = in(out.targets);
        const auto now = in(fresh.targets);
        if (now == fresh.targets.end()) {
            if (old != out.targets.end()) out.targets.erase(old);
            return;
        }
        if (old == out.targets.end()) {
            out.targets.push_back(*now);
            return;
        }
        if (has("quantity_" + period) || now->text != old->text) old->quantity = now->quantity;
        if (has(matrix_column::unit) || has("unit_" + period)) old->unit = now->unit;
        old->text = now->text;
    }

    void check_numbers()
    {
        std::map<int, std::string> kept; // title, by number
        for (std::size_t index = 0; index < there_.size(); ++index)
            if (!taken_[index]) kept.emplace(there_[index].number, there_[index].title);
        if (!done_.problems.empty()) return; // a row that found no action tells it already
        for (std::size_t row = 0; row < same_.size(); ++row)
            if (const auto other = kept.find(at(row).number); other != kept.end())
                problem(row, matrix_column::number, "matrix_number_is_kept",
                        {{"number", std::to_string(other->first)}, {"title", other->second}});
    }

    void problem(std::size_t row, matrix_column which, const char* key,
                 std::map<std::string, bilingual> words)
    {
        const std::string field(field_of(which));
        std::string name(heading_of(which));
        for (const told_column& column : reading_.account.columns)
            if (column.field == field) name = column.heading;
        if (done_.problems.size() < matrix_problems_max)
            done_.problems.push_back({at(row).sheet_row, std::move(name), {key, std::move(words)}});
    }

    const matrix_reading& reading_;
    const matrix_frame& frame_;
    const std::vector<action>& there_;
    std::vector<title_words> titles_;              // of what is there
    std::vector<std::optional<std::size_t>> same_; // by row
    std::vector<bool> taken_;                      // by what is there
    matched_matrix done_;
};

} // namespace

matched_matrix match_rows(const matrix_reading& reading, const matrix_frame& frame,
                          const std::vector<action>& there)
{
    return matcher(reading, frame, there).match();
}

} // namespace workflow
