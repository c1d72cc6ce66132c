// Files as offices keep them: what is read of each, and what is said of the rest.
#include "api/sheets/spreadsheet.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/demo_agencies.hpp"
#include "tests/support/office_frame.hpp"
#include "workflow/matrix/matrix.hpp"
#include "workflow/words/sentences.hpp"
#include <fstream>
#include <sstream>

using namespace workflow;

namespace {

matrix_frame office(const std::string& file)
{
    matrix_frame made = support::office_frame();
    made.agencies = support::demo_agencies();
    if (!file.starts_with("M")) return made;
    made.phases = {{"prevention", {"Pencegahan", "Prevention"}, {"cegah"}},
                   {"handling", {"Penanganan", "Handling"}, {}},
                   {"empowerment", {"Pemberdayaan dan partisipasi", "Empowerment"}, {}}};
    made.columns = {{"program", {"Program", "Programme"}, column_type::text, {}, false},
                    {"kegiatan", {"Kegiatan", "Activity"}, column_type::text, {}, false},
                    {"indikator", {"Indikator", "Indicator"}, column_type::text, {}, false}};
    return made;
}

// "sub_activities=step|RAD!J=target_B04": choices of questions, and columns mapped by hand.
matrix_answers answers_in(const std::string& text)
{
    matrix_answers answers;
    std::istringstream parts(text);
    for (std::string part; std::getline(parts, part, '|');) {
        const auto equals = part.rfind('=');
        const std::string left = part.substr(0, equals), right = part.substr(equals + 1);
        const auto mark = left.find('!');
        if (mark == left.npos)
            answers.choices[left] = right;
        else
            answers.columns[{left.substr(0, mark), left.substr(mark + 1)}] = right;
    }
    return answers;
}

matrix_reading read(const std::string& file, const std::string& answers = {})
{
    std::ifstream in(std::string(RAMPUNG_SOURCE_DIR "/tests/data/matrices/") + file,
                     std::ios::binary);
    std::ostringstream bytes;
    REQUIRE(bytes << in.rdbuf());
    const auto page =
        file.ends_with(".csv") ? api::read_csv(bytes.str()) : api::read_xlsx(bytes.str());
    REQUIRE(page.has_value());
    return read_matrix(*page, office(file), answers_in(answers));
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
    const char* answers;
    std::size_t rows;
    const char* targets;
    std::size_t cells;    // of all visible sheets
    const char* headings; // rows
    const char* unused;
    const char* left_out;
    const char* open; // questions that must be answered
    const char* problems;
};

// clang-format off
const sample samples[]{
    {"B1-lampiran-sk-huruf.xlsx", "", 12, "10/11/12", 182, "1 2 3 4 6 7 8 10 11 12 13 19 23 ",
     "", "29 30 31 32 33 35 36 37 38 39 40 ", "", ""},
    {"B3-lampiran-sk-nomor-romawi.xlsx",
     "", 12, "10/11/12", 182, "1 2 3 4 6 7 8 10 11 12 13 19 23 ",
     "", "29 30 31 32 33 35 36 37 38 39 40 ", "", ""},
    {"B4-lampiran-sk-nomor-ulang-per-tahap.xlsx",
     "", 12, "10/11/12", 185, "1 2 3 4 6 7 8 10 11 12 13 19 23 ",
     "", "29 30 31 32 33 35 36 37 38 39 40 ", "", ""},
    {"B6-judul-dua-tingkat-PJ.xlsx", "", 3, "3/3/3", 37, "1 2 ",
     "", "", "", ""},
    {"B7-judul-tiga-tingkat.xlsx", "", 3, "3/3/3", 38, "1 2 3 ",
     "", "", "", ""},
    {"C1-gabung-vertikal-sub-kegiatan.xlsx", "", 4, "4/4/4", 84, "1 3 ",
     "", "5 6 8 9 11 ", "sub_activities ", ""},
    {"C1-gabung-vertikal-sub-kegiatan.xlsx", "sub_activities=action", 9, "7/8/9", 84, "1 3 ",
     "", "", "", ""},
    {"C1-gabung-vertikal-sub-kegiatan.xlsx", "sub_activities=step", 4, "4/4/4", 84, "1 3 ",
     "", "", "", ""},
    {"C2-gabung-vertikal-tanpa-kolom-sub.xlsx", "", 4, "4/4/4", 74, "1 3 ",
     "", "5 6 8 9 11 ", "sub_activities ", ""},
    {"C2-gabung-vertikal-tanpa-kolom-sub.xlsx", "sub_activities=action", 9, "7/8/9", 74, "1 3 ",
     "", "", "", ""},
    {"C2-gabung-vertikal-tanpa-kolom-sub.xlsx", "sub_activities=step", 4, "4/4/4", 74, "1 3 ",
     "", "", "", ""},
    {"C4-kolom-Kegiatan-Uraian.xlsx", "", 4, "4/4/4", 84, "1 3 ",
     "", "5 6 8 9 11 ", "sub_activities ", ""},
    {"C4-kolom-Kegiatan-Uraian.xlsx", "sub_activities=action", 9, "7/8/9", 84, "1 3 ",
     "", "", "", ""},
    {"C4-kolom-Kegiatan-Uraian.xlsx", "sub_activities=step", 4, "4/4/4", 84, "1 3 ",
     "", "", "", ""},
    {"D3-baris-tersembunyi-dan-dicoret.xlsx", "", 3, "3/3/3", 82, "1 ",
     "", "3 5 ", "", ""},
    {"D3-baris-tersembunyi-dan-dicoret.xlsx", "hidden_rows=in", 4, "4/4/4", 82, "1 ",
     "", "5 ", "", ""},
    {"D3-baris-tersembunyi-dan-dicoret.xlsx", "hidden_rows=in|struck_rows=in", 5, "5/5/5", 82, "1 ",
     "", "", "", ""},
    {"E2-aktif-lembar-salinan.xlsx", "", 12, "10/11/12", 348, "1 3 ",
     "", "", "", ""},
    {"E2-aktif-lembar-salinan.xlsx", "sheets=Matriks RAD 2026", 12, "10/11/12", 348, "1 3 ",
     "", "", "", ""},
    {"E4-lembar-2025-lebih-dulu.xlsx", "", 12, "10/11/12", 346, "1 ",
     "", "", "", ""},
    {"E5-satu-lembar-per-tahap.xlsx", "", 12, "10/11/12", 201, "1 1 1 ",
     "", "", "", ""},
    {"E6-petunjuk-dengan-contoh.xlsx", "", 12, "10/11/12", 187, "1 ",
     "", "", "", ""},
    {"E7-satu-lembar-per-OPD.xlsx", "", 6, "6/6/6", 125, "1 1 1 ",
     "", "", "", ""},
    {"F-sheetjs.xlsx", "", 10, "8/9/9", 116, "1 3 ",
     "D Waktu Pelaksanaan 6, ", "", "", "11 B04 matrix_quantity_dated; "},
    {"G1-B04-B06-B09-B12.xlsx", "", 12, "10/0/12", 149, "1 3 ",
     "H Target B06 12, I Target B09 12, ", "", "periods:RAD ", ""},
    {"G1-B04-B06-B09-B12.xlsx", "periods:RAD=none", 12, "10/0/12", 149, "1 3 ",
     "H Target B06 12, I Target B09 12, ", "", "", ""},
    {"G2-TW-I-IV.xlsx", "", 12, "0/0/0", 151, "1 3 ",
     "G TW I 12, H TW II 12, I TW III 12, J TW IV 12, ", "", "periods:RAD ", ""},
    {"G2-TW-I-IV.xlsx", "RAD!J=target_B12", 12, "0/0/12", 151, "1 3 ",
     "G TW I 12, H TW II 12, I TW III 12, ", "", "", ""},
    {"G3-Jan-Des.xlsx", "periods:RAD=none", 12, "0/0/0", 255, "1 3 ",
     "G Jan 12, H Feb 12, I Mar 12, J Apr 12, K Mei 12, L Jun 12, M Jul 12, "
     "N Ags 12, O Sep 12, P Okt 12, Q Nov 12, R Des 12, ", "", "", ""},
    {"G3-Jan-Des.xlsx",
     "RAD!J=target_B04|RAD!N=target_B08|RAD!R=target_B12", 12, "12/12/12", 255, "1 3 ",
     "G Jan 12, H Feb 12, I Mar 12, K Mei 12, L Jun 12, M Jul 12, O Sep 12, "
     "P Okt 12, Q Nov 12, ", "", "", ""},
    {"G7-target-April-Agustus-Desember.xlsx", "", 12, "10/11/12", 136, "1 3 4 ",
     "", "", "", ""},
    {"G8-satu-target-setahun.xlsx", "", 12, "0/0/12", 125, "1 3 ",
     "", "", "", ""},
    {"G8-satu-target-setahun.xlsx", "period:RAD:G=B12", 12, "0/0/12", 125, "1 3 ",
     "I Waktu 12, ", "", "", ""},
    {"H1-form-laporan-B04.xlsx", "", 12, "10/0/0", 169, "1 2 4 ",
     "H Realisasi 10, I % 7, K Kendala 12, L Tindak Lanjut 12, M Data Dukung 12, ", "", "", ""},
    {"H2-target-realisasi-per-periode.xlsx", "", 12, "10/11/12", 248, "1 3 4 ",
     "H B04 / Realisasi 12, I B04 / % 12, K B08 / Realisasi 12, L B08 / % 12, "
     "N B12 / Realisasi 12, O B12 / % 12, Q Kendala 12, R Tindak Lanjut 12, "
     "S Data Dukung 12, ", "", "", ""},
    {"H4-B04-Realisasi-terbaca-target.xlsx", "", 3, "0/0/0", 33, "1 ",
     "E Target 2026 3, G B04 (Realisasi) 3, H B08 (Realisasi) 3, "
     "I B12 (Realisasi) 0, ", "", "period:Matriks:E ", ""},
    {"H4-B04-Realisasi-terbaca-target.xlsx", "period:Matriks:E=B12", 3, "0/0/3", 33, "1 ",
     "G B04 (Realisasi) 3, H B08 (Realisasi) 3, I B12 (Realisasi) 0, ", "", "", ""},
    {"I1-penanggung-jawab-ala-kantor.xlsx", "", 32, "32/32/32", 396, "1 ",
     "", "", "", "9 Penanggung Jawab matrix_lead_near; 18 Penanggung Jawab matrix_lead_near; "
     "22 Penanggung Jawab matrix_lead_near; 23 Penanggung Jawab matrix_lead_unknown; "
     "25 Penanggung Jawab matrix_lead_unknown; "},
    {"I2-instansi-terkait-ala-kantor.xlsx", "", 21, "21/21/21", 265, "1 ",
     "", "", "agencies:dinassosialp3adanpmd agencies:kementerianagamakanwilkalteng ", ""},
    {"I3a-Polda-dan-Korem-ampersand.xlsx", "", 1, "1/1/1", 28, "1 ",
     "", "", "", ""},
    {"J1-angka-ala-kantor-teks.xlsx", "", 63, "0/0/60", 643, "1 ",
     "", "", "", ""},
    {"J2-angka-berformat-openpyxl-tanpa-nilai-rumus.xlsx", "", 26, "", 273, "1 ",
     "", "", "", "15 Target B12 matrix_quantity_negative; 16 Target B12 matrix_quantity_dated; "
     "17 Target B12 matrix_quantity_dated; 18 Target B12 matrix_quantity_not_calculated; "
     "19 Target B12 matrix_quantity_not_calculated; 20 Target B12 matrix_quantity_not_calculated; "
     "21 Target B12 matrix_quantity_not_calculated; 22 Target B12 matrix_quantity_truth; "
     "23 Target B12 matrix_quantity_unclear; "},
    {"J4-angka-dengan-satuan.xlsx", "", 4, "4/4/4", 68, "1 ",
     "", "", "", ""},
    {"K1-excel-id-titikkoma-cp1252.csv", "", 12, "10/11/12", 173, "1 ",
     "", "", "", ""},
    {"K14-baris-kosong-titikkoma.csv", "", 12, "10/11/12", 177, "1 2 4 ",
     "", "217 218 ", "", ""},
    {"L3-contoh.xlsm", "", 17, "16/16/17", 246, "1 2 3 5 6 17 23 ",
     "", "27 ", "", ""},
    {"M1-p3aks-kolom-lazim.xlsx", "", 6, "1/1/5", 64, "1 2 4 5 8 11 ",
     "", "", "", ""},
    {"M1-p3aks-kolom-lazim.xlsx", "period:RAD P3AKS:E=B12", 6, "0/0/6", 64, "1 2 4 5 8 11 ",
     "F Waktu 6, ", "", "", ""},
    {"M2-p3aks-dengan-periode.xlsx", "", 6, "0/6/6", 77, "1 3 4 ",
     "", "", "", ""},
    {"M4-p3aks-judul-bidang-baris.xlsx", "", 3, "0/3/3", 38, "1 2 4 6 ",
     "", "", "", ""},
    {"R1-lengkap.xlsx", "", 12, "10/11/12", 173, "1 ",
     "", "", "", ""},
    {"R2-sebagian-kolom.xlsx", "", 3, "0/0/3", 20, "1 ",
     "", "", "", ""},
    {"RT-amandemen-ekspor.xlsx", "", 17, "16/16/17", 259, "1 2 4 ",
     "", "", "", ""},
    {"RT-amandemen-hapus-no3-nomori-ulang.xlsx", "", 16, "15/15/16", 244, "1 2 4 ",
     "", "", "", ""},
    {"S1-baris-hilang-mirip-judul.xlsx", "", 5, "0/0/5", 61, "1 ",
     "J Waktu 5, ", "", "", ""},
    {"S11-Program-Kegiatan-Rencana-Aksi.xlsx", "", 1, "0/0/1", 16, "1 ",
     "C Program 1, D Kegiatan 1, ", "", "", ""},
    {"S11-Program-Kegiatan-Rencana-Aksi.xlsx", "Sheet!C=theme", 1, "0/0/1", 16, "1 ",
     "D Kegiatan 1, ", "", "", ""},
    {"S12-isi-sel-B04-B08-B12.xlsx", "", 3, "3/3/3", 56, "1 ",
     "", "", "", ""},
    {"S14-tabel-kedua-di-bawah.xlsx", "", 3, "2/2/3", 55, "1 5 6 ",
     "", "", "", ""},
    {"S17-tahap-ejaan.xlsx", "", 13, "11/12/13", 187, "1 ",
     "", "", "phase:Pencegahan dan Penghentian ", ""},
    {"S2-baris-judul-saja-dianggap-tahap.xlsx", "", 4, "2/2/2", 45, "1 ",
     "", "", "", ""},
    {"S3-tahap-PASCA-KONFLIK-salah-baca.xlsx", "", 4, "4/4/4", 66, "1 2 4 6 ",
     "", "", "", ""},
    {"S4-sub-baris-Jumlah-hilang.xlsx", "", 2, "2/2/2", 52, "1 ",
     "", "3 4 ", "sub_activities ", ""},
    {"S4-sub-baris-Jumlah-hilang.xlsx", "sub_activities=action", 4, "4/4/4", 52, "1 ",
     "", "", "", ""},
    {"S4-sub-baris-Jumlah-hilang.xlsx", "sub_activities=step", 2, "2/2/2", 52, "1 ",
     "", "", "", ""},
    {"S5-sub-kegiatan-tanpa-target-hilang.xlsx", "", 2, "0/0/2", 23, "1 ",
     "", "3 4 ", "sub_activities ", ""},
    {"S5-sub-kegiatan-tanpa-target-hilang.xlsx", "sub_activities=action", 4, "0/0/4", 23, "1 ",
     "", "", "", ""},
    {"S5-sub-kegiatan-tanpa-target-hilang.xlsx", "sub_activities=step", 2, "0/0/2", 23, "1 ",
     "", "", "", ""},
    {"S6-PJ-gabung-vertikal-aksi-bernomor.xlsx", "", 3, "3/3/3", 47, "1 ",
     "", "", "", ""},
    {"S7-target-gabung-mendatar.xlsx", "", 2, "2/2/2", 40, "1 ",
     "", "", "", ""},
    {"S8-01-judul-target.xlsx", "", 3, "3/3/3", 55, "1 ",
     "", "", "", ""},
    {"S8-03-judul-target.xlsx", "", 3, "3/3/3", 55, "1 ",
     "", "", "", ""},
    {"S8-06-judul-target.xlsx", "", 3, "3/3/3", 55, "1 ",
     "", "", "", ""},
    {"S8-11-judul-target.xlsx", "", 3, "3/3/3", 55, "1 ",
     "", "", "", ""},
    {"U1-titik-koma-17-kecamatan.csv", "", 1, "1/1/1", 26, "1 ",
     "", "", "", ""},
    {"U2-angka-gaya-amerika.csv", "", 1, "1/1/1", 28, "1 ",
     "", "", "", "2 Penanggung Jawab matrix_lead_near; "},
};
// clang-format on

// Long, wide and slow to look at in a table: 46 columns are not used.
constexpr const char* wide = "N1b-150-aksi-dipotong.xlsx";

std::string headings(const matrix_reading& reading)
{
    std::string text;
    for (const auto& each : reading.account.rows)
        if (each.is == used_row::form::heading) text += std::to_string(each.row) + " ";
    return text;
}

std::string open_questions(const matrix_reading& reading)
{
    std::string text;
    for (const auto& each : reading.questions)
        if (each.proposed.empty() && each.answer.empty()) text += each.id + " ";
    return text;
}

void check_sum(const told_cells& cells)
{
    CHECK(cells.used + cells.heading + cells.column_not_used + cells.row_left_out +
              cells.sheet_not_read ==
          cells.total);
}

} // namespace

TEST_CASE("of each office's file it is said what was read, what was not, and why")
{
    for (const sample& each : samples) {
        const auto reading = read(each.file, each.answers);
        INFO(each.file << " " << each.answers);
        CHECK(reading.rows.size() == each.rows);
        if (*each.targets) CHECK(targets(reading) == each.targets);
        CHECK(reading.account.cells.total == each.cells);
        CHECK(headings(reading) == each.headings);
        CHECK(unused(reading) == each.unused);
        CHECK(left_out(reading) == each.left_out);
        CHECK(open_questions(reading) == each.open);
        CHECK(problems(reading) == each.problems);
        check_sum(reading.account.cells);
    }
}

TEST_CASE("a matrix with 46 columns more and long cells is read whole")
{
    const auto reading = read(wide);
    CHECK(reading.rows.size() == 150);
    CHECK(targets(reading) == "126/138/150");
    CHECK(reading.account.cells.total == 8951);
    CHECK(reading.account.cells.column_not_used == 6900);
    check_sum(reading.account.cells);
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
