#pragma once
// An action as somebody writes it: the body of POST and PATCH, read onto what is there.
#include "api/http/json_body.hpp"
#include "workflow/kinds/kind.hpp"
#include "workflow/things/plan.hpp"

namespace api {

// What the words of a body may mean.
struct action_frame {
    std::vector<workflow::agency> agencies; // of the plan's region
    const workflow::kind& kind;
};

enum class action_form {
    whole,   // title and phase must be there
    changes, // what is absent stays as it is
};

// Takes every member that an action has; faults stand in the reader. Null empties a text, the lead
// agency and a quantity. Lists replace lists: `targets` is the whole row, one entry a period. Of
// `columns` only the members named change; null takes away one, or all of them.
void read_action(body_reader&, const boost::json::value& body, const action_frame&, action_form,
                 workflow::action& onto);

} // namespace api
