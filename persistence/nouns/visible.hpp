#pragma once
// Who sees which revision of a plan (contract, section 2), told once as a pure rule over facts and
// once as a condition in SQL; a test holds the two against each other. Administrators see none.
#include "persistence/sql/statement.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/things/world.hpp"
#include <map>
#include <set>

namespace persistence {

// Where somebody's posts let them look.
struct reach {
    struct desk { // of an agency
        std::string agency;
        std::string region;
    };
    std::vector<std::string> secretariats; // regions: all of their own, what children submitted
    std::vector<std::string> received;     // children of such a one: what exactly these submitted
    std::vector<std::string> watched;      // regions: what was submitted there and below
    std::vector<desk> desks;               // what was submitted and names the agency
};
// No further than the region of a token that has one.
reach reach_of(const workflow::principal&);

// Whether it receives what that region submits.
bool receives(const reach&, const std::string& region);

struct revision_facts {
    std::string region;
    std::string parent_region;
    bool shown{};                   // it was submitted or registered
    std::set<std::string> agencies; // named by it then
};
bool sees(const reach&, const revision_facts&);

// What somebody sees of one plan.
struct visibility {
    std::set<int> revisions;   // empty: not even that the plan exists
    bool drafting{};           // secretariat of its region: drafts and all evidence
    bool receiving{};          // secretariat of the region above
    bool watching{};           // who approves, an observer and the like, there or above
    std::set<std::string> own; // agencies of theirs in its region

    bool any() const { return !revisions.empty(); }
    bool operator==(const visibility&) const = default;
};
visibility visibility_of(unit_of_work&, const workflow::principal&, const std::string& plan);
// The same of a loaded plan; only whom its revisions name is asked of the database.
visibility visibility_in(unit_of_work&, const workflow::principal&, const workflow::world&);

// By revision, which of somebody's own agencies a plan names.
using named_agencies = std::map<int, std::set<std::string>>;
named_agencies agencies_named(unit_of_work&, const reach&, const workflow::plan&);
// The same of several plans at once.
std::map<std::string, named_agencies> agencies_named(unit_of_work&, const reach&,
                                                     const std::vector<std::string>& plans);
visibility visibility_in(const named_agencies&, const reach&, const workflow::world&);

// Adds " AND (…)" to a statement in which `p` is plans and `v` is revisions.
void add_visible_revision(statement&, const reach&);
// Adds " AND EXISTS (…)" to a statement in which `p` is plans.
void add_visible_plan(statement&, const reach&);

// Adds " AND (…)" with the regions outside which somebody sees nothing, for an index to find: what
// is read is bounded by what may be seen. Both of the above begin with it. Nothing for who watches
// the whole nation, of whom `is_bounded` is false.
void add_region_bounds(statement&, const reach&);
bool is_bounded(const reach&);

// Adds " AND …" for plans `p` of which that is one of the years.
void add_of_year(statement&, int year);

// Adds " OR …" for a plan `p` of that region or of one below it.
void add_region_within(statement&, const std::string& region);

} // namespace persistence
