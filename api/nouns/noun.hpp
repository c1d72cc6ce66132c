#pragma once
// All that the API asks of a noun with a machine. Each answers in its own file (reviews.cpp), so
// that no list of them stands anywhere on this floor (workflow/things/nouns.hpp).
#include "api/description/operation_shape.hpp"
#include "api/nouns/render.hpp"
#include "workflow/things/thing.hpp"

namespace api {

struct noun {
    std::string_view resource; // in addresses: reviews
    std::string_view singular; // in names of operations and schemas: command_review, review_answer
    json::object (*render)(const workflow::world&, const workflow::item&, const viewer&);
    // Its line among tasks.
    std::string (*title)(const workflow::world&, const workflow::item&, const std::string& locale);
    // In it, since it was given back. Null where that is not known, or not theirs to read.
    json::value (*changes)(const workflow::world&, const workflow::item&, const viewer&);
    // Nothing when whoever asks sees it, else not_found.
    workflow::result<void> (*find)(const work&, const std::string& id);
    // Besides its commands', which are made of its names (commands.hpp).
    std::vector<route> (*routes)(const context&);
    std::span<const operation_shape> operations; // of these routes
    // What the answer to a command holds of this noun alone; null: no more than of all.
    void (*put_more)(json::object& answer, const workflow::world& after, std::string_view command,
                     const viewer&){};
};

template <class Noun> struct shown_as {
    friend const noun* answer(shown_as);
};

// Null for a resource without a machine.
const noun* find_noun(std::string_view resource);
// Throws std::logic_error for it.
const noun& noun_of(std::string_view resource);

// For the nouns: what most of them say.
template <class Thing> const Thing& as(const workflow::item& x)
{
    return static_cast<const Thing&>(x);
}
template <class Found> workflow::result<void> whether(const Found& found)
{
    if (!found) return found.error();
    return {};
}
std::string plan_title(const workflow::world&, const workflow::item&, const std::string& locale);
json::value no_changes(const workflow::world&, const workflow::item&, const viewer&);

} // namespace api
