#pragma once
// A post as people are told of it: "head of Dinas Sosial".
#include "workflow/words/bilingual.hpp"
#include <string>

namespace workflow {

struct held_post {
    std::string role;
    std::string of;     // name of the agency, or of the region where the post is a region's
    bilingual called{}; // the role, as the plan's kind calls it; empty for the product's own

    // The same post, whatever it is called.
    friend bool operator==(const held_post& a, const held_post& b)
    {
        return a.role == b.role && a.of == b.of;
    }
};

} // namespace workflow
