// The words of the first kinds, whose files say bare codes: whoever has read one finds them in it.
#include "definitions/default_words.hpp"
#include "definitions/kinds.hpp"
#include "tests/support/catch.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/people/roles.hpp"

using namespace workflow;

TEST_CASE("the first kinds have words for all that their files name by code")
{
    for (const kind& rules : definitions::built_in_kinds()) {
        if (rules.version > 1) continue;
        CAPTURE(rules.name);
        CHECK(phase_title(rules, "cessation") == bilingual{"Penghentian", "Cessation"});
        CHECK(evidence_title(rules, "laporan_kegiatan").en == "Activity report");
        CHECK(rules.evidence_kinds.size() == definitions::usual_evidence_kinds().size());
        CHECK(period_title(rules, "B08") == "B08");
    }
}

TEST_CASE("a role of the chain that only the dictionary names is one of the kind's own")
{
    CHECK_FALSE(own_roles().contains("sahli"));
    const auto rules = definitions::built_in_kinds().back();
    CHECK(role_of_kind(rules, "sahli") ==
          bilingual{"Staf Ahli (Sahli)", "Governor's adviser (Sahli)"});
    CHECK(stage_title(rules, "sahli") == role_of_kind(rules, "sahli"));
    const auto titles = titles_of_roles(definitions::built_in_kinds());
    CHECK(find_coded(titles, "sahli")->name.id == "Staf Ahli (Sahli)");
}
