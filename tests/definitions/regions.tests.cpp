// The built-in regions: complete, well-formed, and named as people write them.
#include "definitions/regions.hpp"
#include "tests/support/catch.hpp"
#include <algorithm>
#include <set>

using definitions::all_regions;

namespace {

const workflow::region* find_region(std::string_view code)
{
    const auto& all = all_regions();
    const auto place =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.code == code; });
    return place == all.end() ? nullptr : &*place;
}

} // namespace

TEST_CASE("the nation, 38 provinces and 514 regencies and cities are known")
{
    int nations = 0, provinces = 0, regencies = 0;
    for (const auto& region : all_regions()) {
        nations += region.code == workflow::nation;
        provinces += region.code != workflow::nation && region.code.size() == 2;
        regencies += region.code.size() == 5;
    }
    CHECK(nations == 1);
    CHECK(provinces == 38);
    CHECK(regencies == 514);
    CHECK(all_regions().size() == 553);
}

TEST_CASE("every region has a unique code in order, a parent that is known, and a zone of the four")
{
    const std::set<std::string> zones{"Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar",
                                      "Asia/Jayapura"};
    std::string before;
    for (const auto& region : all_regions()) {
        INFO(region.code << " " << region.name);
        CHECK(before < region.code);
        before = region.code;
        CHECK(zones.count(region.zone) == 1);
        if (region.code != workflow::nation)
            CHECK(find_region(workflow::parent_of(region.code)) != nullptr);
        const bool district = region.code.size() == 5;
        CHECK((region.name.starts_with("Kabupaten ") || region.name.starts_with("Kota ")) ==
              district);
        CHECK(std::any_of(region.name.begin(), region.name.end(),
                          [](char letter) { return letter >= 'a' && letter <= 'z'; }));
    }
}

TEST_CASE("regions are named as Indonesians write them, in their own zone")
{
    struct expected {
        std::string code, name, zone;
    };
    const expected table[]{
        {"00", "Nasional (Kemendagri)", "Asia/Jakarta"},
        {"31", "DKI Jakarta", "Asia/Jakarta"},
        {"34", "Daerah Istimewa Yogyakarta", "Asia/Jakarta"},
        {"61.71", "Kota Pontianak", "Asia/Pontianak"},
        {"62", "Kalimantan Tengah", "Asia/Pontianak"},
        {"62.02", "Kabupaten Kotawaringin Timur", "Asia/Pontianak"},
        {"62.71", "Kota Palangka Raya", "Asia/Pontianak"},
        {"64", "Kalimantan Timur", "Asia/Makassar"},
        {"73.10", "Kabupaten Pangkajene dan Kepulauan", "Asia/Makassar"},
        {"81", "Maluku", "Asia/Jayapura"},
        {"96", "Papua Barat Daya", "Asia/Jayapura"},
    };
    for (const auto& [code, name, zone] : table) {
        INFO(code);
        const auto* region = find_region(code);
        REQUIRE(region != nullptr);
        CHECK(region->name == name);
        CHECK(region->zone == zone);
    }
}

TEST_CASE("a code that no region has finds nothing")
{
    for (const auto* code : {"", "0", "62.99", "99", "62.7", "621"})
        CHECK(find_region(code) == nullptr);
}

TEST_CASE("Kalimantan Tengah has its 14 districts")
{
    const auto& all = all_regions();
    CHECK(std::count_if(all.begin(), all.end(), [](const workflow::region& each) {
              return workflow::parent_of(each.code) == "62";
          }) == 14);
}
