// How offices lay a matrix out: headers of several rows, merged cells, sub-activities, rows that
// are hidden, columns that a person maps by hand.
#include "tests/support/matrix_pages.hpp"

using namespace matrix_pages;

namespace {

sheet merged(const std::vector<cells>& rows, std::vector<merged_area> areas)
{
    sheet page = page_of(rows);
    page.merged = std::move(areas);
    return page;
}

matrix_answers answer(const char* question, const char* choice)
{
    matrix_answers answers;
    answers.choices[question] = choice;
    return answers;
}

std::string targets_of(const matrix_row& row)
{
    std::string text;
    for (const auto& each : row.targets) text += each.period + " " + each.text + ", ";
    return text;
}

std::vector<std::string> remarks_of(const matrix_reading& reading)
{
    std::vector<std::string> keys;
    for (const auto& each : reading.remarks) keys.push_back(each.detail.key);
    return keys;
}

std::string field_told(const matrix_reading& reading, const char* letter)
{
    for (const auto& each : reading.account.columns)
        if (each.letter == letter) return each.field;
    return "no such column";
}

// An action merged over three rows, and one that stands alone.
sheet with_parts()
{
    const cells head{"No",       "Bidang/Tahap", "Rencana Aksi", "Sub Kegiatan", "Penanggung Jawab",
                     "Kriteria", "Target B04",   "Target B12",   "Satuan"};
    return merged({head,
                   {"1", "Pencegahan", "Penguatan", "Rapat", "Polda", "Notulen", "1", "2", "rapat"},
                   {"", "", "", "Laporan", "", "Lengkap", "", "12", "laporan"},
                   {"", "", "", "Jumlah peserta", "", "", "", "", ""},
                   {"2", "Pemulihan", "Ikrar", "Persiapan", "Polda", "Dibaca", "1", "1", "ikrar"}},
                  {{2, 4, 0, 0}, {2, 4, 1, 1}, {2, 4, 2, 2}, {2, 4, 4, 4}});
}

} // namespace

TEST_CASE("a header of three rows is read level by level")
{
    const auto reading = read(merged({{"No", "Tahap", "Rencana Aksi", "Target", "", "", "PJ"},
                                      {"", "", "", "Tahun 2026"},
                                      {"", "", "", "B04", "B08", "B12"},
                                      {"1", "Pencegahan", "Pemetaan", "1", "2", "3", "Polda"}},
                                     {{1, 1, 3, 5}, {2, 2, 3, 5}}));
    INFO(told(reading));
    REQUIRE(reading.rows.size() == 1);
    CHECK(targets_of(reading.rows[0]) == "B04 1, B08 2, B12 3, ");
    CHECK(reading.rows[0].lead_agency_id == "id-5");
    CHECK(reading.account.cells.heading == 9);
}

TEST_CASE("who leads and who supports may stand below one heading")
{
    const auto reading =
        read(merged({{"No", "Tahap", "Rencana Aksi", "Target B12", "Penanggung Jawab", ""},
                     {"", "", "", "", "Utama", "Pendukung"},
                     {"1", "Pencegahan", "Pemetaan", "1", "Polda", "Satpol PP"}},
                    {{1, 1, 4, 5}, {1, 2, 0, 0}}));
    INFO(told(reading));
    REQUIRE(reading.rows.size() == 1);
    CHECK(reading.rows[0].lead_agency_id == "id-5");
    CHECK(reading.rows[0].supporting == std::vector<reference>{{"id-2", "Satpol PP"}});
}

TEST_CASE("periods are known by the months that they end with and by the part of the year")
{
    for (const auto& [first, last] : {std::pair{"April (B04)", "Desember (B12)"},
                                      {"Target April", "Target Desember"},
                                      {"Target Kumulatif B04", "Target Kumulatif B12"},
                                      {"Caturwulan I (B04)", "Caturwulan III (B12)"},
                                      {"Caturwulan I", "Cawu III"},
                                      {"Target Bulan Ke-4", "Target Bulan Ke-12"},
                                      {"Januari - April", "September s.d. Desember"},
                                      {"Apr", "Des"}}) {
        INFO(first);
        const auto row = only_row({with(with(header, 8, first), 10, last), good});
        CHECK(targets_of(row) == "B04 1, B12 SK tim, ");
    }
}

TEST_CASE("where every month has a column, none of them stands for a period")
{
    cells months = header;
    for (const auto& [column, name] : {std::pair{8, "Maret"}, {9, "April"}, {10, "Mei"}})
        months = with(months, static_cast<std::size_t>(column), name);
    auto reading = read({months, good});
    CHECK(reading.rows.at(0).targets.empty());
    CHECK(reading.problems.at(0).detail.key == "matrix_periods_missing");
    matrix_answers mapped;
    mapped.columns[{"", "J"}] = "target_B04";
    reading = read(page_of({months, with(good, 9, "7")}), mapped);
    INFO(told(reading));
    CHECK(reading.problems.empty());
    CHECK(targets_of(reading.rows.at(0)) == "B04 7, ");
}

TEST_CASE("a target of the year is asked about, or told by the column of the time")
{
    const cells head{"No", "Tahap", "Rencana Aksi", "Target 2026", "Waktu"};
    const auto row = [](const char* number, const char* when) {
        return cells{number, "Pencegahan", std::string("Aksi ") + number, "5", when};
    };
    auto reading = read({head, row("1", "B08"), row("2", "B04 dan B12"), row("3", "2026")});
    INFO(told(reading));
    REQUIRE(reading.problems.empty());
    CHECK(targets_of(reading.rows.at(0)) == "B08 5, ");
    CHECK(targets_of(reading.rows.at(1)) == "B04 5, B12 5, ");
    CHECK(targets_of(reading.rows.at(2)) == "B12 5, ");
    CHECK(field_told(reading, "E") == "time");

    const auto unclear = page_of({head, row("1", "sewaktu-waktu")});
    CHECK(read(unclear).problems.at(0).detail.key == "matrix_target_of_year");
    reading = read(unclear, answer("period::D", "B12"));
    CHECK(reading.problems.empty());
    CHECK(targets_of(reading.rows.at(0)) == "B12 5, ");
    CHECK(field_told(reading, "D") == "target_B12");
    CHECK(field_told(reading, "E").empty());
}

TEST_CASE("what was achieved is offered where it is taken, and never a target")
{
    const std::vector<cells> rows{{"No", "Tahap", "Rencana Aksi", "B04", "", "", "B12", ""},
                                  {"", "", "", "Target", "Realisasi", "%", "Target", "Realisasi"},
                                  {"1", "Pencegahan", "Pemetaan", "2", "1", "50%", "4", "-"}};
    const auto page = merged(rows, {{1, 1, 3, 5}, {1, 1, 6, 7}});
    auto reading = read(page);
    CHECK(targets_of(reading.rows.at(0)) == "B04 2, B12 4, ");
    CHECK(remarks_of(reading) == std::vector<std::string>{"matrix_achievement_not_read"});
    CHECK(reading.account.cells.column_not_used == 3);
    matrix_frame taking = frame();
    taking.takes_achievement = true;
    reading = read_matrix(page, taking);
    CHECK(reading.remarks.empty());
    CHECK(field_told(reading, "E") == "achievement_B04");
    CHECK(field_told(reading, "F") == "percent_B04");
    REQUIRE(reading.rows.at(0).achievements.size() == 2);
    CHECK(reading.rows[0].achievements[0].quantity == 1);
    CHECK(reading.rows[0].achievements[0].percent == "50%");
    CHECK(reading.account.cells.column_not_used == 0);
}

TEST_CASE("sub-activities are asked about once, and are actions or steps of one")
{
    const auto page = with_parts();
    auto reading = read(page);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].detail.key == "matrix_sub_activities");
    CHECK(reading.rows.size() == 2);
    CHECK(reading.account.cells.row_left_out == 5);

    reading = read(page, answer("sub_activities", "action"));
    INFO(told(reading));
    CHECK(reading.problems.empty());
    REQUIRE(reading.rows.size() == 4);
    CHECK(reading.rows[1].title == "Penguatan");
    CHECK(reading.rows[1].lead_agency_id == "id-5");
    CHECK(reading.rows[1].success_criterion == "Laporan: Lengkap");
    CHECK(targets_of(reading.rows[1]) == "B12 12, ");
    CHECK(reading.rows[3].number == 4);
    CHECK(remarks_of(reading) == std::vector<std::string>{"matrix_numbered_anew"});

    reading = read(page, answer("sub_activities", "step"));
    CHECK(reading.problems.empty());
    REQUIRE(reading.rows.size() == 2);
    CHECK(reading.rows[0].success_criterion ==
          "Rapat: Notulen\nLaporan: Lengkap (Target B12: 12; Satuan: laporan)\nJumlah peserta");
    CHECK(targets_of(reading.rows[0]) == "B04 1, B12 2, ");
    CHECK(reading.rows[1].number == 2);
    CHECK(reading.account.cells.row_left_out == 0);
    const auto is_part = [](const used_row& row) { return row.is == used_row::form::part; };
    const auto& rows = reading.account.rows;
    const auto part = std::find_if(rows.begin(), rows.end(), is_part);
    REQUIRE(part != rows.end());
    CHECK(part->action == 1);
}

TEST_CASE("a cell merged over numbered actions is each one's")
{
    const cells next = with(with(with(good, 0, "2"), 3, "Patroli"), 5, "");
    const auto reading = read(merged({header, good, next}, {{2, 3, 5, 5}}));
    REQUIRE(reading.problems.empty());
    CHECK(reading.rows.at(1).lead_agency_id == "id-0");
    CHECK(read({header, good, next}).rows.at(1).lead_agency_id.empty());
}

TEST_CASE("a target merged over periods is that of each, and this is said")
{
    const auto reading = read(
        merged({header, with(with(good, 8, "1 dokumen setiap periode"), 10, "")}, {{2, 2, 8, 10}}));
    CHECK(targets_of(reading.rows.at(0)) ==
          "B04 1 dokumen setiap periode, B08 1 dokumen setiap periode, "
          "B12 1 dokumen setiap periode, ");
    CHECK(remarks_of(reading) ==
          std::vector<std::string>{"matrix_target_spread", "matrix_quantity_rate"});
}

TEST_CASE("hidden rows and those struck through are never in or out in silence")
{
    auto page = page_of({header, good, with(with(good, 0, "2"), 3, "Patroli"),
                         with(with(good, 0, "3"), 3, "Ikrar")});
    page.rows[2].hidden = true;
    for (auto& cell : page.rows[3].cells) cell.struck = true;
    auto reading = read(page);
    CHECK(reading.rows.size() == 1);
    REQUIRE(reading.questions.size() == 2);
    REQUIRE(reading.account.left_out.size() == 2);
    CHECK(reading.account.left_out[0].why.key == "matrix_left_hidden");
    CHECK(reading.account.left_out[1].why.key == "matrix_left_struck");
    auto answers = answer("hidden_rows", "in");
    CHECK(read(page, answers).rows.size() == 2);
    answers.choices["struck_rows"] = "in";
    CHECK(read(page, answers).rows.size() == 3);
}

TEST_CASE("numbers that restart, are Roman or are missing are given anew, and this is said")
{
    const auto numbered = [](const std::vector<std::string>& numbers) {
        std::vector<cells> rows{header};
        for (const auto& each : numbers)
            rows.push_back(with(with(good, 0, each), 3, "Aksi " + std::to_string(rows.size())));
        const auto reading = read(rows);
        INFO(told(reading));
        CHECK(reading.problems.empty());
        std::string text;
        for (const auto& row : reading.rows) text += std::to_string(row.number) + " ";
        return text + (reading.remarks.empty() ? "" : "said");
    };
    CHECK(numbered({"1", "7", "9"}) == "1 7 9 ");
    CHECK(numbered({"1", "2", "1", "2"}) == "1 2 3 4 said");
    CHECK(numbered({"I", "II.", "III"}) == "1 2 3 said");
    CHECK(numbered({"a.", "b.", "c."}) == "1 2 3 said");
    CHECK(numbered({"5", "", "7"}) == "5 6 7 said"); // the others keep theirs
    CHECK(numbered({"5", "", "6"}) == "1 2 3 said");
    CHECK(numbered({"1", "1.1", "0"}) == "1 2 3 said");
}

TEST_CASE("a phase is known by what offices call it; what is near is said, and two are asked about")
{
    struct expected {
        const char *written, *phase, *asked;
    };
    for (const auto& [written, phase, asked] : {expected{"Pra Konflik", "prevention", ""},
                                                {"Saat Konflik", "cessation", ""},
                                                {"PASCA KONFLIK", "recovery", ""},
                                                {"I. Pencegahan Konflik", "prevention", ""},
                                                {"Rehabilitasi", "recovery", "guessed"},
                                                {"Penanganan Konflik", "cessation", "guessed"},
                                                {"Pencegahan dan Penghentian", "", "several"},
                                                {"Entah", "", "unknown"}}) {
        INFO(written);
        const auto page = page_of({header, with(good, 1, written)});
        const auto reading = read(page);
        CHECK(reading.rows.at(0).phase == phase);
        const std::string id = std::string("phase:") + written;
        REQUIRE(reading.questions.empty() == std::string(asked).empty());
        if (reading.questions.empty()) continue;
        CHECK(reading.questions[0].id == id);
        CHECK(reading.questions[0].text.key == std::string("matrix_phase_") + asked);
        CHECK(reading.problems.empty() == (std::string(asked) == "guessed"));
        CHECK(read(page, answer(id.c_str(), "recovery")).rows.at(0).phase == "recovery");
    }
}

TEST_CASE("a column mapped by hand is what the person says, over anything found")
{
    matrix_answers answers;
    answers.columns[{"", "C"}] = "location";
    answers.columns[{"", "E"}] = "";
    const auto reading = read(page_of({header, good}), answers);
    CHECK(reading.rows.at(0).location == "Peta");
    CHECK(reading.rows.at(0).theme.empty());
    CHECK(field_told(reading, "E").empty());
    CHECK(reading.account.cells.column_not_used == 1);
    answers.columns[{"", "D"}] = "title";
    const auto named = read(page_of({with(header, 3, "Nama Program Kerja"), good}), answers);
    CHECK(named.rows.at(0).title == "Pemetaan");
}

TEST_CASE("the likelier of two titles wins, and the other is not used")
{
    const auto reading = read({{"No", "Tahap", "Program", "Kegiatan", "Rencana Aksi", "Target B12"},
                               {"1", "Pencegahan", "Kewaspadaan", "Pembinaan", "Rapat", "14"}});
    REQUIRE(reading.problems.empty());
    CHECK(reading.rows.at(0).title == "Rapat");
    CHECK(field_told(reading, "D").empty());
}
