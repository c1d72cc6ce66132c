#pragma once
// Matrices for tests: a frame of agencies, and random rows full of what breaks spreadsheets.
#include "tests/support/office_frame.hpp"
#include "workflow/matrix/matrix.hpp"
#include "workflow/words/sentences.hpp"
#include <cstdlib>
#include <random>
#include <tuple>

namespace workflow {

inline bool operator==(const matrix_row& one, const matrix_row& other)
{
    const auto members = [](const matrix_row& row) {
        return std::tie(row.sheet_row, row.number, row.phase, row.theme, row.title, row.location,
                        row.lead_text, row.lead_agency_id, row.supporting, row.success_criterion,
                        row.budget_source, row.note, row.mandatory, row.measure, row.targets,
                        row.columns);
    };
    return members(one) == members(other);
}

} // namespace workflow

namespace matrix_samples {

inline std::vector<std::string> periods()
{
    return workflow::codes_of(support::office_frame().periods);
}

// Every agency that the sample files name as a lead, and some with awkward names.
inline const workflow::matrix_frame& frame()
{
    static const workflow::matrix_frame value = [] {
        workflow::matrix_frame made = support::office_frame();
        for (const auto* name : {"DP3APPKB", "Kesbangpol", "Diskominfo", "Disperindag",
                                 "Dinas Perkebunan", "Dinas ESDM", "Biro Pemerintahan", "Polda",
                                 "Satpol PP", "Dinas A, B; dan C", "\"Kutip\" Daerah", "=Sama"}) {
            workflow::agency each;
            each.id = "agency-" + std::to_string(made.agencies.size());
            each.name = name;
            each.short_name = "";
            made.agencies.push_back(each);
        }
        return made;
    }();
    return value;
}

// RAMPUNG_SEED from the environment repeats a run.
inline unsigned seed_of_run()
{
    const char* given = std::getenv("RAMPUNG_SEED");
    return given ? static_cast<unsigned>(std::strtoul(given, nullptr, 10)) : std::random_device{}();
}

inline std::vector<workflow::matrix_row> without_places(std::vector<workflow::matrix_row> rows)
{
    for (auto& row : rows) row.sheet_row = 0;
    return rows;
}

inline std::string told(const workflow::matrix_reading& reading)
{
    std::string text;
    for (const auto& problem : reading.problems)
        text += std::to_string(problem.row) + " | " + problem.column + " | " +
                workflow::say("en", problem.detail) + "\n";
    return text;
}

class random_matrix {
public:
    explicit random_matrix(unsigned seed) : random_(seed) {}

    std::vector<workflow::matrix_row> rows()
    {
        std::vector<workflow::matrix_row> made;
        for (std::size_t count = 1 + below(8); made.size() < count;)
            made.push_back(row(static_cast<int>(made.size() * 3) + 1));
        return made;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    template <class list> auto one_of(const list& from) { return from[below(std::size(from))]; }

    std::string text()
    {
        static const std::vector<std::string> pieces{
            "desa", ",",     ";",          "\"",    "'",      "=",   "+",
            "-",    "@",     "\n",         "\t",    "SUM(1)", "😀",   "é",
            "<b>",  "&amp;", "_x000D_",    "1.000", "75,5",   " ",   "NIP",
            "%",    "#REF!", "Mengetahui", "|",     "\\",     "{0}", "Wajib nasional",
            "]]>",  "12"};
        std::string made = one_of(pieces);
        for (std::size_t more = below(5); more > 0; --more) made += one_of(pieces);
        const auto first = made.find_first_not_of(" \n\t"), last = made.find_last_not_of(" \n\t");
        return first == made.npos ? "x" : made.substr(first, last - first + 1);
    }
    std::string maybe() { return below(4) == 0 ? "" : text(); }

    workflow::matrix_row row(int number)
    {
        workflow::matrix_row made;
        made.number = number;
        made.phase = one_of(frame().phases).code;
        made.theme = maybe();
        made.title = "Aksi " + text();
        if (below(4) == 0) made.title = one_of(std::vector<std::string>{"=1+1", "'=x", "''", "@a"});
        made.location = maybe();
        if (below(5) != 0) {
            const auto lead = one_of(frame().agencies);
            made.lead_text = lead.name;
            made.lead_agency_id = lead.id;
        }
        for (std::size_t count = below(4); count > 0; --count)
            made.supporting.push_back(supporting());
        made.success_criterion = maybe();
        made.budget_source = maybe();
        made.note = maybe();
        made.mandatory = below(2) == 0;
        made.measure = below(2) == 0 ? "cumulative" : "period";
        const std::string unit = maybe();
        for (const auto& period : periods())
            if (below(4) != 0) made.targets.push_back(target(period, unit));
        return made;
    }

    workflow::reference supporting()
    {
        if (below(2) == 0) {
            const auto known = one_of(frame().agencies);
            return {known.id, known.name};
        }
        return {"", "Instansi " + text()};
    }

    workflow::matrix_target target(const std::string& period, const std::string& unit)
    {
        workflow::matrix_target made{period, maybe(), {}, below(6) == 0 ? maybe() : unit};
        switch (below(5)) {
        case 0:
            made.quantity = static_cast<double>(below(100000));
            break;
        case 1:
            made.quantity = static_cast<double>(below(100000)) / 128;
            break;
        case 2:
            made.text = std::to_string(below(2000));
            made.quantity = std::stod(made.text);
            break;
        case 3:
            made.text = "1.250,75";
            made.quantity = 1250.75;
            break;
        default:
            break;
        }
        return made;
    }

    std::mt19937 random_;
};

} // namespace matrix_samples
