// Counting letters and hands.
#include "workflow/reminding/warnings.hpp"
#include "workflow/people/roles.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace workflow {
namespace {

using people = std::set<std::string>;

template <class Fits> people holders(const world& w, Fits fits)
{
    people found;
    for (const appointment& post : w.posts)
        if (fits(post)) found.insert(post.user.id);
    return found;
}

people of_role(const world& w, std::string_view role, const std::string& region)
{
    return holders(w, [&](const auto& p) { return p.role == role && p.region == region; });
}

struct step_hands {
    std::string step; // key of the command's name
    bilingual post;   // whose step it is
    std::size_t hands{};
    std::size_t needed{1};
    bool one_is_usual{};
};

void judge(std::vector<warning>& warnings, const step_hands& s)
{
    const auto add = [&](const char* what) {
        warnings.push_back({what,
                            {std::string("warning_") + what,
                             {{"step", "@command_" + s.step},
                              {"post", s.post},
                              {"count", std::to_string(s.hands)}}}});
    };
    if (s.hands < s.needed)
        add("nobody_can_act");
    else if (s.hands == 1 && !s.one_is_usual)
        add("one_person_only");
    else if (s.hands > hands_max)
        add("many_people");
}

// A head who is the only one to report cannot endorse what they reported.
void judge_agency(std::vector<warning>& warnings, const world& w, const reference& agency)
{
    const auto holds = [&](std::string_view role) {
        return holders(w,
                       [&](const auto& p) { return p.agency.id == agency.id && p.role == role; });
    };
    auto reporters = holds(role::agency_staff);
    const auto heads = holds(role::agency_head);
    reporters.insert(heads.begin(), heads.end());
    judge(warnings, {"report", agency.name, reporters.size(), 1, false});
    const bool only_themselves = heads.size() == 1 && reporters == heads;
    const bool four_eyes = !w.rules.head_may_endorse_own_report;
    judge(warnings,
          {"endorse", agency.name, only_themselves && four_eyes ? 0 : heads.size(), 1, true});
}

} // namespace

std::vector<warning> post_warnings(const world& w)
{
    std::vector<warning> warnings;
    const auto secretariat = of_role(w, role::secretariat, w.place.code);
    judge(warnings, {"sign_off", w.place.name, secretariat.size(), 1, false});
    for (const chain_stage& stage : w.rules.approval_chain) {
        auto members = of_role(w, stage.role, w.place.code);
        members.erase(w.current().submitted_by.id);
        const auto quorum = static_cast<std::size_t>(stage.quorum);
        const bilingual post = title_of_role(w.rules, stage.role) + ", " + w.place.name;
        judge(warnings, {"approve", post, members.size(), quorum, true});
    }
    if (!w.parent.code.empty()) {
        const auto above = of_role(w, role::secretariat, w.parent.code);
        judge(warnings, {"receive", w.parent.name, above.size(), 1, true});
    }
    std::map<std::string, reference> agencies;
    for (const action& a : w.current().actions)
        if (!a.lead_agency.id.empty()) agencies[a.lead_agency.id] = a.lead_agency;
    for (const auto& [id, agency] : agencies) judge_agency(warnings, w, agency);
    return warnings;
}

std::vector<warning> letter_warnings(const std::vector<letter>& letters)
{
    struct load {
        std::size_t items{}, messages{};
    };
    std::map<std::pair<reference, std::string>, load> loads;
    std::set<reference> unreachable;
    for (const letter& l : letters) {
        load& on_that_day = loads[{l.to, iso(l.day)}];
        on_that_day.items += l.items;
        ++on_that_day.messages;
        if (!l.has_address) unreachable.insert(l.to);
    }
    std::vector<warning> warnings;
    for (const reference& person : unreachable)
        warnings.push_back({"no_address", {"warning_no_address", {{"name", person.name}}}});
    for (const auto& [whose, sum] : loads) {
        if (sum.items <= flood_items_a_day && sum.messages <= flood_messages_a_day) continue;
        warnings.push_back({"flood",
                            {"warning_flood",
                             {{"name", whose.first.name},
                              {"day", whose.second},
                              {"items", std::to_string(sum.items)},
                              {"messages", std::to_string(sum.messages)}}}});
    }
    return warnings;
}

} // namespace workflow
