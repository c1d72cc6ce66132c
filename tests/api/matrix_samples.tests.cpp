// Files as offices keep them: what is read of each, and what is said of the rest.
#include "api/sheets/spreadsheet.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/office_frame.hpp"
#include "workflow/matrix/matrix.hpp"
#include "workflow/words/sentences.hpp"
#include <fstream>
#include <sstream>

using namespace workflow;

namespace {

matrix_frame office()
{
    matrix_frame made = support::office_frame();
    for (const auto* name : {"Kesbangpol", "Polda", "DP3APPKB", "Diskominfo", "Satpol PP",
                             "Dinas Sosial", "Dinas Pendidikan", "Dinas Perkebunan",
                             "Biro Pemerintahan", "Dinas Sosial Kabupaten Kotawaringin Timur"}) {
        agency each;
        each.id = name;
        each.name = name;
        made.agencies.push_back(each);
    }
    return made;
}

matrix_reading read(const std::string& file)
{
    std::ifstream in(std::string(RAMPUNG_SOURCE_DIR "/tests/data/matrices/") + file,
                     std::ios::binary);
    std::ostringstream bytes;
    REQUIRE(bytes << in.rdbuf());
    const auto page =
        file.ends_with(".csv") ? api::read_csv(bytes.str()) : api::read_xlsx(bytes.str());
    REQUIRE(page.has_value());
    return read_matrix(*page, office());
}

// "2 B04 matrix_quantity_ambiguous; "
std::string problems(const matrix_reading& reading)
{
    std::string text;
    for (const auto& each : reading.problems)
        text += std::to_string(each.row) + " " + each.column + " " + each.detail.key + "; ";
    return text;
}

// Targets of the periods: "10/11/12".
std::string targets(const matrix_reading& reading)
{
    std::string text;
    for (const auto* period : {"B04", "B08", "B12"}) {
        int count = 0;
        for (const auto& row : reading.rows)
            for (const auto& target : row.targets) count += target.period == period;
        text += (text.empty() ? "" : "/") + std::to_string(count);
    }
    return text;
}

// "J Waktu 5, "
std::string unused(const matrix_reading& reading)
{
    std::string text;
    for (const auto& each : reading.account.columns)
        if (each.field.empty())
            text += each.letter + " " + each.heading + " " + std::to_string(each.cells) + ", ";
    return text;
}

std::string left_out(const matrix_reading& reading)
{
    std::string text;
    for (const auto& each : reading.account.left_out) text += std::to_string(each.row) + " ";
    return text;
}

struct sample {
    const char* file;
    std::size_t rows;
    const char* targets;
    std::size_t cells; // of all visible sheets
    const char* unused;
    const char* left_out;
    const char* problems;
};

// clang-format off
const sample samples[]{
    {"R1-lengkap.xlsx",                    12, "10/11/12", 173, "", "", ""},
    {"R2-sebagian-kolom.xlsx",             3,  "0/0/3",    20,  "", "", ""},
    {"S1-baris-hilang-mirip-judul.xlsx",   5,  "0/0/5",    61,  "J Waktu 5, ", "", ""},
    {"S2-baris-judul-saja-dianggap-tahap.xlsx", 4, "2/2/2", 45, "", "", ""},
    {"S4-sub-baris-Jumlah-hilang.xlsx",    2,  "2/2/2",    52,  "", "3 4 ",
     "3 Rencana Aksi matrix_row_stray; 4 Rencana Aksi matrix_row_stray; "},
    {"S5-sub-kegiatan-tanpa-target-hilang.xlsx", 2, "0/0/2", 23, "D Sub Kegiatan 2, ", "3 4 ",
     "3 Rencana Aksi matrix_row_stray; 4 Rencana Aksi matrix_row_stray; "},
    {"S14-tabel-kedua-di-bawah.xlsx",      2,  "2/2/2",    55,  "", "5 6 7 ",
     "6 Rencana Aksi matrix_header_again; "},
    {"E4-lembar-2025-lebih-dulu.xlsx",     12, "10/11/12", 346, "", "", ""},
    {"E5-satu-lembar-per-tahap.xlsx",      5,  "5/5/5",    201, "", "",
     "2 No matrix_sheet_not_read; 2 No matrix_sheet_not_read; "},
    {"G2-TW-I-IV.xlsx",                    12, "0/0/0",    151,
     "G TW I 12, H TW II 12, I TW III 12, J TW IV 12, ", "", "3 Target B04 matrix_periods_missing; "},
    {"H4-B04-Realisasi-terbaca-target.xlsx", 3, "0/0/0",   33,
     "E Target 2026 3, G B04 (Realisasi) 3, H B08 (Realisasi) 3, I B12 (Realisasi) 0, ", "",
     "1 Target B04 matrix_periods_missing; "},
    {"K14-baris-kosong-titikkoma.csv",     12, "10/11/12", 177, "", "217 218 ", ""},
    {"U1-titik-koma-17-kecamatan.csv",     1,  "1/1/1",    26,  "", "", ""},
    {"U2-angka-gaya-amerika.csv",          1,  "1/1/1",    28,  "", "",
     "2 Target B04 matrix_quantity_ambiguous; 2 Target B08 matrix_quantity_unclear; "
     "2 Target B12 matrix_quantity_unclear; "},
};
// clang-format on

} // namespace

TEST_CASE("of each office's file it is said what was read, what was not, and why")
{
    for (const sample& each : samples) {
        const auto reading = read(each.file);
        INFO(each.file);
        CHECK(reading.rows.size() == each.rows);
        CHECK(targets(reading) == each.targets);
        CHECK(reading.account.cells.total == each.cells);
        CHECK(unused(reading) == each.unused);
        CHECK(left_out(reading) == each.left_out);
        CHECK(problems(reading) == each.problems);
        const auto& cells = reading.account.cells;
        CHECK(cells.used + cells.heading + cells.column_not_used + cells.row_left_out +
                  cells.sheet_not_read ==
              cells.total);
    }
}

TEST_CASE("the separator is the one that gives a header, however many commas a cell holds")
{
    const auto reading = read("U1-titik-koma-17-kecamatan.csv");
    REQUIRE(reading.rows.size() == 1);
    CHECK(reading.rows[0].location.starts_with("Mentaya Hilir Selatan, Teluk Sampit"));
    CHECK(reading.rows[0].location.ends_with("Antang Kalang, Telaga Antang"));
    CHECK(reading.rows[0].lead_text == "Dinas Sosial");
}

TEST_CASE("of two matrices in one file the one that lies on top is read, and the other is told")
{
    const auto reading = read("E4-lembar-2025-lebih-dulu.xlsx");
    REQUIRE(reading.account.sheets.size() == 2);
    CHECK(reading.account.sheets[0].name == "RAD 2026");
    CHECK(reading.account.sheets[1].name == "RAD 2025");
    CHECK_FALSE(reading.account.sheets[1].is_read);
    CHECK(reading.account.sheets[1].cells == 173);
    for (const auto& row : reading.rows) CHECK_FALSE(row.title.starts_with("[2025]"));
}
