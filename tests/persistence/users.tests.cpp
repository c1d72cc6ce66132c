// Accounts and posts: who sees them, who keeps them.
#include "persistence/nouns/users.hpp"
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/principals.hpp"
#include "persistence/nouns/sessions.hpp"
#include "persistence/nouns/tokens.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"
#include "workflow/people/directory_rights.hpp"

using namespace persistence;
using namespace std::chrono_literals;
using support::kind;
using workflow::errc;

namespace {

const workflow::role_table roles{{"agency_staff", workflow::post_place::agency},
                                 {"agency_head", workflow::post_place::agency},
                                 {"sahli", workflow::post_place::region}};

workflow::principal as(unit_of_work& unit, const std::string& user)
{
    return load_principal(unit, user, support::some_day).value();
}

std::vector<std::string> seen_by(unit_of_work& unit, const std::string& reader)
{
    std::vector<std::string> out;
    page_request asked{.limit = 3};
    do {
        const auto got = list_users(unit, as(unit, reader), {}, asked);
        REQUIRE(got.has_value());
        for (const auto& one : got->items) out.push_back(one.user.id);
        asked.cursor = got->next;
    } while (!asked.cursor.empty());
    return out;
}

workflow::new_user new_person(const std::string& id, const std::string& region)
{
    return {.id = id,
            .username = "Person." + id,
            .name = "Person " + id,
            .region = region,
            .addresses = {id + "@example.org"},
            .activation_hash = "hash of " + id,
            .activation_until = workflow::instant_of(1'777'000'100'000'000)};
}

workflow::new_appointment post(const std::string& role, const std::string& agency,
                               const std::string& region)
{
    return {.id = "new-post",
            .user = "budi",
            .role = role,
            .agency = agency,
            .region = region,
            .from = support::some_day,
            .to = {}};
}

template <class T> errc code_of(const workflow::result<T>& r)
{
    REQUIRE_FALSE(r.has_value());
    return r.error().code;
}

using names = std::vector<std::string>;

} // namespace

TEST_CASE("people are seen by themselves, their secretariat and administrators at or above")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        CHECK(seen_by(unit, "budi") == names{"budi"});
        CHECK(seen_by(unit, "eka") == names{"eka"});
        CHECK(seen_by(unit, "ani") == names{"ani", "budi", "dewi"});
        CHECK(seen_by(unit, "dewi") == names{"ani", "budi", "dewi", "fitri"});
        CHECK(seen_by(unit, "fitri") == names{"fitri"});
        CHECK(seen_by(unit, "gita").size() == 8);
        support::add(unit, {"p-two", "hana", "observer", "", "62"}); // a post makes visible too
        CHECK(seen_by(unit, "ani") == names{"ani", "budi", "dewi", "hana"});
        CHECK(code_of(find_user(unit, as(unit, "ani"), "fitri")) == errc::not_found);
        CHECK(code_of(find_user(unit, as(unit, "ani"), "nobody")) == errc::not_found);
        const auto own = find_user(unit, as(unit, "budi"), "budi");
        REQUIRE(own.has_value());
        CHECK(own->user.addresses == names{"budi@example.org"});
        CHECK(own->user.appointments.at(0).agency.name == "Agency health");
    });
}

TEST_CASE("the rule in SQL is the rule in the workflow")
{
    support::world here(kind::sqlite_memory);
    support::fill_directory(here.store());
    here.store().read([](unit_of_work& unit) {
        for (const auto* reader : {"ani", "budi", "citra", "dewi", "eka", "fitri", "gita", "hana"})
            for (const auto* region : {"00", "62", "62.71", "81"}) {
                const auto who = as(unit, reader);
                INFO(reader << " in " << region);
                const auto sees =
                    workflow::sees_directory_of(workflow::reach_in_directory(who), region);
                const auto got = list_appointments(unit, who, {.region = region}, {});
                REQUIRE(got.has_value());
                const bool others = std::any_of(
                    got->items.begin(), got->items.end(),
                    [&](const workflow::appointment& a) { return a.user.id != reader; });
                const bool only_mine = region == std::string("81") && reader == std::string("hana");
                const bool alone = region == std::string("62.71") && reader == std::string("fitri");
                CHECK(others == (sees && !only_mine && !alone));
            }
    });
}

TEST_CASE("an administrator makes accounts at home and below, with names that are free")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        const auto dewi = as(unit, "dewi");
        const auto made = create_user(unit, dewi, new_person("indah", "62.71"));
        REQUIRE(made.has_value());
        CHECK(made->user.username == "person.indah");
        CHECK_FALSE(made->activated);
        auto again = new_person("joko", "62");
        again.username = "PERSON.indah";
        CHECK(code_of(create_user(unit, dewi, again)) == errc::conflict);
        CHECK(code_of(create_user(unit, dewi, new_person("joko", "81"))) == errc::forbidden);
        CHECK(code_of(create_user(unit, dewi, new_person("joko", "00"))) == errc::forbidden);
        CHECK(code_of(create_user(unit, as(unit, "ani"), new_person("joko", "62"))) ==
              errc::forbidden);
        CHECK(create_user(unit, as(unit, "gita"), new_person("joko", "81")).has_value());
    });
}

TEST_CASE("accounts with faults are refused, each fault with its place")
{
    support::world here(kind::sqlite_memory);
    support::fill_directory(here.store());
    struct wrong {
        std::string pointer;
        std::function<void(workflow::new_user&)> spoil;
    };
    const std::vector<wrong> inputs{
        {"/username", [](auto& u) { u.username = "a b"; }},
        {"/username", [](auto& u) { u.username = "x"; }},
        {"/username", [](auto& u) { u.username = std::string(101, 'x'); }},
        {"/name", [](auto& u) { u.name = " "; }},
        {"/name", [](auto& u) { u.name = std::string(201, 'x'); }},
        {"/name", [](auto& u) { u.name = "a\r\nb"; }},
        {"/locale", [](auto& u) { u.locale = "fr"; }},
        {"/email",
         [](auto& u) {
             u.addresses = {"a@b", "no address"};
         }},
        {"/email", [](auto& u) { u.addresses = {"<a@b>"}; }},
        {"/email", [](auto& u) { u.addresses = names(6, "a@b"); }},
        {"/region", [](auto& u) { u.region = "99"; }},
    };
    here.store().write([&](unit_of_work& unit) {
        for (const auto& one : inputs) {
            INFO(one.pointer);
            auto form = new_person("joko", "62");
            one.spoil(form);
            const auto got = create_user(unit, as(unit, "gita"), form);
            CHECK(code_of(got) == errc::invalid);
            REQUIRE(got.error().errors.size() == 1);
            CHECK(got.error().errors[0].pointer == one.pointer);
        }
    });
}

TEST_CASE("an account changes by version; people choose their own language and no more")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        const auto budi = as(unit, "budi");
        const auto changed = change_user(unit, budi, "budi", {.locale = "en"}, 1);
        REQUIRE(changed.has_value());
        CHECK(changed->user.version == 2);
        CHECK(changed->user.locale == "en");
        CHECK(code_of(change_user(unit, budi, "budi", {.name = "King"}, 2)) == errc::forbidden);
        CHECK(code_of(change_user(unit, as(unit, "ani"), "budi", {.name = "x"}, 2)) ==
              errc::forbidden);
        CHECK(code_of(change_user(unit, as(unit, "ani"), "budi", {.locale = "id"}, 2)) ==
              errc::forbidden);
        const auto dewi = as(unit, "dewi");
        CHECK(code_of(change_user(unit, dewi, "budi", {.name = "Budi B."}, 1)) == errc::stale);
        CHECK(code_of(change_user(unit, dewi, "hana", {.name = "x"}, 1)) == errc::not_found);
        CHECK(code_of(change_user(unit, dewi, "budi", {.region = "81"}, 2)) == errc::forbidden);
        const auto moved = change_user(unit, dewi, "budi",
                                       {.name = "Budi B.", .addresses = names{"b@c", "d@e"}}, 2);
        REQUIRE(moved.has_value());
        CHECK(moved->user.name == "Budi B.");
        CHECK(moved->user.addresses == names{"b@c", "d@e"});
    });
}

TEST_CASE("whoever is disabled is out at once: no session, no token, no post, no principal")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        create_session(unit, {"s", "budi", "cookie", "csrf"});
        create_token(unit, {"t", "budi", "export", "bearer", unit.now() + 24h});
        REQUIRE(find_session(unit, "cookie"));
        REQUIRE(find_token(unit, "bearer"));
        REQUIRE(change_user(unit, as(unit, "dewi"), "budi", {.disabled = true}, 1).has_value());
        CHECK_FALSE(find_session(unit, "cookie"));
        CHECK_FALSE(find_token(unit, "bearer"));
        CHECK_FALSE(load_principal(unit, "budi", support::some_day));
        CHECK(find_credentials(unit, "BUDI")->disabled);
        REQUIRE(change_user(unit, as(unit, "dewi"), "budi", {.disabled = false}, 2).has_value());
        CHECK_FALSE(find_session(unit, "cookie")); // what ended stays ended
        CHECK(load_principal(unit, "budi", support::some_day)->appointments.size() == 1);
    });
}

TEST_CASE("a principal has the posts of the day, and a post that ends today still holds today")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        const auto posts_on = [&](workflow::date day) {
            return load_principal(unit, "budi", day)->appointments.size();
        };
        CHECK(posts_on(2025y / 12 / 31) == 0);
        CHECK(posts_on(2026y / 1 / 1) == 1);
        const auto dewi = as(unit, "dewi");
        CHECK(code_of(end_appointment(unit, dewi, "p-budi", 2, support::some_day)) == errc::stale);
        CHECK(code_of(end_appointment(unit, as(unit, "ani"), "p-budi", 1, support::some_day)) ==
              errc::forbidden);
        CHECK(code_of(end_appointment(unit, dewi, "p-hana", 1, support::some_day)) ==
              errc::not_found);
        const auto ended = end_appointment(unit, dewi, "p-budi", 1, support::some_day);
        REQUIRE(ended.has_value());
        CHECK(ended->to == support::some_day);
        CHECK(ended->version == 2);
        CHECK(posts_on(support::some_day) == 1);
        CHECK(posts_on(2026y / 4 / 25) == 0);
        CHECK(code_of(end_appointment(unit, dewi, "p-budi", 2, 2026y / 4 / 25)) == errc::guard);
    });
}

TEST_CASE("a post is made for an agency or a region, by who keeps that region")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        const auto dewi = as(unit, "dewi");
        const auto create = [&](const workflow::new_appointment& form) {
            return create_appointment(unit, dewi, form, roles);
        };
        CHECK(code_of(create(post("agency_head", "", "62"))) == errc::invalid);
        CHECK(code_of(create(post("sahli", "health", ""))) == errc::invalid);
        CHECK(code_of(create(post("king", "", "62"))) == errc::invalid);
        CHECK(code_of(create(post("agency_head", "nothing", ""))) == errc::invalid);
        CHECK(code_of(create(post("sahli", "", "81"))) == errc::forbidden);
        CHECK(code_of(create_appointment(unit, as(unit, "ani"), post("sahli", "", "62"), roles)) ==
              errc::forbidden);
        auto backwards = post("sahli", "", "62");
        backwards.to = 2026y / 4 / 23;
        CHECK(code_of(create(backwards)) == errc::invalid);
        auto stranger = post("sahli", "", "62");
        stranger.user = "hana"; // is not seen from here
        CHECK(code_of(create(stranger)) == errc::invalid);
        const auto made = create(post("agency_staff", "kesbang-kota", ""));
        REQUIRE(made.has_value());
        CHECK(made->region == "62.71");
        CHECK(made->region_name == "Kota Palangka Raya");
        CHECK(made->agency.name == "Agency kesbang-kota");
    });
}

TEST_CASE("an activation code works once and until its end; a second factor's step works once")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) { insert_user(unit, new_person("indah", "62")); });
    here.set_clock(1'777'000'100);
    here.store().read([](unit_of_work& unit) {
        CHECK_FALSE(find_activation(unit, "hash of indah")); // its last second is over
        CHECK_FALSE(find_activation(unit, ""));
    });
    here.set_clock(1'777'000'099);
    here.store().write([](unit_of_work& unit) {
        CHECK(find_activation(unit, "hash of indah") == "indah");
        create_session(unit, {"s", "indah", "cookie", "csrf"});
        set_password(unit, "indah", "argon");
        CHECK_FALSE(find_activation(unit, "hash of indah"));
        CHECK_FALSE(find_session(unit, "cookie"));
        CHECK(find_credentials(unit, "Person.INDAH")->password_hash == "argon");
        CHECK(credentials_of(unit, "indah")->totp_secret.empty());
        set_totp_secret(unit, "indah", "secret");
        CHECK(credentials_of(unit, "indah")->totp_secret == "secret");
        CHECK(use_totp_step(unit, "indah", 100, 111) == step_use::taken);
        CHECK(use_totp_step(unit, "indah", 100, 111) == step_use::refused);
        CHECK(use_totp_step(unit, "indah", 99, 110) == step_use::refused);
        CHECK(use_totp_step(unit, "indah", 101, 112) == step_use::taken);
        // Of a clock that was ahead; what takes its place works once as well.
        CHECK(use_totp_step(unit, "indah", 1'000'000, 1'000'011) == step_use::taken);
        CHECK(use_totp_step(unit, "indah", 102, 113) == step_use::taken_after_wrong_clock);
        CHECK(use_totp_step(unit, "indah", 102, 113) == step_use::refused);
        set_totp_secret(unit, "indah", "another");
        CHECK(use_totp_step(unit, "indah", 1, 12) == step_use::taken);
    });
}

TEST_CASE("an activation code is not good for longer than a code can be, whatever clock made it")
{
    support::world here(GENERATE(kind::sqlite_memory, kind::mariadb));
    support::fill_directory(here.store());
    const auto is_good = [&] {
        return here.store().read(
            [](unit_of_work& unit) { return find_activation(unit, "hash").has_value(); });
    };
    here.set_clock(1'777'000'000 + 400 * 86'400);
    here.store().write([](unit_of_work& unit) {
        set_activation(unit, "budi", "hash", unit.now() + activation_lasts_max);
    });
    CHECK(is_good());
    here.set_clock(1'777'000'000);
    CHECK_FALSE(is_good());
}
