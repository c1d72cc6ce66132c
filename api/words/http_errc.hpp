#pragma once
// The kinds of no that only who comes in by HTTP is told: the others are of business, and
// workflow's. api/http/problem maps each to a status.
#include "workflow/words/error.hpp"

namespace api {

struct http_errc {
    using errc = workflow::errc;
    static constexpr errc unauthenticated{"unauthenticated"};
    static constexpr errc second_factor_required{"second_factor_required"};
    static constexpr errc csrf{"csrf"};
    static constexpr errc insufficient_scope{"insufficient_scope"};
    static constexpr errc method_not_allowed{"method_not_allowed"};
    static constexpr errc payload_too_large{"payload_too_large"};
    static constexpr errc unsupported_media_type{"unsupported_media_type"};
    static constexpr errc precondition_required{"precondition_required"};
    static constexpr errc too_many_requests{"too_many_requests"};
    static constexpr errc unavailable{"unavailable"};
    static constexpr errc insufficient_storage{"insufficient_storage"};
};

} // namespace api
