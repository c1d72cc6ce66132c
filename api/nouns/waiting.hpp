#pragma once
// What waits for somebody, soonest first: the inbox shows it as a list, the calendar feed by days.
#include "api/nouns/worlds.hpp"

namespace api {

struct waiting_item {
    std::vector<std::string> key; // due, title, resource, id: the order of the list
    const plan_worlds::seen_world* seen{};
    workflow::subject about;
    std::optional<workflow::date> due;
    std::string title;
};

struct waiting_filter {
    std::string kind{}; // empty: any
    bool only_overdue{};
};

// For whoever asks, by the posts that hold now. Items live as long as the worlds; of a plan that is
// not among them no more is read than its things need.
std::vector<waiting_item> waiting(const work&, plan_worlds&, const waiting_filter&);

// The agency whose turn it is; an empty id where that is a region.
workflow::reference agency_of(const waiting_item&);

} // namespace api
