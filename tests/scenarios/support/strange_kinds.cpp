// Requests in the order in which offices make them, with the roles that each kind names.
#include "tests/scenarios/support/strange_kinds.hpp"
#include "tests/scenarios/support/mail_box.hpp"
#include "tests/scenarios/support/plan_life.hpp"
#include <thread>

namespace scenarios {
namespace {

using namespace std::chrono_literals;

std::vector<std::string> numbered(const std::string& letter, int count, int digits)
{
    std::vector<std::string> out;
    for (int i = 1; i <= count; ++i)
        out.push_back(letter + (digits == 2 && i < 10 ? "0" : "") + std::to_string(i));
    return out;
}

std::string sheet_of(const strange_kind& kind)
{
    std::string out = "No,Bidang/Tahap,Rencana Aksi,Penanggung Jawab,Kriteria Keberhasilan";
    for (const std::string& code : kind.periods) out += ",Target " + code;
    out += ",Satuan\n";
    for (const char* number : {"1", "2"}) {
        out += std::string(number) + "," + kind.phase + ",Pendampingan desa " + number +
               ",DP3APPKB,Desa didampingi";
        for (std::size_t i = 0; i < kind.periods.size(); ++i) out += ",10";
        out += ",desa\n";
    }
    return out;
}

} // namespace

const std::vector<strange_kind>& strange_kinds()
{
    static const std::vector<strange_kind> kinds{
        {.name = "rad_kuartal",
         .periods = numbered("Q", 4, 1),
         .phase = "Pemulihan Pascakonflik",
         .chain = {"bappeda", "sekda", "kepala_daerah"},
         .head_reports = false,
         .reported = {"Q1", "Q2", "Q3"},
         .class_at_nine_tenths = "berjalan",
         .reminded_of = "2026-10-15",
         .next_periods = {"SM1", "SM2"},
         .next_phase = "cessation",
         .next_role = "pengawas"},
        {.name = "rad_bulanan",
         .periods = numbered("M", 12, 2),
         .phase = "Pencegahan Konflik",
         .chain = {"camat"},
         .head_reports = true,
         .reported = {"M03", "M06", "M09"},
         .class_at_nine_tenths = "tidak",
         .reminded_of = "2026-12-10",
         .next_periods = {"T1", "T2", "T3"},
         .next_phase = "recovery",
         .next_role = "asisten"},
        {.name = "rad_dwitahun",
         .periods = numbered("S", 4, 1),
         .phase = "Pencegahan Konflik",
         .chain = {"inspektur", "sahli"},
         .head_reports = false,
         .reported = {"S1", "S2", "S2"},
         .class_at_nine_tenths = "di_bawah",
         .reminded_of = "2027-01-15",
         .next_periods = {"Y1", "Y2"},
         .next_phase = "cessation",
         .next_role = "dewan"},
    };
    return kinds;
}

void kinds_folder::clear()
{
    for (const auto& file : std::filesystem::directory_iterator(folder_.path()))
        std::filesystem::remove(file.path());
}

void kinds_folder::fill(const std::string& from)
{
    clear();
    const auto source = std::filesystem::path(RAMPUNG_SOURCE_DIR) / "tests/data/kinds" / from;
    for (const auto& file : std::filesystem::directory_iterator(source))
        if (file.path().extension() == ".json")
            std::filesystem::copy_file(file.path(), folder_ / file.path().filename().string());
}

strange_plan::strange_plan(district& here, const strange_kind& kind) : here_(here), kind_(kind)
{
    for (const std::string& role : kind.chain)
        if (role != "sahli") here.appoint_to_region(role);
    id_ = text(keeper().make("/plans", {{"kind", kind.name},
                                        {"region", here.region()},
                                        {"year", 2026},
                                        {"title", "Rencana " + kind.name}}),
               "id");
}

void strange_plan::import_matrix()
{
    const auto answer =
        keeper().send("POST", "/plans/" + id_ + "/import?format=csv", sheet_of(kind_),
                      {{"Content-Type", "application/octet-stream"}});
    REQUIRE(expect(200, answer, "import").at("accepted").to_number<int>() == 2);
}

void strange_plan::go_through_review_and_chain()
{
    keeper().done("plans", id_, "submit");
    for (const json::value& review : keeper().all("/plans/" + id_ + "/reviews"))
        if (text(review, "state") == "pending")
            here_.as(here_.head_of(text(review.at("agency"), "id")))
                .done("reviews", text(review, "id"), "confirm");
    for (const std::string& role : kind_.chain) {
        INFO(role);
        // Acts on the mail: of what was done before it left nobody is told.
        CHECK(was_told(here_.at(), keeper(), id_, here_.user(role), here_.address(role)));
        int asked = 0;
        for (const json::value& stage : here_.as(role).all("/plans/" + id_ + "/approvals"))
            if (text(stage, "state") == "pending") {
                here_.as(role).done("approvals", text(stage, "id"), "approve");
                ++asked;
            }
        CHECK(asked == 1); // each after the one before it
    }
}

void strange_plan::adopt()
{
    const auto adopted =
        keeper().done("plans", id_, "adopt",
                      {{"decree_number", "188.45/12/2026"}, {"decree_date", "2026-03-09"}});
    CHECK(text(adopted.at("resource"), "state") == "in_force");
}

void strange_plan::amend()
{
    keeper().done("plans", id_, "amend");
    const auto rows = keeper().all("/plans/" + id_ + "/actions");
    keeper().change("/actions/" + text(rows.at(0), "id"),
                    {{"success_criterion", "Desa didampingi tiap bulan"}});
    go_through_review_and_chain();
    adopt();
}

// The clerk opens it with its next look.
json::object strange_plan::await_open(const std::string& period)
{
    const std::string list = "/targets?plan=" + id_ + "&period=" + period + "&state=open";
    const auto until = std::chrono::steady_clock::now() + 60s;
    for (json::array found; std::chrono::steady_clock::now() < until;) {
        found = keeper().all(list);
        if (!found.empty()) return found.at(0).as_object();
        // tidy allows no_sleep: the question is asked again, the pause only spares the processor
        std::this_thread::sleep_for(50ms);
    }
    throw std::runtime_error("no target of " + period + " came to be open");
}

void strange_plan::show_checklist(person& staff, const std::string& target)
{
    const json::object seen = staff.see("/targets/" + target);
    for (const json::value& item : seen.at("evidence_checklist").as_array())
        staff.upload("/targets/" + target + "/evidence",
                     {"bukti.pdf",
                      pdf(text(item, "code")),
                      {{"kind", text(item, "kind")}, {"item", text(item, "code")}}});
}

json::object strange_plan::report(const std::string& period)
{
    const std::string target = text(await_open(period), "id");
    person& staff = here_.as(kind_.head_reports ? "kepala.dp3appkb" : "staf.dp3appkb");
    show_checklist(staff, target);
    report_target(staff, target, "Sembilan desa");
    here_.as("kepala.dp3appkb").done("targets", target, "endorse");
    const auto signed_off = keeper().done(
        "targets", target, "sign_off", {{"scores", {{"administration", 90}, {"substance", 80}}}});
    return signed_off.at("resource").as_object();
}

void strange_plan::answer_questions(const std::string& report)
{
    json::object answers;
    const json::object seen = keeper().see("/reports/" + report);
    for (const json::value& each : seen.at("questions").as_array())
        answers[text(each, "code")] = "Jalan terputus";
    if (!answers.empty()) keeper().change("/reports/" + report, {{"answers", std::move(answers)}});
}

void strange_plan::report_to_region_above(const std::string& period)
{
    const auto reports = keeper().all("/reports?region=" + here_.region() + "&kind=" + kind_.name +
                                      "&period=" + period);
    REQUIRE(reports.size() == 1);
    const std::string id = text(reports[0], "id");
    json::array declared;
    const json::object seen = keeper().see("/reports/" + id);
    for (const json::value& gap : seen.at("gaps").as_array())
        declared.push_back({{"id", gap.at("id")}, {"reason", "Masih berjalan"}});
    answer_questions(id);
    keeper().done("reports", id, "submit", {{"gaps", std::move(declared)}});
    person& province = here_.at().as("sekretariat.kalteng");
    const auto received = province.done("reports", id, "receive");
    CHECK(text(received.at("resource"), "state") == "received");
}

std::vector<std::string> codes_of(const json::value& periods)
{
    std::vector<std::string> out;
    for (const json::value& each : periods.as_array()) out.push_back(text(each, "code"));
    return out;
}

} // namespace scenarios
