// The rule of workflow/directory_rights in SQL; a test holds the two against each other.
#include "persistence/reach.hpp"
#include "workflow/region.hpp"

namespace persistence {

void add_reach(statement& select, const region_column& column,
               const workflow::directory_reach& reach)
{
    for (const auto& region : reach.regions) select.add(column.equals, region);
    for (const auto& top : reach.trees) {
        if (top == workflow::nation) {
            select.add(column.like, "%");
            continue;
        }
        select.add(column.equals, top);
        select.add(column.like, top + ".%");
    }
}

} // namespace persistence
