#pragma once
// Who is told of what happened: expands the notices of a step to one a person.
#include "workflow/step/step.hpp"

namespace workflow {

// One notice for every person who can act on it or must know; never to who gave the command.
std::vector<notice> address(const outcome&, bool from_the_scheduler);

bool is_notice(std::string_view name); // whether it is known whom to tell

// Asked again when the message leaves; of a notice its name, thing and recipient are looked at.
bool still_holds(const world&, const notice&); // false: it has been overtaken
// The post by which somebody is told; null when they hold none such today. `still_holds` is true.
const appointment* told_by(const world&, const notice&, const std::string& recipient);
std::optional<date> due_of(const world&, const notice&); // as of now
int round_of(const world&, const notice&);               // of a target; elsewhere 1

} // namespace workflow
