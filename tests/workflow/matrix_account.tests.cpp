// Nothing of a sheet vanishes: what is not taken is told, and data that is left out is a problem.
#include "tests/support/matrix_pages.hpp"
#include "tests/support/seed.hpp"
#include "workflow/matrix/matrix_rows.hpp"
#include <random>

using namespace matrix_pages;

namespace {

std::string fields_told(const matrix_reading& reading)
{
    std::string text;
    for (const auto& column : reading.account.columns)
        text += column.letter + " " + column.heading + " = " +
                (column.field.empty() ? "-" : column.field) + " " + std::to_string(column.cells) +
                "\n";
    return text;
}

std::string rows_told(const matrix_reading& reading)
{
    std::string text;
    for (const auto& row : reading.account.left_out)
        text += std::to_string(row.row) + " " + row.text + ": " + say("en", row.why) + "\n";
    return text;
}

std::vector<std::string> keys_of(const matrix_reading& reading)
{
    std::vector<std::string> keys;
    for (const auto& problem : reading.problems) keys.push_back(problem.detail.key);
    return keys;
}

const std::vector<std::string> none{};

} // namespace

TEST_CASE("a row with words of the header in its cells is an action like any other")
{
    auto second = with(with(with(good, 0, "2"), 6, "OPD terkait"), 13, "B12");
    second = with(second, 7, "Kegiatan");
    const auto reading = read({header, good, second, with(good, 0, "3")});
    INFO(told(reading));
    CHECK(keys_of(reading) == none);
    REQUIRE(reading.rows.size() == 3);
    CHECK(reading.rows[1].number == 2);
    CHECK(reading.rows[1].supporting == std::vector<reference>{{"", "OPD terkait"}});
    CHECK(reading.rows[1].note == "B12");
}

TEST_CASE("an action whose texts begin with Jumlah is no row of totals")
{
    const auto reading =
        read({header, with(with(good, 3, "Jumlah desa damai"), 7, "Jumlah desa yang dibina")});
    REQUIRE(reading.problems.empty());
    CHECK(reading.rows.at(0).title == "Jumlah desa damai");
    CHECK(reading.rows.at(0).success_criterion == "Jumlah desa yang dibina");
}

TEST_CASE("a row without number below a merged one is a problem and stands among those left out")
{
    cells part(14), step(14);
    part = with(with(part, 7, "Jumlah laporan"), 8, "4");
    cells numbers = with(with(with(cells(14), 8, "1"), 9, "2"), 10, "3");
    for (const auto& row : {part, numbers}) {
        const auto reading = read({header, good, row, with(good, 0, "2")});
        INFO(told(reading));
        CHECK(keys_of(reading) == std::vector<std::string>{"matrix_row_stray"});
        CHECK(reading.problems.at(0).row == 3);
        REQUIRE(reading.account.left_out.size() == 1);
        CHECK(reading.account.left_out[0].row == 3);
        CHECK(reading.account.left_out[0].why.key == "matrix_row_stray");
    }
    const cells wide = with(header, 4, "Sub Kegiatan"); // a column that is not known
    step = with(step, 4, "b. Rapat koordinasi");
    const auto reading = read({wide, good, step, with(step, 4, "c. Pelaporan")});
    CHECK(keys_of(reading) == std::vector<std::string>{"matrix_row_stray", "matrix_row_stray"});
    CHECK(rows_told(reading).find("3 b. Rapat koordinasi: ") != std::string::npos);
}

TEST_CASE("a number with a title alone is an action and no heading")
{
    cells bare(14);
    bare = with(with(bare, 0, "2"), 3, "Sosialisasi pencegahan konflik di sekolah");
    const auto reading = read({header, with(good, 1, "Pemulihan Pascakonflik"), bare});
    INFO(told(reading));
    REQUIRE(reading.rows.size() == 2);
    CHECK(reading.rows[1].title == "Sosialisasi pencegahan konflik di sekolah");
    CHECK(reading.rows[1].phase == "recovery"); // not prevention
}

TEST_CASE("a heading that names no phase does not lend the phase above it")
{
    const auto row = [](const char* number) { return with(with(good, 0, number), 1, ""); };
    const auto reading = read({header, {"A. PENCEGAHAN"}, row("1"), {"B. PENANGANAN"}, row("2")});
    CHECK(keys_of(reading) == std::vector<std::string>{"matrix_phase_missing"});
    CHECK(reading.problems.at(0).row == 5);
    CHECK(rows_told(reading) == "4 B. PENANGANAN: A heading that names no phase.\n");
    const auto after = read({header, {"A. PENCEGAHAN"}, {"C. PASCA KONFLIK"}, row("1")});
    REQUIRE(after.problems.empty());
    CHECK(after.rows.at(0).phase == "recovery");
}

TEST_CASE("each column is told with what it was taken for and how many cells it has")
{
    const auto reading = read({with(header, 4, "Waktu"), good, with(good, 0, "2")});
    const std::string told = fields_told(reading);
    CHECK(told.find("E Waktu = - 2\n") != std::string::npos);
    CHECK(told.find("F Penanggung Jawab = lead_agency 2\n") != std::string::npos);
    CHECK(told.find("I Target B04 = target_B04 2\n") != std::string::npos);
    CHECK(told.find("J Target B08 = target_B08 0\n") != std::string::npos);
    CHECK(reading.account.cells.column_not_used == 2);
    CHECK(reading.rows.at(0).location.empty());
    CHECK_FALSE(reading.fields.contains("location"));
    CHECK(reading.fields.contains("target_B08"));
}

TEST_CASE("a sheet without any period's column is a problem that names the unknown headings")
{
    cells months = header;
    for (const auto& [column, name] : {std::pair{8, "April"}, {9, "Agustus"}, {10, "Desember"}})
        months = with(months, static_cast<std::size_t>(column), name);
    const auto reading = read({months, good});
    REQUIRE(keys_of(reading) == std::vector<std::string>{"matrix_periods_missing"});
    CHECK(reading.problems[0].row == 1);
    const std::string told = say("en", reading.problems[0].detail);
    CHECK(told.find("April, Agustus, Desember") != std::string::npos);
    CHECK(told.find("B04, B08, B12") != std::string::npos);
}

TEST_CASE("what was achieved is no target")
{
    const auto reading = read({with(header, 8, "B04 (Realisasi)"), good});
    REQUIRE(reading.problems.empty());
    REQUIRE(reading.rows.at(0).targets.size() == 1);
    CHECK(reading.rows[0].targets[0].period == "B12");
    CHECK(fields_told(reading).find("I B04 (Realisasi) = - 1\n") != std::string::npos);
}

TEST_CASE("a text that is a thousand by one notation and one by the other is a problem")
{
    for (const auto* written : {"1,000", "12,500", "999,999"}) {
        const auto reading = read({header, with(good, 8, written)});
        INFO(written);
        REQUIRE(keys_of(reading) == std::vector<std::string>{"matrix_quantity_ambiguous"});
        CHECK(reading.problems[0].column == "Target B04");
        CHECK(say("id", reading.problems[0].detail).find(written) != std::string::npos);
    }
    for (const auto& [written, value] : {std::pair{"0,125", 0.125}, {"1,0000", 1.0}, {"2,5", 2.5}})
        CHECK(only_row({header, with(good, 8, written)}).targets.at(0).quantity == value);
}

TEST_CASE("a second table with other columns is a problem, and its rows are told")
{
    const auto reading = read({header,
                               good,
                               {},
                               {"No", "Rencana Aksi", "Penanggung Jawab"},
                               {"2", "Kegiatan tambahan", "Kesbangpol"}});
    CHECK(keys_of(reading) == std::vector<std::string>{"matrix_header_again"});
    REQUIRE(reading.account.left_out.size() == 2);
    CHECK(reading.account.left_out[1].row == 5);
}

TEST_CASE("totals, signatures and remarks are left out with the reason, and are no problem")
{
    const auto reading = read({
        header,
        good,
        {"Jumlah", "", "", "", "", "", "", "", "2"},
        {},
        {"", "", "", "", "", "", "", "", "Palangka Raya, 12 Februari 2026"},
        {"", "", "", "", "", "", "", "", "Drs. Seorang Kepala"},
    });
    INFO(told(reading));
    CHECK(reading.problems.empty());
    CHECK(rows_told(reading) ==
          "3 Jumlah: A row of totals.\n"
          "5 Palangka Raya, 12 Februari 2026: The signature block or remarks below the table.\n"
          "6 Drs. Seorang Kepala: The signature block or remarks below the table.\n");
    CHECK(reading.account.cells.row_left_out == 4);
}

TEST_CASE("actions on a sheet that is not read are a problem; a copy is only told")
{
    auto page = page_of({header, good});
    page.name = "Pencegahan";
    page.others.push_back(page_of({header, good}));
    page.others.back().name = "Salinan";
    auto reading = read_matrix(page, frame());
    CHECK(reading.problems.empty());
    REQUIRE(reading.account.sheets.size() == 2);
    CHECK(reading.account.sheets[0].is_read);
    CHECK(reading.account.sheets[0].header_row == 1);
    CHECK_FALSE(reading.account.sheets[1].is_read);
    CHECK(reading.account.cells.sheet_not_read == reading.account.sheets[1].cells);
    page.others.push_back(page_of({header, with(good, 0, "2"), with(good, 0, "3")}));
    page.others.back().name = "Pemulihan";
    reading = read_matrix(page, frame());
    REQUIRE(keys_of(reading) == std::vector<std::string>{"matrix_sheet_not_read"});
    CHECK(say("en", reading.problems[0].detail).find("\"Pemulihan\" has 2") != std::string::npos);
    page.others.back().hidden = true;
    CHECK(read_matrix(page, frame()).problems.empty());
}

namespace {

// Tables of what offices write, and of what they should not.
class random_table {
public:
    explicit random_table(std::uint64_t seed) : random_(seed) {}

    std::vector<cells> rows()
    {
        std::vector<cells> made;
        for (std::size_t titles = below(3); titles > 0; --titles) made.push_back({text()});
        made.push_back(columns());
        for (std::size_t count = below(12); count > 0; --count) made.push_back(row(made.size()));
        return made;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    std::string text()
    {
        static const std::vector<std::string> words{
            "Jumlah",      "Total",      "NIP. 1",       "Mengetahui,",
            "1",           "2",          "3,5",          "-",
            "OPD terkait", "Target B04", "Rencana Aksi", "Kesbangpol",
            " ",           "a. Rapat",   "I.",           "PENCEGAHAN KONFLIK",
            "B12",         "Keterangan", "1,000",        "No"};
        return words[below(words.size())];
    }
    cells columns()
    {
        cells made = header;
        for (auto& each : made)
            if (below(6) == 0) each = below(2) == 0 ? "" : "Kolom lain";
        made[3] = "Rencana Aksi";
        made[0] = "No";
        made[5] = "Penanggung Jawab";
        if (below(3) == 0) made.push_back("Waktu");
        return made;
    }
    cells row(std::size_t at)
    {
        switch (below(6)) {
        case 0:
            return cells(14);
        case 1:
            return with(cells(14), below(14), text());
        case 2:
            return header;
        case 3:
            return with(with(cells(16), below(14), text()), below(16), text());
        default:
            break;
        }
        cells made = with(good, 0, below(5) == 0 ? text() : std::to_string(at));
        for (auto& each : made)
            if (below(5) == 0) each = below(2) == 0 ? "" : text();
        if (below(4) == 0) made.push_back(text());
        return made;
    }
    std::mt19937_64 random_;
};

} // namespace

TEST_CASE("every cell of a random table is used, heading, in an unused column or in a row left out")
{
    const auto seed = tests::seed("random tables");
    INFO("RAMPUNG_SEED=" << seed);
    random_table make(seed);
    std::size_t taken = 0, kept_out = 0;
    for (int round = 0; round < 500; ++round) {
        const auto page = page_of(make.rows());
        const auto reading = read_matrix(page, frame());
        INFO("round " << round << "\n" << told(reading) << rows_told(reading));
        std::map<int, std::size_t> filled; // by row
        std::size_t total = 0;
        for (const auto& row : page.rows) total += filled[row.number] = filled_cells(row);
        const auto& cells = reading.account.cells;
        REQUIRE(cells.total == total);
        REQUIRE(cells.used + cells.heading + cells.column_not_used + cells.row_left_out == total);
        std::size_t in_columns = 0, in_unused = 0, in_rows = 0, in_actions = 0;
        for (const auto& column : reading.account.columns) {
            in_columns += column.cells;
            if (column.field.empty()) in_unused += column.cells;
        }
        for (const auto& row : reading.rows) in_actions += filled[row.sheet_row];
        for (const auto& row : reading.account.left_out) {
            REQUIRE(row.cells == filled[row.row]);
            REQUIRE_FALSE(say("id", row.why).empty());
            in_rows += row.cells;
        }
        REQUIRE(in_columns == in_actions);
        REQUIRE(in_columns == cells.used + cells.column_not_used);
        REQUIRE(in_unused == cells.column_not_used);
        REQUIRE(in_rows == cells.row_left_out);
        taken += reading.rows.size();
        kept_out += reading.account.left_out.size();
    }
    CHECK(taken > 500); // the tables are worth reading
    CHECK(kept_out > 200);
}
