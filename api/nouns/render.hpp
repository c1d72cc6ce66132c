#pragma once
// Resources as JSON, in the contract's shapes, from a world. What somebody may not see of it was
// taken out before (`as_seen`), or is blanked here by `viewer`.
#include "api/door/context.hpp"
#include "api/http/json_values.hpp"
#include "api/nouns/transact.hpp"
#include "persistence/nouns/edits.hpp"
#include "persistence/nouns/plan_history.hpp"
#include "persistence/nouns/visible.hpp"
#include "workflow/step/turn.hpp"
#include "workflow/things/world.hpp"
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace api {

struct viewer {
    const work& at;
    persistence::visibility sees;
    // The plan's returns, read when the first thing asks for them (returned.hpp).
    mutable std::optional<persistence::given_back> given_back{};
    // When things of the plan were last edited, read when the first of them asks for it.
    mutable std::optional<persistence::edits> edits{};
    // Former rounds of targets, where they were read for many at once.
    mutable std::map<std::string, std::vector<workflow::closed_round>> rounds{};
};
viewer viewer_of(const work&, const workflow::world&);

// When the version of a thing last grew, which came into its state then: by that, or by an edit.
workflow::instant updated_at(const workflow::world&, const std::string& id, workflow::instant since,
                             const viewer&);

// The world without revisions, reviews and approvals that the viewer does not see.
workflow::world as_seen(workflow::world, const persistence::visibility&);

json::object plan_json(const workflow::world&, const viewer&);
// An entry of `waiting_for`.
json::object desk_json(const workflow::world&, const workflow::desk&, const std::string& locale);
// What an edit of the plan's matrix would meet now: {"allowed","reason","who"}, as in a command.
json::object editing_json(const workflow::world&, const viewer&);
json::object columns_json(const workflow::column_values&); // by code
json::object action_json(const workflow::action&, const std::string& plan);
json::object target_json(const workflow::world&, const workflow::target&, const viewer&);
// Rounds of a target that are over, oldest first; none for another agency.
json::array rounds_json(const workflow::world&, const workflow::target&, const viewer&);
json::object report_json(const workflow::world&, const workflow::report&, const viewer&);
json::object evidence_json(const workflow::kind&, const workflow::evidence&,
                           const std::string& locale);
// Precondition: the world was loaded with its reports.
bool may_read_evidence(const workflow::world&, const workflow::target&, const workflow::evidence&,
                       const viewer&);
// By the percentage, else as the verifier chose; null while there is none. `cell` may be null.
const workflow::achievement_class* class_of_target(const workflow::world&, const workflow::target&,
                                                   const workflow::cell*);
json::object event_json(const workflow::event&);

// The resource by its kind; a subject of the world.
json::object resource_json(const workflow::world&, const workflow::subject&, const viewer&);
std::int64_t version_of(const workflow::world&, const workflow::subject&);

// What may I do with it: the contract's `commands`.
json::array commands_json(const workflow::world&, const workflow::subject&, const viewer&);

json::value person_json(const workflow::reference&);
json::object region_json(const workflow::region&);
std::string etag(std::int64_t version); // "\"3\""

// {"items":[…],"next":"…"|null}
reply list_reply(json::array items, const std::string& next);
// 200 or 201 with ETag, and Location when created.
reply resource_reply(int status, const json::object&, const std::string& location = {});

} // namespace api
