// What a kind calls its own, and a matrix that is written and read in these words.
#include "workflow/kinds/kind_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/matrix_samples.hpp"
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_words.hpp"

using namespace workflow;

namespace {

period_rule quarter(const std::string& code, const bilingual& title)
{
    period_rule out;
    out.code = code;
    out.title = title;
    return out;
}

// Four phases, and quarters whose codes say nothing.
kind quarterly()
{
    kind rules;
    rules.phases = {{"dini", {"Deteksi dini", "Early detection"}},
                    {"cepat", {"Tanggap cepat", "Quick response"}},
                    {"dampingan", {"Pendampingan", "Accompaniment"}},
                    {"berdaya", {"Pemberdayaan", "Empowerment"}}};
    rules.periods = {quarter("q1", {"Triwulan I", "First quarter"}),
                     quarter("q2", {"Triwulan II", "Second quarter"}),
                     quarter("q3", {"Triwulan III", "Third quarter"}), quarter("q4", {})};
    rules.roles = {{"staf_ahli_hukum", {"Staf Ahli Bidang Hukum", "Adviser on law"}}};
    rules.approval_chain = {{"paraf", "staf_ahli_hukum", 1, {"Paraf hukum", "Legal initials"}}};
    rules.evidence_kinds = {{"sertifikat", {"Sertifikat", "Certificate"}}};
    return rules;
}

std::optional<std::size_t> place_of(std::string_view heading)
{
    const auto named = period_named(heading, frame_of(quarterly()).periods);
    return named ? named->index : std::nullopt;
}

} // namespace

TEST_CASE("what a kind calls its own is said in its words, and else by the code")
{
    const kind rules = quarterly();
    CHECK(phase_title(rules, "dini") == bilingual{"Deteksi dini", "Early detection"});
    CHECK(phase_title(rules, "prevention") == "prevention");
    CHECK(period_title(rules, "q2").in("en") == "Second quarter");
    CHECK(period_title(rules, "q4") == "q4");
    CHECK(evidence_title(rules, "sertifikat").id == "Sertifikat");
    CHECK(evidence_title(rules, "foto") == "foto");
    CHECK(stage_title(rules, "paraf").en == "Legal initials");
    CHECK(role_of_kind(rules, "staf_ahli_hukum").id == "Staf Ahli Bidang Hukum");
    CHECK(role_of_kind(rules, "secretariat").empty());
    CHECK(place_of_period(rules, "q3") == 2);
    CHECK(place_of_period(rules, "B04") == 4);
}

TEST_CASE("a plan of several years says them all, and its periods say theirs")
{
    kind rules = quarterly();
    CHECK(period_title(rules, "q2", 2026).en == "Second quarter");
    CHECK(years_of_period(rules, "q2", 2026) == "2026");
    CHECK(shown_years(2026, 1) == "2026");
    CHECK(shown_years(2026, 3) == "2026–2028");
    rules.years = 2;
    rules.periods[1].to.years_later = 1;
    rules.periods[2].from.years_later = rules.periods[2].to.years_later = 1;
    CHECK(period_title(rules, "q1", 2026) == bilingual{"Triwulan I 2026", "First quarter 2026"});
    CHECK(period_title(rules, "q2", 2026).en == "Second quarter 2026–2027");
    CHECK(period_title(rules, "q3", 2026).en == "Third quarter 2027");
    CHECK(period_title(rules, "q9", 2026) == "q9 2026–2027"); // of another version of the kind
}

TEST_CASE("a column names a period by its word in either language, by its code, or as offices do")
{
    for (const auto* heading :
         {"Target Triwulan II", "TRIWULAN II", "Second quarter", "target q2", "Target TW 2",
          "Triwulan 2", "Triwulan II 2026", "Sasaran Triwulan II (Apr-Jun)"}) {
        CAPTURE(heading);
        CHECK(place_of(heading) == 1);
    }
    CHECK(place_of("Triwulan III") == 2);
    CHECK_FALSE(place_of("Triwulan II (Realisasi)"));
    CHECK_FALSE(place_of("Indikator"));
    CHECK(period_named("Target TW 5", frame_of(quarterly()).periods)); // a period, but none of it
}

TEST_CASE("a text names the phase whose word it holds, the longest of several")
{
    const auto phases = quarterly().phases;
    CHECK(phase_named("A. TAHAP DETEKSI DINI", phases) == "dini");
    CHECK(phase_named("Quick response", phases) == "cepat");
    CHECK(phase_named("berdaya", phases) == "berdaya");
    CHECK_FALSE(phase_named("Pencegahan", phases));
    const std::vector<coded> stages{{"t1", {"Tahap 1", "Stage 1"}},
                                    {"t10", {"Tahap 10", "Stage 10"}}};
    CHECK(phase_named("Tahap 10", stages) == "t10");
    CHECK(phase_named("II. Tahap 10: penutup", stages) == "t10");
    CHECK(phase_named("Tahap 1", stages) == "t1");
}

TEST_CASE(
    "a matrix of four phases and titled quarters is written in the kind's words and read back")
{
    const auto frame = frame_of(quarterly());
    std::vector<matrix_row> rows;
    for (const auto& phase : frame.phases) {
        matrix_row row;
        row.number = static_cast<int>(rows.size()) + 1;
        row.phase = phase.code;
        row.title = "Aksi " + std::to_string(row.number);
        row.targets = {{"q1", "1", 1.0, "desa"}, {"q3", "3", 3.0, "desa"}};
        rows.push_back(std::move(row));
    }
    const auto page = sheet_of(rows, frame);
    const auto texts = [&](std::size_t row) {
        std::vector<std::string> out;
        for (const auto& cell : page.rows.at(row).cells) out.push_back(cell.text);
        return out;
    };
    const auto header = texts(0), last = texts(4);
    CHECK(std::count(header.begin(), header.end(), "Target Triwulan III") == 1);
    CHECK(last.at(1) == "Pemberdayaan");
    const auto reading = read_matrix(page, frame);
    REQUIRE(reading.problems.empty());
    CHECK(matrix_samples::without_places(reading.rows) == rows);
}

TEST_CASE("what is wrong with a sheet is said in the kind's words")
{
    const auto frame = frame_of(quarterly());
    matrix_row row;
    row.number = 1;
    row.phase = "dini";
    row.title = "Aksi";
    row.targets = {{"q1", "1", 1.0, "desa"}};
    auto page = sheet_of({row}, frame);
    page.rows[1].cells[1].text = "Pencegahan";
    const auto reading = read_matrix(page, frame);
    REQUIRE(reading.problems.size() == 1);
    CHECK(say("id", reading.problems[0].detail)
              .find("Deteksi dini, Tanggap cepat, Pendampingan, Pemberdayaan") !=
          std::string::npos);
    CHECK(say("en", reading.problems[0].detail).find("Early detection, ") != std::string::npos);
}
