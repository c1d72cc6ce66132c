// Each effect with its twin.
#include "workflow/things/target_effects.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/things/rounds.hpp"

namespace workflow {
namespace {

void give_days(ongoing_step& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    if (s.body && s.body->until)
        t.extended_to = *s.body->until;
    else if (s.w().days.has_passed(end_of_target(s.w(), t), s.w().now))
        t.extended_to = s.w().days.add_working_days(s.w().today(), s.w().rules.return_working_days);
    else
        return;
    s.note("until", iso(*t.extended_to));
}

void replay_days(played::history& h, const event& e)
{
    if (const auto until = played::value_in(e, "until"); !until.empty())
        h.targets[e.subject].until = until;
}

void begin_round(ongoing_step& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    const auto handed = s.w().handed_over.find(t.id);
    if (handed != s.w().handed_over.end()) s.note("former_lead", handed->second.from);
    s.result.closed_rounds.push_back(next_round(s.w(), t, s.result.events.back().from));
    if (s.body) t.record.reason = s.body->reason;
    give_days(s, m);
}

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

void replay_round(played::history& h, const event& e)
{
    replay_days(h, e);
    played::target& t = h.targets[e.subject];
    hand_over(t, played::value_in(e, "former_lead"));
    close_round(t, e.from);
    t.record = {};
    if (h.erased)
        t.record.reason.reset();
    else if (!e.by.id.empty())
        t.record.reason = e.reason;
    t.round = ++t.newest_round;
}

void record_report(ongoing_step& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    t.record.reported_by = s.actor->user;
    t.record.reported_at = s.w().now;
    s.note("round", std::to_string(t.round));
    s.note("record", record_digest(t.record, t.evidence));
    s.note("files", files_digest(t.evidence));
}

void replay_report(played::history& h, const event& e)
{
    played::record& r = h.targets[e.subject].record;
    r.reported_by = e.by.id;
    r.reported_at = e.at;
    r.reported_at_is_exact = h.clock_went_on;
    r.digest = played::value_in(e, "record");
    r.files = played::value_in(e, "files");
    r.seq = e.seq;
}

void record_endorser(ongoing_step& s, const machine_ref& m)
{
    found(s.w().targets, m.id).record.endorsed_by = s.actor->user;
}

void replay_endorser(played::history& h, const event& e)
{
    h.targets[e.subject].record.endorsed_by = e.by.id;
}

void record_claim(ongoing_step& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    t.record.claimed_by = s.actor->user;
    t.record.reason = s.body->reason;
}

void replay_claim(played::history& h, const event& e)
{
    played::record& r = h.targets[e.subject].record;
    r.claimed_by = e.by.id;
    r.reason = h.erased ? std::nullopt : std::optional(e.reason);
}

void record_scores(ongoing_step& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    t.record.signed_by = s.actor->user;
    t.record.scores = s.body->scores;
    t.record.chosen_class = s.body->chosen_class;
    s.note("administration", decimal(s.body->scores->administration));
    s.note("substance", decimal(s.body->scores->substance));
    s.note("class", s.body->chosen_class);
}

void replay_scores(played::history& h, const event& e)
{
    played::record& r = h.targets[e.subject].record;
    r.signed_by = e.by.id;
    r.administration = played::value_in(e, "administration");
    r.substance = played::value_in(e, "substance");
    r.chosen_class = played::value_in(e, "class");
}

void keep_final_round(ongoing_step& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    t.last_final = t.state;
    t.last_final_round = t.round;
    t.last_final_record = t.record;
}

void replay_final_round(played::history& h, const event& e)
{
    played::target& t = h.targets[e.subject];
    t.last_final = e.to;
    t.last_final_round = t.round;
    t.last_final_record = t.record;
}

void restore_final_round(ongoing_step& s, const machine_ref& m)
{
    target& t = found(s.w().targets, m.id);
    s.result.closed_rounds.push_back({t.id, t.round, "open", t.record, t.evidence, {}});
    t.record = t.last_final_record.value_or(achievement_record{});
    t.round = t.last_final_round;
}

void replay_restoring(played::history& h, const event& e)
{
    played::target& t = h.targets[e.subject];
    close_round(t, e.from);
    t.record = t.last_final_record.value_or(played::record{});
    t.round = t.last_final_round;
}

} // namespace

std::vector<effect_row> target_effects()
{
    return {{"open_target", &give_days, &replay_days},
            {"give_days", &give_days, &replay_days},
            {"begin_round", &begin_round, &replay_round},
            {"record_report", &record_report, &replay_report},
            {"record_endorser", &record_endorser, &replay_endorser},
            {"record_claim", &record_claim, &replay_claim},
            {"record_scores", &record_scores, &replay_scores},
            {"keep_final_round", &keep_final_round, &replay_final_round},
            {"restore_final_round", &restore_final_round, &replay_restoring}};
}

} // namespace workflow
