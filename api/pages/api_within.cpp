// Finds the row of the route table and calls its handler.
#include "api/pages/api_within.hpp"
#include "api/door/authentication.hpp"

namespace api {
namespace {

// With the cookie, the language and the address of the page's request.
request question(const request& of_page, std::string_view method, std::string target)
{
    request out;
    out.method = method;
    out.target = std::move(target);
    for (const auto& [name, value] : of_page.headers)
        if (name == "cookie" || name == "accept-language") out.headers.emplace_back(name, value);
    out.remote = of_page.remote;
    out.id = of_page.id;
    read_target(out);
    return out;
}

} // namespace

api_within::api_within(const context& here, std::vector<route> routes)
    : here_(here), table_(std::move(routes))
{
}

workflow::result<caller> api_within::recognised(const request& of_page) const
{
    return authenticate(here_, question(of_page, "GET", of_page.target));
}

workflow::result<reply> api_within::answer(const request& of_page, const caller& by,
                                           std::string_view method, std::string target,
                                           boost::json::value body) const
{
    const request asked = question(of_page, method, std::move(target));
    const route_match place = table_.match(asked);
    const bool is_known = !by.who.user.id.empty();
    auto answer =
        place.found
            ? place.found->answer({asked, place.parameters, by,
                                   is_known ? by.who.locale : std::string(preferred_locale(asked)),
                                   std::move(body)})
            : workflow::refusal{workflow::errc::not_found, {"not_found"}};
    if (!answer && here_.refused) here_.refused(asked, by, answer.error());
    return answer;
}

} // namespace api
