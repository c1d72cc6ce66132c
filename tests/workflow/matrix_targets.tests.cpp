// Target cells as offices write them: what number they mean, and what is said of them.
#include "workflow/matrix/matrix_targets.hpp"
#include "tests/support/catch.hpp"
#include "workflow/words/sentences.hpp"

using namespace workflow;

namespace {

constexpr auto none = std::nullopt;

struct expected {
    std::string written;
    std::optional<double> quantity;
    std::string remark; // key; empty: none
};

// In column J of an office's sheet, from row 2 on.
// clang-format off
const expected column[]{
    {"6 desa", 6, ""}, {"12 (dua belas) kegiatan", 12, ""}, {"1.250", 1250, ""},
    {"75,5 %", 75.5, ""}, {"Rp 150.000.000", none, "matrix_quantity_not_one"},
    {"\xE2\x89\xA5 3", 3, "matrix_quantity_at_least"}, {"100%", 100, ""}, {"1 dok", 1, ""},
    {"-", none, "no target"}, {"nihil", none, "matrix_target_nil"},
    {"n/a", none, "matrix_target_nil"}, {"0", 0, ""},
    {"3-4 kegiatan", none, "matrix_quantity_not_one"}, {"sda", none, "matrix_target_above"},
    {"idem", none, "matrix_target_above"}, {"1.250,75", 1250.75, ""}, {"1,5", 1.5, ""},
    {"1.5", none, "matrix_quantity_foreign"}, {"12,000", none, "matrix_quantity_foreign"},
    {"\xC2\xB1""10", none, "matrix_quantity_not_one"}, {"> 5 kali", none, "matrix_quantity_not_one"},
    {"1 (satu)", 1, ""}, {"Setiap bulan", none, ""}, {"1 SK", 1, ""}, {"2x", 2, ""},
    {"2 kali", 2, ""}, {"1/2", none, "matrix_quantity_not_one"},
    {"\xC2\xBD", none, "matrix_target_mark"}, {"10 %", 10, ""},
    {"\xE2\x80\x94", none, "no target"}, {"\xE2\x80\x93", none, "no target"},
    {"Nihil", none, "matrix_target_nil"}, {"tidak ada", none, "matrix_target_nil"},
    {"s.d.a", none, "matrix_target_above"}, {"\"", none, "matrix_target_above"},
    {"1.000.000", 1000000, ""}, {"1 250", 1250, "matrix_quantity_spaced"},
    {"1\xC2\xA0""250", 1250, "matrix_quantity_spaced"},
    {"1. 250", none, "matrix_quantity_not_one"}, {"Minimal 3", 3, "matrix_quantity_at_least"},
    {"90-100%", none, "matrix_quantity_not_one"}, {"B12", none, "matrix_quantity_not_one"},
    {"TW I", none, "matrix_target_mark"}, {"1 Perda; 2 Pergub", none, "matrix_quantity_not_one"},
    {"1 keg", 1, ""}, {"6 desa, 2 kelurahan", none, "matrix_quantity_not_one"}, {"Ada", none, ""},
    {"\xE2\x9C\x93", none, "matrix_target_mark"}, {"V", none, "matrix_target_mark"},
    {"x", none, "matrix_target_mark"}, {"6.", 6, ""}, {"06", 6, ""},
    {"+3", 3, "matrix_quantity_mark"}, {"(3)", none, "matrix_quantity_not_one"},
    {"3*", 3, "matrix_quantity_mark"}, {"3 )", none, "matrix_quantity_not_one"},
    {"Draft", none, ""}, {"1.25", none, "matrix_quantity_foreign"}, {"0,5", 0.5, ""},
    {"1e3", none, "matrix_quantity_not_one"}, {"100 persen", 100, ""},
    {"12 dokumen/tahun", none, "matrix_quantity_rate"},
    {"5 paket @ 10 orang", none, "matrix_quantity_not_one"},
};
// clang-format on

sheet_cell text_cell(const std::string& text)
{
    return {text};
}

target_reader reader_of(const std::vector<std::string>& texts)
{
    number_styles_seen styles;
    for (const auto& text : texts) styles.see(text_cell(text));
    return target_reader(styles);
}

bool has_remark(const told_target& told, const std::string& key)
{
    return std::any_of(told.remarks.begin(), told.remarks.end(),
                       [&](const sentence& each) { return each.key == key; });
}

} // namespace

TEST_CASE("sixty-three ways to write a target in a cell are numbers or texts, and none is lost")
{
    std::vector<std::string> texts;
    for (const expected& each : column) texts.push_back(each.written);
    REQUIRE(texts.size() == 63);
    target_reader targets = reader_of(texts);
    int given = 0;
    for (const auto& [written, quantity, remark] : column) {
        const auto told = targets.read("B12", text_cell(written), "kegiatan");
        INFO(written);
        CHECK_FALSE(told.problem);
        CHECK(told.target.has_value() == (remark != "no target"));
        if (!told.target) continue;
        ++given;
        CHECK(told.target->quantity == quantity);
        CHECK(told.target->unit == "kegiatan");
        if (remark.empty())
            CHECK((told.remarks.empty() || has_remark(told, "matrix_unit_differs")));
        else
            CHECK(has_remark(told, remark));
        for (const auto& each : told.remarks)
            for (const auto* locale : {"id", "en"})
                CHECK(say(locale, each).find('{') == std::string::npos);
    }
    CHECK(given == 60);
}

TEST_CASE("a number in words is compared with its figure")
{
    struct spelled {
        std::string written;
        bool contradicts;
    };
    const spelled table[]{
        {"2 (dua) kecamatan", false},
        {"3 (dua) peta", true},
        {"4 (dua) peserta", true},
        {"21 (dua puluh satu) desa", false},
        {"115 (seratus lima belas) orang", false},
        {"1.250 (seribu dua ratus lima puluh) orang", false},
        {"100 (seratus persen)", false},
        {"10 (Sepuluh)", false},
        {"20 (dua belas) orang", true},
    };
    target_reader targets({});
    for (const auto& [written, contradicts] : table) {
        INFO(written);
        const auto told = targets.read("B08", text_cell(written), "");
        CHECK_FALSE(told.problem);
        CHECK(told.target.value().quantity.has_value());
        CHECK(has_remark(told, "matrix_quantity_contradicts") == contradicts);
    }
}

TEST_CASE("the unit in a cell is taken where the sheet has none, and said where it has another")
{
    target_reader targets({});
    CHECK(targets.read("B04", text_cell("14 desa"), "").target->unit == "desa");
    CHECK(targets.read("B04", text_cell("100 persen"), "").target->unit == "persen");
    CHECK(targets.read("B04", text_cell("30 %"), "").target->unit == "%");
    CHECK(targets.read("B04", text_cell("6 desa/kelurahan"), "").target->unit == "desa/kelurahan");
    for (const auto& [written, unit] :
         {std::pair("1 dok", "dokumen"), std::pair("1 keg", "kegiatan"), std::pair("5 %", "persen"),
          std::pair("5 Desa", "desa"), std::pair("5", "desa")})
        CHECK(targets.read("B04", text_cell(written), unit).remarks.empty());
    for (const auto* written : {"100%", "6 desa", "1 dokumen setiap periode"}) {
        INFO(written);
        const auto told = targets.read("B04", text_cell(written), "kegiatan");
        CHECK(has_remark(told, "matrix_unit_differs"));
        CHECK(told.target->unit == "kegiatan");
    }
}

TEST_CASE("as above takes the target above of the same period, and only that")
{
    target_reader targets({});
    targets.read("B04", text_cell("5 desa"), "");
    targets.read("B08", text_cell("7"), "desa");
    const auto told = targets.read("B04", text_cell("sda"), "");
    CHECK(*told.target == matrix_target{"B04", "5 desa", 5.0, "desa"});
    CHECK(targets.read("B04", text_cell("\""), "").target->quantity == 5.0);
    targets.read("B08", text_cell("-"), "");
    const auto nothing = targets.read("B08", text_cell("idem"), "");
    CHECK(nothing.target->text == "idem");
    CHECK_FALSE(nothing.target->quantity);
    CHECK(has_remark(nothing, "matrix_target_no_above"));
}

TEST_CASE("what a spreadsheet program made of a target is a problem that says what to do")
{
    const std::pair<sheet_cell, const char*> table[]{
        {{"-2", -2.0}, "matrix_quantity_negative"},
        {{"30/04/2026", 46142.0, false, false, cell_form::dated}, "matrix_quantity_dated"},
        {{"3-Apr", {}, false, false, cell_form::dated}, "matrix_quantity_dated"},
        {{"", {}, false, false, cell_form::not_calculated}, "matrix_quantity_not_calculated"},
        {{"TRUE", {}, false, false, cell_form::truth}, "matrix_quantity_truth"},
        {{"1000000000000000", 1e15}, "matrix_quantity_unclear"},
        {{"1234567890123456"}, "matrix_quantity_unclear"},
        {{"2026-04-30"}, "matrix_quantity_unclear"},
        {{"?"}, "matrix_quantity_unclear"},
    };
    for (const auto& [cell, key] : table) {
        INFO(cell.text);
        const auto told = target_reader({}).read("B12", cell, "");
        REQUIRE(told.problem);
        CHECK(told.problem->key == key);
        for (const auto* locale : {"id", "en"})
            CHECK(say(locale, *told.problem).find('{') == std::string::npos);
    }
}

TEST_CASE("numbers of a workbook are taken as they are, with the unit of their format")
{
    struct shown {
        sheet_cell cell;
        std::optional<double> quantity;
        std::string unit;
    };
    const shown table[]{
        {{"1.250", 1250.0}, 1250, ""}, {{"75,5%", 75.5}, 75.5, "%"},
        {{"6 desa", 6.0}, 6, "desa"},  {{"Rp150.000.000", 150000000.0}, 150000000, ""},
        {{"0", 0.0}, 0, ""},           {{"4", 3.5}, 3.5, ""},
        {{"1,005", 1.005}, 1.005, ""}, {{"12.345.678,90", 12345678.9}, 12345678.9, ""},
        {{"0,3", 0.3}, 0.3, ""},
    };
    for (const auto& [cell, quantity, unit] : table) {
        INFO(cell.text);
        const auto told = target_reader({}).read("B12", cell, "");
        CHECK_FALSE(told.problem);
        CHECK(told.target.value().quantity == quantity);
        CHECK(told.target.value().unit == unit);
    }
    CHECK_FALSE(target_reader({}).read("B12", {"-", 0.0}, "").target);
    CHECK(target_reader({}).read("B12", {"'5"}, "").target->quantity == 5.0);
}

TEST_CASE("a comma is a thousand's only where the file's other numbers show it")
{
    const auto read = [](const std::vector<std::string>& file, const char* cell) {
        return reader_of(file).read("B04", text_cell(cell), "");
    };
    const std::vector<std::string> american{"1,000", "75.5", "0.5"};
    CHECK(read(american, "1,000").target->quantity == 1000.0);
    CHECK(read(american, "75.5").target->quantity == 75.5);
    CHECK(has_remark(read(american, "1,000"), "matrix_quantity_american"));
    CHECK(read(american, "1.000").problem->key == "matrix_quantity_ambiguous");
    CHECK(read({"1,000"}, "1,000").problem->key == "matrix_quantity_ambiguous");
    CHECK(read({"75.5"}, "75.5").problem->key == "matrix_quantity_unclear");
    CHECK_FALSE(read({"1,000", "75,5"}, "1,000").target->quantity);
    CHECK(read({"1,000", "75,5", "7.5"}, "1.000").target->quantity == 1000.0);
}
