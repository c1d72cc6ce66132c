// A plan's revisions, held against its history.
#include "workflow/things/revision_compare.hpp"
#include "workflow/things/comparison.hpp"
#include "workflow/things/digest.hpp"

namespace workflow {
namespace {

void compare_head(comparison& c)
{
    const plan& row = c.stored.head;
    const played::plan& played = c.history.head;
    c.same(1, "the plan's kind", row.kind, played.kind);
    c.same(1, "the version of the plan's kind", std::to_string(row.kind_version),
           played.kind_version);
    c.same(1, "the plan's region", row.region, played.region);
    c.same(1, "the plan's year", std::to_string(row.year), played.year);
    c.same(1, "how many years the plan is for", row.years, c.stored.years_of_kind);
    if (row.version < played.version)
        c.found(played.seq, "the plan's version is older than its last event's");
    if (row.version == played.version && sha256_hex(row.title) != played.title)
        c.found(played.seq, "the plan's title is not the one of its last event");
}

void compare_one(comparison& c, int number, const played::revision& played, const revision& row)
{
    const std::string thing = "revision " + std::to_string(number);
    c.stands(thing, played, row);
    if (c.stored.shown.contains(number) != was_submitted(row))
        c.found(played.seq, "whether " + thing + " is shown is not what its history says");
    c.same(played.seq, "the submission of " + thing, row.submission, played.submission);
    c.same(played.seq, "who submitted " + thing, row.submitted_by.id, played.submitted_by);
    if (played.was_in_force) {
        c.same(played.seq, "the decree of " + thing, sha256_hex(row.decree_number),
               played.decree_digest);
        c.same(played.seq, "the decree's date of " + thing,
               row.decree_date ? iso(*row.decree_date) : "", played.decree_date);
        c.same(played.seq, "the decree's scan of " + thing, row.decree_scan, played.decree_scan);
    }
    if (played.matrix.empty() || matrix_digest(row.actions) == played.matrix) return;
    c.matrices_hold = false;
    c.found(played.matrix_seq, "the matrix of " + thing + " is not the one that was submitted");
}

} // namespace

void compare_revisions(comparison& c)
{
    if (c.history.registered != c.stored.head.registered)
        c.found(c.history.last.seq, "whether the plan was registered is not what its history says");
    for (const auto& [number, played] : c.history.revisions) {
        if (const auto* row = c.numbered(number))
            compare_one(c, number, played, *row);
        else
            c.found(played.seq, "revision " + std::to_string(number) + " is missing");
    }
    for (const revision& r : c.stored.revisions)
        if (!c.history.revisions.contains(r.number))
            c.found(c.history.last.seq, "revision " + std::to_string(r.number) + " is in no event");
    compare_head(c);
}

} // namespace workflow
