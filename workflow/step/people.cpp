// Posts against things: the one place that knows what makes somebody the secretariat of a plan or
// the head of its lead agency.
#include "workflow/step/people.hpp"
#include <algorithm>

namespace workflow {
namespace {

std::string agency_of(const world& w, const subject& s)
{
    if (s.resource == "reviews") {
        for (const review& r : w.reviews)
            if (r.id == s.id) return r.agency.id;
    } else if (s.resource == "targets") {
        const placed_cell c = cell_of(w, s.id);
        if (c.row) return c.row->lead_agency.id;
    }
    return {};
}

std::string stage_role_of(const world& w, const subject& s)
{
    for (const approval& a : w.approvals)
        if (s.resource == "approvals" && a.id == s.id) return a.role;
    return {};
}

reference reporter_of(const world& w, const subject& s)
{
    for (const target& t : w.targets)
        if (s.resource == "targets" && t.id == s.id) return t.record.reported_by;
    return {};
}

// The post as such, whoever holds it: what is shown when nobody does.
who_can vacant(who kind, const world& w, const subject& s)
{
    who_can entry;
    entry.region = w.place.code;
    entry.region_name = w.place.name;
    if (kind == who::parent_secretariat) {
        entry.region = w.parent.code;
        entry.region_name = w.parent.name;
    }
    const std::string agency = agency_of(w, s);
    switch (kind) {
    case who::secretariat:
    case who::parent_secretariat:
        entry.role = role::secretariat;
        break;
    case who::reviewing_head:
    case who::lead_head:
        entry.role = role::agency_head;
        break;
    case who::lead_staff:
        entry.role = role::agency_staff;
        break;
    case who::stage_member:
        entry.role = stage_role_of(w, s);
        break;
    case who::reporter:
        entry.role = role::agency_staff;
        break;
    case who::system:
        break;
    }
    if (agency.empty() || kind == who::secretariat || kind == who::parent_secretariat) return entry;
    entry.agency.id = agency;
    if (const placed_cell c = cell_of(w, s.id); c.row) entry.agency.name = c.row->lead_agency.name;
    for (const review& r : w.reviews)
        if (r.agency.id == agency) entry.agency.name = r.agency.name;
    return entry;
}

bool excluded_by_four_eyes(const definition& d, const command_word& word, const world& w,
                           const subject& s, const principal& p)
{
    const auto f = facts_of(w, s, p);
    const std::string_view state = state_of(w, s, word.name);
    for (const transition& t : d.transitions)
        if (t.command == word.name && t.from == state)
            for (const guard& g : t.guards)
                if (g.four_eyes && !g.holds(*f)) return true;
    return false;
}

void add_name(std::vector<std::string>& names, const std::string& name)
{
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

} // namespace

bool makes(const appointment& post, who kind, const world& w, const subject& s)
{
    switch (kind) {
    case who::secretariat:
        return post.role == role::secretariat && post.region == w.place.code;
    case who::parent_secretariat:
        return post.role == role::secretariat && !w.parent.code.empty() &&
               post.region == w.parent.code;
    case who::reviewing_head:
        return s.resource == "reviews" && post.role == role::agency_head &&
               post.agency.id == agency_of(w, s);
    case who::lead_staff:
    case who::lead_head:
        return s.resource == "targets" && !post.agency.id.empty() &&
               post.role == (kind == who::lead_staff ? role::agency_staff : role::agency_head) &&
               post.agency.id == agency_of(w, s);
    case who::stage_member:
        return s.resource == "approvals" && post.role == stage_role_of(w, s) &&
               post.region == w.place.code;
    case who::reporter:
    case who::system:
        return false;
    }
    return false;
}

std::vector<who_can> who_may(const definition& d, const command_word& word, const world& w,
                             const subject& s)
{
    std::vector<who_can> posts;
    for (who kind : word.by) {
        who_can entry = vacant(kind, w, s);
        if (kind == who::reporter) {
            const reference person = reporter_of(w, s);
            if (!person.name.empty()) entry.names.push_back(person.name);
        }
        for (const appointment& post : w.posts)
            if (makes(post, kind, w, s) && !excluded_by_four_eyes(d, word, w, s, holder_of(post)))
                add_name(entry.names, post.user.name);
        posts.push_back(std::move(entry));
    }
    return posts;
}

const appointment* post_for(const command_word& word, const world& w, const subject& s,
                            const principal& p)
{
    for (who kind : word.by)
        for (const appointment& post : p.appointments)
            if (makes(post, kind, w, s) ||
                (kind == who::reporter &&
                 (makes(post, who::lead_staff, w, s) || makes(post, who::lead_head, w, s))))
                return &post;
    return p.appointments.empty() ? nullptr : &p.appointments.front();
}

held_post held_in(const world& w, const appointment& post)
{
    if (post.role == role::agency_head || post.role == role::agency_staff)
        return {post.role, post.agency.name};
    return {post.role, post.region == w.parent.code ? w.parent.name : w.place.name};
}

bool may_vote(const world& w, const std::string& id, const std::string& user)
{
    if (w.current().submitted_by.id == user) return false;
    for (const approval& a : w.approvals)
        for (const vote& v : a.votes)
            if (a.id == id && v.by.id == user) return false;
    return true;
}

principal holder_of(const appointment& post)
{
    principal p;
    p.user = post.user;
    p.appointments = {post};
    return p;
}

const revision& revision_for(const world& w, std::string_view command)
{
    if (const revision* in_force = w.revision_in_force(); command == "close" && in_force)
        return *in_force;
    return w.current();
}

std::string_view state_of(const world& w, const subject& s, std::string_view command)
{
    const auto state_in = [&](const auto& list) -> std::string_view {
        for (const auto& x : list)
            if (x.id == s.id) return x.state;
        return {};
    };
    if (s.resource == "reviews") return state_in(w.reviews);
    if (s.resource == "approvals") return state_in(w.approvals);
    if (s.resource == "targets") return state_in(w.targets);
    if (s.resource == "reports") return state_in(w.reports);
    return revision_for(w, command).state;
}

} // namespace workflow
