// Reading a matrix: what offices write is understood, and what is wrong is told by row and column.
#include "workflow/matrix.hpp"
#include "tests/support/catch.hpp"
#include "workflow/sentences.hpp"

using namespace workflow;

namespace {

const matrix_frame& frame()
{
    static const matrix_frame value = [] {
        matrix_frame made{{}, {"B04", "B08", "B12"}, {"prevention", "cessation", "recovery"}};
        const std::pair<const char*, const char*> names[]{
            {"Badan Kesatuan Bangsa dan Politik", "Kesbangpol"},
            {"Dinas Komunikasi, Informatika dan Persandian", "Diskominfo"},
            {"Satuan Polisi Pamong Praja", "Satpol PP"},
            {"Dinas Sosial", "Dinsos"},
            {"Dinas Sosial Kota", "Dinsos"},
            {"Kepolisian Daerah", "Polda"}};
        for (const auto& [name, short_name] : names) {
            agency each;
            each.id = "id-" + std::to_string(made.agencies.size());
            each.name = name;
            each.short_name = short_name;
            made.agencies.push_back(each);
        }
        return made;
    }();
    return value;
}

using cells = std::vector<std::string>;

sheet page_of(const std::vector<cells>& rows)
{
    sheet page;
    for (const auto& texts : rows) {
        sheet_row row{static_cast<int>(page.rows.size()) + 1, {}};
        for (const auto& text : texts) row.cells.push_back({text, {}, {}});
        page.rows.push_back(row);
    }
    return page;
}

const cells header{"No",
                   "Bidang/Tahap",
                   "Tema",
                   "Rencana Aksi",
                   "Lokasi",
                   "Penanggung Jawab",
                   "Instansi Terkait",
                   "Kriteria Keberhasilan",
                   "Target B04",
                   "Target B08",
                   "Target B12",
                   "Satuan",
                   "Sumber Anggaran",
                   "Keterangan"};
const cells good{"1",          "Pencegahan Konflik", "Peta", "Pemetaan", "Provinsi", "Kesbangpol",
                 "Polda; KPU", "Mutakhir",           "1",    "",         "SK tim",   "dokumen",
                 "APBD",       "Wajib nasional"};

cells with(cells row, std::size_t column, std::string text)
{
    row.at(column) = std::move(text);
    return row;
}

matrix_reading read(const std::vector<cells>& rows)
{
    return read_matrix(page_of(rows), frame());
}

std::string told(const matrix_reading& reading)
{
    std::string text;
    for (const auto& problem : reading.problems)
        text += std::to_string(problem.row) + " | " + problem.column + " | " +
                say("en", problem.detail) + "\n";
    return text;
}

matrix_row only_row(const std::vector<cells>& rows)
{
    const auto reading = read(rows);
    INFO(told(reading));
    REQUIRE(reading.problems.empty());
    REQUIRE(reading.rows.size() == 1);
    return reading.rows.front();
}

} // namespace

TEST_CASE("a row of the matrix is read cell by cell")
{
    const auto row = only_row({header, good});
    CHECK(row.sheet_row == 2);
    CHECK(row.number == 1);
    CHECK(row.phase == "prevention");
    CHECK(row.theme == "Peta");
    CHECK(row.title == "Pemetaan");
    CHECK(row.location == "Provinsi");
    CHECK(row.lead_agency_id == "id-0");
    CHECK(row.lead_text == "Kesbangpol");
    CHECK(row.supporting == std::vector<reference>{{"id-5", "Polda"}, {"", "KPU"}});
    CHECK(row.success_criterion == "Mutakhir");
    CHECK(row.targets == std::vector<matrix_target>{{"B04", "1", 1.0, "dokumen"},
                                                    {"B12", "SK tim", {}, "dokumen"}});
    CHECK(row.budget_source == "APBD");
    CHECK(row.note == "Wajib nasional");
    CHECK(row.mandatory);
    CHECK(row.measure == "cumulative");
}

TEST_CASE("headers are known in the spellings of offices")
{
    const std::vector<std::pair<std::size_t, cells>> spellings{
        {0, {"NO.", "no", "Nomor", "No. Urut", " N o "}},
        {1, {"BIDANG / TAHAP", "Tahap", "bidang", "Tahapan\nPenanganan"}},
        {2, {"TEMA", "Isu Strategis"}},
        {3, {"RENCANA AKSI", "Uraian", "Rencana\nAksi", "Kegiatan", "RENCANA  AKSI *)"}},
        {4, {"LOKASI", "Lokus", "Lokasi (kab/kota)"}},
        {5, {"PENANGGUNG JAWAB", "Penanggung\r\nJawab", "Penanggungjawab", "PJ"}},
        {6, {"INSTANSI TERKAIT", "Instansi  Pendukung"}},
        {7, {"Kriteria\nKeberhasilan", "INDIKATOR KEBERHASILAN"}},
        {8,
         {"B.04", "B-04", "B.4", "B04", "b 04", "TARGET B04", "Target B.04 (Jan-Apr)",
          "Target\nB04", "Target B04 2026"}},
        {11, {"SATUAN", "Satuan Target"}},
        {12, {"SUMBER DANA", "Anggaran"}},
        {13, {"Ket.", "KET", "KETERANGAN"}},
    };
    const auto expected = only_row({header, good});
    for (const auto& [column, variants] : spellings)
        for (const auto& variant : variants) {
            INFO(variant);
            auto row = only_row({with(header, column, variant), good});
            CHECK(row.targets == expected.targets);
            CHECK(row.title == expected.title);
            CHECK(row.theme == expected.theme);
            CHECK(row.location == expected.location);
            CHECK(row.lead_agency_id == expected.lead_agency_id);
            CHECK(row.supporting == expected.supporting);
            CHECK(row.success_criterion == expected.success_criterion);
            CHECK(row.budget_source == expected.budget_source);
            CHECK(row.note == expected.note);
        }
}

TEST_CASE("a group heading Target above the periods is one header in two rows")
{
    cells upper = with(with(with(header, 8, "Target"), 9, ""), 10, "");
    const cells lower{"", "", "", "", "", "", "", "", "B.04", "B.08", "B.12"};
    const auto row = only_row({{"MATRIKS"}, upper, lower, good});
    CHECK(row.targets.size() == 2);
    CHECK(row.targets.at(1).text == "SK tim");
}

TEST_CASE("titles, column numbers, sections, totals and signatures are passed over")
{
    const cells numbers{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"};
    const auto reading = read({
        {"RENCANA AKSI DAERAH"},
        {"TAHUN 2026"},
        {},
        header,
        numbers,
        {"I.", "", "", "PENGHENTIAN KONFLIK"},
        with(good, 1, ""),
        {"A. Subjudul"},
        header,
        {"II. PEMULIHAN PASCAKONFLIK"},
        with(with(good, 1, ""), 0, "2."),
        {"3"},
        {"Jumlah", "", "", "", "", "", "", "", "2"},
        {},
        {"", "", "", "Mengetahui,", "", "", "", "", "", "", "Palangka Raya, 12 Februari 2026"},
        {"", "", "", "Kepala Badan Kesbangpol"},
        {"", "", "", "Drs. Seorang Kepala, M.Si"},
        {"", "", "", "NIP. 19700101 199003 1 001"},
    });
    INFO(told(reading));
    CHECK(reading.problems.empty());
    REQUIRE(reading.rows.size() == 2);
    CHECK(reading.rows[0].phase == "cessation");
    CHECK(reading.rows[0].sheet_row == 7);
    CHECK(reading.rows[1].phase == "recovery");
    CHECK(reading.rows[1].number == 2);
}

TEST_CASE("an empty phase is that of the row above, as in cells merged downwards")
{
    const auto reading = read({header, good, with(with(good, 0, "2"), 1, "")});
    REQUIRE(reading.problems.empty());
    CHECK(reading.rows.at(1).phase == "prevention");
}

TEST_CASE("numbers in target cells are read in Indonesian notation")
{
    struct expected {
        std::string written;
        std::optional<double> quantity;
    };
    const expected table[]{
        {"0", 0},
        {"12", 12},
        {"1.000", 1000},
        {"1.000,5", 1000.5},
        {"75,5", 75.5},
        {"12.345.678", 12345678},
        {"100%", 100},
        {"79,71 %", 79.71},
        {"1000", 1000},
        {"007", 7},
        {"nihil", {}},
        {"SK tim", {}},
        {"10 desa", {}},
        {"Rp 1.000", {}},
        {"Draf\nPergub", {}},
    };
    for (const auto& [written, quantity] : table) {
        INFO(written);
        const auto target = only_row({header, with(good, 8, written)}).targets.at(0);
        CHECK(target.text == written);
        CHECK(target.quantity == quantity);
    }
}

TEST_CASE("a native number is taken as it is, whatever its text looks like")
{
    auto page = page_of({header, good});
    page.rows[1].cells[8] = {"1.000", 1.0, {}};
    const auto reading = read_matrix(page, frame());
    REQUIRE(reading.problems.empty());
    CHECK(reading.rows.at(0).targets.at(0).quantity == 1.0);
}

TEST_CASE("an empty target cell or a dash is no target")
{
    for (const auto* written : {"", " ", "-", "–", "—", "\xC2\xA0"}) {
        INFO(written);
        CHECK(only_row({header, with(good, 8, written)}).targets.at(0).period == "B12");
    }
}

TEST_CASE("the lead agency is found by name or short name in any case and spacing")
{
    for (const auto* written :
         {"kesbangpol", "KESBANG POL", "Badan Kesatuan Bangsa\ndan Politik"}) {
        INFO(written);
        CHECK(only_row({header, with(good, 5, written)}).lead_agency_id == "id-0");
    }
    CHECK(only_row({header, with(good, 5, "")}).lead_agency_id.empty());
    CHECK(only_row({header, with(good, 5, "Dinas Sosial")}).lead_agency_id == "id-3");
}

TEST_CASE("supporting agencies are parted by semicolons and line breaks but not by commas")
{
    const auto row = only_row(
        {header,
         with(good, 6, "Dinas Komunikasi, Informatika dan Persandian;\nCamat\nsatpol pp;")});
    CHECK(row.supporting ==
          std::vector<reference>{{"id-1", "Dinas Komunikasi, Informatika dan Persandian"},
                                 {"", "Camat"},
                                 {"id-2", "satpol pp"}});
}

TEST_CASE("only a note that says so makes an action mandatory")
{
    struct expected {
        std::string written, note;
        bool mandatory;
    };
    const expected table[]{
        {"Wajib nasional", "Wajib nasional", true},
        {"WAJIB  NASIONAL (Kemendagri)", "WAJIB  NASIONAL (Kemendagri)", true},
        {"Wajib", "Wajib", true},
        {"Tidak wajib nasional", "Tidak wajib nasional", false},
        {"Lokal", "Lokal", false},
        {"", "", false},
        {"[Wajib nasional]", "", true},
        {"[Wajib nasional] Lokal", "Lokal", true},
        {"[Tidak wajib] Wajib nasional tahun lalu", "Wajib nasional tahun lalu", false},
    };
    for (const auto& [written, note, mandatory] : table) {
        INFO(written);
        const auto row = only_row({header, with(good, 13, written)});
        CHECK(row.note == note);
        CHECK(row.mandatory == mandatory);
    }
}

TEST_CASE("what is wrong is told with its row, its column as found and a sentence")
{
    struct refused_input {
        std::vector<cells> rows;
        int row;
        std::string column, key;
    };
    const cells second = with(good, 0, "2");
    const std::string phase_known = "Bidang/Tahap";
    const refused_input table[]{
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
    for (const auto& [rows, row, column, key] : table) {
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

TEST_CASE("quarters are known by number, Roman numeral and word")
{
    matrix_frame quarters = frame();
    quarters.periods = {"TW1", "TW2", "TW3"};
    cells named = with(with(with(header, 8, "TW I"), 9, "Triwulan 2"), 10, "Target TW III");
    const auto reading = read_matrix(page_of({named, with(good, 9, "7")}), quarters);
    INFO(told(reading));
    REQUIRE(reading.problems.empty());
    const auto& targets = reading.rows.at(0).targets;
    REQUIRE(targets.size() == 3);
    CHECK(targets[1].period == "TW2");
    CHECK(targets[1].quantity == 7);
}
