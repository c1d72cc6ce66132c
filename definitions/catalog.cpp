// The workflows, made when first asked for.
#include "definitions/catalog.hpp"

namespace definitions {

const std::vector<workflow::definition>& catalog()
{
    static const auto made = workflow::answers<table_of>();
    static const std::vector<workflow::definition> all(made.begin(), made.end());
    return all;
}

} // namespace definitions
