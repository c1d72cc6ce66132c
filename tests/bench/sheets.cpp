// What an office's file costs: read, laid out, matched with the draft that it came from.
#include "api/sheets/spreadsheet.hpp"
#include "api/sheets/workbook_archive.hpp"
#include "tests/bench/measure.hpp"
#include "tests/support/office_frame.hpp"
#include "tests/support/zip_bytes.hpp"
#include "workflow/matrix/matrix_match.hpp"
#include <fstream>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>

namespace bench {

namespace {

constexpr double nanoseconds_of_a_millisecond = 1e6;

std::string bytes_of(const std::string& file)
{
    std::ifstream in(RAMPUNG_SOURCE_DIR "/tests/data/matrices/" + file, std::ios::binary);
    std::ostringstream bytes;
    if (!(bytes << in.rdbuf())) throw std::runtime_error("cannot read " + file);
    return bytes.str();
}

// The same cells, unpacked and parsed by the libraries alone.
void parse_only(const std::string& bytes)
{
    auto archive = api::workbook_archive::open(bytes);
    if (!archive) throw std::runtime_error("no workbook");
    for (const char* part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"}) {
        const auto text = archive->read(part);
        pugi::xml_document tree;
        if (text && *text && !tree.load_buffer((*text)->data(), (*text)->size()))
            throw std::runtime_error("no XML");
    }
}

void read_and_compare(const std::string& bytes, const std::vector<workflow::action>& there)
{
    const auto page = api::read_xlsx(bytes);
    if (!page) throw std::runtime_error("the workbook is refused");
    const auto frame = support::office_frame();
    const auto reading = workflow::read_matrix(*page, frame);
    if (reading.rows.size() != 150) throw std::runtime_error("150 actions are expected");
    static_cast<void>(workflow::match_rows(reading, frame, there, {}));
}

std::vector<workflow::action> actions_in(const std::string& bytes)
{
    const auto frame = support::office_frame();
    auto there = workflow::match_rows(workflow::read_matrix(api::read_xlsx(bytes).value(), frame),
                                      frame, {}, {})
                     .actions;
    for (auto& each : there) each.id = "a" + std::to_string(each.number);
    return there;
}

} // namespace

std::vector<line> sheets(const sizes& s)
{
    constexpr double aim_milliseconds = 300, aim_hostile_milliseconds = 1000, aim_of_floor = 6;
    const int calls = s.smoke ? 1 : 5;
    const std::string bytes = bytes_of("N1b-150-aksi-dipotong.xlsx");
    const auto there = actions_in(bytes);
    const auto milliseconds = [&](const auto& once) {
        return nanoseconds_each(calls, once) / nanoseconds_of_a_millisecond;
    };
    const double ours = milliseconds([&] { read_and_compare(bytes, there); });
    const double floor = milliseconds([&] { parse_only(bytes); });
    std::string rows;
    while (rows.size() < api::workbook_entry_bytes_max - 4096) rows += "<row/>";
    const std::string hostile = zip_bytes::workbook(rows);
    const double claimed = milliseconds([&] { static_cast<void>(api::read_xlsx(hostile)); });
    return {{"150 actions of 60 columns, read and compared", ours, 0, "ms", aim_milliseconds, true},
            {"the same, beside parsing alone", ours, floor, "ms", aim_of_floor, true},
            {"a small workbook that claims two million rows", claimed, 0, "ms",
             aim_hostile_milliseconds, true}};
}

} // namespace bench
