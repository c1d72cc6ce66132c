// Made by the engine alone, like everything; only the plans of others are copies of rows.
#include "tests/bench/nation.hpp"
#include "api/nouns/routes.hpp"
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/evidence.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/principals.hpp"
#include "persistence/nouns/targets.hpp"
#include "persistence/nouns/world_store.hpp"
#include "tests/bench/loaded.hpp"
#include "tests/persistence/support/copier.hpp"
#include "workflow/things/target.hpp"
#include <atomic>
#include <stdexcept>

namespace bench {
namespace {

using persistence::unit_of_work;
using workflow::command_body;

command_body because(const std::string& reason)
{
    command_body body;
    body.given = {"reason"};
    body.reason = reason;
    return body;
}

command_body decree()
{
    command_body body;
    body.given = {"decree_number", "decree_date"};
    body.decree_number = "188.44/2026";
    body.decree_date = support::some_day;
    return body;
}

workflow::result<api::caller> authenticate(const api::request& asked)
{
    api::caller by;
    by.who.user.id = std::string(asked.header("x-user"));
    by.who.locale = "en";
    by.who.stepped_up = true;
    return by;
}

} // namespace

nation::nation(support::kind which, int actions)
    : actions_(actions), here_(which),
      store_(std::make_unique<persistence::database>(
          here_.url(),
          persistence::settings{.clock = [this] { return here_.store().now(); }, .pool_size = 1})),
      kinds_(definitions::built_in_kinds(), definitions::load_kind)
{
    context_ = std::make_unique<api::context>(api::context{*store_,
                                                           kinds_,
                                                           definitions::catalog(),
                                                           [this] { return new_id(); },
                                                           {},
                                                           {},
                                                           [this] { return here_.store().now(); }});
    api::pipeline_hooks hooks;
    hooks.authenticate = authenticate;
    pipeline_ = std::make_unique<api::pipeline>(api::all_routes(*context_), hooks);
    fill();
}

std::string nation::new_id()
{
    static std::atomic<int> ids{};
    return "id-" + std::to_string(++ids);
}

workflow::environment nation::outside()
{
    return {&definitions::catalog(), [this] { return new_id(); }};
}

void nation::fill()
{
    support::fill_directory(*store_);
    store_->write([](unit_of_work& unit) {
        for (const char* agency : {"social", "health-kota", "social-kota"})
            support::add_agency(unit, agency,
                                std::string(agency).ends_with("kota") ? "62.71" : "62");
        for (const support::post& p :
             {support::post{"p-rina", "rina", "agency_head", "social", "62"},
              {"p-sari", "sari", "agency_staff", "health", "62"},
              {"p-omar", "omar", "sahli", "", "62"},
              {"p-tuti", "tuti", "observer", "", "62"},
              {"p-bayu", "bayu", "agency_head", "health-kota", "62.71"},
              {"p-sita", "sita", "agency_staff", "health-kota", "62.71"},
              {"p-reza", "reza", "agency_head", "social-kota", "62.71"},
              {"p-oki", "oki", "sahli", "", "62.71"}}) {
            support::add_user(unit, p.user, p.region);
            support::add(unit, p);
        }
    });
    const place province{"62", "ani", "budi", "sari", "omar", "health", "rina", "social"};
    const place district{"62.71", "fitri",       "bayu", "sita",
                         "oki",   "health-kota", "reza", "social-kota"};
    plans_.push_back(in_force({province, "rad_pks", 2026}));
    work_on_targets(plans_.back(), province);
    plans_.push_back(submitted({province, "rad_pks", 2027}));
    plans_.push_back(confirmed({province, "rad_pks", 2028}));
    plans_.push_back(draft({province, "rad_p3aks", 2026}));
    plans_.push_back(in_force({district, "rad_pks", 2026}));
    send_report(plans_.back(), district);
}

std::string nation::draft(const wanted& w)
{
    workflow::plan head;
    head.id = new_id();
    head.kind = w.kind;
    head.region = w.at.region;
    head.year = w.year;
    head.title = "Rencana " + w.at.region + " " + std::to_string(w.year);
    store_->write([&](unit_of_work& unit) {
        const auto author =
            persistence::load_principal(unit, w.at.secretariat, support::some_day).value();
        if (!persistence::insert_plan(unit, head, author.user))
            throw std::logic_error("the plan was refused");
        const auto ids = [this] { return new_id(); };
        persistence::world_store worlds({unit, kinds_, ids});
        const auto fresh = worlds.load_plan(head.id, workflow::parts::whole);
        auto begun = workflow::begin_plan(outside(), *fresh, author);
        worlds.save(*fresh, begun);
        for (int n = 1; n <= actions_; ++n) {
            const auto row = action(n, n % 2 == 0 ? w.at.agency : w.at.other_agency);
            if (!persistence::insert_action(unit, {head.id, 1}, row, ids))
                throw std::logic_error("an action was refused");
        }
    });
    return head.id;
}

std::string nation::submitted(const wanted& w)
{
    const auto plan = draft(w);
    give(w.at.secretariat, {"plans", plan}, "submit");
    return plan;
}

std::string nation::confirmed(const wanted& w)
{
    const auto plan = submitted(w);
    for (const workflow::review& r : load(plan).reviews)
        give(r.agency.id == w.at.agency ? w.at.head : w.at.other_head, {"reviews", r.id},
             "confirm");
    return plan;
}

std::string nation::in_force(const wanted& w)
{
    const auto plan = confirmed(w);
    give(w.at.sahli, {"approvals", load(plan).approvals.at(0).id}, "approve");
    give(w.at.secretariat, {"plans", plan}, "adopt", decree());
    return plan;
}

void nation::prove(const std::string& target, const place& at)
{
    store_->write([&](unit_of_work& unit) {
        workflow::evidence file;
        file.id = new_id();
        file.kind = "laporan_kegiatan";
        file.classification = "biasa";
        file.name = "laporan.pdf";
        file.media_type = "application/pdf";
        file.size = 1;
        file.sha256 = file.id;
        if (!persistence::insert_evidence(unit, target, file, {at.staff, at.staff}))
            throw std::logic_error("the file was refused");
        const auto version = persistence::read_target(unit, target)->version;
        persistence::achievement_change change;
        change.achievement = "Terlaksana";
        change.achieved_quantity = 1;
        if (!persistence::save_achievement(unit, target, change, version))
            throw std::logic_error("the achievement was refused");
    });
}

// Of the agency's targets of the first period a third is reported, a quarter of those endorsed and
// another quarter returned.
void nation::work_on_targets(const std::string& plan, const place& at)
{
    const auto w = load(plan);
    int n = 0;
    for (const workflow::target& t : w.targets) {
        if (t.state != workflow::target_state::open) continue;
        if (workflow::cell_of(w, t.id).row->lead_agency.id != at.agency) continue;
        const int turn = n++ % 5;
        if (turn > 2) continue;
        prove(t.id, at);
        give(at.staff, {"targets", t.id}, "report");
        if (turn == 1) give(at.head, {"targets", t.id}, "endorse");
        if (turn == 2) give(at.head, {"targets", t.id}, "return_to_staff", because("Lengkapi"));
    }
}

void nation::send_report(const std::string& plan, const place& at)
{
    const auto w = load(plan);
    const workflow::report& first = w.reports.at(0);
    command_body body;
    body.given = {"gaps"};
    body.gaps = workflow::gaps_of(w, first);
    for (workflow::gap& g : body.gaps) g.reason = "Belum";
    give(at.secretariat, {"reports", first.id}, "submit", body);
}

void nation::give(const std::string& who, const workflow::subject& about,
                  const std::string& command, command_body body)
{
    store_->write([&](unit_of_work& unit) {
        auto person = persistence::load_principal(unit, who, support::some_day).value();
        person.stepped_up = true;
        persistence::world_store worlds({unit, kinds_, [this] { return new_id(); }});
        const auto done = workflow::give(worlds, outside(), person, about, {command, body, {}});
        if (!done) throw std::logic_error(command + " was refused: " + done.error().reason.key);
    });
}

workflow::world nation::load(const std::string& plan)
{
    return store_->read([&](unit_of_work& unit) {
        persistence::world_store worlds(
            {unit, kinds_, [this] { return new_id(); }, persistence::stream_use::read_only});
        return *worlds.load_plan(plan, workflow::parts::whole);
    });
}

void nation::let_others_work(int plans)
{
    store_->write([&](unit_of_work& unit) {
        for (int i = 0; i < plans; ++i)
            support::copier(unit, plans_[static_cast<std::size_t>(i) % plans_.size()], i)
                .copy_all();
    });
    store_->administer([](soci::session& sql) { sql << "ANALYZE"; });
}

std::string nation::get(const std::string& who, const std::string& target)
{
    api::request asked;
    asked.method = "GET";
    asked.target = "/api/v1" + target;
    asked.remote = "127.0.0.1";
    asked.id = "bench";
    asked.headers.emplace_back("x-user", who);
    api::read_target(asked);
    api::reply answer = pipeline_->answer(asked);
    if (answer.status != 200)
        throw std::runtime_error(target + " was answered " + std::to_string(answer.status));
    return std::move(answer.body);
}

} // namespace bench
