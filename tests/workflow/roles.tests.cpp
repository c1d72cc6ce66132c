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

TEST_CASE("the secretariat is an agency's, the adviser a region's")
{
    const auto roles = workflow::own_roles();
    CHECK(roles.at("secretariat") == post_place::agency);
    CHECK(roles.at("agency_head") == post_place::agency);
    CHECK(roles.at("sahli") == post_place::region);
    CHECK(roles.at("administrator") == post_place::region);
}
