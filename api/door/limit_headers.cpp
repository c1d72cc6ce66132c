// Structured fields (RFC 9651): one item a limit, in the order of the throttle.
#include "api/door/limit_headers.hpp"

namespace api {
namespace {

std::string number(std::int64_t n)
{
    return std::to_string(n);
}

std::vector<name_value> headers_of(const std::vector<allowance>& all)
{
    std::string policy, left;
    for (const allowance& each : all) {
        const std::string name = (policy.empty() ? "\"" : ", \"") + std::string(each.name) + "\"";
        policy += name + ";q=" + number(each.quota) + ";w=" + number(each.window.count());
        left += name + ";r=" + number(each.left) + ";t=" + number(each.reset.count());
    }
    return {{"RateLimit-Policy", std::move(policy)}, {"RateLimit", std::move(left)}};
}

} // namespace

std::string account_named(const call& asked)
{
    const auto* body = asked.body.if_object();
    const auto* name = body ? body->if_contains("username") : nullptr;
    const auto* text = name ? name->if_string() : nullptr;
    return text ? std::string(text->data(), text->size()) : std::string();
}

std::string account_of_caller(const call& asked)
{
    return asked.by.who.user.id;
}

std::string account_of_activation(const call& asked)
{
    return "activation from " + network_of(asked.asked.remote);
}

std::function<std::vector<name_value>(const call&)> told_limits(std::shared_ptr<throttle> slow,
                                                                account_function account)
{
    return [slow = std::move(slow), account](const call& asked) {
        return headers_of(slow->left(account(asked), asked.asked.remote));
    };
}

} // namespace api
