// The rules of gathering.
#include "workflow/reminding/gathering.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/tell.hpp"
#include "workflow/things/sha256.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>

namespace workflow {

// At once is at the end of the minute, so that all plans that are looked at now fill one digest.
instant digest_by(const calendar& days, instant now, std::optional<date> by)
{
    const instant next = next_digest(days, now);
    const bool is_too_late = by && days.has_passed(*by, next) && !days.has_passed(*by, now);
    return is_too_late ? instant{std::chrono::ceil<std::chrono::minutes>(now)} : next;
}

instant morning_of(const reminder& r, const calendar& days, instant now)
{
    const bool missed = days.today(r.due_instant) < days.today(now);
    return missed ? digest_by(days, now, r.what.due) : r.due_instant;
}

instant digest_after(const calendar& days, instant left, instant now, std::optional<date> by)
{
    return digest_by(days, std::max(left, now) + std::chrono::microseconds{1}, by);
}

std::string digest_key(const std::string& recipient, instant at)
{
    return recipient + '|' + rfc3339(at);
}

std::string message_id_for(const std::string& key)
{
    return sha256_hex("message|" + key).substr(0, 32);
}

bool is_reminder(std::string_view rule)
{
    return rule.starts_with("H-") || rule.starts_with("H+");
}

bool outweighs(std::string_view later_rule, std::string_view earlier_rule)
{
    return is_reminder(later_rule) || !is_reminder(earlier_rule);
}

namespace {

bool silence_consents(const world& w, const subject& s, const item& x)
{
    const thing& what = thing_of(s.resource);
    return what.silence_consents && what.silence_consents(w, x);
}

} // namespace

told told_about(const world& w, const subject& s)
{
    const item* x = find_item(w, machine_about(w, s, {}));
    return {.resource = s.resource,
            .subject = s.id,
            .plan = w.head.id,
            .kind = w.head.kind,
            .kind_version = w.head.kind_version,
            .kind_title = w.rules.title,
            .region = w.place,
            .title = x ? thing_of(s.resource).title(w, *x) : w.head.title,
            .agency = relation_of(w, s).agency.name,
            .silence_consents = x && silence_consents(w, s, *x)};
}

told told_of(const world& w, const notice& n)
{
    told out = told_about(w, {n.resource, n.subject});
    out.rule = n.name;
    out.round = n.round;
    out.due = n.due;
    if (const appointment* post = told_by(w, n, n.recipient.id)) out.post = held_in(w, *post);
    out.post.role = n.why;
    return out;
}

} // namespace workflow
