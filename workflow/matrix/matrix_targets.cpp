// Reads target cells from the top down, because some say "as above".
#include "workflow/matrix/matrix_targets.hpp"
#include "workflow/matrix/matrix_text.hpp"

namespace workflow {

namespace {

sentence said(std::string_view key, const std::string& text)
{
    return {std::string(key), {{"text", text}}};
}

std::optional<sentence> problem_with(const cell_quantity& read, const std::string& text)
{
    const auto key = problem_of(read.is);
    return key.empty() ? std::nullopt : std::optional(said(key, text));
}

} // namespace

told_target target_reader::read(const std::string& period, const sheet_cell& cell,
                                const std::string& unit)
{
    using form = cell_quantity::form;
    const std::string written = tidy_text(cell.text);
    const cell_quantity read = quantity_in(cell, styles_.of_others(cell));
    told_target out;
    if (read.is == form::absent) {
        above_.erase(period);
        return out;
    }
    out.target = matrix_target{period, written, read.value, unit};
    out.problem = problem_with(read, written);
    if (read.is == form::same_as_above) copy_above(written, out);
    if (unit.empty() && read.value) out.target->unit = read.unit;
    if (*read.remark != '\0') out.remarks.push_back(said(read.remark, written));
    if (*read.remark != '\0' && read.value)
        out.remarks.back().arguments["value"] = indonesian_number(*read.value);
    if (!unit.empty() && !read.unit.empty() && !same_unit(read.unit, unit))
        out.remarks.push_back(
            {"matrix_unit_differs", {{"text", written}, {"own", read.unit}, {"unit", unit}}});
    above_.insert_or_assign(period, *out.target);
    return out;
}

void target_reader::copy_above(const std::string& written, told_target& out)
{
    const auto above = above_.find(out.target->period);
    if (above == above_.end()) {
        out.remarks.push_back(said("matrix_target_no_above", written));
        return;
    }
    out.target->text = above->second.text;
    out.target->quantity = above->second.quantity;
    if (out.target->unit.empty()) out.target->unit = above->second.unit;
    out.remarks.push_back(
        {"matrix_target_above", {{"text", written}, {"value", above->second.text}}});
}

told_target target_reader::read_stated(const std::string& period, const std::string& text,
                                       const sheet_cell& quantity, const std::string& unit)
{
    const cell_quantity read = quantity_in(quantity);
    told_target out;
    out.target = matrix_target{period, text, read.value, unit};
    out.problem = problem_with(read, tidy_text(quantity.text));
    above_.insert_or_assign(period, *out.target);
    return out;
}

} // namespace workflow
