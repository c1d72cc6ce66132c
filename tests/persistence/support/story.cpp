// The chapters of the story.
#include "tests/persistence/support/story.hpp"
#include "tests/support/catch.hpp"

namespace support {

using workflow::command_body;
using workflow::subject;

void story::give(const std::string& name, const subject& s, const std::string& command,
                 command_body body)
{
    const auto done = here.give(name, s, command, std::move(body));
    INFO(name << ' ' << command << ' ' << s.resource << ": "
              << (done ? "" : done.error().reason.key));
    REQUIRE(done.has_value());
    after_each(command);
}

void story::tell()
{
    approve_in_rounds();
    work_on_targets();
    amend();
    send_report();
}

std::string story::review_of(const std::string& agency)
{
    for (const auto& r : here.load(plan).reviews)
        if (r.agency.id == agency && r.state != "superseded") return r.id;
    FAIL("no review of " + agency);
    return {};
}

void story::edit(const persistence::revision_key& where, int number, const change_of_action& change)
{
    here.store().write([&](persistence::unit_of_work& unit) {
        for (auto& a : persistence::read_actions(unit, where)) {
            if (a.number != number) continue;
            change(a);
            const auto ids = [this] { return here.new_id(); };
            REQUIRE(persistence::update_action(unit, where, a, ids).has_value());
        }
    });
    after_each("edit");
}

void story::approve_in_rounds()
{
    plan = here.draft();
    const subject it{"plans", plan};
    after_each("begin");
    give("ani", it, "submit");
    give("budi", {"reviews", review_of("health")}, "confirm");
    give("budi", {"reviews", review_of("health")}, "withdraw");
    give("budi", {"reviews", review_of("health")}, "confirm");
    command_body wishes = because("Belum jelas");
    wishes.given.push_back("items");
    wishes.items = {{here.load(plan).current().actions[1].id, "Kabur", "Perjelas"}};
    give("rina", {"reviews", review_of("social")}, "request_changes", wishes);
    give("ani", it, "recall", because("Diperbaiki"));
    edit({plan, 1}, 2, [](workflow::action& a) { a.title = "Aksi yang jelas"; });
    give("ani", it, "submit");
    give("rina", {"reviews", review_of("social")}, "confirm");
    give("omar", {"approvals", here.load(plan).approvals.at(0).id}, "return_for_changes",
         because("Tambah lokasi"));
    edit({plan, 1}, 2, [](workflow::action& a) { a.location = "Sampit"; });
    give("ani", it, "submit");
    give("rina", {"reviews", review_of("social")}, "confirm");
    give("omar", {"approvals", here.load(plan).approvals.at(0).id}, "approve");
    here.adopt(plan);
    after_each("adopt");
}

void story::upload(const std::string& target)
{
    here.store().write([&](persistence::unit_of_work& unit) {
        workflow::evidence file;
        file.id = here.new_id();
        file.kind = "laporan_kegiatan";
        file.classification = "biasa";
        file.name = "laporan.pdf";
        file.media_type = "application/pdf";
        file.size = 7;
        file.sha256 = std::string(64, 'a');
        REQUIRE(persistence::insert_evidence(unit, target, file, office::person("sari").user)
                    .has_value());
        const auto now = persistence::read_target(unit, target);
        REQUIRE(persistence::save_achievement(unit, target,
                                              {.achievement = "Selesai",
                                               .obstacles = {"Hujan"},
                                               .follow_up = {"Lanjut"},
                                               .achieved_quantity = {0.1}},
                                              now->version)
                    .has_value());
    });
    after_each("upload");
}

void story::work_on_targets()
{
    signed_target = here.target_of(plan, "health", "B04");
    infeasible_target = here.target_of(plan, "social", "B04");
    const subject t{"targets", signed_target};
    upload(t.id);
    give("sari", t, "report");
    give("sari", t, "recall");
    upload(t.id);
    give("sari", t, "report");
    give("budi", t, "return_to_staff", because("Kurang rinci"));
    give("sari", t, "report");
    give("budi", t, "endorse");
    give("ani", t, "return_for_changes", because("Lengkapi"));
    give("sari", t, "report");
    give("budi", t, "endorse");
    command_body scored;
    scored.given = {"scores"};
    scored.scores = workflow::scores{90, 80.5};
    give("ani", t, "sign_off", scored);
    command_body until = because("Ada kekeliruan");
    until.given.push_back("until");
    until.until = workflow::date{std::chrono::year{2026}, std::chrono::May, std::chrono::day{5}};
    give("ani", t, "reopen", until);
    const subject other{"targets", infeasible_target};
    give("rina", other, "claim_infeasible", because("Banjir"));
    give("ani", other, "return_for_changes", because("Coba lagi"));
    give("rina", other, "claim_infeasible", because("Banjir besar"));
    give("ani", other, "accept_infeasible");
    here.here().set_clock(1'780'300'000); // 1 June 2026: the reopening has run out, B08 has begun
    here.sweep(plan);
    after_each("sweep");
}

void story::amend()
{
    dropped_target = here.target_of(plan, "social", "B12");
    give("ani", {"plans", plan}, "amend");
    edit({plan, 2}, 1, [](workflow::action& a) { a.targets[0].text = "4 kegiatan"; });
    edit({plan, 2}, 2, [](workflow::action& a) { a.targets.pop_back(); });
    here.submit(plan);
    after_each("submit");
    here.confirm_all(plan);
    here.approve(plan);
    after_each("approve");
    here.adopt(plan);
    after_each("adopt");
    const subject t{"targets", signed_target};
    give("sari", t, "report"); // what was reported before goes on into the new round
    give("budi", t, "return_to_staff", because("Sesuaikan"));
}

command_body story::gaps()
{
    const auto w = here.load(plan);
    command_body body;
    body.given = {"gaps"};
    for (const auto& r : w.reports)
        if (r.id == report)
            for (auto gap : workflow::gaps_of(w, r)) {
                gap.reason = "Menyusul";
                body.gaps.push_back(gap);
            }
    return body;
}

void story::send_report()
{
    for (const auto& r : here.load(plan).reports)
        if (r.period == "B04") report = r.id;
    const subject it{"reports", report};
    give("ani", it, "submit", gaps());
    give("citra", it, "return_for_changes", because("Kurang"));
    give("ani", it, "submit", gaps());
    give("citra", it, "receive");
    give("sari", {"targets", signed_target}, "report");
    give("budi", {"targets", signed_target}, "endorse");
    give("ani", it, "amend");
    give("ani", it, "submit", gaps());
}

std::string story::registered(int year)
{
    const auto made = here.draft("62", year);
    command_body body;
    body.given = {"decree_number", "decree_date", "decree_scan"};
    body.decree_number = "7/2025";
    body.decree_date = some_day;
    body.decree_scan = "scan";
    give("ani", {"plans", made}, "register", body);
    return made;
}

std::string story::cancelled(int year)
{
    const auto made = here.draft("62", year);
    give("ani", {"plans", made}, "submit");
    give("ani", {"plans", made}, "recall", because("Batal"));
    edit({made, 1}, 1, [](workflow::action& a) { a.title = "Lain"; });
    give("ani", {"plans", made}, "cancel", because("Keliru"));
    return made;
}

} // namespace support
