// Writing a matrix as a sheet: what is written reads back the same, whatever the texts are.
#include "tests/support/catch.hpp"
#include "tests/support/matrix_samples.hpp"
#include "workflow/matrix/matrix.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_words.hpp"

using namespace workflow;
using namespace matrix_samples;

TEST_CASE("the sheet has the office's columns and Cara hitung")
{
    const auto page = sheet_of({}, frame());
    REQUIRE(page.rows.size() == 1);
    std::string headings;
    for (const auto& cell : page.rows[0].cells) headings += cell.text + ",";
    CHECK(headings == "No,Bidang/Tahap,Tema,Rencana Aksi,Lokasi,Penanggung Jawab,Instansi Terkait,"
                      "Kriteria Keberhasilan,Target B04,Target B08,Target B12,Satuan,"
                      "Sumber Anggaran,Keterangan,Cara hitung,");
}

TEST_CASE("a written matrix reads back the same")
{
    const auto seed = seed_of_run();
    INFO("RAMPUNG_SEED=" << seed);
    random_matrix make(seed);
    for (int round = 0; round < 200; ++round) {
        const auto rows = make.rows();
        const auto reading = read_matrix(sheet_of(rows, frame()), frame());
        INFO("round " << round << "\n" << told(reading));
        REQUIRE(reading.problems.size() == 0);
        REQUIRE(without_places(reading.rows) == rows);
    }
}

TEST_CASE("units that differ and quantities apart from their text have columns of their own")
{
    matrix_row row;
    row.number = 1;
    row.phase = "prevention";
    row.title = "Aksi";
    row.targets = {
        {"B04", "sepuluh", 10.0, "desa"}, {"B08", "12", {}, "desa"}, {"B12", "", 3.5, ""}};
    const auto page = sheet_of({row}, frame());
    CHECK(page.rows[0].cells.back().text == "Kuantitas B12");
    CHECK(page.rows[1].cells.back().text == "3,5");
    const auto reading = read_matrix(page, frame());
    REQUIRE(reading.problems.empty());
    CHECK(reading.rows.at(0).targets == row.targets);
}

TEST_CASE("a numeric cell is written only where its text is exactly that number")
{
    struct expected {
        std::string text;
        double value;
        bool plain;
    };
    const expected table[]{
        {"12", 12, true},     {"75,5", 75.5, true}, {"0", 0, true},       {"1.000", 1000, false},
        {"12,0", 12, false},  {"012", 12, false},   {"100%", 100, false}, {"75.5", 75.5, false},
        {"1000", 1000, true}, {"0,1", 0.1, true},   {"13", 12, false},    {"-1", -1, false},
    };
    for (const auto& [text, value, plain] : table) {
        INFO(text);
        CHECK(is_plain_number(text, value) == plain);
    }
}

TEST_CASE("a note and whether it is mandatory survive every wording")
{
    for (const auto* note :
         {"", "Lokal", "Wajib nasional", "wajib", "Tidak wajib nasional", "[Wajib nasional]",
          "[Tidak wajib] x", "[Wajib nasional] [Tidak wajib]"})
        for (const bool mandatory : {false, true}) {
            INFO(note << " " << mandatory);
            const auto back = note_in(note_as_written({note, mandatory}));
            CHECK(back.note == note);
            CHECK(back.mandatory == mandatory);
        }
}
