// What mails say, read as people would read them.
#include "notifications/render.hpp"
#include "notifications/attempts.hpp"
#include "notifications/mime.hpp"
#include "tests/support/catch.hpp"
#include "workflow/words/sentences.hpp"

using namespace notifications;
using namespace std::chrono;

namespace {

digest_item target_due(workflow::date due, int days_left)
{
    return {.what = {.rule = "H-14",
                     .resource = "targets",
                     .due = due,
                     .post = {"agency_staff", "Dinas Sosial"},
                     .matter = "report",
                     .region = {.code = "62", .name = "Kalimantan Tengah", .zone = {}},
                     .title = "1.2 Pelatihan deteksi dini (B04)",
                     .agency = "Dinas Sosial"},
            .days_left = days_left,
            .link = "https://rampung.example.go.id/tugas/targets/t1"};
}

digest digest_of(std::vector<digest_item> items, const std::string& locale = "id")
{
    return {.message_key = "digest|u1|2026-04-16",
            .recipient = "Siti Aminah",
            .locale = locale,
            .zone = "Asia/Jakarta",
            .at = sys_days{2026y / April / 16} + minutes{30},
            .inbox_link = "https://rampung.example.go.id/tugas",
            .items = std::move(items)};
}

const std::string footer =
    "Surel ini dikirim otomatis oleh Rampung; mohon tidak dibalas. Bila tugas ini sudah "
    "berpindah, mohon teruskan kepada pejabat penggantinya.\n";

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != text.npos;
}

std::size_t count_of(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

} // namespace

TEST_CASE("a digest with one reminder, word by word")
{
    const auto mail = render(digest_of({target_due(2026y / April / 30, 10)}));
    CHECK(mail.subject == "Kalimantan Tengah: Mohon laporkan capaian, 10 hari kerja lagi – "
                          "1.2 Pelatihan deteksi dini (B04)");
    CHECK(mail.text == R"(Yth. Bapak/Ibu Siti Aminah,

Mohon perhatian Bapak/Ibu atas tugas berikut (keadaan pada Kamis, 16 April 2026 pukul 07.30 WIB):

1. Mohon laporkan capaian: 1.2 Pelatihan deteksi dini (B04)
   Kalimantan Tengah · Dinas Sosial
   Tenggat: Kamis, 30 April 2026 pukul 24.00 WIB (10 hari kerja lagi)
   Buka: https://rampung.example.go.id/tugas/targets/t1
)"
                       "   Sebagai staf Dinas Sosial, Bapak/Ibu dapat mengisi capaian beserta data "
                       "dukungnya lalu melaporkannya.\n"
                       R"(
Untuk disalin ke WhatsApp:

*Pengingat RAD Kalimantan Tengah*
1. Mohon laporkan capaian: 1.2 Pelatihan deteksi dini (B04) – 30 April 2026, 10 hari kerja lagi
https://rampung.example.go.id/tugas/targets/t1

-- 
Tautan hanya membuka halaman; tidak ada yang berubah sebelum Bapak/Ibu masuk dan bertindak.
)" + footer);
}

TEST_CASE("the same in English, with the date as the recipient's language has it")
{
    auto item = target_due(2026y / August / 31, 1);
    item.what.post.role = "agency_head";
    const auto mail = render(digest_of({item}, "en"));
    CHECK(mail.subject == "Kalimantan Tengah: Please report the achievement, 1 working day left – "
                          "1.2 Pelatihan deteksi dini (B04)");
    CHECK(holds(mail.text, "Dear Siti Aminah,"));
    CHECK(holds(mail.text, "Due: Monday, 31 August 2026, 24:00 WIB (1 working day left)"));
    CHECK(holds(mail.text, "As head of Dinas Sosial you can report this achievement, have your "
                           "staff report it, or declare that it cannot be carried out."));
    CHECK(holds(mail.html, "<html lang=\"en\">"));
    CHECK_FALSE(holds(mail.text, "Bapak"));
}

TEST_CASE("several reminders: the most urgent comes first and is named in the subject")
{
    auto late = target_due(2026y / April / 13, -3);
    late.what.title = "late";
    auto undated = target_due(2026y / April / 1, 0);
    undated.what.due.reset();
    undated.what.title = "undated";
    const auto mail = render(digest_of(
        {undated, target_due(2026y / April / 30, 10), late, target_due(2026y / April / 16, 0)}));
    CHECK(mail.subject == "Kalimantan Tengah: 1 tugas terlambat, 3 tugas lain");
    CHECK(holds(mail.text, "1. Mohon laporkan capaian: late"));
    CHECK(holds(mail.text, "(hari ini)"));
    CHECK(holds(mail.text, "4. Mohon laporkan capaian: undated"));
}

TEST_CASE("a subject counts as late only what is late")
{
    const auto subject = [](const std::vector<int>& days, const std::string& locale = "id") {
        std::vector<digest_item> items;
        for (const int left : days)
            items.push_back(target_due(
                workflow::date{sys_days{2026y / April / 16} + std::chrono::days{left}}, left));
        return render(digest_of(items, locale)).subject.substr(19);
    };
    CHECK(subject({-2, 10, 10, 10, 10, 10, 10, 10, 10}) == "1 tugas terlambat, 8 tugas lain");
    CHECK(subject({-2, -1, 10}) == "2 tugas terlambat, 1 tugas lain");
    CHECK(subject({-2, -1}) == "2 tugas terlambat");
    CHECK(subject({-2, -2}) == "2 tugas, terlambat 2 hari kerja");
    CHECK(subject({3, 10}) == "2 tugas, yang terdekat 3 hari kerja lagi");
    CHECK(subject({3, 3}) == "2 tugas, 3 hari kerja lagi");
    CHECK(subject({-2, -1, 10}, "en") == "2 tasks late, 1 more");
    CHECK(subject({0, 10}, "en") == "2 tasks, the first today");
}

TEST_CASE("a notice tells what happened, why, and keeps the order of events")
{
    auto returned = target_due(2026y / April / 23, 5);
    returned.what.rule = "target_returned";
    returned.what.round = 2;
    returned.what.reason = "Data dukung\nkegiatan lain";
    auto digest = digest_of({returned});
    digest.immediate = true;
    const auto mail = render(digest);
    CHECK(mail.subject.starts_with("Kalimantan Tengah: Laporan target dikembalikan, 5 hari"));
    CHECK(holds(mail.text, "Mohon perhatian Bapak/Ibu atas perkembangan berikut"));
    CHECK(holds(mail.text, "(putaran 2)"));
    CHECK(holds(mail.text, "Alasan: Data dukung kegiatan lain\n"));
    CHECK(holds(mail.whatsapp, "*Kabar RAD Kalimantan Tengah*"));
    digest.items.push_back(target_due(2026y / April / 1, -1));
    CHECK(render(digest).subject == "Kalimantan Tengah: 2 pemberitahuan");
    CHECK(holds(render(digest).text, "1. Laporan target dikembalikan"));
}

TEST_CASE("every event and resource of the machines has words of its own")
{
    for (const auto* event :
         {"review_requested", "changes_requested", "approval_requested", "plan_returned",
          "plan_refused", "plan_approved", "plan_adopted", "target_opened", "target_returned",
          "target_reopened", "target_revised", "report_submitted", "report_received",
          "report_returned"}) {
        INFO(event);
        CHECK(workflow::find_wording(std::string("mail_event_") + event) != nullptr);
    }
    for (const auto* resource : {"targets", "reviews", "approvals", "plans", "reports"}) {
        INFO(resource);
        CHECK(workflow::find_wording(std::string("mail_ask_") + resource) != nullptr);
    }
    auto item = target_due(2026y / April / 30, 10);
    item.what.rule = "something_new";
    item.what.post.role = "governor";
    const auto mail = render(digest_of({item}));
    CHECK(holds(mail.text, "Ada perkembangan: 1.2"));
    CHECK(holds(mail.text, "Bapak/Ibu menerima ini karena tercatat pada tugas ini."));
}

TEST_CASE("in HTML text stays text, and only web links are links")
{
    auto item = target_due(2026y / April / 30, 10);
    item.what.title = "<script>alert(1)</script> & \"x\" 'y'";
    item.what.reason = "</p><img src=x>";
    item.what.region.name = "<b>";
    item.what.agency = "</li>";
    auto digest = digest_of({item});
    digest.recipient = "<i>Siti</i>";
    SECTION("markup is escaped everywhere")
    {
        const auto html = render(digest).html;
        for (const auto* tag : {"<script", "<img", "<b>", "<i>"}) {
            INFO(tag);
            CHECK_FALSE(holds(html, tag));
        }
        CHECK(count_of(html, "</li>") == 1);
        CHECK(holds(html, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; &#39;y&#39;"));
        CHECK(holds(html, "<a href=\"https://rampung.example.go.id/tugas/targets/t1\">"));
    }
    SECTION("a link of another kind is left out")
    {
        for (const auto* link : {"javascript:alert(1)", "", "https://a b", "https://a\nb", "//a"}) {
            digest.items[0].link = link;
            const auto mail = render(digest);
            INFO(link);
            CHECK_FALSE(holds(mail.html, "<a "));
            CHECK_FALSE(holds(mail.text, "Buka:"));
        }
    }
}

TEST_CASE("names and reasons that begin with @ are text and no keys of sentences")
{
    auto item = target_due(2026y / April / 30, 10);
    item.what.title = "@judul";
    item.what.reason = "@dinas mohon diperbaiki";
    auto digest = digest_of({item});
    digest.recipient = "@siti";
    const auto mail = render(digest);
    CHECK(holds(mail.text, "Yth. Bapak/Ibu @siti,"));
    CHECK(holds(mail.text, "Alasan: @dinas mohon diperbaiki"));
    CHECK(mail.subject.ends_with("– @judul"));
}

TEST_CASE("a flood is summed up at the limit, with the way to the rest")
{
    const std::vector<digest_item> full(digest_items_max, target_due(2026y / April / 30, 10));
    const auto at_limit = render(digest_of(full));
    CHECK(count_of(at_limit.html, "<li>") == digest_items_max);
    CHECK_FALSE(holds(at_limit.html, "<p>… dan"));
    auto more = full;
    more.resize(digest_items_max + 12, full.front());
    const auto above = render(digest_of(more));
    CHECK(count_of(above.html, "<li>") == digest_items_max);
    CHECK(holds(above.html, "<p>… dan 12 lagi"));
    CHECK(holds(above.text, "\n… dan 12 lagi: https://rampung.example.go.id/tugas\n"));
    CHECK(above.subject == "Kalimantan Tengah: 72 tugas, 10 hari kerja lagi");
}

TEST_CASE("items of several regions name none of them in the subject")
{
    auto other = target_due(2026y / April / 30, 10);
    other.what.region.name = "Kota Palangka Raya";
    const auto mail = render(digest_of({target_due(2026y / April / 30, 10), other}));
    CHECK(mail.subject == "Rampung: 2 tugas, 10 hari kerja lagi");
}

TEST_CASE("a mail composed twice is the same mail, byte by byte")
{
    const auto digest = digest_of({target_due(2026y / April / 30, 10)});
    const mailbox from{"rampung@example.go.id", "Rampung"};
    const mailbox to{"siti@example.go.id", "Siti Aminah"};
    const auto mail = compose(digest, from, to);
    CHECK(mail.message_id == message_id_of("digest|u1|2026-04-16", "example.go.id"));
    CHECK(mail.date == digest.at);
    CHECK(to_mime(mail) == to_mime(compose(digest, from, to)));
}
