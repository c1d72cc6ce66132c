// The columns that a kind has of its own, in a sheet: known by their headings, read, written, and
// kept where a sheet lacks them.
#include "workflow/matrix/matrix_own_columns.hpp"
#include "tests/support/matrix_pages.hpp"
#include "tests/support/matrix_samples.hpp"
#include "workflow/matrix/matrix_actions.hpp"
#include "workflow/matrix/matrix_match.hpp"

using namespace matrix_pages;

namespace {

matrix_frame own_frame()
{
    matrix_frame made = frame();
    made.columns = {
        {"program", {"Program", "Programme"}, column_type::text, {}, true},
        {"reach", {"Penerima manfaat", "Beneficiaries"}, column_type::number, {}, false},
        {"begins", {"Tanggal mulai", "Begins on"}, column_type::day, {}, false},
        {"funding",
         {"Jenis pendanaan", "Funding"},
         column_type::choice,
         {{"apbd", {"APBD", "Regional budget"}}, {"apbn", {"APBN", "State budget"}}},
         false}};
    return made;
}

cells and_more(cells row, const std::string& text)
{
    row.push_back(text);
    return row;
}

matrix_reading read_own(const std::string& heading, const std::string& text)
{
    return read_matrix(page_of({and_more(header, heading), and_more(good, text)}), own_frame());
}

column_values columns_in(const matrix_reading& reading)
{
    INFO(told(reading));
    REQUIRE(reading.problems.empty());
    REQUIRE(reading.rows.size() == 1);
    return reading.rows.front().columns;
}

matrix_row some_row(int number, const column_values& columns)
{
    matrix_row row;
    row.number = number;
    row.phase = "prevention";
    row.title = "Aksi " + std::to_string(number);
    row.targets = {{"B04", "1", 1.0, "dokumen"}};
    row.columns = columns;
    return row;
}

} // namespace

TEST_CASE("a column of the kind's own is known by its word in either language or by its code")
{
    for (const auto* heading : {"Penerima manfaat", "PENERIMA  MANFAAT", "Penerima\nManfaat",
                                "Beneficiaries", "reach", "Reach"}) {
        INFO(heading);
        const auto reading = read_own(heading, "12");
        CHECK(columns_in(reading) == column_values{{"reach", 12.0}});
        CHECK(reading.fields.contains("reach"));
        CHECK(reading.account.columns.back().field == "reach");
    }
    const auto reading = read_own("Penerima", "12");
    CHECK(columns_in(reading).empty());
    CHECK(reading.account.columns.back().field.empty());
    CHECK(told(read_matrix(page_of({and_more(and_more(header, "Program"), "Programme"),
                                    and_more(and_more(good, "A"), "B")}),
                           own_frame()))
              .find("Column Programme is there twice") != std::string::npos);
}

TEST_CASE("a column of the kind's own comes before other spellings of the fixed ones")
{
    matrix_frame activities = frame();
    activities.columns = {
        {"activity", {"Kegiatan", "Activity"}, column_type::text, {}, false},
        {"goal", {"Indikator", "Tema"}, column_type::text, {}, false},
    };
    const auto reading = read_matrix(page_of({and_more(and_more(header, "Kegiatan"), "Indikator"),
                                              and_more(and_more(good, "Rapat"), "Jumlah rapat")}),
                                     activities);
    CHECK(columns_in(reading) == column_values{{"activity", "Rapat"}, {"goal", "Jumlah rapat"}});
    const auto& row = reading.rows.front();
    CHECK(row.title == "Pemetaan");
    CHECK(row.theme == "Peta"); // what the program itself writes is never another column
    CHECK(row.success_criterion == "Mutakhir");
}

TEST_CASE("cells of a kind's own columns mean what offices write into them")
{
    struct expected {
        std::string heading, written;
        column_values columns;
    };
    const expected table[]{
        {"Program", "Damai\r\nselalu", {{"program", "Damai\nselalu"}}},
        {"Program", "-", {{"program", "-"}}},
        {"Program", " ", {}},
        {"Program", "1.000", {{"program", "1.000"}}},
        {"Penerima manfaat", "1.000", {{"reach", 1000.0}}},
        {"Penerima manfaat", "75,5", {{"reach", 75.5}}},
        {"Penerima manfaat", "0", {{"reach", 0.0}}},
        {"Penerima manfaat", "-", {}},
        {"Tanggal mulai", "2026-03-01", {{"begins", "2026-03-01"}}},
        {"Tanggal mulai", "1/3/2026", {{"begins", "2026-03-01"}}},
        {"Tanggal mulai", "31-12-2026", {{"begins", "2026-12-31"}}},
        {"Tanggal mulai", "01.03.2026", {{"begins", "2026-03-01"}}},
        {"Tanggal mulai", "17 Agustus 2026", {{"begins", "2026-08-17"}}},
        {"Tanggal mulai", "17 agt 2026", {{"begins", "2026-08-17"}}},
        {"Tanggal mulai", "1 December 2026", {{"begins", "2026-12-01"}}},
        {"Tanggal mulai", "29 Feb 2028", {{"begins", "2028-02-29"}}},
        {"Tanggal mulai", "-", {}},
        {"Jenis pendanaan", "apbn", {{"funding", "apbn"}}},
        {"Jenis pendanaan", "A.P.B.D", {{"funding", "apbd"}}},
        {"Jenis pendanaan", "State budget", {{"funding", "apbn"}}},
        {"Jenis pendanaan", "", {}},
    };
    for (const auto& [heading, written, columns] : table) {
        INFO(heading << ": " << written);
        CHECK(columns_in(read_own(heading, written)) == columns);
    }
    auto page = page_of({and_more(header, "Penerima manfaat"), and_more(good, "")});
    page.rows[1].cells.back() = {"1.000", 1.0, {}}; // of a workbook
    CHECK(columns_in(read_matrix(page, own_frame())) == column_values{{"reach", 1.0}});
}

TEST_CASE("a cell of a kind's own column that cannot be read is a problem with row and column")
{
    struct expected {
        std::string heading, written, said;
    };
    const expected table[]{
        {"Penerima manfaat", "banyak", "\"banyak\" is not a number"},
        {"Penerima manfaat", "-5", "\"-5\" is not a number"},
        {"Penerima manfaat", "75.5", "\"75.5\" is not a number"},
        {"Penerima manfaat", "1,000", "\"1,000\" may be thousands or a decimal"},
        {"Tanggal mulai", "30/2/2026", "\"30/2/2026\" is no day"},
        {"Tanggal mulai", "12/31/2026", "\"12/31/2026\" is no day"},
        {"Tanggal mulai", "1/3/26", "\"1/3/26\" is no day"},
        {"Tanggal mulai", "Maret 2026", "\"Maret 2026\" is no day"},
        {"Tanggal mulai", "1 Ma 2026", "\"1 Ma 2026\" is no day"},
        {"Tanggal mulai", "46082", "\"46082\" is no day"},
        {"Jenis pendanaan", "Hibah", "Give one of: Regional budget, State budget"},
        {"Program", std::string(2001, 'x'), "The cell is too long"},
    };
    for (const auto& [heading, written, said] : table) {
        INFO(heading << ": " << written);
        const auto reading = read_own(heading, written);
        CHECK(reading.problems.size() == 1);
        CHECK(told(reading).find("2 | " + heading + " | ") == 0);
        CHECK(told(reading).find(said) != std::string::npos);
    }
}

TEST_CASE("what stands in a kind's own columns is written before the periods and reads back")
{
    const std::vector<matrix_row> rows{
        some_row(1, {{"program", "Baris\nkedua; \"kutip\""},
                     {"reach", 1.125},
                     {"begins", "2026-03-01"},
                     {"funding", "apbn"}}),
        some_row(2, {}),
        some_row(3, {{"program", "-"}, {"reach", 0.1}, {"funding", "apbd"}}),
        some_row(4, {{"program", "1.000"}, {"reach", 123456789.25}}),
    };
    const auto page = sheet_of(rows, own_frame());
    const auto& names = page.rows.front().cells;
    CHECK(names.at(7).text == "Kriteria Keberhasilan");
    CHECK(names.at(8).text == "Program");
    CHECK(names.at(11).text == "Jenis pendanaan");
    CHECK(names.at(12).text == "Target B04");
    CHECK(page.rows.at(1).cells.at(11).text == "APBN");
    const auto reading = read_matrix(page, own_frame());
    INFO(told(reading));
    REQUIRE(reading.problems.empty());
    CHECK(matrix_samples::without_places(reading.rows) == rows);
}

TEST_CASE("a sheet that lacks a kind's own column leaves what stands there, an empty cell takes it")
{
    const auto rules = own_frame();
    action there = action_of(some_row(1, {{"program", "Damai"}, {"reach", 5.0}}), rules.agencies);
    there.id = "action-1";
    const auto matched = [&](const std::string& heading, const std::string& text) {
        const auto reading = read_matrix(
            page_of({{"No", "Rencana Aksi", "Target B04", heading}, {"1", "Aksi 1", "1", text}}),
            rules);
        INFO(told(reading));
        REQUIRE(reading.problems.empty());
        const auto found = match_rows(reading, rules, {there});
        REQUIRE(found.problems.empty());
        return found.actions.at(0).columns;
    };
    CHECK(matched("Lokasi", "Sampit") == there.columns);
    CHECK(matched("Program", "") == column_values{{"reach", 5.0}});
    CHECK(matched("Program", "Aman") == column_values{{"program", "Aman"}, {"reach", 5.0}});
}
