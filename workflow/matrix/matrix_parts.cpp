// What a sub-activity is, then what else stands in its row, each under its heading.
#include "workflow/matrix/matrix_parts.hpp"
#include "workflow/matrix/matrix_text.hpp"

namespace workflow {

std::string text_of_step(const std::string& step, const std::string& criterion)
{
    return step.empty() || criterion.empty() ? step + criterion : step + ": " + criterion;
}

std::string text_of_part(const row_view& row)
{
    using enum matrix_column;
    const matrix_header& header = row.header();
    const auto fields = header.fields();
    const auto& cells = row.raw().cells;
    std::string rest;
    for (std::size_t column = 0; column < cells.size() && column < fields.size(); ++column) {
        const bool is_said = header.column(step) == column || header.column(criterion) == column;
        const std::string text = tidy_text(cells[column].text);
        if (fields[column].empty() || text.empty() || is_said) continue;
        rest += (rest.empty() ? "" : "; ") + header.names[column] + ": " + text;
    }
    const std::string said = text_of_step(tidy_text(row.own(header.column(step)).text),
                                          tidy_text(row.own(header.column(criterion)).text));
    if (rest.empty()) return said;
    return said.empty() ? rest : said + " (" + rest + ")";
}

} // namespace workflow
