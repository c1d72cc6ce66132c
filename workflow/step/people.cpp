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

bool excluded_by_four_eyes(const definition& d, const command_word& word, const world& w,
                           const subject& s, const principal& p)
{
    const auto f = facts_of(w, s, p);
    const std::string_view state = state_of(w, s, word.name);
    for (const transition& t : d.transitions)
        if (t.command == word.name && t.from == state)
            for (const guard& g : t.guards)
                if (g.kind == guard_kind::four_eyes && !g.holds(*f)) return true;
    return false;
}

void add_name(std::vector<std::string>& names, const std::string& name)
{
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

} // namespace

std::string_view role_of(who kind)
{
    switch (kind) {
    case who::secretariat:
    case who::parent_secretariat:
        return role::secretariat;
    case who::reviewing_head:
    case who::lead_head:
        return role::agency_head;
    case who::lead_staff:
    case who::reporter:
        return role::agency_staff;
    case who::stage_member:
    case who::system:
        break;
    }
    return {};
}

who_can post_as(who kind, const world& w, const subject& s)
{
    const bool is_above = kind == who::parent_secretariat;
    const region& place = is_above ? w.parent : w.place;
    const relation about = relation_of(w, s);
    who_can entry;
    entry.region = place.code;
    entry.region_name = place.name;
    entry.role = kind == who::stage_member ? about.stage_role : role_of(kind);
    if (about.agency.empty() || kind == who::secretariat || is_above) return entry;
    entry.agency.id = about.agency;
    if (const placed_cell c = cell_of(w, s.id); c.row) entry.agency.name = c.row->lead_agency.name;
    for (const review& r : w.reviews)
        if (r.agency.id == about.agency) entry.agency.name = r.agency.name;
    return entry;
}

relation relation_of(const world& w, const subject& s)
{
    return {s.resource, agency_of(w, s), stage_role_of(w, s)};
}

bool makes(const appointment& post, who kind, const world& w, const relation& about)
{
    switch (kind) {
    case who::secretariat:
        return post.role == role::secretariat && post.region == w.place.code;
    case who::parent_secretariat:
        return post.role == role::secretariat && !w.parent.code.empty() &&
               post.region == w.parent.code;
    case who::reviewing_head:
        return about.resource == "reviews" && post.role == role::agency_head &&
               post.agency.id == about.agency;
    case who::lead_staff:
    case who::lead_head:
        return about.resource == "targets" && !post.agency.id.empty() &&
               post.role == role_of(kind) && post.agency.id == about.agency;
    case who::stage_member:
        return about.resource == "approvals" && post.role == about.stage_role &&
               post.region == w.place.code;
    case who::reporter:
    case who::system:
        return false;
    }
    return false;
}

bool makes(const appointment& post, who kind, const world& w, const subject& s)
{
    const bool is_a_region_s = kind == who::secretariat || kind == who::parent_secretariat;
    return makes(post, kind, w, is_a_region_s ? relation{s.resource, {}, {}} : relation_of(w, s));
}

std::vector<who_can> who_may(const definition& d, const command_word& word, const world& w,
                             const subject& s)
{
    std::vector<who_can> posts;
    for (who kind : word.by) {
        who_can entry = post_as(kind, w, s);
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
