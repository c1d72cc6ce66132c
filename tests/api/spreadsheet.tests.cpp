// Spreadsheet files: the real matrix is read cell by cell from both formats, what is written reads
// back, and no text becomes a formula.
#include "api/sheets/spreadsheet.hpp"
#include "api/sheets/spreadsheet_guard.hpp"
#include "api/sheets/workbook_archive.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/matrix_samples.hpp"
#include "tests/support/zip_bytes.hpp"
#include <fstream>
#include <pugixml.hpp>
#include <sstream>

using namespace api;
using namespace matrix_samples;
using workflow::matrix_row;
using workflow::sheet;

namespace {

std::string file(const std::string& name)
{
    std::ifstream in(RAMPUNG_SOURCE_DIR "/tests/data/" + name, std::ios::binary);
    REQUIRE(in);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

sheet taken(workflow::result<sheet> page)
{
    if (!page) FAIL(workflow::say("en", page.error().reason));
    return std::move(*page);
}

std::vector<matrix_row> rows_of(const sheet& page)
{
    const auto reading = workflow::read_matrix(page, frame());
    INFO(told(reading));
    REQUIRE(reading.problems.empty());
    return reading.rows;
}

// One line a row, to compare with the file as people see it.
std::string line_of(const matrix_row& row)
{
    std::string line = std::to_string(row.number) + "|" + row.phase + "|" + row.theme + "|" +
                       row.title + "|" + row.location + "|" + row.lead_text + "|";
    for (const auto& each : row.supporting) line += each.name + ";";
    line += "|" + row.success_criterion + "|";
    for (const auto& target : row.targets)
        line += target.period + "=" + target.text + (target.quantity ? "#" : "") + " " +
                target.unit + ";";
    return line + "|" + row.budget_source + "|" + row.note + (row.mandatory ? "|wajib" : "|");
}

const std::vector<std::string> expected_lines{
    "1|prevention|P3AKS|Pengembangan Desa/Kelurahan Ramah Perempuan dan Peduli Anak|"
    "11 kabupaten/kota|DP3APPKB|Dinas PMD;Kesbangpol;|"
    "Seluruh desa/kelurahan sasaran ditetapkan dan didampingi|B04=6# desa/kelurahan;"
    "B08=12# desa/kelurahan;B12=23# desa/kelurahan;|APBD|Wajib nasional|wajib",
    "2|prevention|P3AKS|Pembentukan Pokja dan penyusunan RAD P3AKS (Pergub beserta matriks)|"
    "Provinsi|DP3APPKB|Biro Hukum;Bappeda;|Pergub RAD P3AKS ditetapkan|B04=SK Pokja dokumen;"
    "B08=Draf Pergub dokumen;B12=1# dokumen;|APBD|Wajib nasional|wajib",
    "3|prevention|Pemilu/Pilkada|Pemetaan potensi konflik menjelang pemilu dan pilkada serentak|"
    "14 kabupaten/kota|Kesbangpol|KPU;Bawaslu;Polda;Binda;|"
    "Peta potensi konflik mutakhir tiap periode|B04=1# peta;B08=2# peta;B12=3# peta;|APBD|"
    "Wajib nasional|wajib",
    "4|prevention|Peta konflik|Laporan triwulan peta potensi konflik kabupaten/kota|"
    "14 kabupaten/kota|Kesbangpol|Kesbangpol kabupaten/kota;|"
    "Empat laporan triwulan diterima Gubernur|B04=1# laporan;B08=2# laporan;B12=4# laporan;|APBD||",
    "5|prevention|Deteksi dini|Pembentukan tim kolaborasi deteksi dini kecamatan|14 kecamatan|"
    "Kesbangpol|Camat;Polsek;Koramil;|Tim terbentuk dan melapor|B04=0# kecamatan;"
    "B08=2# kecamatan;B12=14# kecamatan;|APBD||",
    "6|prevention|Wawasan kebangsaan|Pendidikan wawasan kebangsaan bagi pemuda dan pesantren|"
    "Palangka Raya|Kesbangpol|Dinas Pendidikan;Kanwil Kemenag;|Peserta mengikuti sampai selesai|"
    "B04=100# peserta;B08=200# peserta;B12=300# peserta;|APBD||",
    "7|prevention|Ujaran kebencian|Penanganan hoaks dan ujaran kebencian di media sosial|Provinsi|"
    "Diskominfo|Polda;|Rilis klarifikasi terbit rutin|B04=4# rilis;B08=8# rilis;B12=12# rilis;|"
    "APBD||",
    "8|prevention|Ormas|Tim Terpadu pengawasan organisasi kemasyarakatan|Provinsi|Kesbangpol|"
    "Kanwil Kemenkumham;Polda;|SK tim dan monitoring terlaksana|B04=SK tim monitoring;"
    "B08=2# monitoring;B12=4# monitoring;|APBD||",
    "9|prevention|Bahan pokok|Pengendalian bahan pokok menjelang Ramadan dan Natal|"
    "14 kabupaten/kota|Disperindag|Satgas Pangan;|Pasar murah terlaksana, harga terkendali|"
    "B04=1# kegiatan;B12=2# kegiatan;|APBD|Target B08 tidak ada|",
    "10|prevention|Kerukunan|Dialog kerukunan dan optimalisasi FKUB|14 kabupaten/kota|Kesbangpol|"
    "Kanwil Kemenag;FKUB;|Dialog terlaksana dengan notulen|B04=1# kegiatan;B08=2# kegiatan;"
    "B12=3# kegiatan;|APBD||",
    "11|cessation|Perkebunan|Penyelesaian konflik usaha perkebunan melalui mediator|"
    "Kotawaringin Timur|Dinas Perkebunan|BPN;Kesbangpol;|Kasus prioritas ditangani|"
    "B04=Inventarisasi kasus;B08=10# kasus;B12=13# kasus;|APBD||",
    "12|cessation|Pertambangan|Identifikasi dan rencana aksi konflik tambang-lahan Parenggean|"
    "Kotawaringin Timur|Dinas ESDM|Dinas Kehutanan;DLH;DPMPTSP;BPN;|"
    "Rapat lintas instansi dan rencana aksi disepakati|B08=1# rencana aksi;B12=1# rencana aksi;|"
    "APBD||",
    "13|cessation|Tapal batas|Fasilitasi penyelesaian tapal batas antardaerah|Perbatasan|"
    "Biro Pemerintahan|BPN;|Berita acara kesepakatan ditandatangani|B04=Daftar segmen berita acara;"
    "B08=1# berita acara;B12=2# berita acara;|APBD||",
    "14|cessation|Kesiapsiagaan|Gladi posko dan gladi lapangan penanganan konflik|Palangka Raya|"
    "Polda|Korem;Satpol PP;BPBD;Dinas Kesehatan;Dinas Perhubungan;|"
    "Gladi terlaksana dan dievaluasi|B04=Rencana gladi gladi;B08=1# gladi;B12=1# gladi;|"
    "DIPA Polri|Wajib nasional|wajib",
    "15|cessation|Patroli|Patroli wilayah rawan dan mediasi gesekan|Provinsi|Satpol PP|Polda;|"
    "Laporan patroli bulanan lengkap|B04=4# laporan;B08=8# laporan;B12=12# laporan;|APBD||",
    "16|recovery|Pelaporan|Pelaporan tindak lanjut peristiwa konflik|Provinsi|Kesbangpol|"
    "Polda;Dinas Sosial;|Setiap peristiwa dilaporkan|B04=1# laporan;B08=2# laporan;B12=3# laporan;|"
    "APBD|Wajib nasional|wajib",
    "17|recovery|Pemulihan sosial|Dukungan psikologis awal dan pemulihan trauma perempuan dan anak|"
    "Sesuai kejadian|DP3APPKB|Dinas Sosial;Dinas Kesehatan;|Semua korban terdampingi|"
    "B04=100# persen;B08=100# persen;B12=100# persen;|APBD||",
};

} // namespace

TEST_CASE("the real matrix is read cell by cell from CSV and from the office's workbook")
{
    for (const auto& page : {taken(read_csv(file("rad-kalteng-2026.csv"))),
                             taken(read_xlsx(file("rad-kalteng-2026.xlsx")))}) {
        const auto rows = rows_of(page);
        REQUIRE(rows.size() == expected_lines.size());
        for (std::size_t index = 0; index < rows.size(); ++index)
            CHECK(line_of(rows[index]) == expected_lines[index]);
    }
}

TEST_CASE("rows of the workbook are numbered as the spreadsheet program shows them")
{
    const auto rows = rows_of(taken(read_xlsx(file("rad-kalteng-2026.xlsx"))));
    CHECK(rows.front().sheet_row == 7);
    CHECK(rows.back().sheet_row == 25);
    CHECK(rows_of(taken(read_csv(file("rad-kalteng-2026.csv")))).back().sheet_row == 18);
}

TEST_CASE("a table that is no matrix is refused by its header, not by a fault of ours")
{
    const auto reading = workflow::read_matrix(taken(read_csv(file("holidays-2026.csv"))), frame());
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].detail.key == "matrix_header_missing");
}

TEST_CASE("random matrices come back from both formats without loss")
{
    const auto seed = seed_of_run();
    INFO("RAMPUNG_SEED=" << seed);
    random_matrix make(seed);
    const std::vector<std::string> titles{"RENCANA AKSI DAERAH", "=TAHUN 2026"};
    for (int round = 0; round < 40; ++round) {
        INFO("round " << round);
        const auto rows = make.rows();
        const auto page = workflow::sheet_of(rows, frame());
        CHECK(without_places(rows_of(taken(read_csv(write_csv(page))))) == rows);
        CHECK(without_places(rows_of(taken(read_xlsx(write_xlsx(page, titles, {}))))) == rows);
    }
}

TEST_CASE("a formula guard comes off again, and nothing else does")
{
    for (const auto* text :
         {"=1+1", "+1", "-1", "@a", "'=1", "''", "'", "'Aisyiyah", "''=x", "a", "", "\t=1"}) {
        INFO(text);
        CHECK(without_guard(with_guard(text)) == text);
        CHECK(without_guard(with_own_guard_kept(text)) == text);
        const auto written = with_guard(text);
        CHECK((written.empty() || std::string("=+-@\t\r").find(written[0]) == std::string::npos));
    }
    CHECK(without_guard("'Aisyiyah") == "'Aisyiyah");
}

TEST_CASE("a written workbook has no formula, and numbers only where the text is the number")
{
    matrix_row row;
    row.number = 1;
    row.phase = "prevention";
    row.title = "=HYPERLINK(\"http://x\")";
    row.targets = {{"B04", "6", 6.0, "desa"}, {"B08", "1.000", 1000.0, "desa"}};
    const auto bytes = write_xlsx(workflow::sheet_of({row}, frame()), {"=A1"}, {});
    const auto page = taken(read_xlsx(bytes));
    const auto& cells = page.rows.back().cells;
    CHECK(cells[3].text == row.title);
    CHECK(cells[8].number == 6.0);
    CHECK_FALSE(cells[9].number);
    CHECK(cells[9].text == "1.000");
    CHECK(page.rows.front().cells[0].text == "=A1");
    CHECK(page.rows[1].number == 3); // the header below one title and a blank row
    zip_error_t error;
    zip_t* archive = zip_open_from_source(
        zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error), ZIP_RDONLY, &error);
    REQUIRE(archive);
    zip_file_t* part = zip_fopen(archive, "xl/worksheets/sheet1.xml", 0);
    REQUIRE(part);
    std::string xml(100000, '\0');
    xml.resize(static_cast<std::size_t>(zip_fread(part, xml.data(), xml.size())));
    zip_fclose(part);
    zip_discard(archive);
    CHECK(xml.find("<f") == std::string::npos);
    CHECK(xml.find("orientation=\"landscape\"") != std::string::npos);
    CHECK(xml.find("fitToHeight=\"0\"") != std::string::npos);
    CHECK(xml.find("paperSize=\"9\"") != std::string::npos);
    CHECK(xml.find("ySplit=\"3\"") != std::string::npos);
}

TEST_CASE("a column of a written workbook is as wide as its longest word")
{
    matrix_row row;
    row.number = 1;
    row.phase = "prevention";
    row.title = "Dua kata";
    row.targets = {{"B04", "dipertanggungjawabkan di muka", {}, ""}};
    const auto bytes = write_xlsx(workflow::sheet_of({row}, frame()), {}, {});
    auto archive = api::workbook_archive::open(bytes);
    REQUIRE(archive.has_value());
    pugi::xml_document part;
    part.load_string(archive->read("xl/worksheets/sheet1.xml").value().value().c_str());
    std::vector<double> widths;
    for (const auto& column : part.select_nodes("//cols/col"))
        for (int i = column.node().attribute("min").as_int();
             i <= column.node().attribute("max").as_int(); ++i)
            widths.push_back(column.node().attribute("width").as_double());
    REQUIRE(widths.size() > 9);
    CHECK(widths[3] >= 45);                                               // the action's own width
    CHECK(widths[8] >= std::string_view("dipertanggungjawabkan").size()); // of B04
    CHECK(widths[9] < 20);                                                // B08, which is empty
}

TEST_CASE("CSV is written with a BOM, commas, CRLF, quotation marks and guards")
{
    sheet page;
    page.rows = {{1, {{"a,b", {}, {}}, {"=1", {}, {}}, {"c\"d", {}, {}}}},
                 {2, {{"", {}, {}}, {"e\nf", {}, {}}}}};
    CHECK(write_csv(page) == "\xEF\xBB\xBF\"a,b\",'=1,\"c\"\"d\"\r\n,\"e\nf\"\r\n");
}
