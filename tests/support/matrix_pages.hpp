#pragma once
// Sheets written down as rows of texts, an action's row that is right, and agencies to read it
// against.
#include "tests/support/catch.hpp"
#include "tests/support/office_frame.hpp"
#include "workflow/matrix/matrix.hpp"
#include "workflow/words/sentences.hpp"

namespace matrix_pages {

using namespace workflow;

inline const matrix_frame& frame()
{
    static const matrix_frame value = [] {
        matrix_frame made = support::office_frame();
        const std::pair<const char*, const char*> names[]{
            {"Badan Kesatuan Bangsa dan Politik", "Kesbangpol"},
            {"Dinas Komunikasi, Informatika dan Persandian", "Diskominfo"},
            {"Satuan Polisi Pamong Praja", "Satpol PP"},
            {"Dinas Sosial", "Dinsos"},
            {"Dinas Sosial Kota", "Dinsos"},
            {"Kepolisian Daerah", "Polda"}};
        for (const auto& [name, short_name] : names) {
            agency each;
            each.id = "id-" + std::to_string(made.agencies.size());
            each.name = name;
            each.short_name = short_name;
            made.agencies.push_back(each);
        }
        return made;
    }();
    return value;
}

using cells = std::vector<std::string>;

inline sheet page_of(const std::vector<cells>& rows)
{
    sheet page;
    for (const auto& texts : rows) {
        sheet_row row{static_cast<int>(page.rows.size()) + 1, {}};
        for (const auto& text : texts) row.cells.push_back({text, {}, {}});
        page.rows.push_back(row);
    }
    return page;
}

inline const cells header{"No",
                          "Bidang/Tahap",
                          "Tema",
                          "Rencana Aksi",
                          "Lokasi",
                          "Penanggung Jawab",
                          "Instansi Terkait",
                          "Kriteria Keberhasilan",
                          "Target B04",
                          "Target B08",
                          "Target B12",
                          "Satuan",
                          "Sumber Anggaran",
                          "Keterangan"};
inline const cells good{
    "1",          "Pencegahan Konflik", "Peta", "Pemetaan", "Provinsi", "Kesbangpol",
    "Polda; KPU", "Mutakhir",           "1",    "",         "SK tim",   "dokumen",
    "APBD",       "Wajib nasional"};

inline cells with(cells row, std::size_t column, std::string text)
{
    row.at(column) = std::move(text);
    return row;
}

inline matrix_reading read(const std::vector<cells>& rows)
{
    return read_matrix(page_of(rows), frame());
}

inline std::string told(const matrix_reading& reading)
{
    std::string text;
    for (const auto& problem : reading.problems)
        text += std::to_string(problem.row) + " | " + problem.column + " | " +
                say("en", problem.detail) + "\n";
    return text;
}

inline matrix_row only_row(const std::vector<cells>& rows)
{
    const auto reading = read(rows);
    INFO(told(reading));
    REQUIRE(reading.problems.empty());
    REQUIRE(reading.rows.size() == 1);
    return reading.rows.front();
}

} // namespace matrix_pages
