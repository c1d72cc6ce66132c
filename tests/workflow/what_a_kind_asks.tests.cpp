// What a kind asks for beyond the fixed forms: questions of a report, files of a target. The guards
// by themselves, and what their digests cover.
#include "tests/support/catch.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/thing.hpp"

using namespace workflow;
using namespace std::chrono_literals;

namespace {

world asking()
{
    world w;
    w.days = calendar({}, "Asia/Jakarta");
    w.now = w.days.at(2026y / 3 / 2, 9, 0);
    w.periods = {
        {"B04", 2026y / 1 / 1, 2026y / 4 / 30, 2026y / 4 / 30, 2026y / 5 / 15, 2026y / 5 / 30}};
    w.rules.questions = {{"kendala", {"Apa kendala utama?", "What stood in the way?"}, true},
                         {"pelajaran", {"Apa yang dipelajari?", "What was learnt?"}, false},
                         {"lanjutan", {"Apa berikutnya?", "What comes next?"}, true}};
    evidence_item signed_report{"tertanda", {"Laporan", "Report"}, "laporan_kegiatan", {}, {}};
    signed_report.signed_by = bilingual("Kepala", "Head");
    w.rules.evidence_checklist = {
        signed_report, {"hadir", {"Daftar hadir", "Attendance"}, "daftar_hadir", {}, {}}};
    return w;
}

located_fact answered(const world& w, const report& r)
{
    const auto f = described<report>().look(w, r, {});
    return {dynamic_cast<const report_facts&>(*f).questions_are_answered};
}

located_fact shown(const world& w, const target& t)
{
    const auto f = described<target>().look(w, t, {});
    return {dynamic_cast<const target_facts&>(*f).checklist_is_complete};
}

report compiled()
{
    report r;
    r.id = "r";
    r.period = "B04";
    r.state = report_state::compiling;
    return r;
}

target open_target()
{
    target t;
    t.id = "t";
    t.period = "B04";
    t.state = target_state::open;
    return t;
}

evidence file(const std::string& kind, const std::string& item)
{
    evidence e;
    e.kind = kind;
    e.item = item;
    return e;
}

} // namespace

TEST_CASE("a report lacks each required question until it has an answer, and no other")
{
    const world w = asking();
    report r = compiled();
    CHECK_FALSE(answered(w, r).holds);
    CHECK(answered(w, r).where() == bilingual("Apa kendala utama?; Apa berikutnya?",
                                              "What stood in the way?; What comes next?"));
    r.answers = {{"kendala", "Banjir"}, {"lanjutan", ""}}; // taken out again
    CHECK(answered(w, r).where() == bilingual("Apa berikutnya?", "What comes next?"));
    r.answers["lanjutan"] = "Pelatihan";
    CHECK(answered(w, r).holds);
}

TEST_CASE("a kind that asks nothing lacks no answer and no file")
{
    world w = asking();
    w.rules.questions.clear();
    w.rules.evidence_checklist.clear();
    CHECK(answered(w, compiled()).holds);
    CHECK(shown(w, open_target()).holds);
}

TEST_CASE("a target lacks each item of the checklist that no file names, with who must have signed")
{
    const world w = asking();
    target t = open_target();
    t.evidence = {file("laporan_kegiatan", ""),
                  file("daftar_hadir", "")}; // of its kind, for no item
    CHECK_FALSE(shown(w, t).holds);
    CHECK(shown(w, t).where() == bilingual("Laporan (ditandatangani Kepala), Daftar hadir",
                                           "Report (signed by Head), Attendance"));
    t.evidence.push_back(file("laporan_kegiatan", "tertanda"));
    CHECK(shown(w, t).where() == bilingual("Daftar hadir", "Attendance"));
    t.evidence.push_back(file("daftar_hadir", "hadir"));
    CHECK(shown(w, t).holds);
}

TEST_CASE("answers and items are part of the digests, and change none where there are none")
{
    CHECK(answers_digest({}).empty());
    CHECK(answers_digest({{"kendala", ""}}).empty());
    CHECK(answers_digest({{"kendala", "Banjir"}, {"lanjutan", ""}}) ==
          answers_digest({{"kendala", "Banjir"}}));
    CHECK(answers_digest({{"kendala", "Banjir"}}) != answers_digest({{"lanjutan", "Banjir"}}));
    const achievement_record record;
    // What a file said in a record before there were items.
    const std::string former = digest{}
                                   .add("")
                                   .add(std::optional<double>{})
                                   .add("")
                                   .add("")
                                   .add("")
                                   .add(digest{}.add("laporan_kegiatan").add("").add("").hex())
                                   .hex();
    CHECK(record_digest(record, {file("laporan_kegiatan", "")}) == former);
    CHECK(record_digest(record, {file("laporan_kegiatan", "tertanda")}) != former);
}

TEST_CASE("a report has come back once it was submitted, however often it was saved before")
{
    report r = compiled();
    r.version = 4;
    CHECK_FALSE(described<report>().lies_given_back(asking(), r));
    r.included_digest = "d";
    CHECK(described<report>().lies_given_back(asking(), r));
}
