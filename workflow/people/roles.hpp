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

role_table own_roles();                      // the product's
role_table roles_of(const kind_registry&);   // and those of the chains that new plans take
void add_chain_of(const kind&, role_table&); // and those of this kind's

// What a role is called: one of the product's, by its code where it is none.
bilingual title_of_role(std::string_view role);
// By the plan's kind, else by the product.
bilingual title_of_role(const kind&, std::string_view role);
// All roles with what they are called where no plan is talked about, the product's first: of a role
// that several kinds name, the newest version's word; between kinds, the last by name. Of kinds by
// name and version.
std::vector<coded> titles_of_roles(const std::vector<kind>&);

std::string_view name_of(post_place); // as a body's member is called: "agency", "region"

} // namespace workflow
