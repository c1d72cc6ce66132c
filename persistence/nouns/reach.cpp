// The rule of workflow/people/directory_rights in SQL; a test holds the two against each other.
#include "persistence/nouns/reach.hpp"
#include "workflow/people/region.hpp"
#include <algorithm>

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

// "." to "/" is every code below a region: '/' is the character after '.'.
void add_rows_within(statement& select, const region_rows& rows,
                     const workflow::directory_reach& reach)
{
    for (const auto& region : reach.regions) select.add(rows.in, region);
    for (const auto& top : reach.trees) {
        select.add(rows.in, top);
        select.add(rows.from, top + ".").add(" AND region < ", top + "/");
    }
}

bool covers_all(const workflow::directory_reach& reach)
{
    return std::find(reach.trees.begin(), reach.trees.end(), workflow::nation) != reach.trees.end();
}

} // namespace persistence
