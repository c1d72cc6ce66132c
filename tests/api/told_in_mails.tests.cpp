// The life of a plan as it reaches people's mailboxes: everybody is told by the post that they
// hold, and of what they themselves can do.
#include "tests/api/support/mail_desk.hpp"

using namespace std::chrono_literals;
using notifications::mail;
using support::mail_desk;

namespace {

workflow::command_body with_reason(const std::string& reason)
{
    workflow::command_body body;
    body.given = {"reason"};
    body.reason = reason;
    return body;
}

// "Sebagai X, Bapak/Ibu": every X of a mail.
std::set<std::string> posts_named_in(const std::string& text)
{
    std::set<std::string> out;
    const std::string begin = "Sebagai ", end = ", Bapak/Ibu";
    for (auto at = text.find(begin); at != text.npos; at = text.find(begin, at + 1)) {
        const auto from = at + begin.size();
        out.insert(text.substr(from, text.find(end, from) - from));
    }
    return out;
}

const std::map<std::string, std::string> posts_of_people{
    {"ani", "sekretariat Tim Terpadu Kalimantan Tengah"},
    {"budi", "pimpinan Agency health"},
    {"sari", "staf Agency health"},
    {"rina", "pimpinan Agency social"},
    {"omar", "Staf Ahli (Sahli) Kalimantan Tengah"},
    {"citra", "sekretariat Tim Terpadu Nasional"},
    {"fitri", "sekretariat Tim Terpadu Kota Palangka Raya"}};

struct told_life {
    support::office here{support::kind::sqlite_memory};
    mail_desk desk{here};

    void give(const std::string& name, const workflow::subject& about, const std::string& command,
              workflow::command_body body = {})
    {
        const auto done = here.give(name, about, command, std::move(body));
        INFO(command << ": " << (done ? "" : done.error().reason.key));
        REQUIRE(done.has_value());
    }
    // What has left now, by recipient; each names its recipient's own post and nothing else.
    std::map<std::string, mail> told()
    {
        std::map<std::string, mail> out;
        for (const auto& each : desk.send_now()) {
            const auto name = each.to.email.substr(0, each.to.email.find('@'));
            INFO(name << ": " << each.text);
            CHECK(posts_named_in(each.text) == std::set{posts_of_people.at(name)});
            CHECK(each.text.find('{') == std::string::npos);
            out.emplace(name, each);
        }
        return out;
    }
    std::set<std::string> names(const std::map<std::string, mail>& mails)
    {
        std::set<std::string> out;
        for (const auto& [name, each] : mails) out.insert(name);
        return out;
    }
};

using names = std::set<std::string>;

bool holds(const mail& m, const std::string& part)
{
    return m.text.find(part) != m.text.npos;
}

} // namespace

TEST_CASE("from the draft to the adopted plan everybody is told by their own post")
{
    told_life life;
    const auto plan = life.here.draft();
    life.here.submit(plan);
    auto mails = life.told();
    CHECK(life.names(mails) == names{"budi", "rina"});
    CHECK(holds(mails.at("budi"), "dapat mengonfirmasi rancangan ini atau meminta perubahan."));

    const auto review = life.here.load(plan).reviews.at(0);
    const auto head = review.agency.id == "health" ? "budi" : "rina";
    life.give(head, {"reviews", review.id}, "request_changes", with_reason("Satuan keliru"));
    mails = life.told();
    CHECK(life.names(mails) == names{"ani"});
    CHECK(holds(mails.at("ani"), "Alasan: Satuan keliru"));
    CHECK(holds(mails.at("ani"), "memperbaikinya menurut permintaan " + review.agency.name));
    life.give(head, {"reviews", review.id}, "confirm");
    life.here.confirm_all(plan);
    CHECK(life.names(life.told()) == names{"omar"});

    const auto approval = life.here.load(plan).approvals.at(0).id;
    life.give("omar", {"approvals", approval}, "return_for_changes", with_reason("Lokasi kosong"));
    mails = life.told();
    CHECK(life.names(mails) == names{"ani"});
    CHECK(mails.at("ani").subject.find("Rancangan dikembalikan") != std::string::npos);
    CHECK(holds(mails.at("ani"), "Alasan: Lokasi kosong"));

    life.here.submit(plan);
    life.told();
    life.here.approve(plan);
    CHECK(holds(life.told().at("ani"), "menetapkannya dengan nomor dan tanggal SK"));
    life.here.adopt(plan);
    mails = life.told();
    CHECK(life.names(mails) == names{"budi", "rina", "sari"});
    for (const auto* name : {"budi", "rina", "sari"}) {
        CHECK(holds(mails.at(name), "Rencana aksi ditetapkan"));
        CHECK_FALSE(holds(mails.at(name), "pimpinan Kalimantan Tengah"));
    }
}

TEST_CASE("a refused plan carries the reason of who refused it")
{
    told_life life;
    const auto plan = life.here.draft();
    life.here.submit(plan);
    life.here.confirm_all(plan);
    life.desk.send_now();
    const auto approval = life.here.load(plan).approvals.at(0).id;
    life.give("omar", {"approvals", approval}, "refuse", with_reason("Di luar kewenangan"));
    const auto mails = life.told();
    CHECK(holds(mails.at("ani"), "Rancangan ditolak"));
    CHECK(holds(mails.at("ani"), "Alasan: Di luar kewenangan"));
}

TEST_CASE("the ministry is told as the ministry, and can receive the province's report")
{
    told_life life;
    life.desk.set_clock(2026y / 1 / 1, 9, 0);
    const auto plan = life.here.in_force();
    life.desk.send_now();
    const auto report = life.here.load(plan).reports.at(0).id;
    workflow::command_body gaps;
    gaps.given = {"gaps"};
    for (const auto& gap : workflow::gaps_of(life.here.load(plan), life.here.load(plan).reports[0]))
        gaps.gaps.push_back({gap.id, gap.what, "Belum ada"});
    life.give("ani", {"reports", report}, "submit", gaps);
    auto mails = life.told();
    CHECK(life.names(mails) == names{"citra"});
    CHECK(holds(mails.at("citra"),
                "dapat menerima atau mengembalikan laporan Kalimantan Tengah ini."));
    life.give("citra", {"reports", report}, "return_for_changes", with_reason("Rekap kurang"));
    mails = life.told();
    CHECK(life.names(mails) == names{"ani"});
    CHECK(holds(mails.at("ani"), "Alasan: Rekap kurang"));
}

TEST_CASE("a week after the deadline the secretariat is told what it can do, and not to report")
{
    told_life life;
    life.desk.set_clock(2026y / 1 / 1, 9, 0);
    life.here.in_force();
    life.desk.send_now();
    life.desk.tick_at(2026y / 5 / 7, 7, 25);
    life.desk.set_clock(2026y / 5 / 7, 7, 31);
    const auto mails = life.told();
    CHECK(life.names(mails) == names{"ani", "budi", "rina", "sari"}); // B08 has opened, too
    const auto& to_ani = mails.at("ani");
    INFO(to_ani.text);
    CHECK(holds(to_ani, "Capaian belum dilaporkan: Aksi ke-1 – B04"));
    CHECK(holds(to_ani, "dapat mengingatkan Agency health, yang harus melaporkannya."));
    CHECK_FALSE(holds(to_ani, "Mohon laporkan"));
    CHECK(to_ani.subject == "Kalimantan Tengah: 2 tugas terlambat, 1 tugas lain");
    CHECK(holds(to_ani, "Mohon kirim laporan periode: ")); // whose day is the 15th
}
