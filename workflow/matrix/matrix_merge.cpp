// Takes over column by column.
#include "workflow/matrix/matrix_merge.hpp"
#include "workflow/matrix/matrix_header.hpp"
#include <algorithm>

namespace workflow {

namespace {

class merging {
public:
    merging(const matrix_reading& reading, const matrix_frame& frame)
        : reading_(reading), frame_(frame)
    {
    }

    action merge(const action& before, action fresh) const
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

private:
    bool has(const std::string& field) const { return reading_.fields.contains(field); }
    bool has(matrix_column which) const { return has(std::string(field_of(which))); }

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

    const matrix_reading& reading_;
    const matrix_frame& frame_;
};

} // namespace

action merged_action(const action& before, action fresh, const matrix_reading& reading,
                     const matrix_frame& frame)
{
    return merging(reading, frame).merge(before, std::move(fresh));
}

} // namespace workflow
