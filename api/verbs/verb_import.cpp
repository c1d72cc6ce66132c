// rampung import: a spreadsheet of the office into a draft, all or nothing; the draft is made when
// the region has none. Who runs the command has the database itself, so the engine acts on its own.
#include "api/http/secret.hpp"
#include "api/nouns/matrix_import.hpp"
#include "api/sheets/import_account.hpp"
#include "api/verbs/verb_database.hpp"
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/plans.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/step/drafting.hpp"
#include "workflow/words/sentences.hpp"
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace api {
namespace {

using workflow::errc;
using workflow::refusal;
using workflow::result;

constexpr std::string_view language = "en"; // of the command line
constexpr std::size_t plans_of_a_year_max = 200;

std::string format_of(const std::filesystem::path& file)
{
    const std::string ending = file.extension().string();
    if (ending == ".xlsx" || ending == ".csv") return ending.substr(1);
    throw verb_refused("expected a file that ends in .xlsx or .csv, found " + file.string() +
                       "; save it in one of these forms");
}

std::string bytes_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    if (!in || !(bytes << in.rdbuf()))
        throw std::filesystem::filesystem_error("cannot read", file,
                                                std::make_error_code(std::errc::io_error));
    return bytes.str();
}

// The engine itself, in the post that drafts.
workflow::principal engine_drafting(const std::string& region)
{
    workflow::appointment post;
    post.role = workflow::role::secretariat;
    post.region = region;
    workflow::principal who;
    who.user.name = "rampung import";
    who.appointments.push_back(post);
    return who;
}

// The plan that stands for this region, kind and year; nothing when there is none yet.
result<std::optional<std::string>> standing_plan(const work& at, const import_wanted& wanted)
{
    const auto found = persistence::list_plans(
        at.unit, at.who, {wanted.kind, wanted.region, {}, wanted.year}, {plans_of_a_year_max, {}});
    if (!found) return found.error();
    for (const persistence::plan_seen& p : found->items)
        if (p.open() || p.in_force()) return std::optional(p.plan.id);
    return std::optional<std::string>{};
}

result<workflow::world> draft_for(const work& at, const import_wanted& wanted)
{
    const auto there = standing_plan(at, wanted);
    if (!there) return there.error();
    if (*there) return world_to_draft(at, **there);
    const workflow::kind* kind = at.here.kinds.newest(wanted.kind);
    const auto around = empty_world(at, wanted.region);
    if (!kind || !around)
        throw verb_refused("expected a known kind and region, found " + wanted.kind + " and " +
                           wanted.region + "; see `rampung describe` and the regions' codes");
    workflow::plan head;
    head.kind = wanted.kind;
    head.region = wanted.region;
    head.year = wanted.year;
    head.title = kind->title.id + " " + around->place.name + " " +
                 workflow::shown_years(wanted.year, kind->years);
    return make_plan(at, head);
}

result<import_report> take_in(const work& at, const import_wanted& wanted,
                              const workflow::sheet& page)
{
    const auto w = draft_for(at, wanted);
    if (!w) return w.error();
    const auto revision = workflow::draft_of(*w);
    if (!revision) return revision.error();
    return import_sheet(at, *w, *revision, page);
}

int say_no(const workflow::sentence& why)
{
    std::cerr << "rampung: " << workflow::say(language, why) << '\n';
    return answer_is_no;
}

int tell(const import_report& report, bool check_only)
{
    std::cout << account_text(report.account, std::string(language));
    if (report.problems.empty()) {
        std::cout << report.rows << " actions: " << report.counts.added << " new, "
                  << report.counts.replaced << " replaced"
                  << (check_only ? "; only checked, nothing was saved\n" : "\n");
        return done;
    }
    std::cout << std::left << std::setw(6) << "row" << std::setw(24) << "column"
              << "problem\n";
    for (const workflow::matrix_problem& p : report.problems)
        std::cout << std::setw(6) << p.row << std::setw(24) << p.column
                  << workflow::say(language, p.detail) << '\n';
    return say_no({"matrix_invalid", {{"count", std::to_string(report.problems.size())}}});
}

} // namespace

int import_file(const database_at& database, const import_wanted& wanted)
{
    return with_database(database, schema::required, [&](persistence::database& store) {
        const auto page = read_sheet(format_of(wanted.file), bytes_of(wanted.file));
        if (!page) return say_no(page.error().reason);
        const workflow::kind_registry kinds(definitions::known_kinds(database.kinds),
                                            &definitions::kept_kind);
        const context here{.database = store,
                           .kinds = kinds,
                           .catalog = definitions::catalog(),
                           .new_id = random_id,
                           .data = {},
                           .clock = database.clock};
        const workflow::principal who = engine_drafting(wanted.region);
        const std::string locale(language);
        import_report report;
        const auto saved = store.run(
            [&](persistence::unit_of_work& unit) -> result<void> {
                auto taken = take_in({here, unit, who, locale}, wanted, *page);
                if (!taken) return taken.error();
                report = std::move(*taken);
                if (report.problems.empty()) return {};
                return refusal{errc::invalid, {"body_invalid"}};
            },
            {.dry_run = wanted.check_only});
        if (!saved && report.problems.empty()) return say_no(saved.error().reason);
        return tell(report, wanted.check_only);
    });
}

} // namespace api
