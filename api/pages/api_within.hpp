#pragma once
// The API as the pages have it: its own functions, called in the name of who asked for the page. A
// page is a client like any other, in that it is told what the API answers this very person; but
// its question is no request of its own, so who asks is found out once a page, and nothing that
// the page's own request has passed is passed again.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

// Const once built; any thread.
class api_within {
public:
    api_within(const context&, std::vector<route> routes_of_the_api);

    // Whose cookie came with the request for a page; a token opens no pages. Refusal:
    // unauthenticated.
    workflow::result<caller> recognised(const request& of_page) const;

    // What the API answers to somebody, or to nobody known. The target is one of the API's own; the
    // body is what the API would have read.
    workflow::result<reply> answer(const request& of_page, const caller&, std::string_view method,
                                   std::string target, boost::json::value body = {}) const;

private:
    const context& here_;
    router table_;
};

} // namespace api
