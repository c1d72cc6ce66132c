// What each role is appointed to, and what is wrong with a post of another place.
#include "workflow/people/roles.hpp"
#include "tests/support/catch.hpp"
#include "workflow/people/directory_forms.hpp"

using workflow::post_place;

TEST_CASE("every role of the product and of the kinds takes an agency or a region, never both")
{
    workflow::kind rules;
    rules.approval_chain = {{"advice", "sahli"}, {"signature", "governor"}};
    const auto roles = workflow::roles_of(workflow::kind_registry({rules}, {}));
    CHECK(roles.size() == 7);
    CHECK(roles.at("governor") == post_place::region);
    for (const auto& [role, place] : roles)
        for (const bool has_agency : {false, true})
            for (const bool has_region : {false, true}) {
                CAPTURE(role, has_agency, has_region);
                workflow::new_appointment form;
                form.role = role;
                if (has_agency) form.agency = "a";
                if (has_region) form.region = "62";
                std::vector<std::string> wanted;
                const bool at_agency = place == post_place::agency;
                if (has_agency != at_agency) wanted.emplace_back("/agency");
                if (has_region == at_agency) wanted.emplace_back("/region");
                std::vector<std::string> found;
                for (const auto& fault : workflow::faults_of(form, roles))
                    found.push_back(fault.pointer);
                CHECK(found == wanted);
            }
}

TEST_CASE("of the versions of a kind the newest alone gives its roles by itself")
{
    workflow::kind old, fresh, other;
    old.name = fresh.name = "rad_kota";
    other.name = "rad_lain";
    fresh.version = 2;
    old.approval_chain = {{"old", "camat"}};
    fresh.approval_chain = {{"new", "lurah"}};
    other.approval_chain = {{"other", "bupati"}};
    auto roles = workflow::roles_of(workflow::kind_registry({fresh, other, old}, {}));
    CHECK(roles.contains("lurah"));
    CHECK(roles.contains("bupati"));
    CHECK_FALSE(roles.contains("camat"));
    workflow::add_chain_of(old, roles);
    CHECK(roles.at("camat") == post_place::region);
}

TEST_CASE("the secretariat is an agency's, the observer a region's")
{
    const auto roles = workflow::own_roles();
    CHECK(roles.at("secretariat") == post_place::agency);
    CHECK(roles.at("agency_head") == post_place::agency);
    CHECK(roles.at("observer") == post_place::region);
    CHECK(roles.at("administrator") == post_place::region);
}

TEST_CASE("a role of a kind's own is called as its newest version does, the product's as ever")
{
    workflow::kind first, second;
    first.name = second.name = "bulanan";
    second.version = 2;
    first.roles = {{"staf_ahli_hukum", {"Staf Ahli Hukum", "Legal adviser"}},
                   {"bupati", {"Bupati", "Regent"}}};
    second.roles = {{"staf_ahli_hukum", {"Staf Ahli Bidang Hukum", "Adviser on law"}}};
    const auto titles = workflow::titles_of_roles({first, second});
    CHECK(workflow::find_coded(titles, "staf_ahli_hukum")->name.id == "Staf Ahli Bidang Hukum");
    CHECK(workflow::find_coded(titles, "bupati")->name.en == "Regent");
    CHECK(titles.front().name.en == "Agency staff");
    CHECK(titles.size() == workflow::own_roles().size() + 2);

    // Of a plan, by its own version.
    CHECK(workflow::title_of_role(first, "staf_ahli_hukum").en == "Legal adviser");
    CHECK(workflow::title_of_role(first, "secretariat").en == "Secretariat (Kesbangpol)");
    CHECK(workflow::title_of_role(first, "camat").en == "camat");
}
