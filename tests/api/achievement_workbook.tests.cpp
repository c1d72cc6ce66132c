// A workbook of achievement as it is given out, and as it comes back.
#include "api/sheets/achievement_workbook.hpp"
#include "api/sheets/spreadsheet.hpp"
#include "api/sheets/workbook_archive.hpp"
#include "tests/support/catch.hpp"
#include "workflow/words/sentences.hpp"
#include <fstream>
#include <pugixml.hpp>
#include <sstream>

using namespace api;
using workflow::sheet;

namespace {

achievement_list example(const std::string& locale = "id")
{
    achievement_list list;
    list.plan_title = "RAD PKS 2026";
    list.agency = "Dinas Sosial";
    list.period = "April";
    list.plan = "plan-1";
    list.period_code = "B04";
    list.locale = locale;
    list.evidence_kinds = {{"laporan_kegiatan", "Laporan kegiatan"}, {"foto", "Foto"}};
    for (int number = 1; number <= 3; ++number) {
        achievement_line line;
        line.target = "target-" + std::to_string(number);
        line.version = 10 + number;
        line.number = number;
        line.title = "=Aksi " + std::to_string(number);
        line.wanted = "6 desa";
        line.unit = "desa";
        line.is_open = number != 3;
        list.lines.push_back(line);
    }
    list.lines[1].achieved_quantity = 75.5;
    list.lines[1].achievement = "Baris satu\nbaris dua _x000D_";
    list.lines[1].returned = "Lengkapi bukti";
    return list;
}

sheet written(const achievement_list& list)
{
    auto page = read_xlsx(write_achievement(list, {}));
    REQUIRE(page.has_value());
    return std::move(*page);
}

achievement_back back(const sheet& page)
{
    auto read = read_achievement(page);
    REQUIRE(read.has_value());
    return std::move(*read);
}

std::optional<std::optional<double>> given(std::optional<double> quantity)
{
    return std::make_optional(quantity);
}

constexpr std::size_t first_line = 5; // index into sheet::rows
constexpr std::size_t quantity = 9, text = 10, obstacles = 11, report = 13, report_files = 14;

// What an officer writes into a cell.
void fill(sheet& page, std::size_t line, std::size_t column, workflow::sheet_cell cell)
{
    auto& cells = page.rows[first_line + line].cells;
    if (cells.size() <= column) cells.resize(column + 1);
    cells[column] = std::move(cell);
}

} // namespace

TEST_CASE("a workbook of achievement reads back as it was written")
{
    for (const auto* locale : {"id", "en"}) {
        const auto read = back(written(example(locale)));
        CHECK(read.plan == "plan-1");
        CHECK(read.period_code == "B04");
        REQUIRE(read.rows.size() == 3);
        CHECK(read.rows[0].target == "target-1");
        CHECK(read.rows[0].version == 11);
        CHECK(read.rows[0].sheet_row == 6);
        CHECK(read.rows[0].achieved_quantity == given({}));
        CHECK(read.rows[0].achievement == "");
        CHECK_FALSE(read.rows[0].wants_report);
        CHECK(read.rows[1].achieved_quantity == given(75.5));
        CHECK(read.rows[1].achievement == "Baris satu\nbaris dua _x000D_");
        for (const auto& row : read.rows) {
            CHECK(row.problems.empty());
            CHECK(row.files.empty());
        }
    }
}

TEST_CASE("what an officer fills in comes back with its target, whatever was moved")
{
    sheet page = written(example());
    fill(page, 0, quantity, {"4", 4.0});
    fill(page, 0, text, {"Empat desa selesai"});
    fill(page, 0, report, {"ya"});
    fill(page, 0, report_files, {"laporan.pdf; daftar hadir.pdf\nfoto.jpg"});
    fill(page, 1, quantity, {"75%", 75.0});
    std::swap(page.rows[first_line].cells, page.rows[first_line + 1].cells);
    page.rows.pop_back();
    for (auto& row : page.rows) {
        row.cells.resize(20);
        std::swap(row.cells[quantity], row.cells[obstacles]);
    }
    const auto read = back(page);
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].target == "target-2");
    CHECK(read.rows[0].achieved_quantity == given(75.0));
    CHECK(read.rows[1].target == "target-1");
    CHECK(read.rows[1].achieved_quantity == given(4.0));
    CHECK(read.rows[1].achievement == "Empat desa selesai");
    CHECK(read.rows[1].wants_report);
    const std::vector<std::pair<std::string, std::string>> files{
        {"laporan_kegiatan", "laporan.pdf"},
        {"laporan_kegiatan", "daftar hadir.pdf"},
        {"laporan_kegiatan", "foto.jpg"}};
    CHECK(read.rows[1].files == files);
}

TEST_CASE("a row that cannot be used says why, and keeps no other from being used")
{
    sheet page = written(example());
    fill(page, 0, quantity, {"empat desa"});
    fill(page, 1, quantity, {"2026-04-03", {}, {}, {}, workflow::cell_form::dated});
    fill(page, 2, 1, {"sebelas"});
    page.rows.push_back(page.rows[first_line]);
    page.rows.back().cells[quantity] = {"4", 4.0};
    page.rows.push_back({99, {}});
    page.rows.back().cells.resize(text + 1);
    page.rows.back().cells[text].text = "baris baru";
    std::string problems;
    for (const auto& row : back(page).rows)
        for (const auto& problem : row.problems) {
            problems += problem.key + " ";
            CHECK(workflow::find_wording(problem.key) != nullptr);
        }
    CHECK(problems == "achievement_number_unclear achievement_number_unclear "
                      "achievement_version_lost achievement_row_twice achievement_row_unknown ");
}

TEST_CASE("headings are enough where the hidden row is lost, and no other workbook is taken")
{
    for (const auto* locale : {"id", "en"}) {
        sheet page = written(example(locale));
        page.rows.erase(page.rows.begin() + 3);
        page.rows[first_line - 1].cells.resize(report_files + 1);
        page.rows[first_line - 1].cells[report_files].text = "a.pdf";
        const auto read = back(page);
        REQUIRE(read.rows.size() == 3);
        CHECK(read.rows[0].target == "target-1");
        CHECK(read.rows[1].achieved_quantity == given(75.5));
        REQUIRE(read.rows[0].files.size() == 1);
        CHECK(read.rows[0].files[0].first == "Laporan kegiatan");
    }
    sheet other;
    other.rows = {{1, {{"No"}, {"Rencana Aksi"}, {"Target"}}}};
    const auto refused = read_achievement(other);
    REQUIRE(refused.has_error());
    CHECK(refused.error().reason.key == "achievement_not_ours");
    other.others.push_back(written(example()));
    CHECK(back(other).rows.size() == 3);
}

TEST_CASE("only the cells to be filled in are open, ids are hidden, and numbers are checked")
{
    const auto bytes = write_achievement(example(), {});
    const auto page = read_xlsx(bytes);
    REQUIRE(page.has_value());
    CHECK(page->hidden_columns == std::set<std::size_t>{0, 1});
    CHECK(page->rows[3].hidden);
    auto archive = workbook_archive::open(bytes);
    REQUIRE(archive.has_value());
    const auto part = [&](const char* path) {
        auto tree = std::make_unique<pugi::xml_document>();
        tree->load_string(archive->read(path).value().value().c_str());
        return tree;
    };
    const auto sheet_part = part("xl/worksheets/sheet1.xml"), styles = part("xl/styles.xml");
    const auto is_open = [&](const char* name) {
        const auto query = "//c[@r='" + std::string(name) + "']";
        const int style = sheet_part->select_node(query.c_str()).node().attribute("s").as_int();
        const auto found = styles->select_nodes("//cellXfs/xf")[static_cast<std::size_t>(style)];
        const auto locked = found.node().child("protection").attribute("locked");
        return !locked.as_bool(true);
    };
    for (const auto* open : {"J6", "K6", "L6", "M6", "N6", "O6", "P6", "K7"}) CHECK(is_open(open));
    for (const auto* closed : {"A6", "B6", "D6", "F6", "I6", "J8", "K8", "O8", "J5"})
        CHECK_FALSE(is_open(closed));
    CHECK(sheet_part->select_node("//sheetProtection[@sheet='1'][not(@password)]"));
    CHECK(sheet_part->select_node("//pane[@ySplit='5'][@state='frozen']"));
    CHECK(sheet_part->select_node("//dataValidation[@sqref='J6:J8'][@type='decimal']"));
    CHECK(sheet_part->select_node("//dataValidation[@sqref='N6:N8'][@type='list']"));
    CHECK_FALSE(sheet_part->select_node("//f"));
}

TEST_CASE("a period without targets gives a workbook too")
{
    auto list = example();
    list.lines.clear();
    CHECK(back(written(list)).rows.empty());
}

TEST_CASE("a workbook of achievement that another program saved is read")
{
    std::ifstream in(RAMPUNG_SOURCE_DIR "/tests/data/achievement/filled-in-openpyxl.xlsx",
                     std::ios::binary);
    std::ostringstream bytes;
    REQUIRE(bytes << in.rdbuf());
    const auto page = read_xlsx(bytes.str());
    REQUIRE(page.has_value());
    const auto read = back(*page);
    CHECK(read.plan == "plan-1");
    CHECK(read.period_code == "B04");
    REQUIRE(read.rows.size() == 3); // the third target's row was deleted
    CHECK(read.rows[0].target == "target-1");
    CHECK(read.rows[0].achieved_quantity == given(3));
    CHECK(read.rows[0].achievement == "Tiga desa selesai");
    CHECK(read.rows[0].wants_report);
    CHECK(read.rows[0].files.size() == 2);
    CHECK(read.rows[1].achieved_quantity == given(75));
    CHECK(read.rows[2].target == "target-4");
    REQUIRE(read.rows[2].problems.size() == 1);
    CHECK(read.rows[2].problems[0].key == "achievement_number_unclear");
}
