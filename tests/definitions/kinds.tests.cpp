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

struct broken_kind {
    const char* place; // what is changed; a last segment that is not there is added
    const char* value; // JSON, or null pointer: removed
    const char* fault_place;
    const char* fault; // part of the sentence
};

const broken_kind broken_kinds[] = {
    {"/colour", R"("red")", "/colour", "a member nobody knows"},
    {"/title/fr", R"("Plan")", "/title/fr", "a member nobody knows"},
    {"/periods/1/length", "3", "/periods/1/length", "a member nobody knows"},
    {"/a~1b~0c", "1", "/a~1b~0c", "a member nobody knows"},
    {"/name", nullptr, "/name", "found nothing"},
    {"/name", R"("Rad PKS")", "/name", R"(found "Rad PKS")"},
    {"/name", "7", "/name", "expected a name"},
    {"/version", R"("1")", "/version", R"(found "1")"},
    {"/version", "0", "/version", "from 1 to"},
    {"/version", "1.5", "/version", "a whole number"},
    {"/title", R"("RAD")", "/title", "expected an object"},
    {"/title/en", nullptr, "/title/en", "found nothing"},
    {"/title/id", R"("")", "/title/id", "expected a text"},
    {"/periods", "[]", "/periods", "1 to 12 entries, found 0"},
    {"/periods", "{}", "/periods", "expected a list"},
    {"/periods/0", "4", "/periods/0", "expected an object, found 4"},
    {"/periods/1/code", R"("B04")", "/periods/1", "a second period B04"},
    {"/periods/1/from/month", "4", "/periods/1", "begins before B04 has ended"},
    {"/periods/0/to/month", "13", "/periods/0/to/month", "from 1 to 12"},
    {"/periods/0/to", R"({"month":2,"day":30})", "/periods/0/to/day", "a day of that month"},
    {"/periods/2/to/month", "8", "/periods/2", "an end after the beginning"},
    {"/periods/0/cut_off_days", "-200", "/periods/0", "a cut-off after the beginning"},
    {"/periods/0/due_days", "-1", "/periods/0/due_days", "not before cut_off_days"},
    {"/periods/0/lock_days", "14", "/periods/0/lock_days", "not before due_days"},
    {"/periods/0/lock_days", "900", "/periods/0/lock_days", "from -366 to 366"},
    {"/phases/1", R"("cure")", "/phases/1", "found cure"},
    {"/phases/1", R"("prevention")", "/phases/1", "named twice"},
    {"/approval_chain", "[]", "/approval_chain", "found 0"},
    {"/approval_chain/0/quorum", "0", "/approval_chain/0/quorum", "from 1 to 20, found 0"},
    {"/approval_chain/0/role", R"("observer")", "/approval_chain/0/role", "approves nothing"},
    {"/approval_chain/1", R"({"name":"sahli","role":"governor","quorum":1})", "/approval_chain/1",
     "a second stage"},
    {"/register_allowed", R"("yes")", "/register_allowed", "true or false"},
    {"/review_working_days", "0", "/review_working_days", "from 1"},
    {"/silence_is_consent", "null", "/silence_is_consent", "found null"},
    {"/return_working_days", "-5", "/return_working_days", "found -5"},
    {"/evidence_required/0", R"("Laporan!")", "/evidence_required/0", "expected a name"},
    {"/weights/substance", "71", "/weights", "a sum of 100"},
    {"/weights/administration", "-1", "/weights/administration", "from 0 to 100"},
    {"/classes/1/code", R"("above")", "/classes/1", "a second class above"},
    {"/classes/1/from", "101", "/classes/1", "never reached"},
    {"/classes/1/from", nullptr, "/classes/2", "never reached"},
    {"/classes/2/from", R"("75")", "/classes/2/from", "expected a number"},
    {"/classes/3/above", "true", "/classes/3/above", "`from`"},
    {"/classes/4/code", R"("unknown")", "/classes", "not_reported"},
    {"/classes/4/from", "0", "/classes/4", "never reached"},
    {"/ladder/3", "0", "/ladder/3", "found 0"},
    {"/ladder/3", "-7", "/ladder/3", "after the one before"},
    {"/ladder/0", "-367", "/ladder/0", "from -366"},
};

std::string text_of(const std::string& file)
{
    std::ifstream in(RAMPUNG_SOURCE_DIR "/definitions/kinds/" + file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The document with one place changed.
std::string changed(const std::string& text, const broken_kind& broken)
{
    auto document = json::parse(text);
    const std::string place = broken.place;
    const auto slash = place.rfind('/');
    std::string last = place.substr(slash + 1);
    if (last == "a~1b~0c") last = "a/b~c";
    auto& parent = slash == 0 ? document : document.at_pointer(place.substr(0, slash));
    if (parent.is_array()) {
        const auto index = std::stoul(last);
        auto& list = parent.get_array();
        if (index == list.size()) list.emplace_back(nullptr);
        list[index] = json::parse(broken.value);
    } else if (broken.value) {
        parent.as_object()[last] = json::parse(broken.value);
    } else {
        parent.as_object().erase(last);
    }
    return json::serialize(document);
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
    REQUIRE(kinds.size() == 2);
    CHECK(kinds[0].name == "rad_p3aks");
    CHECK(kinds[1].name == "rad_pks");
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

TEST_CASE("a kind's hash is the SHA-256 of its bytes")
{
    const auto text = text_of("rad_pks.json");
    const auto hash = load_kind("rad_pks.json", text).hash;
    CHECK(hash.size() == 64);
    CHECK(built_in_kinds()[1].hash == hash);
    CHECK(load_kind("other.json", text).hash == hash);
    CHECK(load_kind("rad_pks.json", text + "\n").hash != hash);
}

TEST_CASE("a broken kind is refused with its file, place and fault")
{
    const auto text = text_of("rad_pks.json");
    for (const auto& broken : broken_kinds) {
        const auto bad = changed(text, broken);
        INFO(broken.place << " = " << (broken.value ? broken.value : "nothing"));
        try {
            load_kind("bad.json", bad);
            FAIL_CHECK("was taken");
        } catch (const kind_fault& fault) {
            INFO(fault.what());
            CHECK(fault.file == "bad.json");
            CHECK(fault.place == broken.fault_place);
            CHECK(fault.fault.find(broken.fault) != std::string::npos);
        }
    }
}

TEST_CASE("text that is no JSON object is refused as a whole")
{
    const auto text = GENERATE("", "{", "[]", "\"rad\"", "{} {}", "{\"name\": }");
    INFO(text);
    CHECK_THROWS_AS(load_kind("bad.json", text), kind_fault);
}

TEST_CASE("the kinds of a directory are read in order of file name, other files are left alone")
{
    const directory directory;
    directory.write("b.json", text_of("rad_pks.json"));
    directory.write("a.json", text_of("rad_p3aks.json"));
    directory.write("notes.txt", "not a kind");
    const auto kinds = kinds_from(directory.path);
    REQUIRE(kinds.size() == 2);
    CHECK(kinds[0].name == "rad_p3aks");
    CHECK(kinds[1].name == "rad_pks");
}

TEST_CASE("two files of one kind and version, and a directory that is not there, are refused")
{
    const directory directory;
    directory.write("a.json", text_of("rad_pks.json"));
    directory.write("b.json", text_of("rad_pks.json"));
    try {
        kinds_from(directory.path);
        FAIL_CHECK("were taken");
    } catch (const kind_fault& fault) {
        CHECK(fault.file == (directory.path / "b.json").string());
        CHECK(fault.fault == "another file gives rad_pks version 1");
    }
    CHECK_THROWS_AS(kinds_from(directory.path / "nowhere"), kind_fault);
}
