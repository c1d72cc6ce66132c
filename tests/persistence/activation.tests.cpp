// A code and a post that come at the same moment.
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/principals.hpp"
#include "persistence/nouns/users.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"
#include <future>

using namespace persistence;
using namespace std::chrono_literals;
using support::kind;

namespace {

workflow::new_appointment post_of_the_nation()
{
    return {.id = "new-post",
            .user = "budi",
            .role = "observer",
            .agency = {},
            .region = "00",
            .from = support::some_day,
            .to = {}};
}

} // namespace

// Each holds the account's row: whichever comes second sees what the first one did.
TEST_CASE("a code that is made while a post is being given is made by who keeps that post too")
{
    support::world here(kind::mariadb);
    support::fill_directory(here.store());
    std::size_t posts_seen = 0;
    std::future<void> code;
    here.store().write([&](unit_of_work& unit) {
        insert_appointment(unit, post_of_the_nation());
        if (code.valid()) return;
        code = std::async(std::launch::async, [&] {
            here.store().write([&](unit_of_work& other) {
                hold_account(other, "budi");
                const auto dewi = load_principal(other, "dewi", support::some_day).value();
                posts_seen = find_user(other, dewi, "budi").value().user.appointments.size();
                set_activation(other, "budi", "hash", other.now() + 24h);
            });
        });
        code.wait_for(300ms); // without the row held it would be done by now
    });
    code.get();
    CHECK(posts_seen == 2);
}

TEST_CASE("a post that is given while a code is being made ends that code")
{
    support::world here(kind::mariadb);
    support::fill_directory(here.store());
    std::future<void> post;
    here.store().write([&](unit_of_work& unit) {
        hold_account(unit, "budi");
        if (!post.valid())
            post = std::async(std::launch::async, [&] {
                here.store().write(
                    [](unit_of_work& other) { insert_appointment(other, post_of_the_nation()); });
            });
        post.wait_for(300ms);
        set_activation(unit, "budi", "hash", unit.now() + 24h);
    });
    post.get();
    here.store().read([](unit_of_work& unit) { CHECK_FALSE(find_activation(unit, "hash")); });
}
