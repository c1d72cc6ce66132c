#pragma once
// What refusals and things alike call others by.
#include <compare>
#include <string>

namespace workflow {

struct reference { // somebody or something by id, with the name people know it by
    std::string id;
    std::string name;
    friend auto operator<=>(const reference&, const reference&) = default;
};

} // namespace workflow
