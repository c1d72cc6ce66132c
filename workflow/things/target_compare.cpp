// Targets with their rounds and cells, held against their history.
#include "workflow/things/target_compare.hpp"
#include "workflow/things/comparison.hpp"
#include "workflow/things/digest.hpp"

namespace workflow {
namespace {

// `files` null: the record as last kept, whose files are those of its round.
void compare_record(comparison& c, const std::string& thing, std::int64_t seq,
                    const played::record& played, const achievement_record& row,
                    const std::vector<evidence>* files)
{
    const std::string of = " in the record of " + thing;
    c.same(seq, "the reporter" + of, row.reported_by.id, played.reported_by);
    c.same(seq, "the endorser" + of, row.endorsed_by.id, played.endorsed_by);
    c.same(seq, "the claimant" + of, row.claimed_by.id, played.claimed_by);
    c.same(seq, "the signer" + of, row.signed_by.id, played.signed_by);
    const auto score = [&](double scores::*which) {
        return row.scores ? decimal((*row.scores).*which) : std::string{};
    };
    c.same(seq, "the administration score" + of, score(&scores::administration),
           played.administration);
    c.same(seq, "the substance score" + of, score(&scores::substance), played.substance);
    c.same(seq, "the class" + of, row.chosen_class, played.chosen_class);
    c.same(seq, "the agency" + of, row.agency, played.agency);
    if (played.reason) c.same(seq, "the reason" + of, row.reason, *played.reason);
    if (played.digest.empty()) return;
    c.when(seq, "the report" + of, row.reported_at.value_or(instant{}), played.reported_at,
           played.reported_at_is_exact);
    if (!files) return;
    if (record_digest(row, *files) != played.digest)
        c.found(played.seq, "the record of " + thing + " is not the one that was reported");
    if (files_digest(*files) != played.files)
        c.found(played.seq, "the files of " + thing + " are not called as they were reported");
}

void compare_head(comparison& c, const std::string& thing, const played::target& played,
                  const target& row)
{
    c.stands(thing, played, row);
    c.same(played.seq, "the round of " + thing, row.round, played.round);
    c.same(played.seq, "the newest round of " + thing, row.newest_round, played.newest_round);
    c.same(played.seq, "the last final state of " + thing, row.last_final, played.last_final);
    c.same(played.seq, "the last final round of " + thing, row.last_final_round,
           played.last_final_round);
    c.same(played.seq, "the extension of " + thing, row.extended_to ? iso(*row.extended_to) : "",
           played.until);
    if (!row.made) c.found(played.seq, thing + " is marked as never made");
}

void compare_one(comparison& c, const std::string& thing, const played::target& played,
                 const target& row)
{
    compare_head(c, thing, played, row);
    compare_record(c, thing, played.seq, played.record, row.record, &row.evidence);
    if (played.last_final_record.has_value() != row.last_final_record.has_value())
        c.found(played.seq, "the last final record of " + thing + " is missing or too much");
    else if (row.last_final_record)
        compare_record(c, thing + " (last final)", played.seq, *played.last_final_record,
                       *row.last_final_record,
                       row.round == row.last_final_round ? &row.evidence : nullptr);
}

// A draft's targets are planned before anything has happened to them.
bool is_of_a_draft(const target& t)
{
    return !t.made && t.state == target_state::planned && t.round == 1 && t.newest_round == 1 &&
           t.last_final.empty() && t.record == achievement_record{};
}

void compare_each(comparison& c)
{
    c.each(
        "target", c.history.targets, c.stored.targets,
        [&](const std::string& thing, const played::target& played, const target& row) {
            compare_one(c, thing, played, row);
        },
        [&](const target& t) {
            if (!is_of_a_draft(t))
                c.found(c.history.last.seq, "target " + t.id + " is in no event");
        });
}

std::int64_t last_event_of(const comparison& c, const std::string& id)
{
    const auto known = c.history.targets.find(id);
    return known == c.history.targets.end() ? c.history.last.seq : known->second.seq;
}

void compare_rounds(comparison& c)
{
    std::map<std::pair<std::string, int>, const closed_round*> left;
    for (const closed_round& r : c.stored.rounds) left[{r.target, r.round}] = &r;
    for (const auto& [id, target] : c.history.targets)
        for (const auto& [number, closed] : target.closed) {
            const std::string thing = "target " + id + " round " + std::to_string(number);
            const auto row = left.find({id, number});
            if (row == left.end()) {
                c.found(target.seq, thing + " is missing");
                continue;
            }
            c.same(target.seq, thing, row->second->state, closed.first);
            compare_record(c, thing, target.seq, closed.second, row->second->record,
                           &row->second->evidence);
            left.erase(row);
        }
    for (const auto& [key, row] : left)
        c.found(last_event_of(c, key.first),
                "target " + key.first + " round " + std::to_string(key.second) + " is in no event");
}

// A target follows the newest revision in force that holds its cell.
void compare_cells(comparison& c)
{
    if (!c.matrices_hold) return;
    struct seat {
        int revision;
        const action* row;
        const cell* target;
    };
    std::map<std::string, seat> seats;
    for (const auto& [number, played] : c.history.revisions)
        if (const auto* r = c.numbered(number); r && played.was_in_force)
            for (const action& a : r->actions)
                for (const cell& x : a.targets) seats.insert_or_assign(x.id, seat{number, &a, &x});
    for (const target& t : c.stored.targets) {
        const auto known = c.history.targets.find(t.id);
        if (known == c.history.targets.end()) continue;
        const std::string thing = "target " + t.id;
        const auto seat = seats.find(t.id);
        if (seat == seats.end()) {
            c.found(known->second.seq, thing + " stands in no matrix that was in force");
            continue;
        }
        c.same(known->second.seq, "the action of " + thing, t.action, seat->second.row->id);
        c.same(known->second.seq, "the period of " + thing, t.period, seat->second.target->period);
        const auto placed = c.stored.placed_in.find(t.id);
        c.same(known->second.seq, "the revision of " + thing,
               placed == c.stored.placed_in.end() ? 0 : placed->second, seat->second.revision);
    }
}

} // namespace

void compare_targets(comparison& c)
{
    compare_each(c);
    compare_rounds(c);
    compare_cells(c);
}

} // namespace workflow
