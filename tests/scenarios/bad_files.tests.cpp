// Bad input as data: files for the importer and for evidence, and words for the verbs.
#include "tests/scenarios/support/bad_input.hpp"

using namespace scenarios;

namespace {

const std::string head =
    "No,Bidang/Tahap,Tema,Rencana Aksi,Lokasi,Penanggung Jawab,Instansi Terkait,"
    "Kriteria Keberhasilan,Target B04,Target B08,Target B12,Satuan,"
    "Sumber Anggaran,Keterangan\n";

struct bad_sheet {
    const char* what;
    std::string bytes;
    int row;
    const char* column;
};

// clang-format off
const std::vector<bad_sheet> sheets{
    {"a number that is none",      "satu,Pencegahan Konflik,T,Aksi,L,Dinas Sosial,,K,1,,,kegiatan,APBD,\n",       2, "No"},
    {"a number twice",             "1,Pencegahan Konflik,T,A,L,Dinas Sosial,,K,1,,,kegiatan,APBD,\n"
                                   "1,Pencegahan Konflik,T,B,L,Dinas Sosial,,K,1,,,kegiatan,APBD,\n",             3, "No"},
    {"a phase nobody knows",       "1,Perayaan,T,Aksi,L,Dinas Sosial,,K,1,,,kegiatan,APBD,\n",                    2, "Bidang/Tahap"},
    {"an action without a title",  "1,Pencegahan Konflik,T,,L,Dinas Sosial,,K,1,,,kegiatan,APBD,\n",              2, "Rencana Aksi"},
    {"a lead agency of elsewhere", "1,Pencegahan Konflik,T,Aksi,L,Dinas Pertambangan Mars,,K,1,,,kegiatan,APBD,\n", 2, "Penanggung Jawab"},
};

struct bad_words {
    std::vector<std::string> words;
    int exit_code;
};
const std::vector<bad_words> verbs{
    {{},                                                                              2},
    {{"nosuchverb"},                                                                  2},
    {{"serve"},                                                                       2},
    {{"serve", "--database", "sqlite:///tmp/x.db"},                                   2},
    {{"serve", "--database", "oracle://x", "--data", "{data}"},                       2},
    {{"serve", "--database", "sqlite:///{data}/a.db", "--data", "{data}", "--listen", "nowhere"},           2},
    {{"serve", "--database", "sqlite:///{data}/a.db", "--data", "{data}", "--listen", "127.0.0.1:70000"},   2},
    {{"serve", "--database", "mysql://root@127.0.0.1:1/none", "--data", "{data}", "--listen", "127.0.0.1:0"}, 3},
    {{"serve", "--database", "sqlite:///nosuch/folder/a.db", "--data", "{data}", "--listen", "127.0.0.1:0"}, 3},
    {{"demo", "--date", "2026-13-01", "--data", "{data}"},                            2},
    {{"demo", "--date", "soon", "--data", "{data}"},                                  2},
    {{"demo", "--nosuch", "--data", "{data}"},                                        2},
    {{"migrate"},                                                                     2},
    {{"migrate", "--database", "mysql://root@127.0.0.1:1/none"},                      3},
    {{"migrate", "--database", "postgres://x"},                                       2},
    {{"user"},                                                                        2},
    {{"user", "add-administrator", "--database", "sqlite:///{data}/none.db"},         2},
    {{"user", "reset", "--database", "mysql://root@127.0.0.1:1/none", "--username", "a"}, 3},
    {{"token", "create", "--database", "mysql://root@127.0.0.1:1/none"},              2},
    {{"token", "list", "--database", "mysql://root@127.0.0.1:1/none", "--username", "a"}, 3},
    {{"verify"},                                                                      2},
    {{"verify", "--database", "mysql://root@127.0.0.1:1/none"},                       3},
    {{"verify", "--database", "sqlite:///nosuch/folder/a.db"},                        3},
    {{"rehearse", "--database", "mysql://root@127.0.0.1:1/none"},                     2},
    {{"rehearse", "--database", "mysql://root@127.0.0.1:1/none", "--year", "2026"},   3},
    {{"describe", "--nosuch"},                                                        2},
};
// clang-format on

http_reply import_as(house& demo, const std::string& format, const std::string& bytes)
{
    const auto words = words_of(demo);
    return demo.as("sekretariat.kotim")
        .send("POST", "/plans/" + words.at("empty") + "/import?format=" + format, bytes,
              {{"Content-Type", "application/octet-stream"}});
}

} // namespace

TEST_CASE("what is wrong in a sheet is told by row and column, and nothing of it is taken")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    house& demo = house::of(which);
    for (const bad_sheet& sheet : sheets) {
        const auto answer = import_as(demo, "csv", head + sheet.bytes);
        INFO(name_of(which) << ": " << sheet.what << "\n" << answer.body);
        REQUIRE(answer.status == 422);
        const json::value told = answer.json();
        CHECK(told.at("accepted").to_number<int>() == 0);
        const json::array& problems = told.at("problems").as_array();
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].at("row").to_number<int>() == sheet.row);
        CHECK(text(problems[0], "column") == sheet.column);
        CHECK_FALSE(text(problems[0], "detail").empty());
    }
    const auto words = words_of(demo);
    CHECK(demo.as("sekretariat.kotim").all("/plans/" + words.at("empty") + "/actions").empty());
}

TEST_CASE("a file that is no sheet is refused with 4xx, whatever its bytes")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    house& demo = house::of(which);
    const std::string book = matrix_file("rad-kalteng-2026.xlsx");
    const std::pair<const char*, std::string> files[]{
        {"xlsx", ""},
        {"xlsx", "no zip at all"},
        {"xlsx", book.substr(0, book.size() / 2)},
        {"xlsx", "PK\x03\x04" + std::string(500, '\0')},
        {"xlsx", head},
        {"csv", ""},
        {"csv", "\xff\xfe\x00"},
        {"csv", "a,b,c\n1,2,3\n"},
        {"csv", book},
        {"csv", std::string(200, '"')},
    };
    for (const auto& [format, bytes] : files) {
        const auto answer = import_as(demo, format, bytes);
        INFO(name_of(which) << ": " << format << " " << bytes.substr(0, 20) << "\n" << answer.body);
        CHECK((answer.status == 400 || answer.status == 422));
        CHECK_FALSE(answer.code().empty());
    }
}

TEST_CASE("evidence of a wrong kind, type or size is refused and leaves nothing behind")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    house& demo = house::of(which);
    const auto words = words_of(demo);
    person& staff = demo.as(words.at("staff"));
    const std::string path = "/targets/" + words.at("target") + "/evidence";
    const std::pair<uploaded, const char*> offers[]{
        {{"a.pdf", pdf("x"), {}}, "/kind"},
        {{"a.pdf", pdf("x"), {{"kind", "puisi"}}}, "/kind"},
        {{"a.pdf", pdf("x"), {{"kind", "foto"}, {"classification", "rahasia"}}}, "/classification"},
        {{"a.pdf", pdf("x"), {{"kind", "foto"}, {"colour", "red"}}}, "/colour"},
        {{"a.pdf", "", {{"kind", "foto"}}}, "/file"},
        {{"a.exe", "MZ", {{"kind", "foto"}}}, "/file"},
        {{"a.pdf", "MZ in disguise", {{"kind", "foto"}}}, "/file"},
        {{"a.html", "<script>", {{"kind", "foto"}}}, "/file"},
        {{"", pdf("x"), {{"kind", "foto"}}}, "/file"},
    };
    const auto before = staff.see("/targets/" + words.at("target"));
    for (const auto& [offer, pointer] : offers) {
        const auto answer =
            staff.send("POST", path, multipart(offer),
                       {{"Content-Type", "multipart/form-data; boundary=rampung-boundary"}});
        INFO(name_of(which) << ": " << offer.name << " " << pointer << "\n" << answer.body);
        REQUIRE(answer.status == 422);
        CHECK(text(answer.json().at("errors").at(0), "pointer") == pointer);
    }
    const header_list no_boundary{{"Content-Type", "multipart/form-data"}};
    CHECK(staff.send("POST", path, "x", no_boundary).status == 400);
    CHECK(staff.see("/targets/" + words.at("target")) == before);
}

TEST_CASE("a verb that is called wrongly says so in a sentence and by its exit code")
{
    const support::temporary_directory here("rampung-verbs");
    for (const bad_words& each : verbs) {
        auto words = each.words;
        for (std::string& word : words)
            if (const auto at = word.find("{data}"); at != word.npos)
                word.replace(at, 6, (here.path() / "data").string());
        const auto end = run_rampung(words);
        std::string shown;
        for (const std::string& word : words) shown += word + " ";
        INFO(shown << "\n" << end.output);
        CHECK(end.exit_code == each.exit_code);
        CHECK_FALSE(end.output.empty());
    }
}
