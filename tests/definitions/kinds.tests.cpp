// Kinds as data: what the embedded ones hold, and that a broken file is refused at the very place.
#include "definitions/kinds.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <unistd.h>

using namespace definitions;

namespace {

namespace json = boost::json;

std::string contents(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string text_of(const std::string& file)
{
    return contents(RAMPUNG_SOURCE_DIR "/definitions/kinds/" + file);
}

std::string test_file(const std::string& file)
{
    return contents(RAMPUNG_SOURCE_DIR "/tests/data/kind_files/" + file);
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    text.replace(text.find(from), from.size(), to);
    return text;
}

// What loading the text says of it, without the file's name; empty: nothing.
std::vector<std::string> said_of(const std::string& text)
{
    std::vector<std::string> said;
    try {
        load_kind("bad.json", text);
    } catch (const kind_fault& fault) {
        for (const auto& each : fault.mistakes) {
            CHECK(each.file == "bad.json");
            said.push_back(sentence_of(each).substr(std::string("bad.json, ").size()));
        }
    }
    return said;
}

std::vector<std::string> texts_of(const json::value& list)
{
    std::vector<std::string> texts;
    for (const auto& each : list.as_array()) texts.emplace_back(each.as_string());
    return texts;
}

// A directory of its own for one test, gone with it.
struct directory {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("rampung-kinds-" + std::to_string(::getpid()));

    directory() { std::filesystem::create_directories(path); }
    ~directory() { std::filesystem::remove_all(path); }
    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream(path / name) << text;
    }
};

} // namespace

TEST_CASE("the embedded kinds hold what the contract says")
{
    const auto kinds = built_in_kinds();
    REQUIRE(kinds.size() == 3);
    CHECK((kinds[0].name == "rad_p3aks" && kinds[0].version == 2));
    CHECK((kinds[1].name == "rad_p3aks" && kinds[1].version == 1));
    CHECK((kinds[2].name == "rad_pks" && kinds[2].version == 1));
    for (const auto& kind : kinds) {
        const auto periods = workflow::periods_of(kind, 2026);
        REQUIRE(periods.size() == 3);
        CHECK(periods[0].code == "B04");
        CHECK(workflow::iso(periods[1].from) == "2026-05-01");
        CHECK(workflow::iso(periods[2].cut_off) == "2026-12-31");
        CHECK(workflow::iso(periods[0].due) == "2026-05-15");
        CHECK(workflow::iso(periods[0].lock) == "2026-05-30");
        CHECK(kind.return_working_days == 5);
        CHECK(kind.review_working_days == 10);
        CHECK_FALSE(kind.silence_is_consent);
        CHECK_FALSE(kind.head_may_endorse_own_report);
        CHECK(kind.evidence_required == std::vector<std::string>{"laporan_kegiatan"});
        CHECK(kind.weights.administration == 30);
        CHECK(kind.weights.substance == 70);
        CHECK(kind.register_allowed);
        CHECK(kind.ladder == std::vector{-30, -14, -7, -3, -1, 1, 7});
        REQUIRE(kind.approval_chain.size() == 1);
        CHECK(kind.approval_chain[0].role == "sahli");
        CHECK(kind.approval_chain[0].quorum == 1);
        CHECK(class_of(kind, 100)->colour == "hijau");
        CHECK(class_of(kind, 74.99)->colour == "merah");
        CHECK(kind.classes.back().colour == "hitam");
    }
}

TEST_CASE("the second version of rad_p3aks has the words that its offices use, the first its own")
{
    const auto kinds = built_in_kinds();
    using workflow::codes_of;
    CHECK(codes_of(kinds[0].phases) ==
          std::vector<std::string>{"prevention", "handling", "empowerment"});
    CHECK(kinds[0].phases[2].name.id == "Pemberdayaan dan partisipasi");
    CHECK(workflow::find_coded(kinds[0].evidence_kinds, "data_korban")->name.en ==
          "Disaggregated data");
    REQUIRE(kinds[0].columns.size() == 3);
    for (const auto& column : kinds[0].columns) CHECK_FALSE(column.required);
    REQUIRE(kinds[0].questions.size() == 2);
    for (const auto& question : kinds[0].questions) CHECK_FALSE(question.required);
    CHECK(codes_of(kinds[1].phases) ==
          std::vector<std::string>{"prevention", "cessation", "recovery"});
    CHECK(workflow::find_coded(kinds[1].evidence_kinds, "data_korban") == nullptr);
    CHECK(kinds[1].columns.empty());
    // What plans were made with, byte by byte.
    CHECK(kinds[1].hash == "e1ca901fad9a0be37a129b001845329919a578885b29f9ec59ecb79083b0624f");
}

TEST_CASE("a kind's hash is the SHA-256 of its bytes")
{
    const auto text = text_of("rad_pks.json");
    const auto hash = load_kind("rad_pks.json", text).hash;
    CHECK(hash.size() == 64);
    CHECK(built_in_kinds().back().hash == hash);
    CHECK(load_kind("other.json", text).hash == hash);
    CHECK(load_kind("rad_pks.json", text + "\n").hash != hash);
}

TEST_CASE("each mistake is told with its line, its place and the word that was meant")
{
    const auto right = test_file("rad_triwulan.json");
    REQUIRE(said_of(right).empty());
    const auto all = json::parse(test_file("mistakes.json"));
    REQUIRE(all.as_array().size() >= 62);
    for (const auto& each : all.as_array()) {
        auto wrong = right;
        for (const auto& change : each.at("changes").as_array()) {
            const std::string from(change.at(0).as_string());
            INFO(from);
            const auto at = wrong.find(from);
            REQUIRE(at != wrong.npos);
            wrong.replace(at, from.size(), change.at(1).as_string());
        }
        INFO(each.at("changes"));
        CHECK(said_of(wrong) == texts_of(each.at("says")));
    }
}

TEST_CASE("text that is no JSON object is refused as a whole")
{
    const auto text = GENERATE("", "{", "[]", "\"rad\"", "{} {}", "{\"name\": }");
    INFO(text);
    CHECK_THROWS_AS(load_kind("bad.json", text), kind_fault);
}

TEST_CASE("a kind whose first mistake is known says all others too, in the order of their lines")
{
    auto text = test_file("rad_triwulan.json");
    text = replaced(text, R"("version": 1)", R"("version": "1")");
    text = replaced(text, R"("role": "sahli")", R"("role": "sahly")");
    text = replaced(text, R"("colour": "hijau")", R"("colour": "hjau")");
    text = replaced(text, R"("substance": 70)", R"("substance": 60)");
    const auto said = said_of(text);
    REQUIRE(said.size() == 4);
    CHECK(said[0].starts_with("line 5, at \"/version\""));
    CHECK(said[1].find("did you mean \"sahli\"?") != std::string::npos);
    CHECK(said[2].find("a sum of 100, found 90") != std::string::npos);
    CHECK(said[3].find("did you mean \"hijau\"?") != std::string::npos);
}

TEST_CASE("kinds of several years, of months and of the built-in words are read")
{
    const auto two_years = load_kind("rad_dua_tahun.json", test_file("rad_dua_tahun.json"));
    CHECK(two_years.years == 2);
    const auto periods = workflow::periods_of(two_years, 2026);
    REQUIRE(periods.size() == 4);
    CHECK(workflow::iso(periods[3].to) == "2027-12-31");
    CHECK(two_years.phases[1].name.en == "Cessation");
    CHECK(two_years.approval_chain[1].title.id == "Gubernur");

    const auto months = load_kind("rad_bulanan.json", test_file("rad_bulanan.json"));
    CHECK(months.periods[1].title.id == "Februari");
    CHECK(workflow::iso(workflow::periods_of(months, 2028)[1].to) == "2028-02-29");
    CHECK(months.evidence_kinds.size() == 10);
    CHECK(months.approval_chain[0].title.en.find("Sahli") != std::string::npos);
}

TEST_CASE("every word, column, question and piece of evidence of a kind is read")
{
    const auto kind = load_kind("rad_triwulan.json", test_file("rad_triwulan.json"));
    CHECK(workflow::codes_of(kind.phases) ==
          std::vector<std::string>{"preparation", "implementation", "follow_up"});
    CHECK(kind.periods[3].title.en == "Fourth quarter");
    CHECK(workflow::codes_of(kind.evidence_kinds) ==
          std::vector<std::string>{"laporan_kegiatan", "foto", "sertifikat"});
    CHECK(kind.evidence_kinds[1].name.en == "Photograph");
    REQUIRE(kind.evidence_checklist.size() == 2);
    CHECK(kind.evidence_checklist[0].signed_by->id == "Kepala perangkat daerah");
    CHECK(kind.evidence_checklist[0].example->en == "Outreach Report 12 March.pdf");
    CHECK_FALSE(kind.evidence_checklist[1].signed_by);
    REQUIRE(kind.columns.size() == 4);
    CHECK(kind.columns[0].required);
    CHECK(kind.columns[2].type == workflow::column_type::day);
    CHECK(kind.columns[3].choices[1].code == "apbn");
    REQUIRE(kind.questions.size() == 2);
    CHECK(kind.questions[0].required);
    CHECK(kind.questions[1].name.id == "Apa yang dipelajari?");
    CHECK(kind.approval_chain[1].title.en == "Head of the Planning Agency");
    CHECK(kind.approval_chain[2].title.en == "Signature");
}

TEST_CASE("what plans were made with by the rules of its time is still read")
{
    auto text = text_of("rad_pks.json");
    text = replaced(text, R"({"month": 5, "day": 1})", R"({"month": 5, "day": 9})"); // a gap
    text = replaced(text, R"("role": "sahli")", R"("role": "governor")");
    text = replaced(text, R"("laporan_kegiatan")", R"("sertifikat")");
    text = replaced(text, R"("colour": "biru")", R"("colour": "ungu")");
    text = replaced(text, R"("version": 1)", R"("version": 1, "version": 1)");
    CHECK(said_of(text).size() == 5);
    const auto kind = kept_kind("rad_pks.json", text);
    CHECK(kind.approval_chain[0].title.id == "governor");
    CHECK(kind.evidence_kinds.back().name.en == "sertifikat");
    CHECK_THROWS_AS(kept_kind("rad_pks.json", replaced(text, R"("quorum": 1)", R"("quorum": 0)")),
                    kind_fault);
    CHECK_THROWS_AS(kept_kind("rad_pks.json", "{"), kind_fault);
}

TEST_CASE("a new kind's file is taken as it is, and says its name")
{
    const auto kind = load_kind("rad_baru.json", new_kind_file("rad_baru"));
    CHECK(kind.name == "rad_baru");
    CHECK(is_kind_name("rad_baru"));
    for (const auto* taken : {"all", "new", "schema", "Rad", "", "7"})
        CHECK_FALSE(is_kind_name(taken));
}

TEST_CASE("the kinds of a directory are read in order of file name, other files are passed over")
{
    const directory directory;
    directory.write("rad_triwulan-1.json", test_file("rad_triwulan.json"));
    directory.write("rad_triwulan-2.json",
                    replaced(test_file("rad_triwulan.json"), R"("version": 1)", R"("version": 2)"));
    directory.write("rad_bulanan.json", test_file("rad_bulanan.json"));
    directory.write("notes.txt", "not a kind");
    const auto found = read_kinds(directory.path);
    CHECK(found.mistakes.empty());
    CHECK(found.files == std::vector<std::string>{"rad_bulanan.json", "rad_triwulan-1.json",
                                                  "rad_triwulan-2.json"});
    REQUIRE(found.kinds.size() == 3);
    CHECK(found.kinds[2].version == 2);
    CHECK(found.passed_over == std::vector<std::string>{"notes.txt"});
    CHECK(known_kinds(directory.path).size() == built_in_kinds().size() + 3);
}

TEST_CASE("a directory says all mistakes of all its files at once")
{
    const directory directory;
    const auto right = test_file("rad_triwulan.json");
    directory.write("other.json", right);
    directory.write("rad_pks.json", text_of("rad_pks.json"));
    directory.write("rad_triwulan-1.json", right);
    directory.write("rad_triwulan.json", right);
    directory.write("wrong.json", "{");
    std::vector<std::string> said;
    for (const auto& each : read_kinds(directory.path).mistakes)
        said.push_back(std::filesystem::path(each.file).filename().string() + " " + each.place +
                       " " + each.fault);
    REQUIRE(said.size() == 4);
    CHECK(said[0] == "other.json /name expected the file to be called rad_triwulan.json or "
                     "rad_triwulan-1.json, found other.json");
    CHECK(said[1] == "rad_pks.json /version expected another version, found rad_pks version 1, "
                     "which the program itself gives already");
    CHECK(said[2] == "rad_triwulan.json /version expected another version, found rad_triwulan "
                     "version 1, which another file gives already");
    CHECK(said[3].starts_with("wrong.json  expected JSON"));
    try {
        known_kinds(directory.path);
        FAIL_CHECK("were taken");
    } catch (const kind_fault& fault) {
        CHECK(fault.mistakes.size() == 4);
        CHECK(std::string(fault.what()).find("wrong.json") != std::string::npos);
    }
    CHECK_THROWS_AS(known_kinds(directory.path / "nowhere"), kind_fault);
}
