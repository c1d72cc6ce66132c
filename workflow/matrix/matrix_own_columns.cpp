// Reads and writes the cells of a kind's own columns.
#include "workflow/matrix/matrix_own_columns.hpp"
#include "workflow/matrix/matrix_dates.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/matrix/matrix_words.hpp"

namespace workflow {

namespace {

own_cell wrong(const char* key, std::map<std::string, bilingual> words)
{
    return {{}, sentence{key, std::move(words)}};
}

own_cell number_in(const sheet_cell& cell, const std::string& written)
{
    using form = cell_quantity::form;
    const cell_quantity read = quantity_in(cell);
    if (read.is == form::absent) return {};
    if (read.is == form::number) return {column_value{*read.value}, {}};
    if (read.is == form::ambiguous) return wrong("matrix_quantity_ambiguous", {{"text", written}});
    return wrong("matrix_number_wrong", {{"text", written}});
}

own_cell day_in(const std::string& written)
{
    if (says_nothing(written)) return {};
    if (const auto day = written_day_in(written)) return {column_value{iso(*day)}, {}};
    return wrong("matrix_date_wrong", {{"text", written}});
}

const coded* choice_named(const std::string& written, const std::vector<coded>& choices)
{
    for (const coded& each : choices)
        if (each.name.id == written) return &each;
    const std::string key = spelling_key(written);
    const auto is_meant = [&](const std::string& word) { return spelling_key(word) == key; };
    for (const coded& each : choices)
        if (is_meant(each.name.id) || is_meant(each.code) || is_meant(each.name.en)) return &each;
    return nullptr;
}

own_cell choice_in(const std::string& written, const std::vector<coded>& choices)
{
    if (const coded* found = choice_named(written, choices)) return {column_value{found->code}, {}};
    if (says_nothing(written)) return {};
    return wrong("matrix_choice_unknown", {{"text", written}, {"known", words_listed(choices)}});
}

} // namespace

std::optional<std::size_t> own_column_named(std::string_view heading,
                                            const std::vector<matrix_column_rule>& columns)
{
    const std::string key = spelling_key(heading);
    const auto find = [&](auto word_of) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (spelling_key(word_of(columns[i])) == key) return i;
        return {};
    };
    if (key.empty()) return {};
    if (const auto at = find([](const auto& each) { return each.name.id; })) return at;
    if (const auto at = find([](const auto& each) { return each.code; })) return at;
    return find([](const auto& each) { return each.name.en; });
}

own_cell own_value_in(const sheet_cell& cell, const matrix_column_rule& column)
{
    const std::string written = tidy_text(cell.text);
    if (written.empty()) return {};
    switch (column.type) {
    case column_type::text:
        return {column_value{written}, {}};
    case column_type::number:
        return number_in(cell, written);
    case column_type::day:
        return day_in(written);
    case column_type::choice:
        return choice_in(written, column.choices);
    }
    return {};
}

sheet_cell own_value_as_written(const column_values& values, const matrix_column_rule& column)
{
    const auto found = values.find(column.code);
    if (found == values.end()) return {};
    if (const auto* number = std::get_if<double>(&found->second)) {
        std::string text = exact_number(*number);
        const bool plain = is_plain_number(text, *number);
        return {std::move(text), plain ? std::optional(*number) : std::nullopt, {}};
    }
    const auto& text = std::get<std::string>(found->second);
    const coded* choice = find_coded(column.choices, text);
    return {choice ? choice->name.id : text, {}, {}};
}

} // namespace workflow
