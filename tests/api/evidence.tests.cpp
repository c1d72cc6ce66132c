// Evidence over HTTP: what may come in, who may read it, and what is noted of that.
#include "api/nouns/evidence.hpp"
#include "api/http/config.hpp"
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/parse.hpp>
#include <fstream>
#include <sys/stat.h>

using support::counter;
using support::headers;
using form = counter::form;

namespace {

// A plan in force; B04 is open, B12 is not.
struct at_work : counter {
    std::string plan = behind().in_force();
    std::string target = behind().target_of(plan, "health", "B04");
    std::string later = behind().target_of(plan, "health", "B12");

    std::string state() { return get("ani", "/targets/" + target).text("/state"); }
    void report()
    {
        const auto saved =
            ask("sari", "PATCH", "/api/v1/targets/" + target, R"({"achievement":"a"})",
                {{"if-match", "\"" + std::to_string(version("targets", target)) + "\""}});
        REQUIRE(saved.status() == 200);
        must("sari", "report");
    }
    void must(const std::string& who, const std::string& command, const std::string& body = "{}")
    {
        const auto done = give(who, "targets", target, command, body);
        INFO(command << ' ' << done.raw.body);
        REQUIRE(done.status() == 200);
    }
    std::string text_of(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

form file_called(const std::string& name, const std::string& bytes)
{
    form sent;
    sent.name = name;
    sent.bytes = bytes;
    return sent;
}

const std::string png("\x89PNG\r\n\x1a\n....", 12);
const std::string jpg("\xff\xd8\xff\xe0....", 8);
const std::string zip("PK\x03\x04....", 8);

} // namespace

TEST_CASE("an uploaded file is kept by its content and can be fetched again")
{
    at_work here;
    const auto before = here.version("targets", here.target);
    const auto made =
        here.upload("sari", here.target, file_called("Laporan März.pdf", "%PDF-1.7 a"));
    REQUIRE(made.status() == 201);
    const std::string id = made.text("/id");
    CHECK(made.header("Location") == "/api/v1/evidence/" + id);
    CHECK(made.header("ETag") == "\"1\"");
    CHECK(made.text("/classification") == "biasa");
    CHECK(made.text("/size") == "10");
    CHECK(here.version("targets", here.target) == before + 1);
    CHECK(here.files_kept() == 1);

    const auto one = here.get("ani", "/evidence/" + id);
    CHECK(one.text("/name") == "Laporan März.pdf");
    CHECK(one.text("/uploaded_by/id") == "sari");
    CHECK(one.text("/target") == here.target);
    const auto listed = here.get("ani", "/targets/" + here.target + "/evidence");
    CHECK(listed.text("/items/0/id") == id);
    CHECK(listed.text("/next") == "null");
    CHECK(here.get("ani", "/targets/" + here.target).text("/evidence_required/0/present") ==
          "true");

    const auto bytes = here.get("ani", "/evidence/" + id + "/content");
    REQUIRE(bytes.raw.file);
    CHECK(here.text_of(*bytes.raw.file) == "%PDF-1.7 a");
    CHECK(bytes.raw.content_type == "application/pdf");
    CHECK(bytes.header("Content-Disposition") ==
          "attachment; filename=\"Laporan M_rz.pdf\"; filename*=UTF-8''Laporan%20M%C3%A4rz.pdf");
    CHECK(bytes.header("Content-Security-Policy").find("sandbox") != std::string::npos);
}

TEST_CASE("the type of a file is told by its name and its bytes together")
{
    at_work here;
    // clang-format off
    const form good[]{
        file_called("a.pdf", "%PDF-1.4"), file_called("A.PDF", "%PDF-2.0"), file_called("a.png", png),
        file_called("a.jpg", jpg), file_called("a.JPEG", jpg), file_called("a.docx", zip), file_called("a.xlsx", zip),
    };
    const form bad[]{
        file_called("a.exe", "MZ"), file_called("a.pdf", "MZ"), file_called("a.png", jpg), file_called("a.jpg", png),
        file_called("a.docx", "%PDF-1.4"), file_called("a.zip", zip), file_called("a.svg", "<svg/>"),
        file_called("a.html", "%PDF-1.4"), file_called("pdf", "%PDF-1.4"), file_called("a.pdf.exe", "%PDF-1.4"),
        file_called("a.pdf", ""), file_called(std::string(252, 'a') + ".pdf", "%PDF-1.4"),
    };
    // clang-format on
    for (const form& sent : good) {
        INFO(sent.name);
        CHECK(here.upload("sari", here.target, sent).status() == 201);
    }
    const auto kept = here.files_kept();
    for (const form& sent : bad) {
        INFO(sent.name.substr(0, 20) << ' ' << sent.bytes);
        const auto no = here.upload("sari", here.target, sent);
        CHECK(no.status() == 422);
        CHECK(no.pointers() == std::vector<std::string>{"/file"});
    }
    CHECK(here.files_kept() == kept);
}

TEST_CASE("a file's name is measured in letters, composed, and cannot turn its direction")
{
    at_work here;
    const auto name_of = [&](const std::string& sent) {
        const auto made = here.upload("sari", here.target, file_called(sent, "%PDF-1.7 a"));
        INFO(sent << ' ' << made.raw.body);
        REQUIRE(made.status() == 201);
        return made.text("/name");
    };
    std::string long_name;
    for (int i = 0; i < 251; ++i) long_name += "é"; // 502 octets
    CHECK(name_of(long_name + ".pdf") == long_name + ".pdf");
    CHECK(here.upload("sari", here.target, file_called(long_name + "é.pdf", "%PDF-1.7 a"))
              .pointers() == std::vector<std::string>{"/file"});
    CHECK(name_of("Cafe\u0301.pdf") == "Café.pdf");
    CHECK(name_of("lap\u202Efdp\u2066\u200F.pdf") == "lapfdp.pdf");
    CHECK(name_of("a\\b.pdf") == "a\\b.pdf");
    CHECK(name_of("Lampiran %22I%22.pdf") == "Lampiran \"I\".pdf"); // as browsers send a quote
}

TEST_CASE("an upload is refused in the contract's order and leaves no file")
{
    at_work here;
    const form fine;
    form unknown_kind, no_kind, secret, extra, no_file, huge;
    unknown_kind.kind = "kuitansi";
    no_kind.kind = "";
    secret.classification = "rahasia";
    extra.extra = "note";
    no_file.name = "";
    huge.bytes = "%PDF-" + std::string(api::file_bytes_max, 'x');
    struct row {
        const char* who;
        std::string target;
        form sent;
        int status;
        const char* code;
        const char* pointer;
    };
    // clang-format off
    const row rows[]{
        {"",      here.target, fine, 401, "unauthenticated", ""},
        {"sari",  "nothing",   fine, 404, "not_found", ""},
        {"fitri", here.target, fine, 404, "not_found", ""},
        {"dewi",  here.target, huge, 404, "not_found", ""},
        {"sari",  here.target, huge, 413, "payload_too_large", ""},
        {"rina",  here.target, unknown_kind, 403, "forbidden", ""},
        {"ani",   here.target, fine, 403, "forbidden", ""},
        {"omar",  here.target, fine, 403, "forbidden", ""},
        {"sari",  here.later,  unknown_kind, 409, "wrong_state", ""},
        {"sari",  here.target, unknown_kind, 422, "invalid", "/kind"},
        {"sari",  here.target, no_kind, 422, "invalid", "/kind"},
        {"sari",  here.target, secret, 422, "invalid", "/classification"},
        {"sari",  here.target, extra, 422, "invalid", "/note"},
        {"sari",  here.target, no_file, 422, "invalid", "/file"},
    };
    // clang-format on
    for (const row& r : rows) {
        INFO(r.who << ' ' << r.target << ' ' << r.status << ' ' << r.pointer);
        const auto no = here.upload(r.who, r.target, r.sent);
        CHECK(no.status() == r.status);
        CHECK(no.code() == r.code);
        if (*r.pointer) CHECK(no.pointers() == std::vector<std::string>{r.pointer});
    }
    CHECK(here.ask("sari", "POST", "/api/v1/targets/" + here.target + "/evidence", "{}").status() ==
          415);
    CHECK(here.files_kept() == 0);
}

TEST_CASE("a target takes a hundred files, and one more only when another is taken away")
{
    at_work here;
    for (std::size_t i = 0; i < api::evidence_files_max; ++i)
        here.evidence("sari", here.target, file_called("a.pdf", "%PDF-" + std::to_string(i)));
    const auto no = here.upload("sari", here.target, file_called("b.pdf", "%PDF-b"));
    CHECK(no.status() == 409);
    CHECK(no.code() == "conflict");
    CHECK(here.files_kept() == api::evidence_files_max);
    const auto seen = here.get("sari", "/targets/" + here.target);
    REQUIRE(here.ask("sari", "DELETE", "/api/v1/evidence/" + seen.text("/evidence/7/id"), {},
                     {{"if-match", "\"1\""}})
                .status() == 204);
    CHECK(here.upload("sari", here.target, file_called("b.pdf", "%PDF-b")).status() == 201);
}

TEST_CASE("an upload that was cut leaves no file")
{
    at_work here;
    const std::string path = "/api/v1/targets/" + here.target + "/evidence";
    const headers type{{"content-type", "multipart/form-data; boundary=b"}};
    const std::string whole =
        "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nfoto\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
        "%PDF-1.4\r\n--b--\r\n";
    for (std::size_t bytes = 1; bytes < whole.size() - 4; bytes += 7) {
        INFO(bytes);
        CHECK(here.ask("sari", "POST", path, whole.substr(0, bytes), type).status() == 400);
    }
    CHECK(here.files_kept() == 0);
    CHECK(here.ask("sari", "POST", path, whole, type).status() == 201);
}

TEST_CASE("the same upload with the same key makes one file of evidence")
{
    at_work here;
    const headers key{{"idempotency-key", "upload-1"}};
    const auto first = here.upload("sari", here.target, form{}, key);
    const auto again = here.upload("sari", here.target, form{}, key);
    CHECK(first.status() == 201);
    CHECK(again.raw.body == first.raw.body);
    CHECK(again.header("Idempotent-Replayed") == "true");
    CHECK(here.get("ani", "/targets/" + here.target).at("/evidence").as_array().size() == 1);
    CHECK(here.upload("sari", here.target, file_called("b.pdf", "%PDF-1"), key).status() == 422);
}

TEST_CASE("evidence is taken away while its target is open, by its agency, in the version read")
{
    at_work here;
    const std::string path = "/api/v1/evidence/" + here.evidence("sari", here.target);
    const headers now{{"if-match", "\"1\""}};
    CHECK(here.ask("sari", "DELETE", path).status() == 428);
    CHECK(here.ask("rina", "DELETE", path).status() == 404);
    CHECK(here.ask("ani", "DELETE", path, {}, now).status() == 403);
    CHECK(here.ask("sari", "DELETE", path, {}, {{"if-match", "\"2\""}}).status() == 412);
    CHECK(here.ask("budi", "DELETE", path, {}, now).status() == 204);
    CHECK(here.get("sari", "/targets/" + here.target).at("/evidence").as_array().empty());
    CHECK(here.ask("budi", "DELETE", path, {}, now).status() == 404);
    const std::string next = here.evidence("sari", here.target);
    here.report();
    CHECK(here.ask("sari", "DELETE", "/api/v1/evidence/" + next, {}, now).status() == 409);
    CHECK(here.upload("sari", here.target, form{}).status() == 409);
}

namespace {

// Per person one letter for the ordinary and one for the restricted file: r reads it, - does not
// find it.
std::string readers(at_work& here, const std::string& ordinary, const std::string& restricted)
{
    std::string out;
    for (const std::string who :
         {"sari", "budi", "ani", "rina", "omar", "tuti", "eka", "citra", "fitri", "hana", "dewi"}) {
        for (const std::string& file : {ordinary, restricted}) {
            const auto one = here.get(who, "/evidence/" + file);
            const auto bytes = here.get(who, "/evidence/" + file + "/content");
            CHECK(one.status() == bytes.status());
            CHECK((one.status() == 200 || one.status() == 404));
            out += one.status() == 200 ? 'r' : '-';
            const auto seen = here.get(who, "/targets/" + here.target);
            if (seen.status() != 200) continue;
            const bool in_target = seen.raw.body.find("\"id\":\"" + file) != std::string::npos;
            const auto list = here.get(who, "/targets/" + here.target + "/evidence");
            const bool in_list = list.raw.body.find("\"id\":\"" + file) != std::string::npos;
            INFO(who << ' ' << file);
            CHECK(in_target == (one.status() == 200));
            CHECK(in_list == in_target);
        }
        out += ' ';
    }
    return out;
}

} // namespace

TEST_CASE("who may read evidence follows from role, class and state")
{
    at_work here;
    form sent;
    const std::string ordinary = here.evidence("sari", here.target, sent);
    sent.classification = "terbatas";
    sent.name = "rahasia.pdf";
    const std::string restricted = here.evidence("sari", here.target, sent);
    const auto now = [&] { return readers(here, ordinary, restricted); };
    //                sari budi ani rina omar tuti eka citra fitri hana dewi
    CHECK(now() == "rr rr rr -- -- -- -- -- -- -- -- ");
    here.report();
    CHECK(now() == "rr rr rr -- r- r- r- -- -- -- -- ");
    here.must("budi", "return_to_staff", R"({"reason":"Perbaiki"})");
    CHECK(now() == "rr rr rr -- r- r- r- -- -- -- -- ");
    here.must("sari", "report");
    here.must("budi", "endorse");
    here.must("ani", "sign_off", R"({"scores":{"administration":90,"substance":80}})");
    CHECK(now() == "rr rr rr -- r- r- r- -- -- -- -- ");

    const auto reports = here.get("ani", "/reports?period=B04");
    const std::string report = reports.text("/items/0/id");
    std::string gaps;
    const auto compiled = here.get("ani", "/reports/" + report);
    for (const auto& gap : compiled.at("/gaps").as_array())
        gaps += (gaps.empty() ? "" : ",") +
                ("{\"id\":\"" + std::string(gap.as_object().at("id").as_string()) +
                 "\",\"reason\":\"belum\"}");
    CHECK(here.give("ani", "reports", report, "submit", "{\"gaps\":[" + gaps + "]}").status() ==
          200);
    CHECK(now() == "rr rr rr -- r- r- r- rr -- -- -- ");
}

TEST_CASE("a file added after a return is shown outside once it is reported again")
{
    at_work here;
    here.evidence("sari", here.target);
    here.report();
    here.must("budi", "return_to_staff", R"({"reason":"Tambah notulen"})");
    const std::string added =
        here.evidence("sari", here.target, file_called("notulen.pdf", "%PDF-2"));
    CHECK(here.get("omar", "/evidence/" + added).status() == 404);
    CHECK(here.get("omar", "/targets/" + here.target).at("/evidence").as_array().size() == 1);
    here.must("sari", "report");
    CHECK(here.get("omar", "/evidence/" + added).status() == 200);
}

TEST_CASE("reads of restricted files are logged with who and when, for the owner's eyes alone")
{
    at_work here;
    form sent;
    const std::string ordinary = here.evidence("sari", here.target, sent);
    sent.classification = "terbatas";
    const std::string restricted = here.evidence("sari", here.target, sent);
    const auto log = here.data() / "security.log";
    here.get("ani", "/evidence/" + ordinary + "/content");
    here.get("rina", "/evidence/" + restricted + "/content");
    CHECK_FALSE(std::filesystem::exists(log));
    here.get("ani", "/evidence/" + restricted + "/content");
    here.get("budi", "/evidence/" + restricted + "/content");
    std::ifstream lines(log);
    std::string first, second, none;
    std::getline(lines, first);
    std::getline(lines, second);
    CHECK_FALSE(std::getline(lines, none));
    const auto noted = boost::json::parse(first).as_object();
    CHECK(noted.at("user").as_string() == "ani");
    CHECK(noted.at("evidence").as_string() == restricted);
    CHECK(noted.at("at").as_string() == "2026-04-24T03:06:40Z");
    CHECK(second.find("\"budi\"") != std::string::npos);
    struct stat found {};
    REQUIRE(::stat(log.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
}
