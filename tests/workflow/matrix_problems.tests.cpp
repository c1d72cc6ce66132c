// What is wrong with a matrix is told by row and column, all of it at once, and within limits.
#include "tests/support/matrix_pages.hpp"

using namespace matrix_pages;

namespace {

struct refused_input {
    std::vector<cells> rows;
    int row;
    std::string column, key;
};
const cells second = with(good, 0, "2");
const refused_input refused_inputs[]{
    {{}, 1, "Rencana Aksi", "matrix_header_missing"},
    {{{"halo"}}, 1, "Rencana Aksi", "matrix_header_missing"},
    {{with(header, 3, "Nama"), good}, 1, "Rencana Aksi", "matrix_header_missing"},
    {{header}, 1, "Rencana Aksi", "matrix_empty"},
    {{with(header, 2, "NO"), good}, 1, "NO", "matrix_column_twice"},
    {{with(header, 9, "B.04"), good}, 1, "B.04", "matrix_column_twice"},
    {{with(header, 8, "Target B06"), good}, 1, "Target B06", "matrix_period_unknown"},
    {{with(header, 8, "TW I"), good}, 1, "", ""},
    {{with(header, 8, "Target TW I"), good}, 1, "Target TW I", "matrix_period_unknown"},
    {{with(header, 8, "TARGET"), good}, 1, "TARGET", "matrix_period_unknown"},
    {{header, with(good, 0, "")}, 2, "No", "matrix_number_missing"},
    {{header, with(good, 0, "x")}, 2, "No", "matrix_number_unclear"},
    {{header, with(good, 0, "0")}, 2, "No", "matrix_number_unclear"},
    {{header, with(good, 0, "-1")}, 2, "No", "matrix_number_unclear"},
    {{header, with(good, 0, "1.1")}, 2, "No", "matrix_number_unclear"},
    {{header, with(good, 0, "10000")}, 2, "No", "matrix_number_unclear"},
    {{header, good, good}, 3, "No", "matrix_number_twice"},
    {{header, good, with(second, 3, " "), with(good, 0, "3")},
     3,
     "Rencana Aksi",
     "matrix_title_missing"},
    {{header, good, with(with(second, 0, ""), 3, "")}, 3, "Rencana Aksi", "matrix_row_stray"},
    {{header, with(good, 1, "")}, 2, "Bidang/Tahap", "matrix_phase_missing"},
    {{header, with(good, 1, "Penanganan")}, 2, "Bidang/Tahap", "matrix_phase_unknown"},
    {{with(header, 5, "PENANGGUNG JAWAB"), with(good, 5, "Dinas Kelautan dan Perikanan")},
     2,
     "PENANGGUNG JAWAB",
     "matrix_lead_unknown"},
    {{header, with(good, 5, "Kesbanpol")}, 2, "Penanggung Jawab", "matrix_lead_near"},
    {{header, with(good, 5, "Kesbangpol; Polda")}, 2, "Penanggung Jawab", "matrix_lead_near"},
    {{header, with(good, 5, "Dinsos")}, 2, "Penanggung Jawab", "matrix_lead_ambiguous"},
    {{with(header, 8, "B.04"), with(good, 8, "75.5")}, 2, "B.04", "matrix_quantity_unclear"},
    {{header, with(good, 8, "1.00")}, 2, "Target B04", "matrix_quantity_unclear"},
    {{header, with(good, 8, "3-5")}, 2, "Target B04", "matrix_quantity_unclear"},
    {{header, with(good, 8, "1,000,000")}, 2, "Target B04", "matrix_quantity_unclear"},
    {{header, with(good, 8, "1 000")}, 2, "Target B04", "matrix_quantity_unclear"},
    {{header, with(good, 8, "2026-04-30")}, 2, "Target B04", "matrix_quantity_unclear"},
    {{header, with(good, 8, "1234567890123456")}, 2, "Target B04", "matrix_quantity_unclear"},
    {{header, with(good, 8, "?")}, 2, "Target B04", "matrix_quantity_unclear"},
    {{header, with(good, 10, "-5")}, 2, "Target B12", "matrix_quantity_negative"},
    {{with(header, 2, "Cara hitung"), with(good, 2, "rata-rata")},
     2,
     "Cara hitung",
     "matrix_measure_unknown"},
    {{header, with(good, 7, std::string(2001, 'a'))},
     2,
     "Kriteria Keberhasilan",
     "matrix_text_too_long"},
};

} // namespace

TEST_CASE("what is wrong is told with its row, its column as found and a sentence")
{
    for (const auto& [rows, row, column, key] : refused_inputs) {
        const auto reading = read(rows);
        INFO(key << " in " << column << ":\n" << told(reading));
        if (key.empty()) { // a column of nobody's is left alone
            CHECK(reading.problems.empty());
            continue;
        }
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].row == row);
        CHECK(reading.problems[0].column == column);
        CHECK(reading.problems[0].detail.key == key);
        for (const auto* locale : {"id", "en"})
            CHECK(say(locale, reading.problems[0].detail).find('{') == std::string::npos);
    }
}

TEST_CASE("a failed formula is a problem of its cell")
{
    auto page = page_of({header, good});
    page.rows[1].cells[8] = {"#REF!", {}, true};
    const auto reading = read_matrix(page, frame());
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].column == "Target B04");
    CHECK(reading.problems[0].detail == sentence{"matrix_cell_error", {{"text", "#REF!"}}});
}

TEST_CASE("every fault of a sheet is told at once, in order of row")
{
    const auto reading = read({header, with(with(good, 5, "Entah"), 8, "?"), with(good, 0, "")});
    REQUIRE(reading.problems.size() == 3);
    CHECK(reading.problems[0].row == 2);
    CHECK(reading.problems[1].row == 2);
    CHECK(reading.problems[2].row == 3);
}

TEST_CASE("an unknown lead agency is told with the names that were meant")
{
    const auto reading = read({header, with(good, 5, "Satpol P")});
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].detail.arguments.at("near") == "Satpol PP");
}

TEST_CASE("a text may have 2,000 characters and a sheet 500 actions, but not one more")
{
    std::string longest;
    for (std::size_t count = 0; count < matrix_text_characters_max; ++count) longest += "é";
    CHECK(only_row({header, with(good, 7, longest)}).success_criterion == longest);

    std::vector<cells> rows{header};
    for (std::size_t number = 1; number <= matrix_rows_max; ++number)
        rows.push_back(with(good, 0, std::to_string(number)));
    CHECK(read(rows).problems.empty());
    CHECK(read(rows).rows.size() == matrix_rows_max);
    rows.push_back(with(good, 0, "501"));
    const auto reading = read(rows);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].row == 502);
    CHECK(reading.problems[0].detail.key == "matrix_rows_too_many");
}

TEST_CASE("problems beyond what anybody reads are not listed")
{
    std::vector<cells> rows{header};
    for (int number = 1; number <= 300; ++number)
        rows.push_back(with(with(good, 0, std::to_string(number)), 5, "Entah"));
    CHECK(read(rows).problems.size() == matrix_problems_max);
}
