// Mails, calendars and pages name an item by the same address.
#include "workflow/reminding/item_link.hpp"
#include "tests/support/catch.hpp"

using workflow::item_link;

TEST_CASE("an item's link is made of base, resource and id")
{
    CHECK(item_link("https://a.id/", "targets", "x") == "https://a.id/tugas/targets/x");
    CHECK(item_link("http://127.0.0.1:8080", "reviews", "y") ==
          "http://127.0.0.1:8080/tugas/reviews/y");
}
