#pragma once
// Which commands a token with scopes may give in its person's name. Said by the tables: what the
// staff that carries a target out may do with it, and who reported it, is reporting; everything
// else is a decision and left to people. Pure.
#include "workflow/people/person.hpp"
#include "workflow/table/definition.hpp"

namespace workflow {

// `scope::report` or `scope::none`.
token_scopes scope_of(const command_word&);

// Why the principal, come with a token, may not do what these scopes open; nothing where they may,
// and for whoever has no bounds.
std::optional<sentence> outside_scope(const principal&, token_scopes opened_by);

} // namespace workflow
