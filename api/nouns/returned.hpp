#pragma once
// Why a thing came back, from whom and when, and what has changed in it since: the contract's
// member `returned`.
#include "api/nouns/render.hpp"

namespace api {

// {"command","at","by","role","agency","reason","changed"}, or null for what was not given back or
// has gone on since. `changed` names members of a target, agencies of a draft, gaps of a report,
// "rows" of a review; null where that is not known. Precondition: whoever asks may read the reason.
json::value returned_json(const workflow::world&, const workflow::subject&, const viewer&);

// Reads what that will ask for of all of these, so that it asks no more.
struct shown {
    const workflow::world* world{};
    workflow::subject about;
    const viewer* by{};
};
void read_returns(const work&, const std::vector<shown>&);

// What people call a gap: the action, or the region below.
json::value label_of(const workflow::world&, const workflow::gap&);

} // namespace api
