// Compares the actions of a workbook's sheets by number and title.
#include "workflow/matrix/matrix_sheets.hpp"
#include "workflow/matrix/matrix_layout.hpp"
#include "workflow/matrix/matrix_likeness.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>

namespace workflow {

namespace {

constexpr const char* together = "together";

struct seen_action {
    int number{}; // 0: none
    title_words title;
};

// A sheet with a matrix on it.
struct candidate {
    const sheet* page{};
    std::vector<seen_action> actions{};
    std::vector<std::string> fields{}; // sorted
    std::string year{};                // that its name or its title rows tell
};

std::string year_in(std::string_view text)
{
    for (auto at = text.find("20"); at != text.npos; at = text.find("20", at + 1)) {
        const bool begins = at == 0 || !is_digit(text[at - 1]);
        const bool is_year = at + 4 <= text.size() && is_digit(text[at + 2]) &&
                             is_digit(text[at + 3]) &&
                             (at + 4 == text.size() || !is_digit(text[at + 4]));
        if (begins && is_year) return std::string(text.substr(at, 4));
    }
    return {};
}

std::string year_of(const sheet& page, const matrix_header& header)
{
    std::string year = year_in(page.name);
    for (std::size_t index = 0; index < header.first && year.empty(); ++index)
        for (const sheet_cell& cell : page.rows[index].cells)
            if (year.empty()) year = year_in(cell.text);
    return year;
}

candidate candidate_of(const sheet& page, const matrix_frame& frame)
{
    candidate found{&page};
    const merged_cells merges(page);
    const auto tables = tables_of(page, merges, frame, {});
    if (tables.empty()) return found;
    found.year = year_of(page, tables.front().header);
    for (const std::string& field : tables.front().header.fields())
        if (!field.empty()) found.fields.push_back(field);
    std::sort(found.fields.begin(), found.fields.end());
    for (const matrix_table& table : tables)
        for (std::size_t index = table.header.first_data; index < table.end; ++index) {
            const row_view row(table.header, page, merges, index);
            if (!is_action_row(row, frame)) continue;
            const auto number = action_number_in(row.cell(matrix_column::number));
            found.actions.push_back(
                {number.value_or(0), title_words(tidy_text(row.cell(matrix_column::title).text))});
        }
    return found;
}

bool is_same(const seen_action& one, const seen_action& other)
{
    const double likeness = one.title.likeness(other.title);
    return likeness > 1 || (one.number == other.number && likeness >= alike_min);
}

std::size_t shared(const candidate& one, const candidate& other)
{
    return static_cast<std::size_t>(
        std::count_if(one.actions.begin(), one.actions.end(), [&](const seen_action& action) {
            return std::any_of(other.actions.begin(), other.actions.end(),
                               [&](const seen_action& each) { return is_same(action, each); });
        }));
}

bool gives_instructions(const sheet& page)
{
    const std::string key = spelling_key(page.name);
    for (const char* word : {"petunjuk", "contoh", "panduan", "template", "format", "referensi",
                             "carapengisian", "instruction", "example"})
        if (key.find(word) != key.npos) return true;
    return false;
}

class sheet_chooser {
public:
    sheet_chooser(const sheet& page, const matrix_frame& frame) : page_(page)
    {
        pages_.push_back(&page);
        for (const sheet& other : page.others) pages_.push_back(&other);
        std::stable_sort(pages_.begin(), pages_.end(),
                         [](const sheet* a, const sheet* b) { return a->place < b->place; });
        if (page.others.empty()) return; // no need to look at the only one
        for (const sheet* each : pages_) {
            if (each->hidden && each != &page) continue;
            candidate found = candidate_of(*each, frame);
            if (!found.actions.empty()) candidates_.push_back(std::move(found));
        }
    }

    std::vector<const sheet*> named(const std::vector<std::string>& names) const
    {
        std::vector<const sheet*> out;
        for (const std::string& name : names)
            for (const sheet* each : pages_)
                if (each->name == name && std::find(out.begin(), out.end(), each) == out.end())
                    out.push_back(each);
        return out;
    }

    std::vector<const sheet*> chosen(asked_questions& asked)
    {
        const auto top = std::find_if(candidates_.begin(), candidates_.end(),
                                      [&](const candidate& each) { return each.page == &page_; });
        if (top == candidates_.end() || candidates_.size() == 1) return {&page_};
        weigh(*top);
        if (!has_other_) return {&page_};
        const std::string choice = asked.ask(question());
        if (choice == together) return joined_;
        for (const candidate& each : candidates_)
            if (each.page->name == choice) return {each.page};
        return {&page_};
    }

private:
    void weigh(const candidate& top)
    {
        std::vector<const candidate*> taken{&top};
        for (const candidate& each : candidates_) {
            const bool is_old = !each.year.empty() && !top.year.empty() && each.year != top.year;
            if (&each == &top || is_old || gives_instructions(*each.page)) continue;
            has_other_ = true;
            std::size_t common = 0;
            for (const candidate* other : taken) common = std::max(common, shared(each, *other));
            if (common == each.actions.size()) continue; // a copy
            if (common > 0 || each.fields != top.fields) is_open_ = true;
            taken.push_back(&each);
        }
        for (const sheet* each : pages_)
            for (const candidate* one : taken)
                if (one->page == each) joined_.push_back(each);
    }

    matrix_question question() const
    {
        matrix_question asked;
        asked.id = "sheets";
        asked.sheet = page_.name;
        asked.row = 1;
        std::string names;
        for (const candidate& each : candidates_)
            names += (names.empty() ? "" : ", ") + each.page->name;
        asked.text = {"matrix_sheets", {{"names", names}}};
        for (const candidate& each : candidates_)
            asked.choices.push_back(
                {each.page->name,
                 {"matrix_choice_sheet",
                  {{"name", each.page->name}, {"count", std::to_string(each.actions.size())}}}});
        if (joined_.size() > 1) {
            std::string all;
            for (const sheet* each : joined_) all += (all.empty() ? "" : ", ") + each->name;
            asked.choices.push_back({together, {"matrix_choice_sheets", {{"names", all}}}});
        }
        if (!is_open_) asked.proposed = joined_.size() > 1 ? together : page_.name;
        return asked;
    }

    const sheet& page_;
    std::vector<const sheet*> pages_; // in the workbook's order
    std::vector<candidate> candidates_;
    std::vector<const sheet*> joined_;
    bool has_other_{}; // that could be meant as well
    bool is_open_{};   // some sheet holds part of the same
};

// Sheets without a cell are not worth a word.
void tell_left(const sheet& page, const std::vector<const sheet*>& read, matrix_reading& reading)
{
    std::string hidden, left;
    const auto add = [](std::string& names, const sheet& each) {
        names += (names.empty() ? "" : ", ") + each.name;
    };
    for (const sheet& each : page.others)
        if (!each.rows.empty() && std::find(read.begin(), read.end(), &each) == read.end())
            add(each.hidden ? hidden : left, each);
    if (std::find(read.begin(), read.end(), &page) == read.end()) add(left, page);
    if (!left.empty())
        reading.remarks.push_back({1, "", {"matrix_sheets_left", {{"names", left}}}, "", ""});
    if (!hidden.empty())
        reading.remarks.push_back({1, "", {"matrix_sheets_hidden", {{"names", hidden}}}, "", ""});
}

} // namespace

std::vector<const sheet*> sheets_to_read(const sheet& page, const matrix_frame& frame,
                                         const matrix_answers& answers, asked_questions& asked,
                                         matrix_reading& reading)
{
    sheet_chooser chooser(page, frame);
    auto read = chooser.chosen(asked);
    if (answers.sheets)
        if (auto named = chooser.named(*answers.sheets); !named.empty()) read = std::move(named);
    tell_left(page, read, reading);
    return read;
}

} // namespace workflow
