// The same guards as `decide`, asked without doing.
#include "workflow/step/allowed.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/token_rights.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>

namespace workflow {

std::vector<const command_word*> offered(const definition& d, const world& w, const subject& s)
{
    std::vector<const command_word*> words;
    for (const machine_ref& m : thing_of(s.resource).offering(w, s.id))
        for (const command_word* word : commands_in(d, item_in(w, m).state)) words.push_back(word);
    return words;
}

const definition* machine_of(const std::vector<definition>& catalog, std::string_view resource)
{
    for (const definition& d : catalog)
        if (d.resource == resource) return &d;
    return nullptr;
}

std::vector<command_view> allowed(const std::vector<definition>& catalog, const world& w,
                                  const subject& s, const principal& p)
{
    std::vector<command_view> views;
    const definition& d = *machine_of(catalog, s.resource);
    const auto f = facts_of(w, s, p);
    for (const command_word* word : offered(d, w, s)) {
        openness answer = may(d, state_of(w, s, word->name), *f, *word);
        if (auto closed = outside_scope(p, scope_of(*word)))
            answer.closed = refusal{errc::forbidden, std::move(*closed)};
        command_view view{std::string(word->name), !answer.closed, answer.closed, {}, {}};
        view.needs.assign(answer.needs.begin(), answer.needs.end());
        if (word->sensitive && !(p.stepped_up && !p.bearer)) view.needs.emplace_back("step_up");
        if (view.closed) {
            view.who = who_may(d, *word, w, s);
            view.closed->who = view.who;
        }
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace workflow
