// Rows of approvals with their votes.
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/reviews.hpp"
#include "persistence/nouns/stored.hpp"
#include "workflow/things/approval.hpp"
#include <algorithm>
#include <map>
#include <tuple>

namespace persistence {
namespace {

statement approval_query(unit_of_work& unit)
{
    return {unit, "SELECT a.id, a.version, a.plan, a.revision, a.submission, a.stage, a.name, "
                  "a.role, a.quorum, a.state, a.reason, a.due, a.since FROM approvals a "
                  "WHERE 1 = 1"};
}

placed_approval approval_in(const soci::row& row)
{
    placed_approval p;
    workflow::approval& a = p.approval;
    a.id = text(row, 0);
    a.version = number(row, 1);
    p.plan = text(row, 2);
    a.revision = static_cast<int>(number(row, 3));
    a.submission = static_cast<int>(number(row, 4));
    a.stage = static_cast<int>(number(row, 5));
    a.name = text(row, 6);
    a.role = text(row, 7);
    a.quorum = static_cast<int>(number(row, 8));
    a.state = text(row, 9);
    a.reason = text(row, 10);
    a.due = optional_date(row, 11);
    a.since = instant_in(row, 12);
    return p;
}

std::vector<placed_approval> approvals_where(statement& find)
{
    std::vector<placed_approval> found;
    find.each([&](const soci::row& row) { found.push_back(approval_in(row)); });
    std::map<std::string, workflow::approval*> by_id;
    std::vector<std::string> ids;
    for (placed_approval& p : found) {
        by_id[p.approval.id] = &p.approval;
        ids.push_back(p.approval.id);
    }
    in_pieces(ids, [&](const auto& some) {
        statement votes(find.unit(), "SELECT approval, voter, voter_name, at FROM votes WHERE ");
        votes.among("approval", some)
            .add(" ORDER BY approval, place")
            .each([&](const soci::row& row) {
                by_id.at(text(row, 0))
                    ->votes.push_back({{text(row, 1), text(row, 2)}, instant_in(row, 3)});
            });
    });
    return found;
}

std::vector<workflow::approval> without_places(statement& find)
{
    std::vector<workflow::approval> out;
    for (placed_approval& a : approvals_where(find)) out.push_back(std::move(a.approval));
    return out;
}

// Votes are only ever added; one person's second vote breaks the primary key.
void add_votes(unit_of_work& unit, const workflow::approval& a, std::size_t there)
{
    for (std::size_t place = there; place < a.votes.size(); ++place)
        statement(unit,
                  "INSERT INTO votes(approval, voter, voter_name, place, at) VALUES (:approval, "
                  ":voter, :voter_name, :place, :at)",
                  {a.id, a.votes[place].by.id, a.votes[place].by.name, place, a.votes[place].at})
            .change();
}

} // namespace

workflow::result<page<placed_approval>> list_approvals(unit_of_work& unit,
                                                       const workflow::principal& p,
                                                       const std::string& plan, bool all,
                                                       const page_request& wanted)
{
    auto seen = find_plan(unit, p, plan);
    if (!seen) return seen.error();
    statement find = approval_query(unit);
    find.add(" AND a.plan = ", plan);
    if (all) {
        find.add(" AND a.revision IN (0");
        for (const workflow::revision& r : seen->revisions) find.add(", ", r.number);
        find.add(")");
    } else {
        find.add(" AND a.state <> ", workflow::approval_state::superseded);
        find.add(" AND a.revision = ", seen->current().number);
        find.add(" AND a.submission = ", seen->current().submission);
    }
    if (!wanted.cursor.empty()) {
        const auto key = key_of(wanted, 4);
        if (!key) return key.error();
        find.add(" AND (a.revision, a.submission, a.stage, a.id) > (", number_in(key->at(0)));
        find.add(", ", number_in(key->at(1))).add(", ", number_in(key->at(2)));
        find.add(", ", key->at(3)).add(")");
    }
    find.add(" ORDER BY a.revision, a.submission, a.stage, a.id LIMIT ", wanted.limit + 1);
    return cut(approvals_where(find), wanted.limit, [](const placed_approval& a) {
        return std::vector<std::string>{std::to_string(a.approval.revision),
                                        std::to_string(a.approval.submission),
                                        std::to_string(a.approval.stage), a.approval.id};
    });
}

workflow::result<placed_approval> find_approval(unit_of_work& unit, const workflow::principal& p,
                                                const std::string& approval)
{
    statement find = approval_query(unit);
    find.add(" AND a.id = ", approval);
    auto found = approvals_where(find);
    if (found.empty() ||
        !visibility_of(unit, p, found[0].plan).revisions.contains(found[0].approval.revision))
        return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    return std::move(found[0]);
}

std::vector<workflow::approval> read_approvals(unit_of_work& unit, const std::string& plan,
                                               int revision, int submission,
                                               const std::string& asked)
{
    statement find = approval_query(unit);
    find.add(" AND a.plan = ", plan);
    find.add(" AND ((a.state <> ", workflow::approval_state::superseded);
    find.add(" AND a.revision = ", revision);
    find.add(" AND a.submission = ", submission).add(") OR a.id = ", asked);
    find.add(") ORDER BY a.stage, a.id");
    return without_places(find);
}

namespace {

void write_approval(unit_of_work& unit, const std::string& plan, const workflow::approval& a,
                    const workflow::approval* before)
{
    if (!before)
        statement(unit,
                  "INSERT INTO approvals(id, version, plan, revision, submission, stage, name, "
                  "role, quorum, state, reason, due, since) VALUES (:id, :version, :plan, "
                  ":revision, :submission, :stage, :name, :role, :quorum, :state, :reason, :due, "
                  ":since)",
                  {a.id, a.version, plan, a.revision, a.submission, a.stage, a.name, a.role,
                   a.quorum, a.state, a.reason, a.due, a.since})
            .change();
    else
        statement(unit,
                  "UPDATE approvals SET version = :version, state = :state, reason = :reason, "
                  "due = :due, since = :since WHERE id = :id AND version = :expected",
                  {a.version, a.state, a.reason, a.due, a.since, a.id, before->version})
            .change_one();
    add_votes(unit, a, before ? before->votes.size() : 0);
}

void read_rows(unit_of_work& unit, workflow::world& w, const std::string& own)
{
    if (w.revisions.empty()) return;
    const bool all = includes(w.loaded, workflow::parts::decisions);
    const workflow::revision& current = w.current();
    if (all || !own.empty())
        w.approvals = read_approvals(unit, w.head.id, all ? current.number : no_revision,
                                     current.submission, own);
}

void write_rows(unit_of_work& unit, const workflow::world& before, const workflow::outcome& done)
{
    write_changed(before.approvals, done.after.approvals, [&](const auto& row, const auto* old) {
        write_approval(unit, done.after.head.id, row, old);
    });
}

// Those of these ids, and all of these plans that are not superseded.
std::vector<placed_approval> asked_approvals(const slices& out)
{
    std::vector<placed_approval> found;
    const auto take = [&](statement& find) {
        find.add(" ORDER BY a.stage, a.id");
        for (placed_approval& a : approvals_where(find)) found.push_back(std::move(a));
    };
    in_pieces(out.asked_of<workflow::approval>(), [&](const auto& some) {
        statement find = approval_query(out.unit);
        take(find.among(" AND a.id", some));
    });
    in_pieces(out.asked_of<workflow::revision>(), [&](const auto& some) {
        statement find = approval_query(out.unit);
        find.among(" AND a.plan", some);
        take(find.add(" AND a.state <> ", workflow::approval_state::superseded));
    });
    return found;
}

void read_asked(slices& out)
{
    for (placed_approval& a : asked_approvals(out)) {
        workflow::world* w = out.world_of(a.plan);
        if (!w || a.approval.state == workflow::approval_state::superseded ||
            a.approval.revision != w->current().number ||
            a.approval.submission != w->current().submission)
            continue;
        if (!workflow::with_id(w->approvals, a.approval.id))
            w->approvals.push_back(std::move(a.approval));
    }
    // As whole worlds have them.
    for (auto& [plan, w] : out.worlds)
        std::sort(w.approvals.begin(), w.approvals.end(), [](const auto& a, const auto& b) {
            return std::tie(a.stage, a.id) < std::tie(b.stage, b.id);
        });
}

void read_all(unit_of_work& unit, workflow::stored_plan& out)
{
    statement find = approval_query(unit);
    find.add(" AND a.plan = ", out.head.id).add(" ORDER BY a.id");
    out.approvals = without_places(find);
}

// With the sign the role finds no index: SQLite would look through all that waits for it anywhere.
constexpr waiting_rows waiting_approvals{
    .of_plans = "SELECT /*! STRAIGHT_JOIN */ a.id, a.plan FROM plans p CROSS JOIN approvals a ON "
                "a.plan = p.id WHERE 1 = 1",
    .of_role = " AND +a.role = ",
    .in_states = " AND a.state IN (''",
};

} // namespace

const stored* answer(stored_as<workflow::approval>)
{
    static const stored approvals{
        .resource = workflow::described<workflow::approval>().resource,
        .plan_of = "SELECT plan FROM approvals WHERE id = ",
        .waiting = waiting_approvals,
        .read = &read_rows,
        .is_seen = [](const showing& s) { return sees_revision_of(s, s.in.approvals); },
        .hidden =
            [](const reading& r) {
                return of_hidden_revisions(
                    r, statement(r.unit, "SELECT id, revision FROM approvals WHERE plan = :plan",
                                 {r.plan}));
            },
        .write = &write_rows,
        .read_asked = &read_asked,
        .read_besides = &read_nothing,
        .read_all = &read_all,
    };
    return &approvals;
}

} // namespace persistence
