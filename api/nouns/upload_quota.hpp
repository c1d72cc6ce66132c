#pragma once
// Whether there is room for one more file: what a person brought within a day, and what a plan
// holds, have a limit (api/http/config.hpp). A file that was deleted counts while its bytes lie on
// the disk.
#include "api/nouns/transact.hpp"

namespace api {

struct upload_wanted {
    std::string plan;
    std::int64_t bytes{};
};
// Refusal: conflict, with what there is and what may be.
workflow::result<void> require_upload_room(const work&, const upload_wanted&);

} // namespace api
