#pragma once
// The roles of posts, and to what each is appointed: an agency, whose region the post then has, or
// a region. Whoever makes a post, over HTTP, on a page or on the command line, asks here. Pure.
#include "workflow/kinds/kind_registry.hpp"
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace workflow {

enum class post_place { agency, region };

using role_table = std::map<std::string, post_place, std::less<>>;

role_table own_roles();                    // the product's
role_table roles_of(const kind_registry&); // and those of the kinds' approval chains

std::string_view name_of(post_place); // as a body's member is called: "agency", "region"

} // namespace workflow
