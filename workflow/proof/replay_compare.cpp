// Holding stored rows against a history that was played again.
#include "workflow/proof/replay.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/names.hpp"
#include "workflow/things/world.hpp"
#include <algorithm>

namespace workflow {
namespace {

std::string quoted(const std::string& text)
{
    return "'" + text + "'";
}

} // namespace

// Collects what differs; the earliest is told.
struct comparison {
    const played::history& history;
    const stored_plan& stored;
    std::optional<fault> earliest{};
    bool matrices_hold{true}; // else what rests on them would only repeat it

    void found(std::int64_t seq, std::string what)
    {
        if (!earliest || seq < earliest->seq) earliest = fault{seq, std::move(what)};
    }
    // `is` stored, `was` by the history.
    void same(std::int64_t seq, const std::string& thing, const std::string& is,
              const std::string& was)
    {
        if (is != was)
            found(seq, thing + " is stored as " + quoted(is) + ", its history says " + quoted(was));
    }
    void same(std::int64_t seq, const std::string& thing, std::int64_t is, std::int64_t was)
    {
        same(seq, thing, std::to_string(is), std::to_string(was));
    }

    // An event's time is raised to that of the one before it where the clock has gone back.
    void when(std::int64_t seq, const std::string& thing, instant is, instant was, bool is_exact)
    {
        if (is_exact)
            same(seq, "the time of " + thing, rfc3339(is), rfc3339(was));
        else if (is > was)
            found(seq, "the time of " + thing + " lies after its event");
    }
    void stands(const std::string& thing, const played::standing& played, const auto& row)
    {
        same(played.seq, thing, row.state, played.state);
        when(played.seq, thing, row.since, played.since, played.since_is_exact);
    }
    // Of what is changed by commands alone.
    void version(const std::string& thing, const played::standing& played, std::int64_t is)
    {
        same(played.seq, "the version of " + thing, is, played.events);
    }
    void due(const std::string& thing, std::int64_t seq, const std::optional<date>& is,
             const std::string& was)
    {
        same(seq, "the deadline of " + thing, is ? iso(*is) : "", was);
    }
    void reason(const std::string& thing, const played::standing& played, const std::string& is)
    {
        if (played.reason) same(played.seq, "the reason of " + thing, is, *played.reason);
    }

    // Calls `both` for each pair; what is on one side only is a fault.
    template <class Played, class Row, class Both>
    void each(const std::string& resource, const std::map<std::string, Played>& played,
              const std::vector<Row>& rows, Both both)
    {
        std::map<std::string, const Row*> left;
        for (const Row& row : rows) left[row.id] = &row;
        for (const auto& [id, from_history] : played) {
            const auto row = left.find(id);
            if (row == left.end()) {
                found(from_history.seq, resource + " " + id + " is missing");
                continue;
            }
            both(resource + " " + id, from_history, *row->second);
            left.erase(row);
        }
        for (const auto& [id, row] : left) unknown(resource, *row);
    }
    template <class Row> void unknown(const std::string& resource, const Row& row)
    {
        found(history.last.seq, resource + " " + row.id + " is in no event");
    }
    // A draft's targets are planned before anything has happened to them.
    void unknown(const std::string& resource, const target& t)
    {
        if (t.made || t.state != target_state::planned || t.round != 1 || t.newest_round != 1 ||
            !t.last_final.empty() || t.record != achievement_record{})
            found(history.last.seq, resource + " " + t.id + " is in no event");
    }

    void plan();
    void head();
    void revision(int number, const played::revision&, const workflow::revision&);
    void reviews();
    void approvals();
    void approval(const std::string& thing, const played::approval&, const workflow::approval&);
    void targets();
    void target_head(const std::string& thing, const played::target&, const target&);
    void record(const std::string& thing, std::int64_t seq, const played::record&,
                const achievement_record&, const std::vector<evidence>*);
    void rounds();
    void cells();
    void reports();
    const workflow::revision* numbered(int number) const;
    std::int64_t last_event_of_target(const std::string& id) const
    {
        const auto known = history.targets.find(id);
        return known == history.targets.end() ? history.last.seq : known->second.seq;
    }
};

const workflow::revision* comparison::numbered(int number) const
{
    for (const workflow::revision& r : stored.revisions)
        if (r.number == number) return &r;
    return nullptr;
}

void comparison::plan()
{
    if (history.registered != stored.head.registered)
        found(history.last.seq, "whether the plan was registered is not what its history says");
    for (const auto& [number, played] : history.revisions) {
        if (const auto* row = numbered(number))
            revision(number, played, *row);
        else
            found(played.seq, "revision " + std::to_string(number) + " is missing");
    }
    for (const workflow::revision& r : stored.revisions)
        if (!history.revisions.contains(r.number))
            found(history.last.seq, "revision " + std::to_string(r.number) + " is in no event");
    head();
}

void comparison::head()
{
    const workflow::plan& row = stored.head;
    const played::plan& played = history.head;
    same(1, "the plan's kind", row.kind, played.kind);
    same(1, "the version of the plan's kind", std::to_string(row.kind_version),
         played.kind_version);
    same(1, "the plan's region", row.region, played.region);
    same(1, "the plan's year", std::to_string(row.year), played.year);
    if (row.version < played.version)
        found(played.seq, "the plan's version is older than its last event's");
    if (row.version == played.version && sha256_hex(row.title) != played.title)
        found(played.seq, "the plan's title is not the one of its last event");
}

void comparison::revision(int number, const played::revision& played, const workflow::revision& row)
{
    const std::string thing = "revision " + std::to_string(number);
    stands(thing, played, row);
    if (stored.shown.contains(number) != was_submitted(row))
        found(played.seq, "whether " + thing + " is shown is not what its history says");
    same(played.seq, "the submission of " + thing, row.submission, played.submission);
    same(played.seq, "who submitted " + thing, row.submitted_by.id, played.submitted_by);
    if (played.was_in_force) {
        same(played.seq, "the decree of " + thing, sha256_hex(row.decree_number),
             played.decree_digest);
        same(played.seq, "the decree's date of " + thing,
             row.decree_date ? iso(*row.decree_date) : "", played.decree_date);
        same(played.seq, "the decree's scan of " + thing, row.decree_scan, played.decree_scan);
    }
    if (played.matrix.empty() || matrix_digest(row.actions) == played.matrix) return;
    matrices_hold = false;
    found(played.matrix_seq, "the matrix of " + thing + " is not the one that was submitted");
}

void comparison::reviews()
{
    each("review", history.reviews, stored.reviews,
         [&](const std::string& thing, const played::review& played, const review& row) {
             stands(thing, played, row);
             reason(thing, played, row.reason);
             version(thing, played, row.version);
             same(played.seq, "the revision of " + thing, row.revision, played.revision);
             same(played.seq, "the agency of " + thing, row.agency.id, played.agency);
             due(thing, played.seq, row.due, played.due);
             if (items_digest(row.items) != played.items)
                 found(played.seq, "what " + thing + " asks for is not what was said");
             const auto asked = history.revisions.find(played.revision);
             const auto* r = numbered(played.revision);
             if (matrices_hold && row.state != review_state::superseded && r &&
                 asked != history.revisions.end() && !asked->second.matrix.empty() &&
                 rows_digest(r->actions, row.agency.id) != row.rows_digest)
                 found(played.seq, thing + " is not about the rows of its agency");
         });
}

void comparison::approval(const std::string& thing, const played::approval& played,
                          const workflow::approval& row)
{
    stands(thing, played, row);
    reason(thing, played, row.reason);
    same(played.seq, "the revision of " + thing, row.revision, played.revision);
    same(played.seq, "the submission of " + thing, row.submission, played.submission);
    same(played.seq, "the stage of " + thing, row.stage, played.stage);
    const auto stage = static_cast<std::size_t>(played.stage);
    if (stage >= stored.approval_chain.size()) {
        found(played.seq, thing + " is of a stage that its kind does not have");
    } else {
        const chain_stage& rule = stored.approval_chain[stage];
        same(played.seq, "the role of " + thing, row.role, rule.role);
        same(played.seq, "the name of " + thing, row.name, rule.name);
        same(played.seq, "the quorum of " + thing, row.quorum, rule.quorum);
    }
    version(thing, played, row.version);
    due(thing, played.seq, row.due, played.due);
    const auto same_voter = [](const vote& is, const played::vote& was) {
        return is.by.id == was.by;
    };
    if (!std::equal(row.votes.begin(), row.votes.end(), played.votes.begin(), played.votes.end(),
                    same_voter))
        return found(played.seq, "the votes of " + thing + " differ");
    for (std::size_t i = 0; i < row.votes.size(); ++i)
        when(played.seq, "a vote of " + thing, row.votes[i].at, played.votes[i].at,
             played.votes[i].at_is_exact);
}

void comparison::approvals()
{
    each("approval", history.approvals, stored.approvals,
         [&](const std::string& thing, const played::approval& played,
             const workflow::approval& row) { approval(thing, played, row); });
}

// `files` null: the record as last kept, whose files are those of its round.
void comparison::record(const std::string& thing, std::int64_t seq, const played::record& played,
                        const achievement_record& row, const std::vector<evidence>* files)
{
    const std::string of = " in the record of " + thing;
    same(seq, "the reporter" + of, row.reported_by.id, played.reported_by);
    same(seq, "the endorser" + of, row.endorsed_by.id, played.endorsed_by);
    same(seq, "the claimant" + of, row.claimed_by.id, played.claimed_by);
    same(seq, "the signer" + of, row.signed_by.id, played.signed_by);
    const auto score = [&](double scores::*which) {
        return row.scores ? decimal((*row.scores).*which) : std::string{};
    };
    same(seq, "the administration score" + of, score(&scores::administration),
         played.administration);
    same(seq, "the substance score" + of, score(&scores::substance), played.substance);
    same(seq, "the class" + of, row.chosen_class, played.chosen_class);
    same(seq, "the agency" + of, row.agency, played.agency);
    if (played.reason) same(seq, "the reason" + of, row.reason, *played.reason);
    if (played.digest.empty()) return;
    when(seq, "the report" + of, row.reported_at.value_or(instant{}), played.reported_at,
         played.reported_at_is_exact);
    if (!files) return;
    if (record_digest(row, *files) != played.digest)
        found(played.seq, "the record of " + thing + " is not the one that was reported");
    if (files_digest(*files) != played.files)
        found(played.seq, "the files of " + thing + " are not called as they were reported");
}

void comparison::target_head(const std::string& thing, const played::target& played,
                             const target& row)
{
    stands(thing, played, row);
    same(played.seq, "the round of " + thing, row.round, played.round);
    same(played.seq, "the newest round of " + thing, row.newest_round, played.newest_round);
    same(played.seq, "the last final state of " + thing, row.last_final, played.last_final);
    same(played.seq, "the last final round of " + thing, row.last_final_round,
         played.last_final_round);
    same(played.seq, "the extension of " + thing, row.extended_to ? iso(*row.extended_to) : "",
         played.until);
    if (!row.made) found(played.seq, thing + " is marked as never made");
}

void comparison::targets()
{
    each("target", history.targets, stored.targets,
         [&](const std::string& thing, const played::target& played, const target& row) {
             target_head(thing, played, row);
             record(thing, played.seq, played.record, row.record, &row.evidence);
             if (played.last_final_record.has_value() != row.last_final_record.has_value())
                 found(played.seq, "the last final record of " + thing + " is missing or too much");
             else if (row.last_final_record)
                 record(thing + " (last final)", played.seq, *played.last_final_record,
                        *row.last_final_record,
                        row.round == row.last_final_round ? &row.evidence : nullptr);
         });
}

void comparison::rounds()
{
    std::map<std::pair<std::string, int>, const closed_round*> left;
    for (const closed_round& r : stored.rounds) left[{r.target, r.round}] = &r;
    for (const auto& [id, target] : history.targets)
        for (const auto& [number, closed] : target.closed) {
            const std::string thing = "target " + id + " round " + std::to_string(number);
            const auto row = left.find({id, number});
            if (row == left.end()) {
                found(target.seq, thing + " is missing");
                continue;
            }
            same(target.seq, thing, row->second->state, closed.first);
            record(thing, target.seq, closed.second, row->second->record, &row->second->evidence);
            left.erase(row);
        }
    for (const auto& [key, row] : left)
        found(last_event_of_target(key.first),
              "target " + key.first + " round " + std::to_string(key.second) + " is in no event");
}

// A target follows the newest revision in force that holds its cell.
void comparison::cells()
{
    if (!matrices_hold) return;
    struct seat {
        int revision;
        const action* row;
        const cell* target;
    };
    std::map<std::string, seat> seats;
    for (const auto& [number, played] : history.revisions)
        if (const auto* r = numbered(number); r && played.was_in_force)
            for (const action& a : r->actions)
                for (const cell& c : a.targets) seats.insert_or_assign(c.id, seat{number, &a, &c});
    for (const target& t : stored.targets) {
        const auto known = history.targets.find(t.id);
        if (known == history.targets.end()) continue;
        const std::string thing = "target " + t.id;
        const auto seat = seats.find(t.id);
        if (seat == seats.end()) {
            found(known->second.seq, thing + " stands in no matrix that was in force");
            continue;
        }
        same(known->second.seq, "the action of " + thing, t.action, seat->second.row->id);
        same(known->second.seq, "the period of " + thing, t.period, seat->second.target->period);
        const auto placed = stored.placed_in.find(t.id);
        same(known->second.seq, "the revision of " + thing,
             placed == stored.placed_in.end() ? 0 : placed->second, seat->second.revision);
    }
}

void comparison::reports()
{
    each("report", history.reports, stored.reports,
         [&](const std::string& thing, const played::report& played, const report& row) {
             stands(thing, played, row);
             reason(thing, played, row.reason);
             version(thing, played, row.version);
             same(played.seq, "the period of " + thing, row.period, played.period);
             same(played.seq, "what was included in " + thing, row.included_digest,
                  played.included);
             if (gaps_digest(row.gaps) != played.gaps)
                 found(played.seq, "the gaps of " + thing + " are not the ones that were declared");
         });
}

std::optional<fault> replay::compare(const stored_plan& stored) const
{
    comparison held{history_, stored};
    held.plan();
    held.reviews();
    held.approvals();
    held.targets();
    held.rounds();
    held.cells();
    held.reports();
    return held.earliest;
}

} // namespace workflow
