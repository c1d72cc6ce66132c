// Every notice and every reminder, as each post that gets it reads it: the whole mail in both
// languages, held against mails.golden. A change there is to be read as its recipient would.
#include "notifications/render.hpp"
#include "tests/support/catch.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/reminding/told_words.hpp"
#include "workflow/words/sentences.hpp"
#include <fstream>
#include <set>
#include <sstream>

using namespace notifications;
using namespace std::chrono;

namespace {

struct told_case {
    std::string rule; // an event, or a step of the ladder
    std::string resource;
    std::string matter;
    std::string role;
};

// clang-format off
const std::vector<told_case> cases{
    {"H-7", "targets",   "report",  "agency_staff"},
    {"H-7", "targets",   "report",  "agency_head"},
    {"H+7", "targets",   "report",  "secretariat"},
    {"H-7", "targets",   "revise",  "agency_staff"},
    {"H-7", "targets",   "revise",  "agency_head"},
    {"H+7", "targets",   "revise",  "secretariat"},
    {"H-7", "targets",   "endorse", "agency_head"},
    {"H+7", "targets",   "endorse", "secretariat"},
    {"H-7", "targets",   "sign_off", "secretariat"},
    {"H-7", "targets",   "accept",  "secretariat"},
    {"H-7", "reviews",   "review",  "agency_head"},
    {"H+7", "reviews",   "review",  "secretariat"},
    {"H-7", "approvals", "approve", "sahli"},
    {"H-7", "approvals", "approve", "staf_ahli_hukum"},
    {"H+7", "approvals", "approve", "secretariat"},
    {"H-7", "plans",     "submit",  "secretariat"},
    {"H-7", "plans",     "revise",  "secretariat"},
    {"H-7", "plans",     "repair",  "secretariat"},
    {"H-7", "plans",     "adopt",   "secretariat"},
    {"H-7", "reports",   "compile", "secretariat"},
    {"H-7", "reports",   "receive", "parent"},
    {"H-7", "reports",   "revise",  "secretariat"},
    {"review_requested",   "reviews",   "", "agency_head"},
    {"changes_requested",  "reviews",   "", "secretariat"},
    {"approval_requested", "approvals", "", "sahli"},
    {"approval_requested", "approvals", "", "staf_ahli_hukum"},
    {"plan_approved",      "plans",     "", "secretariat"},
    {"plan_returned",      "plans",     "", "secretariat"},
    {"plan_refused",       "plans",     "", "secretariat"},
    {"plan_adopted",       "plans",     "", "secretariat"},
    {"plan_adopted",       "plans",     "", "agency_head"},
    {"plan_adopted",       "plans",     "", "agency_staff"},
    {"plan_adopted",       "plans",     "", "observer"},
    {"target_opened",      "targets",   "", "agency_staff"},
    {"target_opened",      "targets",   "", "agency_head"},
    {"target_reopened",    "targets",   "", "agency_staff"},
    {"target_reopened",    "targets",   "", "agency_head"},
    {"target_revised",     "targets",   "", "agency_staff"},
    {"target_revised",     "targets",   "", "agency_head"},
    {"target_returned",    "targets",   "", "agency_staff"},
    {"target_returned",    "targets",   "", "agency_head"},
    {"report_submitted",   "reports",   "", "parent"},
    {"report_received",    "reports",   "", "secretariat"},
    {"report_returned",    "reports",   "", "secretariat"},
};
// clang-format on

bool has_reason(const std::string& rule)
{
    static const std::set<std::string> given{"changes_requested", "plan_returned",
                                             "plan_refused",      "target_reopened",
                                             "target_returned",   "report_returned"};
    return given.contains(rule);
}

// A parent's secretariat is that of another region than the plan's.
std::string post_of(const told_case& c)
{
    if (c.role == "parent") return "Nasional (Kemendagri)";
    return c.role.starts_with("agency_") ? "Dinas Sosial" : "Kalimantan Tengah";
}

std::string role_of(const told_case& c)
{
    return c.role == "parent" ? "secretariat" : c.role;
}

// Roles of kinds of plan, as these call them.
workflow::bilingual called_of(const std::string& role)
{
    if (role == "sahli") return {"Staf Ahli (Sahli)", "Governor's adviser (Sahli)"};
    if (role == "staf_ahli_hukum") return {"Staf Ahli Bidang Hukum", "Adviser on law"};
    return {};
}

digest_item item_of(const told_case& c)
{
    digest_item item;
    auto& what = item.what;
    what.rule = c.rule;
    what.resource = c.resource;
    what.matter = c.matter;
    what.title = c.resource == "targets" ? "Pelatihan deteksi dini – B04" : "RAD PKS 2026";
    what.region.name = "Kalimantan Tengah";
    if (c.resource == "targets" || c.resource == "reviews") what.agency = "Dinas Sosial";
    if (c.resource != "reports" && c.resource != "plans") what.due = 2026y / April / 23;
    item.days_left = c.rule == "H+7" ? -5 : 5;
    what.round = c.matter == "revise" && c.resource == "targets" ? 2 : 1;
    item.link = "https://rampung.example.go.id/tugas/" + c.resource + "/1";
    if (has_reason(c.rule)) what.reason = "Satuan belum tepat";
    what.post = {role_of(c), post_of(c), called_of(c.role)};
    return item;
}

rendering mail_of(const told_case& c, const std::string& locale)
{
    return render({.message_key = "key",
                   .recipient = "Siti Aminah",
                   .locale = locale,
                   .zone = "Asia/Jakarta",
                   .at = sys_days{2026y / April / 16} + minutes{30},
                   .immediate = !workflow::is_reminder(c.rule),
                   .inbox_link = "https://rampung.example.go.id/tugas",
                   .items = {item_of(c)}});
}

std::string title_of(const told_case& c, const std::string& locale)
{
    return "=== " + c.rule + ' ' + c.resource + (c.matter.empty() ? "" : ' ' + c.matter) + " to " +
           c.role + " in " + locale + '\n';
}

std::string all_mails()
{
    std::string out;
    for (const auto& c : cases)
        for (const auto* locale : {"id", "en"}) {
            const auto mail = mail_of(c, locale);
            out += title_of(c, locale) + "Subject: " + mail.subject + "\n\n" + mail.text + '\n';
        }
    return out;
}

std::string contents_of(const std::string& path)
{
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != text.npos;
}

} // namespace

TEST_CASE("every mail to every post reads as it was agreed, whole and in both languages")
{
    const auto mails = all_mails();
    const std::string golden = RAMPUNG_SOURCE_DIR "/tests/notifications/mails.golden";
    if (mails != contents_of(golden)) std::ofstream("mails.actual") << mails;
    INFO("if the change is meant, read mails.actual as its recipients and put it in the place of "
         << golden);
    CHECK((mails == contents_of(golden)));
}

TEST_CASE("each mail names its recipient's own post once, and no other")
{
    for (const auto& c : cases) {
        INFO(title_of(c, "both"));
        const auto id = mail_of(c, "id").text, en = mail_of(c, "en").text;
        const std::map<std::string, std::pair<std::string, std::string>> posts{
            {"agency_staff", {"Sebagai staf Dinas Sosial,", "As staff of Dinas Sosial you"}},
            {"agency_head", {"Sebagai pimpinan Dinas Sosial,", "As head of Dinas Sosial you"}},
            {"secretariat",
             {"Sebagai sekretariat Tim Terpadu Kalimantan Tengah,",
              "As secretariat of the integrated team of Kalimantan Tengah you"}},
            {"parent",
             {"Sebagai sekretariat Tim Terpadu Nasional (Kemendagri),",
              "As secretariat of the integrated team of Nasional (Kemendagri) you"}},
            {"sahli",
             {"Sebagai Staf Ahli (Sahli) Kalimantan Tengah,",
              "As Governor's adviser (Sahli) of Kalimantan Tengah you"}},
            {"staf_ahli_hukum",
             {"Sebagai Staf Ahli Bidang Hukum Kalimantan Tengah,",
              "As Adviser on law of Kalimantan Tengah you"}},
            {"observer",
             {"Sebagai pengamat Kalimantan Tengah,", "As observer of Kalimantan Tengah you"}}};
        for (const auto& [role, words] : posts) {
            CHECK(holds(id, words.first) == (role == c.role));
            CHECK(holds(en, words.second) == (role == c.role));
        }
        for (const auto& text : {id, en}) CHECK_FALSE(holds(text, "{"));
        CHECK(holds(id, "Alasan: Satuan belum tepat") == has_reason(c.rule));
        CHECK(holds(en, "Reason: Satuan belum tepat") == has_reason(c.rule));
        CHECK(holds(mail_of(c, "id").html, "Sebagai "));
    }
}

TEST_CASE("a mail says that silence is consent, with the days until then, only where it is")
{
    const told_case review{"H-7", "reviews", "review", "agency_head"};
    CHECK_FALSE(holds(mail_of(review, "id").text, "dianggap disetujui"));
    for (const auto& [locale, sentence] :
         {std::pair{"id",
                    "Tanpa jawaban sampai Kamis, 23 April 2026 (5 hari kerja lagi), rancangan "
                    "ini dianggap disetujui."},
          {"en", "Without an answer until Thursday, 23 April 2026 (5 working days left) this draft "
                 "counts as agreed to."}}) {
        auto item = item_of(review);
        item.what.silence_consents = true;
        const auto mail = render({.message_key = "key",
                                  .recipient = "Siti Aminah",
                                  .locale = locale,
                                  .zone = "Asia/Jakarta",
                                  .at = sys_days{2026y / April / 16} + minutes{30},
                                  .items = {item}});
        CHECK(holds(mail.text, sentence));
        CHECK(holds(mail.html, sentence));
    }
}

TEST_CASE("a title that differs by language is said in the reader's")
{
    auto c = cases.front();
    auto item = item_of(c);
    item.what.title = {"Pelatihan – Triwulan I", "Pelatihan – Quarter I"};
    const auto mail = [&](const char* locale) {
        return render({.locale = locale, .zone = "Asia/Jakarta", .items = {item}}).text;
    };
    CHECK(holds(mail("id"), "Pelatihan – Triwulan I"));
    CHECK(holds(mail("en"), "Pelatihan – Quarter I"));
}

TEST_CASE("nobody is asked for what their post cannot do")
{
    for (const auto& c : cases) {
        INFO(title_of(c, "both"));
        const auto mail = mail_of(c, "id");
        if (role_of(c) == "secretariat") CHECK_FALSE(holds(mail.text, "Mohon laporkan capaian"));
        if (role_of(c) == "secretariat") CHECK_FALSE(holds(mail.text, "Mohon telaah"));
        if (role_of(c) == "secretariat") CHECK_FALSE(holds(mail.text, "Mohon putusan"));
        if (c.role.starts_with("agency_")) CHECK_FALSE(holds(mail.text, "mengajukannya"));
    }
}

TEST_CASE("no sentence of the mails is left unread by these cases")
{
    std::set<std::string> said;
    for (const auto& c : cases)
        said.insert(workflow::why_key_of({.rule = c.rule,
                                          .resource = c.resource,
                                          .post = {role_of(c), "x", {}},
                                          .matter = c.matter,
                                          .region = {.code = {}, .name = "r", .zone = {}},
                                          .agency = "a"}));
    for (const auto part : workflow::all_wordings())
        for (const auto& each : part)
            if (each.key.starts_with("mail_can_") && each.key != "mail_can_other") {
                INFO(each.key);
                CHECK(said.contains(std::string(each.key)));
            }
    CHECK_FALSE(said.contains("mail_can_other"));
}
