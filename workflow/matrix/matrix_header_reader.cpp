// A column's heading is what stands above it, level by level, groups spread over their columns.
#include "workflow/matrix/matrix_header_reader.hpp"
#include "workflow/matrix/matrix_own_columns.hpp"
#include "workflow/matrix/matrix_period.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <utility>

namespace workflow {

namespace {

std::string text_at(const sheet_row& row, std::size_t column)
{
    return column < row.cells.size() ? tidy_text(row.cells[column].text) : std::string{};
}

std::string joined(const std::vector<std::string>& texts, const char* between)
{
    std::string out;
    for (const std::string& text : texts) out += (out.empty() ? "" : between) + text;
    return out;
}

std::optional<std::string_view> achievement_in(const std::string& text,
                                               const std::vector<coded>& periods)
{
    if (const auto named = achievement_named(text)) return named;
    const auto open = text.find('(');
    if (open != text.npos)
        if (const auto named = achievement_named(std::string_view(text).substr(open + 1)))
            return named;
    const std::string key = spelling_key(text);
    for (const char* word : {"realisasi", "capaian"})
        if (key.ends_with(word) && period_within(text, periods)) return "achievement";
    return {};
}

// What stands over a target's periods: nothing, "Target", "Tahun 2026", a period.
bool may_stand_over_target(const std::string& text)
{
    return meanings_of(text).empty();
}

} // namespace

header_reader::header_reader(const sheet& page, const merged_cells& merges,
                             const matrix_frame& frame, const columns_by_hand& by_hand)
    : page_(page), merges_(merges), frame_(frame), by_hand_(by_hand)
{
    for (const auto& each : frame.periods) header_.periods.push_back({each.code, {}, {}, {}});
    for (const auto& each : frame.columns) header_.own.push_back({each.code, {}});
    header_.takes_achievement = frame.takes_achievement;
}

matrix_header header_reader::read(std::size_t first, std::size_t count)
{
    header_.row = page_.rows[first].number;
    header_.first = first;
    header_.first_data = first + count;
    std::size_t width = 0;
    for (std::size_t row = first; row < first + count; ++row)
        width = std::max(width, page_.rows[row].cells.size());
    header_.names.resize(width);
    for (std::size_t column = 0; column < width; ++column) {
        const levels texts = levels_of(first, count, column);
        header_.names[column] = joined(texts, " / ");
        if (!texts.empty()) bottoms_[column] = texts.back();
        if (!texts.empty() && !by_hand_.contains(column)) take(column, texts);
    }
    for (const auto& [column, field] : by_hand_)
        take_by_hand(column, field, column < width && !header_.names[column].empty());
    finish();
    return std::move(header_);
}

header_reader::levels header_reader::levels_of(std::size_t first, std::size_t count,
                                               std::size_t column) const
{
    levels out;
    bool has_own = false;
    for (std::size_t row = first; row < first + count; ++row) {
        std::string text = text_at(page_.rows[row], column);
        has_own = has_own || !text.empty();
        if (text.empty()) text = group_above(row, first + count, column);
        if (!text.empty()) out.push_back(std::move(text));
    }
    return has_own ? out : levels{}; // a group alone names its first column only
}

// The text that a blank cell shares with cells to its left: merged with it, or, in a sheet without
// merged cells, standing above columns that have a text of their own below.
std::string header_reader::group_above(std::size_t row, std::size_t last, std::size_t column) const
{
    if (const merged_area* area = merges_.covering(row, column)) {
        const bool begins_here = area->first_row == page_.rows[row].number;
        return begins_here ? tidy_text(merges_.first_cell(*area).text) : std::string{};
    }
    const auto has_below = [&](std::size_t at) {
        for (std::size_t below = row + 1; below < last; ++below)
            if (!text_at(page_.rows[below], at).empty()) return true;
        return false;
    };
    for (std::size_t at = column; has_below(at); --at) {
        const std::string text = text_at(page_.rows[row], at);
        if (!text.empty()) return merges_.at(row, at) ? std::string{} : text;
        if (at == 0) break;
    }
    return {};
}

void header_reader::take(std::size_t column, const levels& texts)
{
    if (take_own(column, texts)) return;
    const std::string& bottom = texts.back();
    const auto meanings = meanings_of(bottom);
    if (!meanings.empty()) return place(column, meanings, 0);
    if (take_achievement(column, texts) || take_target(column, texts)) return;
    if (take_member(column, bottom)) return;
    place(column, meanings_of(joined(texts, " ")), 0);
}

bool header_reader::take_own(std::size_t column, const levels& texts)
{
    if (is_written_heading(texts.back())) return false;
    const auto named = own_column_named(texts.back(), frame_.columns);
    if (!named) return false;
    auto& place = header_.own[*named].at;
    if (place) return twice(column), true;
    place = column;
    ++header_.recognised;
    return true;
}

bool header_reader::take_achievement(std::size_t column, const levels& texts)
{
    std::optional<std::string_view> field;
    std::string period;
    for (auto text = texts.rbegin(); text != texts.rend(); ++text) {
        if (!field) field = achievement_in(*text, frame_.periods);
        const auto index = period_within(*text, frame_.periods);
        if (index && period.empty()) period = frame_.periods[*index].code;
    }
    if (field) header_.achievements.push_back({std::string(*field), period, column});
    return field.has_value();
}

bool header_reader::take_target(std::size_t column, const levels& texts)
{
    const std::string& bottom = texts.back();
    const bool is_target = std::any_of(texts.begin(), texts.end(), is_target_of_year);
    if (!std::all_of(texts.begin(), texts.end(), may_stand_over_target)) return false;
    for (auto text = texts.rbegin(); text != texts.rend(); ++text)
        if (const auto named = period_named(*text, frame_.periods)) {
            if (bottom.starts_with("Satuan ") || bottom.starts_with("Kuantitas ")) return false;
            place_target(column, named->index);
            return true;
        }
    if (!is_target || !(is_target_of_year(bottom) || is_year(bottom))) return false;
    open_targets_.push_back(column);
    return true;
}

// As this program writes them: "Satuan TW1", "Kuantitas TW1".
bool header_reader::take_member(std::size_t column, const std::string& bottom)
{
    for (const auto& [prefix, member] : {std::pair{"Satuan ", &period_columns::unit},
                                         std::pair{"Kuantitas ", &period_columns::quantity}}) {
        if (!bottom.starts_with(prefix)) continue;
        const auto named = period_named(
            std::string_view(bottom).substr(std::string_view(prefix).size()), frame_.periods);
        if (!named) continue;
        if (!named->index) return header_.foreign_periods.push_back(column), true;
        auto& place = header_.periods[*named->index].*member;
        if (place) return twice(column), true;
        place = column;
        ++header_.recognised;
        return true;
    }
    return false;
}

void header_reader::place_target(std::size_t column, std::optional<std::size_t> period)
{
    if (!period) return header_.foreign_periods.push_back(column);
    auto& place = header_.periods[*period].target;
    if (place) return twice(column);
    place = column;
    ++header_.recognised;
}

// The likelier spelling has the place; who loses it may mean something else.
void header_reader::place(std::size_t column, const std::vector<heading_meaning>& meanings,
                          std::size_t next)
{
    for (; next < meanings.size(); ++next) {
        const auto which = static_cast<std::size_t>(meanings[next].column);
        const std::size_t rank = meanings[next].rank;
        auto& at = header_.at[which];
        if (at && ranks_[which] < rank) continue;
        if (at && ranks_[which] == rank && next + 1 == meanings.size()) return twice(column);
        if (at && ranks_[which] == rank) continue;
        const auto loser = at;
        const auto others =
            std::exchange(others_[which], {meanings.begin() + static_cast<std::ptrdiff_t>(next) + 1,
                                           meanings.end()});
        if (!at && meanings[next].column != matrix_column::time) ++header_.recognised;
        at = column;
        ranks_[which] = rank;
        if (loser) place(*loser, others, 0);
        return;
    }
}

void header_reader::take_by_hand(std::size_t column, const std::string& field, bool is_headed)
{
    if (field.empty()) return;
    if (is_headed) ++header_.recognised;
    if (header_.names.size() <= column) header_.names.resize(column + 1);
    if (const auto which = column_of(field)) {
        header_.at[static_cast<std::size_t>(*which)] = column;
    } else if (field == "target") {
        open_targets_.insert(open_targets_.begin(), column);
    } else if (!take_period_by_hand(column, field)) {
        for (own_column& own : header_.own)
            if (own.code == field) own.at = column;
    }
}

bool header_reader::take_period_by_hand(std::size_t column, const std::string& field)
{
    const auto parted = field.rfind('_');
    if (parted == field.npos) return false;
    const std::string begins = field.substr(0, parted), code = field.substr(parted + 1);
    for (const char* done : {"achievement", "percent", "obstacle", "follow_up", "evidence"})
        if (begins == done) return header_.achievements.push_back({begins, code, column}), true;
    for (period_columns& period : header_.periods) {
        if (period.code != code) continue;
        if (begins == "target") return period.target = column, true;
        if (begins == "unit") return period.unit = column, true;
        if (begins == "quantity") return period.quantity = column, true;
    }
    return false;
}

void header_reader::finish()
{
    finish_months();
    finish_open_targets();
    finish_title();
    finish_achievements();
}

// "April" means a period that ends with it, but not where every month has a column of its own.
void header_reader::finish_months()
{
    const auto is_month = [&](std::size_t column) {
        const auto text = bottoms_.find(column);
        return text != bottoms_.end() && month_named(text->second).has_value() &&
               !by_hand_.contains(column);
    };
    const auto fields = header_.fields();
    const auto is_other = [&](std::size_t column) {
        return fields[column].empty() && is_month(column);
    };
    bool has_others = false;
    for (std::size_t column = 0; column < fields.size(); ++column)
        if (is_other(column)) {
            has_others = true;
            header_.foreign_periods.push_back(column);
        }
    if (!has_others) return;
    for (period_columns& period : header_.periods)
        if (period.target && is_month(*period.target)) {
            header_.foreign_periods.push_back(*period.target);
            period.target.reset();
        }
    std::sort(header_.foreign_periods.begin(), header_.foreign_periods.end());
}

void header_reader::finish_open_targets()
{
    const auto lacks_target = [](const period_columns& each) { return !each.target; };
    auto& periods = header_.periods;
    if (!std::any_of(periods.begin(), periods.end(), lacks_target)) return;
    for (const std::size_t column : open_targets_) {
        if (periods.size() == 1 && !periods[0].target)
            periods[0].target = column;
        else if (!header_.open_target)
            header_.open_target = column;
        else
            header_.foreign_periods.push_back(column);
    }
}

// A kind may have a column "Kegiatan" of its own; where nothing else is a title, it is that.
void header_reader::finish_title()
{
    auto& title = header_.at[static_cast<std::size_t>(matrix_column::title)];
    for (own_column& own : header_.own) {
        if (title || !own.at || !bottoms_.contains(*own.at) || by_hand_.contains(*own.at)) continue;
        for (const heading_meaning& each : meanings_of(bottoms_[*own.at]))
            if (each.column == matrix_column::title) title = own.at;
        if (title) own.at.reset();
    }
}

// In the form of one period what was done is that period's.
void header_reader::finish_achievements()
{
    std::vector<std::string> named;
    for (const period_columns& each : header_.periods)
        if (each.target) named.push_back(each.code);
    if (named.size() != 1) return;
    for (achievement_column& each : header_.achievements)
        if (each.period.empty() && !by_hand_.contains(each.at)) each.period = named.front();
}

void header_reader::twice(std::size_t column)
{
    const auto& name = header_.names[column];
    header_.problems.push_back({header_.row,
                                name,
                                {"matrix_column_twice", {{"name", name}}},
                                page_.name,
                                letter_of(column) + std::to_string(header_.row)});
}

} // namespace workflow
