// The heads of a plan's revisions, and whom a shown one names.
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/record_json.hpp"
#include "workflow/things/plan.hpp"
#include <map>
#include <set>

namespace persistence {
namespace {

template <class List> const workflow::revision* open_of(const List& revisions)
{
    for (auto r = revisions.rbegin(); r != revisions.rend(); ++r)
        if (workflow::is_open(*r)) return &*r;
    return nullptr;
}

void name_agency(unit_of_work& unit, const std::string& plan, int revision,
                 const std::string& agency, bool leads)
{
    statement(unit,
              "INSERT INTO revision_agencies(plan, revision, agency, leads) "
              "VALUES (:plan, :revision, :agency, :leads)",
              {plan, revision, agency, leads})
        .change();
}

void name_agencies(unit_of_work& unit, const std::string& plan, const workflow::revision& r)
{
    std::map<std::string, bool> leads;
    for (const workflow::action& a : r.actions) {
        if (!a.lead_agency.id.empty()) leads[a.lead_agency.id] = true;
        for (const workflow::reference& s : a.supporting)
            if (!s.id.empty()) leads.emplace(s.id, false);
    }
    statement(unit, "DELETE FROM revision_agencies WHERE plan = :plan AND revision = :revision",
              {plan, r.number})
        .change();
    for (const auto& [agency, lead] : leads) name_agency(unit, plan, r.number, agency, lead);
}

// Whose a closed round of the plan is, though another agency leads its target now.
std::set<std::string> former_leads(unit_of_work& unit, const std::string& plan)
{
    std::set<std::string> found;
    statement(
        unit,
        "SELECT r.record FROM targets t JOIN rounds r ON r.target = t.id WHERE t.plan = :plan",
        {plan})
        .each([&](const soci::row& row) { found.insert(record_of(text(row, 0)).agency); });
    found.erase(std::string());
    return found;
}

bool same_head(const workflow::revision& a, const workflow::revision& b)
{
    return a.state == b.state && a.submission == b.submission && a.submitted_by == b.submitted_by &&
           a.decree_number == b.decree_number && a.decree_date == b.decree_date &&
           a.decree_scan == b.decree_scan;
}

void insert_head(unit_of_work& unit, const workflow::world& w, const workflow::revision& r)
{
    statement(unit,
              "INSERT INTO revisions(plan, number, state, shown, submission, submitted_by, "
              "submitted_by_name, decree_number, decree_date, decree_scan, since) VALUES (:plan, "
              ":number, :state, :shown, :submission, :submitted_by, :submitted_by_name, "
              ":decree_number, :decree_date, :decree_scan, :since)",
              {w.head.id, r.number, r.state, workflow::was_submitted(r), r.submission,
               r.submitted_by.id, r.submitted_by.name, r.decree_number, r.decree_date,
               r.decree_scan, w.now})
        .change();
}

void update_head(unit_of_work& unit, const workflow::world& w, const workflow::revision& r,
                 const workflow::revision& before)
{
    statement(unit,
              "UPDATE revisions SET state = :state, shown = :shown, submission = :submission, "
              "submitted_by = :submitted_by, submitted_by_name = :submitted_by_name, "
              "decree_number = :decree_number, decree_date = :decree_date, "
              "decree_scan = :decree_scan WHERE plan = :plan AND number = :number AND "
              "state = :expected",
              {r.state, workflow::was_submitted(r), r.submission, r.submitted_by.id,
               r.submitted_by.name, r.decree_number, r.decree_date, r.decree_scan, w.head.id,
               r.number, before.state})
        .change_one();
    if (r.state != before.state)
        statement(unit,
                  "UPDATE revisions SET since = :since WHERE plan = :plan AND number = :number",
                  {w.now, w.head.id, r.number})
            .change();
}

} // namespace

const workflow::revision* plan_seen::open() const
{
    return open_of(revisions);
}

const workflow::revision* plan_seen::in_force() const
{
    for (auto r = revisions.rbegin(); r != revisions.rend(); ++r)
        if (r->state == workflow::plan_state::in_force || r->state == workflow::plan_state::closed)
            return &*r;
    return nullptr;
}

const workflow::revision& plan_seen::current() const
{
    if (const auto* r = open()) return *r;
    if (const auto* r = in_force()) return *r;
    return revisions.back();
}

namespace {

constexpr fixed_text revision_columns(
    "SELECT number, state, submission, submitted_by, submitted_by_name, decree_number, "
    "decree_date, decree_scan, since, plan FROM revisions WHERE ");

workflow::revision revision_in(const soci::row& row)
{
    workflow::revision r;
    r.number = static_cast<int>(number(row, 0));
    r.state = text(row, 1);
    r.submission = static_cast<int>(number(row, 2));
    r.submitted_by = {text(row, 3), text(row, 4)};
    r.decree_number = text(row, 5);
    r.decree_date = optional_date(row, 6);
    r.decree_scan = text(row, 7);
    r.since = instant_in(row, 8);
    return r;
}

} // namespace

std::vector<workflow::revision> read_revisions(unit_of_work& unit, const std::string& plan)
{
    std::vector<workflow::revision> found;
    statement(unit, revision_columns)
        .add("plan = ", plan)
        .add(" ORDER BY number")
        .each([&](const soci::row& row) { found.push_back(revision_in(row)); });
    return found;
}

revisions_by_plan read_revisions(unit_of_work& unit, const std::vector<std::string>& plans)
{
    revisions_by_plan found;
    in_pieces(plans, [&](const auto& some) {
        statement(unit, revision_columns)
            .among("plan", some)
            .add(" ORDER BY plan, number")
            .each([&](const soci::row& row) { found[text(row, 9)].push_back(revision_in(row)); });
    });
    return found;
}

// A revision is shown from its submission or registration on; whom it names is taken down anew
// each time it is submitted.
void write_revision(unit_of_work& unit, const workflow::world& after, const workflow::revision& r,
                    const workflow::revision* before)
{
    if (!before)
        insert_head(unit, after, r);
    else if (!same_head(*before, r))
        update_head(unit, after, r, *before);
    const bool newly =
        workflow::was_submitted(r) &&
        (!before || !workflow::was_submitted(*before) || before->submission != r.submission);
    if (newly) name_agencies(unit, after.head.id, r);
}

bool has_matrix(const workflow::revision& r)
{
    return workflow::is_open(r) || r.state == workflow::plan_state::in_force ||
           r.state == workflow::plan_state::closed;
}

const workflow::revision* numbered(const workflow::world& w, int revision)
{
    for (const workflow::revision& r : w.revisions)
        if (r.number == revision) return &r;
    return nullptr;
}

void name_former_leads(unit_of_work& unit, const std::string& plan, int revision)
{
    std::set<std::string> agencies = former_leads(unit, plan);
    statement(unit,
              "SELECT agency FROM revision_agencies WHERE plan = :plan AND revision = :revision",
              {plan, revision})
        .each([&](const soci::row& row) { agencies.erase(text(row, 0)); });
    for (const std::string& agency : agencies) name_agency(unit, plan, revision, agency, false);
}

workflow::instant revision_since(unit_of_work& unit, const std::string& plan, int revision)
{
    return workflow::instant_of(
        one_number({unit,
                    "SELECT since FROM revisions WHERE plan = :plan AND number = :number",
                    {plan, revision}}));
}

} // namespace persistence
