// The story of the demo's year, from November before to the demo's day.
#include "api/demo/demo_story.hpp"
#include "api/demo/demo_teller.hpp"
#include <algorithm>

namespace api {
namespace {

using namespace std::chrono;
using workflow::date;
using workflow::target;

constexpr int first_hour = 8;

class story {
public:
    explicit story(const demo_stage& stage) : stage_(stage), tell_(stage), year_(stage.today.year())
    {
    }

    void tell()
    {
        province_in_force();
        for (const workflow::period& p : tell_.look(province_).periods) {
            if (p.from > stage_.today) break;
            if (p.to < stage_.today)
                finish(p);
            else
                run(p);
        }
        palangka_raya_in_review();
        kobar_before_its_approval();
        kotim_returned();
    }

private:
    const demo_account& who(std::string_view role, const std::string& place) const
    {
        return stage_.cast.holder(place, role);
    }
    const demo_account& secretariat(const std::string& region) const
    {
        return who(workflow::role::secretariat, region);
    }
    date before(int year_offset, month m, unsigned d) const
    {
        return (year_ + years(year_offset)) / m / day(d);
    }

    void confirm_all(const std::string& plan)
    {
        for (const workflow::review& r : tell_.look(plan).reviews)
            if (r.state == "pending")
                tell_.give(who(workflow::role::agency_head, r.agency.id),
                           {{"reviews", r.id}, "confirm"});
    }

    void approve(const std::string& plan, const std::string& region)
    {
        for (const workflow::approval& a : tell_.look(plan).approvals)
            if (a.state == "pending")
                tell_.give(who(a.role, region), {{"approvals", a.id}, "approve"});
    }

    void province_in_force()
    {
        tell_.at(before(-1, November, 10), first_hour);
        province_ = tell_.draft(secretariat("62"),
                                "RAD Penanganan Konflik Sosial Kalimantan Tengah " +
                                    std::to_string(static_cast<int>(year_)),
                                [](workflow::action&) { return true; });
        tell_.at(before(-1, November, 16), 9);
        tell_.give(secretariat("62"), {{"plans", province_}, "submit"});
        tell_.at(before(-1, November, 20), 10);
        confirm_all(province_);
        tell_.at(before(-1, December, 1), 11);
        approve(province_, "62");
        tell_.at(before(-1, December, 15), 9);
        workflow::command_body decree;
        decree.given = {"decree_number", "decree_date"};
        decree.decree_number = "188.44/" + std::to_string(static_cast<int>(year_) % 100 + 400) +
                               "/" + std::to_string(static_cast<int>(year_) - 1);
        decree.decree_date = before(-1, December, 14);
        tell_.give(secretariat("62"), {{"plans", province_}, "adopt", decree});
    }

    std::vector<target> targets_of(const workflow::period& p)
    {
        const workflow::world w = tell_.look(province_);
        auto targets = w.targets;
        std::erase_if(targets, [&](const target& t) { return t.period != p.code; });
        // By the rows of the matrix, not by ids, which are drawn: every demo is in the same state.
        const auto row_of = [&](const target& t) { return workflow::cell_of(w, t.id).row->number; };
        std::sort(targets.begin(), targets.end(),
                  [&](const target& a, const target& b) { return row_of(a) < row_of(b); });
        return targets;
    }

    const demo_account& of_agency(const target& t, std::string_view role)
    {
        const workflow::world w = tell_.look(province_);
        return who(role, workflow::cell_of(w, t.id).row->lead_agency.id);
    }

    void write_up(const target& t, double share)
    {
        const workflow::world w = tell_.look(province_);
        const workflow::placed_cell place = workflow::cell_of(w, t.id);
        std::optional<double> quantity;
        if (place.target->quantity)
            quantity = static_cast<double>(static_cast<int>(*place.target->quantity * share));
        tell_.save_achievement(t, "Terlaksana: " + place.row->title, quantity);
    }

    void report(const target& t, double share)
    {
        const demo_account& staff = of_agency(t, workflow::role::agency_staff);
        write_up(t, share);
        tell_.add_evidence(staff, t, "Laporan kegiatan " + t.period);
        tell_.give(staff, {{"targets", t.id}, "report"});
    }

    void endorse(const target& t)
    {
        tell_.give(of_agency(t, workflow::role::agency_head), {{"targets", t.id}, "endorse"});
    }

    void sign_off(const target& t)
    {
        workflow::command_body body;
        body.given = {"scores"};
        body.scores = workflow::scores{90, 85};
        tell_.give(secretariat("62"), {{"targets", t.id}, "sign_off", body});
    }

    void claim_infeasible(const target& t)
    {
        tell_.give(of_agency(t, workflow::role::agency_head),
                   {{"targets", t.id},
                    "claim_infeasible",
                    because("Anggaran dialihkan untuk penanganan banjir.")});
    }

    // An earlier period: all signed off but two that nobody reported, where their time is over.
    void finish(const workflow::period& p)
    {
        tell_.at(p.from, first_hour);
        tell_.sweep(province_);
        const bool has_lapsed = p.lock < stage_.today;
        const auto targets = targets_of(p);
        tell_.at(p.to, 9);
        std::size_t number = 0;
        for (const target& t : targets) {
            const bool is_left = ++number % 8 == 0;
            if (is_left && has_lapsed) continue;
            report(t, number % 3 == 0 ? 0.8 : 1);
            endorse(t);
        }
        const date verified = workflow::add_days(p.to, 5);
        tell_.at(std::min(verified, stage_.today), first_hour);
        for (const target& t : tell_.look(province_).targets)
            if (t.period == p.code && t.state == "endorsed") sign_off(t);
        if (has_lapsed) {
            tell_.at(workflow::add_days(p.lock, 1), first_hour);
            tell_.sweep(province_);
            send_report(p);
        }
    }

    void send_report(const workflow::period& p)
    {
        const workflow::world w = tell_.look(province_);
        for (const workflow::report& r : w.reports) {
            if (r.period != p.code) continue;
            workflow::command_body body;
            body.given = {"gaps"};
            for (const workflow::gap& g : workflow::gaps_of(w, r))
                body.gaps.push_back({g.id, g.what, "Belum menyusun rencana aksi."});
            tell_.give(secretariat("62"), {{"reports", r.id}, "submit", body});
            tell_.give(secretariat("00"), {{"reports", r.id}, "receive"});
        }
    }

    // The running period: its targets in every state.
    void run(const workflow::period& p)
    {
        tell_.at(p.from, 7);
        tell_.sweep(province_);
        const auto targets = targets_of(p);
        tell_.at(stage_.today, first_hour);
        for (std::size_t i = 0; i < targets.size(); ++i) {
            const target& t = targets[i];
            const auto stage = i % 7;
            if (stage == 1) write_up(t, 0.5);
            if (stage >= 2 && stage <= 4) report(t, stage == 4 ? 1 : 0.75);
            if (stage == 3 || stage == 4) endorse(t);
            if (stage == 4) sign_off(t);
            if (stage >= 5) claim_infeasible(t);
            if (stage == 6) tell_.give(secretariat("62"), {{"targets", t.id}, "accept_infeasible"});
        }
    }

    // A district's plan: three actions of its own, led by its social agency.
    std::string district_plan(const std::string& region, const std::string& name)
    {
        const workflow::reference lead = who(workflow::role::agency_head, region).agency;
        tell_.at(workflow::add_days(stage_.today, -6), first_hour);
        const std::string plan = tell_.draft(
            secretariat(region),
            "RAD Penanganan Konflik Sosial " + name + " " + std::to_string(static_cast<int>(year_)),
            [&](workflow::action& a) {
                a.lead_agency = lead;
                a.supporting.clear();
                a.location = name;
                return a.number == 5 || a.number == 10 || a.number == 17;
            });
        tell_.at(workflow::add_days(stage_.today, -5), first_hour);
        tell_.give(secretariat(region), {{"plans", plan}, "submit"});
        return plan;
    }

    void palangka_raya_in_review() { district_plan("62.71", "Kota Palangka Raya"); }

    void kobar_before_its_approval()
    {
        const std::string plan = district_plan("62.01", "Kabupaten Kotawaringin Barat");
        tell_.at(workflow::add_days(stage_.today, -3), first_hour);
        confirm_all(plan);
    }

    void kotim_returned()
    {
        const std::string plan = district_plan("62.02", "Kabupaten Kotawaringin Timur");
        tell_.at(workflow::add_days(stage_.today, -3), first_hour);
        confirm_all(plan);
        tell_.at(workflow::add_days(stage_.today, -2), first_hour);
        for (const workflow::approval& a : tell_.look(plan).approvals)
            if (a.state == "pending")
                tell_.give(who(a.role, "62.02"),
                           {{"approvals", a.id},
                            "return_for_changes",
                            because("Kriteria keberhasilan dialog kerukunan belum terukur.")});
    }

    const demo_stage& stage_;
    demo_teller tell_;
    year year_;
    std::string province_;
};

} // namespace

void tell_demo_story(const demo_stage& stage)
{
    story(stage).tell();
}

} // namespace api
