// Taking events: what each needs before it, and what it leaves.
#include "workflow/proof/replay.hpp"
#include "workflow/step/allowed.hpp"
#include <algorithm>

namespace workflow {
namespace {

std::string value_in(const event& e, std::string_view key)
{
    for (const auto& [name, value] : e.data)
        if (name == key) return value;
    return {};
}

// 0 for what is no small whole number.
int number_in(const std::string& written)
{
    return written.empty() || written.size() > 9 ||
                   written.find_first_not_of("0123456789") != std::string::npos
               ? 0
               : std::stoi(written);
}

int revision_in(const event& e)
{
    return number_in(value_in(e, "revision"));
}

std::string said(const event& e)
{
    return e.resource + " " + e.subject + ": ";
}

constexpr std::string_view made = "made";

} // namespace

replay::replay(const std::vector<definition>& catalog, std::string plan)
    : catalog_(catalog), plan_(std::move(plan))
{
}

std::optional<std::string> replay::take(const event& e, bool erased)
{
    erased_ = erased;
    clock_went_on_ = e.at > last_.at || e.seq == 1;
    finding wrong;
    if (e.at < last_.at) wrong = "it happened before the event that stands before it";
    if (!wrong) wrong = check_cause(e);
    if (!wrong) {
        const place where = place_of(e);
        if (!where.machine)
            wrong = "no machine runs on '" + e.resource + "'";
        else
            wrong = e.command.empty() ? take_making(e, where) : take_command(e, where);
    }
    last_ = e;
    return wrong;
}

// Whatever a person's command made due follows it in one breath; a sweep's events have no cause.
replay::finding replay::check_cause(const event& e) const
{
    const std::string cause = "its cause is event " + std::to_string(e.cause) + ", ";
    if (!e.by.id.empty() && e.cause != 0) return cause + "yet a person gave it";
    if (e.by.id.empty() && e.cause != 0) {
        const bool right_after = e.cause == last_.seq && !last_.by.id.empty();
        const bool same_breath = e.cause == last_.cause;
        if (!right_after && !same_breath) return cause + "which is no command given just before";
    }
    return {};
}

replay::place replay::place_of(const event& e)
{
    place out{machine_of(catalog_, e.resource), nullptr};
    const auto in = [&](auto& list, const auto& key) {
        const auto found = list.find(key);
        if (found != list.end()) out.stands = &found->second;
    };
    if (e.resource == "plans") in(revisions_, revision_in(e));
    if (e.resource == "reviews") in(reviews_, e.subject);
    if (e.resource == "approvals") in(approvals_, e.subject);
    if (e.resource == "targets") in(targets_, e.subject);
    if (e.resource == "reports") in(reports_, e.subject);
    return out;
}

void replay::stand(played::standing& s, const event& e) const
{
    s.state = e.to;
    s.seq = e.seq;
    s.since = e.at;
    s.since_is_exact = clock_went_on_;
    ++s.events;
    if (erased_)
        s.reason.reset();
    else if (!e.by.id.empty())
        s.reason = e.reason;
}

played::standing& replay::make(const event& e)
{
    if (e.resource == "plans") return revisions_[revision_ = revision_in(e)];
    if (e.resource == "targets") return targets_[e.subject];
    if (e.resource == "reports") {
        played::report& r = reports_[e.subject];
        r.period = value_in(e, "period");
        return r;
    }
    if (e.resource == "reviews") {
        played::review& r = reviews_[e.subject];
        r.revision = revision_;
        r.agency = value_in(e, "agency");
        r.due = value_in(e, "due");
        return r;
    }
    played::approval& a = approvals_[e.subject];
    a.due = value_in(e, "due");
    a.revision = revision_;
    a.submission = submission_;
    a.stage = next_stage_;
    return a;
}

replay::finding replay::take_making(const event& e, const place& where)
{
    const bool of_the_plan = e.resource == "plans";
    if (where.stands) return said(e) + "made a second time";
    if (e.name != made || !e.from.empty()) return said(e) + "'" + e.name + "' is no command's";
    if (e.to != where.machine->initial)
        return said(e) + "made as '" + e.to + "', the table begins with '" +
               std::string(where.machine->initial) + "'";
    if (of_the_plan &&
        (e.subject != plan_ || revision_in(e) != static_cast<int>(revisions_.size()) + 1))
        return said(e) + "not the next revision of this plan";
    if (of_the_plan == e.by.id.empty())
        return said(e) + (of_the_plan ? "made by nobody" : "made by a person");
    stand(make(e), e);
    if (of_the_plan) name_plan(e);
    return {};
}

// What only the first revision's making says stays.
void replay::name_plan(const event& e)
{
    if (e.command.empty() && revision_in(e) == 1) {
        head_.kind = value_in(e, "kind");
        head_.kind_version = value_in(e, "kind_version");
        head_.region = value_in(e, "region");
        head_.year = value_in(e, "year");
    }
    head_.title = value_in(e, "title");
    head_.version = number_in(value_in(e, "version"));
    head_.seq = e.seq;
}

replay::finding replay::check_command(const event& e, const place& where,
                                      const transition*& row) const
{
    const definition& d = *where.machine;
    if (!where.stands) return said(e) + "a command on what was never made";
    if (e.resource == "plans" && e.subject != plan_) return said(e) + "another plan's event";
    const command_word* word = d.command(e.command);
    if (!word) return said(e) + "there is no command '" + e.command + "'";
    if (e.name != word->event)
        return said(e) + "'" + e.command + "' is told as '" + std::string(word->event) +
               "', found '" + e.name + "'";
    if (word->is_system() != e.by.id.empty())
        return said(e) + "'" + e.command + "' was given by " +
               (e.by.id.empty() ? "nobody" : "a person");
    if (e.from != where.stands->state)
        return said(e) + "it goes from '" + e.from + "', but stood in '" + where.stands->state +
               "'";
    if (value_in(e, "definition") != std::to_string(d.version))
        return said(e) + "decided by version '" + value_in(e, "definition") + "' of the table";
    for (const transition& t : d.transitions)
        if (t.from == e.from && t.command == e.command && t.to == e.to) row = &t;
    if (!row)
        return said(e) + "the table has no '" + e.command + "' from '" + e.from + "' to '" + e.to +
               "'";
    return {};
}

replay::finding replay::take_command(const event& e, const place& where)
{
    const transition* row = nullptr;
    if (auto wrong = check_command(e, where, row)) return wrong;
    stand(*where.stands, e);
    if (e.resource == "plans") {
        name_plan(e);
        revision_ = revision_in(e);
        submission_ = revisions_[revision_].submission;
        next_stage_ = 0;
        if (e.to == where.machine->initial) revisions_[revision_].matrix.clear(); // edits again
    }
    if (e.resource == "approvals") {
        const played::approval& a = approvals_[e.subject];
        revision_ = a.revision;
        submission_ = a.submission;
        next_stage_ = a.stage + 1;
    }
    if (e.resource == "reviews" && !e.by.id.empty())
        reviews_[e.subject].items = value_in(e, "items");
    if (e.resource == "targets" && e.command == "recall") targets_[e.subject].record.digest.clear();
    if (e.resource == "targets" && e.command == "report" &&
        value_in(e, "round") != std::to_string(targets_[e.subject].round))
        return said(e) + "reported in round '" + value_in(e, "round") + "' while in round " +
               std::to_string(targets_[e.subject].round);
    for (std::string_view name : row->effects) apply(name, e);
    return {};
}

namespace {

void close_round(played::target& t, std::string state)
{
    t.closed.insert_or_assign(t.round, std::pair(std::move(state), t.record));
}

// What was said so far stays the agency's that led until now.
void hand_over(played::target& t, const std::string& former_lead)
{
    const auto leave = [&](played::record& r) {
        if (r.agency.empty()) r.agency = former_lead;
    };
    leave(t.record);
    if (t.last_final_record) leave(*t.last_final_record);
    for (auto& [round, closed] : t.closed) leave(closed.second);
}

void begin_round(played::target& t, const event& e, bool erased)
{
    hand_over(t, value_in(e, "former_lead"));
    close_round(t, e.from);
    t.record = {};
    if (erased)
        t.record.reason.reset();
    else if (!e.by.id.empty())
        t.record.reason = e.reason;
    t.round = ++t.newest_round;
}

void submit(played::revision& r, const event& e)
{
    r.submitted_by = e.by.id;
    r.matrix = value_in(e, "matrix");
    r.matrix_seq = e.seq;
}

} // namespace

// The same effects that the engine applies to a world, as far as the history tells of them.
void replay::apply(std::string_view effect, const event& e)
{
    if (effect == "ask_agencies") {
        played::revision& r = revisions_[revision_];
        submission_ = ++r.submission;
        submit(r, e);
        return;
    }
    if (effect == "enter_into_force") {
        played::revision& r = revisions_[revision_];
        r.was_in_force = true;
        r.decree_digest = value_in(e, "decree");
        r.decree_date = value_in(e, "decree_date");
        r.decree_scan = value_in(e, "decree_scan");
        if (r.submission > 0) return;
        registered_ = true;
        submit(r, e);
        return;
    }
    if (effect == "count_vote")
        return approvals_[e.subject].votes.push_back({e.by.id, e.at, clock_went_on_});
    if (effect == "declare_gaps") {
        reports_[e.subject].included = value_in(e, "included");
        reports_[e.subject].gaps = value_in(e, "gaps");
        return;
    }
    if (e.resource == "targets") apply_to_target(effect, e);
}

void replay::apply_to_target(std::string_view effect, const event& e)
{
    played::target& t = targets_[e.subject];
    if (const auto until = value_in(e, "until"); !until.empty()) t.until = until;
    if (effect == "begin_round") begin_round(t, e, erased_);
    if (effect == "record_endorser") t.record.endorsed_by = e.by.id;
    if (effect == "record_report") {
        t.record.reported_by = e.by.id;
        t.record.reported_at = e.at;
        t.record.reported_at_is_exact = clock_went_on_;
        t.record.digest = value_in(e, "record");
        t.record.files = value_in(e, "files");
        t.record.seq = e.seq;
    }
    if (effect == "record_claim") {
        t.record.claimed_by = e.by.id;
        t.record.reason = erased_ ? std::nullopt : std::optional(e.reason);
    }
    if (effect == "record_scores") {
        t.record.signed_by = e.by.id;
        t.record.administration = value_in(e, "administration");
        t.record.substance = value_in(e, "substance");
        t.record.chosen_class = value_in(e, "class");
    }
    if (effect == "keep_final_round") {
        t.last_final = e.to;
        t.last_final_round = t.round;
        t.last_final_record = t.record;
    }
    if (effect == "restore_final_round") {
        close_round(t, e.from);
        t.record = t.last_final_record.value_or(played::record{});
        t.round = t.last_final_round;
    }
}

std::int64_t replay::last_event_of(const std::string& resource, const std::string& id) const
{
    const auto in = [&](const auto& list) {
        const auto found = list.find(id);
        return found == list.end() ? last_.seq : found->second.seq;
    };
    if (resource == "reviews") return in(reviews_);
    if (resource == "approvals") return in(approvals_);
    if (resource == "targets") return in(targets_);
    if (resource == "reports") return in(reports_);
    return last_.seq;
}

} // namespace workflow
