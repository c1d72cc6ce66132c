// The tables that a decision writes, none of which is remembered.
#include "persistence/sql/writer_memory.hpp"
#include <algorithm>
#include <iterator>

namespace persistence {
namespace {

constexpr std::string_view tables_of_plans[] = {"actions",  "approvals", "events",  "idempotency",
                                                "messages", "notices",   "reports", "review_items",
                                                "reviews",  "revisions", "streams", "targets"};

} // namespace

void writer_memory::written(std::string_view table)
{
    const auto* found = std::find(std::begin(tables_of_plans), std::end(tables_of_plans), table);
    if (found != std::end(tables_of_plans)) return;
    known_.clear();
    was_written_ = true;
}

void writer_memory::begin_batch(long long data_version)
{
    if (data_version != data_version_ || known_.size() >= remembered_max) known_.clear();
    data_version_ = data_version;
}

} // namespace persistence
