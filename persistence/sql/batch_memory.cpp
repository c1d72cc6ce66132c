// The tables that a decision writes, none of which is remembered.
#include "persistence/sql/batch_memory.hpp"
#include <algorithm>
#include <iterator>

namespace persistence {
namespace {

constexpr std::string_view tables_of_plans[] = {"actions",  "approvals", "events",  "idempotency",
                                                "messages", "notices",   "reports", "review_items",
                                                "reviews",  "revisions", "streams", "targets"};

} // namespace

void batch_memory::written(std::string_view table)
{
    const auto* found = std::find(std::begin(tables_of_plans), std::end(tables_of_plans), table);
    if (found != std::end(tables_of_plans)) return;
    known_.clear();
    was_written_ = true;
}

} // namespace persistence
