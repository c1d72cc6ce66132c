// Posts against things: the one place that knows what makes somebody the secretariat of a plan or
// the head of its lead agency.
#include "workflow/step/people.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>

namespace workflow {
namespace {

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
    entry.called = role_of_kind(w.rules, entry.role);
    if (kind != who::secretariat && !is_above) entry.agency = about.agency;
    return entry;
}

relation relation_of(const world& w, const subject& s)
{
    const thing& what = thing_of(s.resource);
    const item* x = find_item(w, what.about(w, s.id, {}));
    return x ? what.relate(w, *x) : relation{.resource = what.resource};
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
        return about.resource == resource_of<review>() && post.role == role::agency_head &&
               post.agency.id == about.agency.id;
    case who::lead_staff:
    case who::lead_head:
        return about.resource == resource_of<target>() && !post.agency.id.empty() &&
               post.role == role_of(kind) && post.agency.id == about.agency.id;
    case who::stage_member:
        return about.resource == resource_of<approval>() && post.role == about.stage_role &&
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
    return makes(post, kind, w, is_a_region_s ? relation{} : relation_of(w, s));
}

std::vector<who_can> who_may(const definition& d, const command_word& word, const world& w,
                             const subject& s)
{
    std::vector<who_can> posts;
    for (who kind : word.by) {
        who_can entry = post_as(kind, w, s);
        if (kind == who::reporter) {
            const reference person = relation_of(w, s).reporter;
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
    const bilingual called = role_of_kind(w.rules, post.role);
    if (post.role == role::agency_head || post.role == role::agency_staff)
        return {post.role, post.agency.name, called};
    return {post.role, post.region == w.parent.code ? w.parent.name : w.place.name, called};
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

machine_ref machine_about(const world& w, const subject& s, std::string_view command)
{
    return thing_of(s.resource).about(w, s.id, command);
}

std::string_view state_of(const world& w, const subject& s, std::string_view command)
{
    const item* x = find_item(w, machine_about(w, s, command));
    return x ? std::string_view(x->state) : std::string_view();
}

namespace {

constexpr who persons[] = {who::secretariat,  who::parent_secretariat, who::reviewing_head,
                           who::stage_member, who::lead_staff,         who::lead_head};

} // namespace

actor_set roles_of(const world& w, const subject& s, const principal& p)
{
    const relation about = relation_of(w, s);
    actor_set roles;
    for (const appointment& post : p.appointments)
        for (who candidate : persons)
            if (makes(post, candidate, w, about)) roles.add(candidate);
    if (about.report_stands && about.reporter.id == p.user.id) roles.add(who::reporter);
    return roles;
}

std::unique_ptr<facts> facts_of(const world& w, const subject& s, const principal& p)
{
    auto f = thing_of(s.resource).look(w, item_in(w, machine_about(w, s, {})), p);
    f->actor = roles_of(w, s, p);
    return f;
}

std::unique_ptr<facts> facts_for_the_engine(const world& w, const machine_ref& m)
{
    auto f = thing_of(m.resource).look(w, item_in(w, m), principal{});
    f->actor = who::system;
    return f;
}

} // namespace workflow
