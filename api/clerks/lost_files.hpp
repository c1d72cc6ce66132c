#pragma once
// Files whose last row is gone: deleted evidence, and uploads whose transaction never came.
#include "api/door/context.hpp"

namespace api {

// Older than this and named by nothing: no upload is that long on its way.
inline constexpr std::chrono::hours lost_after{24};

// How many went: kept files that no evidence and no document names, and stray bodies in <data>/tmp.
std::size_t remove_lost_files(const context&, std::chrono::seconds older_than = lost_after);

} // namespace api
