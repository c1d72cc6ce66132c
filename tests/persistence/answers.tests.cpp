// What a report answers and the item that a file shows, kept on every database, and proved.
#include "persistence/nouns/evidence.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/targets.hpp"
#include "persistence/proof/proof.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;
using support::office;
using workflow::errc;

namespace {

const std::string awkward = "Banjir \"besar\": jalan\nputus, \\ 100% \xF0\x9F\x8C\xBE";

workflow::report report_of(office& here, const std::string& plan)
{
    for (const auto& r : here.load(plan).reports)
        if (r.period == "B04") return r;
    throw std::runtime_error("expected a report of B04");
}

std::string code_of(const workflow::result<void>& done)
{
    return done ? "" : std::string(done.error().code.name());
}

std::string save(office& here, const std::string& report, const workflow::report_answers& change,
                 std::int64_t version)
{
    std::string code;
    here.store().write(
        [&](unit_of_work& unit) { code = code_of(save_answers(unit, report, change, version)); });
    return code;
}

workflow::command_body gaps_declared(office& here, const std::string& plan,
                                     const workflow::report& r)
{
    workflow::command_body body;
    body.given = {"gaps"};
    for (auto gap : workflow::gaps_of(here.load(plan), r)) {
        gap.reason = "Menyusul";
        body.gaps.push_back(gap);
    }
    return body;
}

std::string prove(office& here, const std::string& plan)
{
    return here.store().read([&](unit_of_work& unit) {
        const auto found = prove_plan(unit, plan, {definitions::catalog(), here.kinds(), {}});
        return found.fault ? found.fault->what : std::string();
    });
}

} // namespace

TEST_CASE("answers are saved into a compiled report, submitted with it, and proved from then on")
{
    office here(GENERATE(kind::sqlite_file, kind::mariadb));
    const auto plan = here.in_force();
    const auto made = report_of(here, plan);
    CHECK(made.answers.empty());
    CHECK(save(here, made.id, {}, made.version) == ""); // nothing given
    CHECK(report_of(here, plan).version == made.version);
    CHECK(save(here, "nothing", {{"kendala", "x"}}, 1) == "not_found");
    CHECK(save(here, made.id, {{"kendala", "x"}}, 9) == "stale");

    CHECK(save(here, made.id, {{"kendala", awkward}, {"pelajaran", "x"}}, made.version) == "");
    CHECK(save(here, made.id, {{"pelajaran", ""}}, made.version + 1) == "");
    const auto written = report_of(here, plan);
    CHECK(written.version == made.version + 2);
    CHECK(written.answers == workflow::report_answers{{"kendala", awkward}, {"pelajaran", ""}});
    CHECK(written.submitted_answers.empty());
    CHECK(prove(here, plan) == "");

    const workflow::subject it{"reports", made.id};
    REQUIRE(here.give("ani", it, "submit", gaps_declared(here, plan, written)).has_value());
    const auto sent = report_of(here, plan);
    CHECK(sent.submitted_answers == written.answers);
    CHECK(prove(here, plan) == "");
    CHECK(save(here, made.id, {{"kendala", "x"}}, sent.version) == "wrong_state");

    here.here().execute("UPDATE reports SET submitted_answers = '{}' WHERE id = '" + made.id + "'");
    CHECK(prove(here, plan) ==
          "the answers of report " + made.id + " are not the ones that were submitted");
}

TEST_CASE("a report without answers keeps its version proved")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    const auto made = report_of(here, plan);
    here.here().execute("UPDATE reports SET version = version + 1 WHERE id = '" + made.id + "'");
    CHECK(prove(here, plan).starts_with("the version of report " + made.id));
}

TEST_CASE("a file keeps the item that it shows")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.in_force();
    const auto target = here.target_of(plan, "health", "B04");
    here.store().write([&](unit_of_work& unit) {
        workflow::evidence file;
        file.id = "e-1";
        file.kind = "laporan_kegiatan";
        file.classification = "biasa";
        file.name = "laporan.pdf";
        file.media_type = "application/pdf";
        file.sha256 = std::string(64, 'a');
        file.item = "tertanda";
        REQUIRE(insert_evidence(unit, target, file, office::person("sari").user).has_value());
        CHECK(read_target(unit, target)->evidence.at(0).item == "tertanda");
        CHECK(read_target(unit, target)->evidence.at(0).round == 1);
        CHECK(find_evidence(unit, office::person("ani"), "e-1")->evidence.item == "tertanda");
    });
}
