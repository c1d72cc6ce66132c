// Reading a matrix: what offices write is understood.
#include "tests/support/matrix_pages.hpp"

using namespace matrix_pages;

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

TEST_CASE("quarters are known by number, Roman numeral and word")
{
    matrix_frame quarters = frame();
    quarters.periods = {{"TW1", "TW1"}, {"TW2", "TW2"}, {"TW3", "TW3"}};
    cells named = with(with(with(header, 8, "TW I"), 9, "Triwulan 2"), 10, "Target TW III");
    const auto reading = read_matrix(page_of({named, with(good, 9, "7")}), quarters);
    INFO(told(reading));
    REQUIRE(reading.problems.empty());
    const auto& targets = reading.rows.at(0).targets;
    REQUIRE(targets.size() == 3);
    CHECK(targets[1].period == "TW2");
    CHECK(targets[1].quantity == 7);
}
