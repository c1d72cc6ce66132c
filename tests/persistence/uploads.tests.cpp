// What uploads take of the disk, and for how long a deleted one counts.
#include "persistence/nouns/uploads.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;

namespace {

constexpr std::int64_t begin = 1'777'000'000;
constexpr std::int64_t day = 24 * 3600;

struct sums {
    std::int64_t brought;
    std::int64_t kept;
    friend bool operator==(const sums&, const sums&) = default;
};

sums sums_of(support::world& here)
{
    return here.store().read([](unit_of_work& unit) {
        const auto yesterday = unit.now() - std::chrono::days(1);
        return sums{bytes_brought_since(unit, "eka", yesterday), bytes_kept_of(unit, "p")};
    });
}

} // namespace

TEST_CASE(
    "a deleted upload counts for whoever brought it and for its plan until its bytes are gone")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.set_clock(begin);
    here.store().write([](unit_of_work& unit) {
        insert_upload(unit, {"a", "eka", "p", 100});
        insert_upload(unit, {"b", "eka", "p", 20});
        insert_upload(unit, {"c", "budi", "p", 3});
        insert_upload(unit, {"d", "eka", "q", 4000});
    });
    CHECK(sums_of(here) == sums{4120, 123});
    here.set_clock(begin + 60);
    here.store().write([](unit_of_work& unit) { mark_upload_gone(unit, "a"); });
    CHECK(sums_of(here) == sums{4120, 123}); // still on the disk
    here.set_clock(begin + day);
    CHECK(sums_of(here) == sums{0, 123}); // of another day; the plan still holds it
    here.set_clock(begin + 60 + 2 * day);
    CHECK(sums_of(here) == sums{0, 23});
    here.store().write(forget_gone_uploads);
    CHECK(here.count("SELECT COUNT(*) FROM uploads") == 3);
}
