// What every verb says where there is no database, and that it leaves nothing behind.
#include "api/verbs/verbs.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

struct verb_named {
    const char* name;
    int (*run)(const api::database_at&);
};

constexpr verb_named verbs[]{
    {"user add-administrator",
     [](const auto& at) {
         return api::add_administrator(at, {"root", "Root", "00"});
     }},
    {"user reset", [](const auto& at) { return api::reset_user(at, "root"); }},
    {"user set-second-factor", [](const auto& at) { return api::set_second_factor(at, "root"); }},
    {"token create",
     [](const auto& at) {
         return api::create_token(at, {"root", "a", 1});
     }},
    {"token list", [](const auto& at) { return api::list_tokens(at, "root"); }},
    {"token revoke", [](const auto& at) { return api::revoke_token(at, "root", "a"); }},
    {"rehearse",
     [](const auto& at) {
         return api::rehearse(at, {2026, "00", false});
     }},
    {"import",
     [](const auto& at) {
         return api::import_file(at, {"rad_pks", "62", 2026, "rad.csv", false});
     }},
    {"verify", [](const auto& at) { return api::verify(at, {}); }},
};

int quietly(const verb_named& verb, const api::database_at& at, std::string& said)
{
    std::ostringstream out;
    auto* const before = std::cerr.rdbuf(out.rdbuf());
    const int code = verb.run(at);
    std::cerr.rdbuf(before);
    said = out.str();
    return code;
}

} // namespace

TEST_CASE("a verb that makes no database refuses where there is none, and leaves no file")
{
    const support::temporary_directory place("rampung-verbs");
    for (const verb_named& verb : verbs)
        for (const std::string& form : {std::string("sqlite://"), std::string("sqlite:")}) {
            INFO(verb.name << " " << form);
            const auto file = place / "none.db";
            std::string said;
            CHECK(quietly(verb, {form + file.string(), [] { return workflow::instant{}; }, {}},
                          said) == api::unreachable);
            CHECK(said.find(file.string()) != std::string::npos);
            CHECK(std::filesystem::is_empty(place.path()));
        }
}

TEST_CASE("a verb that needs a database names the verb that makes one")
{
    const support::temporary_directory place("rampung-verbs");
    const auto url = "sqlite://" + (place / "none.db").string();
    std::string said;
    quietly(verbs[0], {url, [] { return workflow::instant{}; }, {}}, said);
    CHECK(said == "rampung: expected a database, found no file " + (place / "none.db").string() +
                      "; correct --database, or make it with `rampung migrate`\n");
}
