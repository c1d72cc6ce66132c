// What leaves is what is owed when it leaves: people do their work, dates move, accounts and posts
// end while a mail waits.
#include "tests/api/support/mail_desk.hpp"

using namespace std::chrono_literals;
using support::mail_desk;
using support::recipients_of;
using names = std::multiset<std::string>;

namespace {

workflow::command_body with_reason()
{
    workflow::command_body body;
    body.given = {"reason"};
    body.reason = "Anggaran dialihkan";
    return body;
}

// A plan in force, all that was told on the way has left.
struct spring {
    explicit spring(support::kind which = support::kind::sqlite_memory) : here(which)
    {
        desk.set_clock(2026y / 1 / 1, 9, 0);
        plan = here.in_force();
        desk.work_at(2026y / 1 / 2, 9, 0);
    }

    void give(const std::string& name, const workflow::subject& about, const std::string& command)
    {
        const auto done = here.give(name, about, command, with_reason());
        INFO(command << ": " << (done ? "" : done.error().reason.key));
        REQUIRE(done.has_value());
    }
    workflow::subject target(const std::string& agency, const std::string& period = "B04")
    {
        return {"targets", here.target_of(plan, agency, period)};
    }
    // Why what the ladder was to tell somebody was not told.
    long long dropped(const std::string& recipient, const std::string& why)
    {
        return here.here().count("SELECT COUNT(*) FROM notices WHERE recipient = '" + recipient +
                                 "' AND dropped = '" + why + "' AND rule_name LIKE 'H%'");
    }
    long long messages(const std::string& state)
    {
        return here.here().count("SELECT COUNT(*) FROM messages WHERE state = '" + state + "'");
    }

    support::office here;
    mail_desk desk{here};
    std::string plan;
};

} // namespace

TEST_CASE("a plan that is cancelled before the digest leaves is not asked for")
{
    spring s;
    const auto draft = s.here.draft("62", 2027);
    s.desk.tick_at(2026y / 12 / 1, 7, 25);
    const auto waiting = s.messages("ready");
    CHECK(waiting > 0);
    s.desk.set_clock(2026y / 12 / 1, 7, 27);
    s.give("ani", {"plans", draft}, "cancel");
    for (const auto& mail : s.desk.send_at(2026y / 12 / 1, 7, 31))
        CHECK(mail.text.find("ajukan rancangan") == mail.text.npos);
    CHECK(s.dropped("ani", "overtaken") == 1);
    CHECK(s.messages("ready") == 0);
}

TEST_CASE("after a relay's absence everybody gets one digest, of what is still to be done")
{
    spring s;
    s.desk.way_out.is_away = true;
    for (const unsigned day : {16u, 17u, 20u, 21u, 22u, 23u}) {
        s.desk.work_at(2026y / 4 / day, 7, 25);
        s.desk.work_at(2026y / 4 / day, 7, 35);
        if (day == 20) s.give("rina", s.target("social"), "claim_infeasible");
    }
    CHECK(s.here.here().count("SELECT COUNT(*) FROM messages WHERE recipient = 'sari' AND "
                              "state = 'ready'") == 1); // the digest of H-7 took that of H-14
    s.desk.way_out.is_away = false;
    const auto mails = support::but_to("ani", s.desk.work_at(2026y / 4 / 24, 9, 0));
    CHECK(recipients_of(mails) == names{"budi", "sari"});
    for (const auto& mail : mails) {
        CHECK(support::times_in(mail.text, ". Mohon laporkan capaian: Aksi ke-1 – B04\n") == 1);
        CHECK(mail.text.find("keadaan pada Jumat, 24 April 2026 pukul 09.00 WIB") !=
              mail.text.npos);
        CHECK(mail.text.find("Kamis, 30 April 2026 pukul 24.00 WIB (4 hari kerja lagi)") !=
              mail.text.npos);
    }
    CHECK(s.dropped("rina", "overtaken") == 1);
    CHECK(s.dropped("sari", "gathered") == 1); // the older digest went with the newer
    CHECK(s.dropped("sari", "step") == 1);     // of which only the later step is told
    CHECK(s.messages("ready") == 0);
}

TEST_CASE("a disabled account and a head whose post has ended get nothing")
{
    spring s;
    s.desk.tick_at(2026y / 4 / 23, 7, 25);
    s.here.here().execute("UPDATE users SET disabled = 1 WHERE id = 'sari'");
    s.here.here().execute("UPDATE appointments SET to_day = '2026-04-22' WHERE id = 'p-budi'");
    CHECK(recipients_of(support::but_to("ani", s.desk.send_at(2026y / 4 / 23, 7, 31))) ==
          names{"rina"});
    CHECK(s.dropped("sari", "account") == 1);
    CHECK(s.dropped("budi", "post") == 1);
    CHECK(s.messages("ready") == 0);
}

TEST_CASE("a deadline that moves while the digest waits is not told; it is when it moves back")
{
    spring s;
    s.desk.tick_at(2026y / 4 / 23, 7, 25);
    s.here.here().execute(
        "INSERT INTO period_overrides(region, kind, year, code, from_day, to_day, "
        "cut_off, due, lock_day) VALUES ('62', 'rad_pks', 2026, 'B04', "
        "'2026-01-01', '2026-04-30', '2026-08-20', '2026-08-30', '2026-08-31')");
    CHECK(s.desk.work_at(2026y / 4 / 23, 7, 31).empty());
    CHECK(s.dropped("budi", "deadline") == 1);
    s.here.here().execute("DELETE FROM period_overrides");
    s.desk.tick_at(2026y / 4 / 23, 12, 0);
    const auto mails = support::but_to("ani", s.desk.work_at(2026y / 4 / 24, 7, 31));
    CHECK(recipients_of(mails) == names{"budi", "rina", "sari"});
    CHECK(mails.at(0).text.find("Kamis, 30 April 2026") != std::string::npos);
}

TEST_CASE("one target stands in a digest once")
{
    spring s;
    s.here.here().execute("INSERT INTO holidays(region, day, kind, name) VALUES "
                          "('', '2026-05-01', 'national', 'A')");
    s.here.here().execute(
        "INSERT INTO period_overrides(region, kind, year, code, from_day, to_day, "
        "cut_off, due, lock_day) VALUES ('62', 'rad_pks', 2026, 'B08', "
        "'2026-05-01', '2026-06-03', '2026-06-03', '2026-08-30', '2026-08-31')");
    s.give("rina", s.target("social"), "claim_infeasible");
    s.desk.tick_at(2026y / 5 / 1, 0, 5);                     // B08 opens on a holiday …
    const auto mails = s.desk.work_at(2026y / 5 / 4, 7, 31); // … and this is 30 days before its end
    REQUIRE(recipients_of(mails).contains("sari"));
    for (const auto& mail : mails) {
        INFO(mail.to.email << ' ' << mail.text);
        const auto body = mail.text.substr(0, mail.text.find("WhatsApp"));
        CHECK(support::times_in(body, "– B08\n") <= 1);
    }
    CHECK(s.here.here().count("SELECT COUNT(*) FROM notices WHERE dropped = 'twice' AND "
                              "recipient = 'sari' AND rule_name = 'target_opened'") == 1);
}

TEST_CASE("a request that was answered before its mail left is not asked again")
{
    support::office here(support::kind::sqlite_memory);
    mail_desk desk{here};
    const auto plan = here.draft();
    here.submit(plan);
    here.confirm_all(plan);
    const auto mails = desk.send_now();
    CHECK(recipients_of(mails) == names{"omar"});
    CHECK(here.here().count("SELECT COUNT(*) FROM notices WHERE dropped = 'overtaken' AND "
                            "rule_name = 'review_requested'") == 2);
    CHECK(desk.send_now().empty());
}

TEST_CASE("a target that was returned twice while the relay was away is told of once")
{
    spring s;
    s.desk.tick_at(2026y / 2 / 2, 9, 0);
    s.desk.send_now();
    for (int round = 1; round <= 2; ++round) {
        s.give("budi", s.target("health"), "claim_infeasible");
        s.give("ani", s.target("health"), "return_for_changes");
    }
    const auto mails = s.desk.send_now();
    CHECK(recipients_of(mails) == names{"budi", "sari"});
    CHECK(mails.at(0).text.find("(putaran 3)") != std::string::npos);
    CHECK(s.here.here().count("SELECT COUNT(*) FROM notices WHERE dropped = 'round' AND "
                              "recipient = 'sari' AND rule_name = 'target_returned'") == 1);
}
