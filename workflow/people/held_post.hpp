#pragma once
// A post as people are told of it: "head of Dinas Sosial".
#include <string>

namespace workflow {

struct held_post {
    std::string role;
    std::string of; // name of the agency, or of the region where the post is a region's
    friend bool operator==(const held_post&, const held_post&) = default;
};

} // namespace workflow
