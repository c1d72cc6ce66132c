#pragma once
// What the API says of each described thing: its JSON, its line among tasks, what has changed in it
// since it was given back.
#include "api/nouns/render.hpp"
#include "workflow/things/thing.hpp"

namespace api {

struct noun {
    std::string_view resource;
    json::object (*render)(const workflow::world&, const workflow::item&, const viewer&);
    std::string (*title)(const workflow::world&, const workflow::item&, const std::string& locale);
    // Null where that is not known, or not theirs to read.
    json::value (*changes)(const workflow::world&, const workflow::item&, const viewer&);
};

// Throws std::logic_error for a resource that is not described.
const noun& noun_of(std::string_view resource);

} // namespace api
