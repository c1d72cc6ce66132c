// Rows of reports with the gaps that were declared.
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/record_json.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/reports_below.hpp"
#include "persistence/nouns/stored.hpp"
#include <algorithm>
#include <map>
#include <tuple>

namespace persistence {
namespace {

using workflow::parts;

workflow::refusal not_found()
{
    return {workflow::errc::not_found, {"not_found"}};
}

constexpr fixed_text report_columns("SELECT o.id, o.version, o.period, o.state, o.reason, "
                                    "o.included_digest, o.since, p.id, p.region, p.kind, p.year, "
                                    "o.answers, o.submitted_answers ");

statement report_query(unit_of_work& unit)
{
    statement find(unit, report_columns);
    find.add("FROM reports o JOIN plans p ON p.id = o.plan WHERE 1 = 1");
    return find;
}

// SQLite keeps to the order of a CROSS JOIN: the plans that somebody sees are few.
statement report_query(unit_of_work& unit, const reach& r)
{
    statement find(unit, report_columns);
    find.add("FROM plans p CROSS JOIN reports o ON o.plan = p.id WHERE 1 = 1");
    add_region_bounds(find, r);
    return find;
}

placed_report report_in(const soci::row& row)
{
    placed_report p;
    p.report.id = text(row, 0);
    p.report.version = number(row, 1);
    p.report.period = text(row, 2);
    p.report.state = text(row, 3);
    p.report.reason = text(row, 4);
    p.report.included_digest = text(row, 5);
    p.report.since = instant_in(row, 6);
    p.plan = text(row, 7);
    p.region = text(row, 8);
    p.kind = text(row, 9);
    p.year = static_cast<int>(number(row, 10));
    p.report.answers = answers_of(text(row, 11));
    p.report.submitted_answers = answers_of(text(row, 12));
    return p;
}

std::vector<placed_report> reports_where(statement& find)
{
    std::vector<placed_report> found;
    find.each([&](const soci::row& row) { found.push_back(report_in(row)); });
    std::map<std::string, workflow::report*> by_id;
    std::vector<std::string> ids;
    for (placed_report& p : found) {
        by_id[p.report.id] = &p.report;
        ids.push_back(p.report.id);
    }
    in_pieces(ids, [&](const auto& some) {
        statement gaps(find.unit(), "SELECT report, gap, what, reason FROM report_gaps WHERE ");
        gaps.among("report", some).add(" ORDER BY report, place").each([&](const soci::row& row) {
            by_id.at(text(row, 0))->gaps.push_back({text(row, 1), text(row, 2), text(row, 3)});
        });
    });
    return found;
}

// The condition of `sees_report`.
void add_visible_report(statement& s, const reach& r)
{
    s.add(" AND (1 = 0");
    for (const std::string& region : r.secretariats) s.add(" OR p.region = ", region);
    s.add(" OR (o.included_digest <> '' AND (1 = 0");
    for (const std::string& region : r.secretariats) s.add(" OR p.parent_region = ", region);
    for (const std::string& region : r.received) s.add(" OR p.region = ", region);
    for (const std::string& region : r.watched) add_region_within(s, region);
    s.add(")))");
}

void write_gaps(unit_of_work& unit, const workflow::report& r)
{
    statement(unit, "DELETE FROM report_gaps WHERE report = :report", {r.id}).change();
    int place = 0;
    for (const workflow::gap& g : r.gaps)
        statement(unit,
                  "INSERT INTO report_gaps(report, place, gap, what, reason) VALUES (:report, "
                  ":place, :gap, :what, :reason)",
                  {r.id, place++, g.id, g.what, g.reason})
            .change();
}

} // namespace

bool sees_report(const reach& r, const std::string& region, const workflow::report& report)
{
    const auto is = [](const std::string& wanted) {
        return [&](const std::string& seat) { return seat == wanted; };
    };
    const auto& seats = r.secretariats;
    if (std::any_of(seats.begin(), seats.end(), is(region))) return true;
    if (report.included_digest.empty()) return false;
    return receives(r, region) ||
           std::any_of(r.watched.begin(), r.watched.end(),
                       [&](const std::string& top) { return workflow::lies_within(region, top); });
}

workflow::result<page<placed_report>> list_reports(unit_of_work& unit, const workflow::principal& p,
                                                   const report_filter& f,
                                                   const page_request& wanted)
{
    const reach r = reach_of(p);
    statement find = report_query(unit, r);
    add_visible_report(find, r);
    if (!f.region.empty()) find.add(" AND p.region = ", f.region);
    if (!f.kind.empty()) find.add(" AND p.kind = ", f.kind);
    if (!f.period.empty()) find.add(" AND o.period = ", f.period);
    if (f.year) add_of_year(find, *f.year);
    const auto key = key_of(wanted, 5);
    if (!key) return key.error();
    find.add(" AND (p.year, p.kind, p.region, o.period, o.id) > (", number_in(key->at(0)));
    for (std::size_t part = 1; part < 5; ++part) find.add(", ", key->at(part));
    find.add(") ORDER BY p.year, p.kind, p.region, o.period, o.id LIMIT ", wanted.limit + 1);
    return cut(reports_where(find), wanted.limit, [](const placed_report& o) {
        return std::vector<std::string>{std::to_string(o.year), o.kind, o.region, o.report.period,
                                        o.report.id};
    });
}

workflow::result<placed_report> find_report(unit_of_work& unit, const workflow::principal& p,
                                            const std::string& report)
{
    statement find = report_query(unit);
    find.add(" AND o.id = ", report);
    auto found = reports_where(find);
    if (found.empty() || !sees_report(reach_of(p), found[0].region, found[0].report))
        return not_found();
    return std::move(found[0]);
}

std::vector<workflow::report> read_reports(unit_of_work& unit, const std::string& plan)
{
    statement find = report_query(unit);
    find.add(" AND o.plan = ", plan).add(" ORDER BY o.period, o.id");
    std::vector<workflow::report> out;
    for (placed_report& p : reports_where(find)) out.push_back(std::move(p.report));
    return out;
}

std::vector<placed_report> read_reports(unit_of_work& unit, const std::vector<std::string>& ids)
{
    std::vector<placed_report> out;
    in_pieces(ids, [&](const auto& some) {
        statement find = report_query(unit);
        find.among(" AND o.id", some);
        for (placed_report& p : reports_where(find)) out.push_back(std::move(p));
    });
    return out;
}

workflow::result<void> save_answers(unit_of_work& unit, const std::string& report,
                                    const workflow::report_answers& change, std::int64_t version)
{
    auto found = read_reports(unit, std::vector{report});
    if (found.empty()) return not_found();
    workflow::report& r = found[0].report;
    if (r.state != workflow::report_state::compiling)
        return workflow::refusal{workflow::errc::wrong_state,
                                 {"only_a_compiled_report_is_answered"}};
    if (r.version != version) return workflow::refusal{workflow::errc::stale, {"stale_version"}};
    if (change.empty()) return {};
    for (const auto& [code, answer] : change) r.answers[code] = answer;
    if (statement(
            unit,
            "UPDATE reports SET answers = :answers, version = version + 1, "
            "edited_at = :now WHERE id = :id AND version = :version AND state = :compiling",
            {json_of(r.answers), unit.now(), report, version, workflow::report_state::compiling})
            .change() != 1)
        return workflow::refusal{workflow::errc::stale, {"stale_version"}};
    return {};
}

namespace {

void write_report(unit_of_work& unit, const std::string& plan, const workflow::report& r,
                  const workflow::report* before)
{
    if (!before)
        statement(unit,
                  "INSERT INTO reports(id, version, plan, period, state, reason, "
                  "included_digest, answers, submitted_answers, since) VALUES (:id, :version, "
                  ":plan, :period, :state, :reason, :included_digest, :answers, "
                  ":submitted_answers, :since)",
                  {r.id, r.version, plan, r.period, r.state, r.reason, r.included_digest,
                   json_of(r.answers), json_of(r.submitted_answers), r.since})
            .change();
    else
        statement(unit,
                  "UPDATE reports SET version = :version, state = :state, reason = :reason, "
                  "included_digest = :included_digest, submitted_answers = :submitted_answers, "
                  "since = :since WHERE id = :id AND version = :expected",
                  {r.version, r.state, r.reason, r.included_digest, json_of(r.submitted_answers),
                   r.since, r.id, before->version})
            .change_one();
    if (!before || before->gaps != r.gaps) write_gaps(unit, r);
}

void read_rows(unit_of_work& unit, workflow::world& w, const std::string&)
{
    if (!includes(w.loaded, parts::reports)) return;
    w.reports = read_reports(unit, w.head.id);
    put_children(w, regions_below(unit, w.place.code),
                 read_reports_below(unit, {w.place.code, w.head.kind, w.head.year}));
}

void write_rows(unit_of_work& unit, const workflow::world& before, const workflow::outcome& done)
{
    write_changed(before.reports, done.after.reports, [&](const auto& row, const auto* old) {
        write_report(unit, done.after.head.id, row, old);
    });
}

// One that came back names what is missing, by the matrix.
parts needed_by(const workflow::world& w, const workflow::report& r)
{
    const bool came_back = workflow::described<workflow::report>().lies_given_back(w, r);
    return parts::reports | parts::targets | (came_back ? parts::matrix : parts{});
}

void read_children(slices& out, const std::vector<std::string>& regions)
{
    auto below = regions_below(out.unit, regions);
    auto there = read_reports_below(out.unit, regions);
    for (auto& [plan, w] : out.worlds)
        if (!w.reports.empty())
            put_children(w, below[w.place.code], there[{w.place.code, w.head.kind, w.head.year}]);
}

void read_asked(slices& out)
{
    std::vector<std::string> regions;
    for (placed_report& r : read_reports(out.unit, out.asked_of<workflow::report>())) {
        workflow::world* w = out.world_of(r.plan);
        if (!w) continue;
        w->loaded = w->loaded | needed_by(*w, r.report);
        w->reports.push_back(std::move(r.report));
        regions.push_back(w->place.code);
    }
    read_children(out, regions);
    // As whole worlds have them.
    for (auto& [plan, w] : out.worlds)
        std::sort(w.reports.begin(), w.reports.end(), [](const auto& a, const auto& b) {
            return std::tie(a.period, a.id) < std::tie(b.period, b.id);
        });
}

constexpr waiting_rows waiting_reports{
    .of_plans = "SELECT /*! STRAIGHT_JOIN */ o.id, o.plan FROM plans p CROSS JOIN reports o ON "
                "o.plan = p.id WHERE 1 = 1",
    .in_states = " AND o.state IN (''",
};

std::set<std::string> hidden(const reading& r)
{
    std::set<std::string> out;
    const auto head = read_plan(r.unit, r.plan);
    for (const workflow::report& report : read_reports(r.unit, r.plan))
        if (!sees_report(reach_of(r.by), head->region, report)) out.insert(report.id);
    return out;
}

} // namespace

// A report is only decided among all of them.
const stored* answer(stored_as<workflow::report>)
{
    static const stored reports{
        .resource = workflow::described<workflow::report>().resource,
        .plan_of = "SELECT plan FROM reports WHERE id = ",
        .waiting = waiting_reports,
        .always = parts::reports,
        .read = &read_rows,
        .is_seen = [](const showing& s) { return find_report(s.unit, s.by, s.id).has_value(); },
        .hidden = &hidden,
        .write = &write_rows,
        .read_asked = &read_asked,
        .read_besides = &read_nothing,
        .read_all =
            [](unit_of_work& unit, workflow::stored_plan& out) {
                out.reports = read_reports(unit, out.head.id);
            },
    };
    return &reports;
}

} // namespace persistence
