#pragma once
// A small directory for tests, written row by row: Central Kalimantan with one district, two
// agencies, and a few people in their posts.
#include "persistence/nouns/regions.hpp"
#include "tests/persistence/support/world.hpp"
#include "workflow/people/person.hpp"

namespace support {

using namespace std::chrono_literals;

inline constexpr workflow::date some_day = 2026y / 4 / 24;
inline const workflow::region province{
    .code = "62", .name = "Kalimantan Tengah", .zone = "Asia/Jakarta"};
inline const workflow::region district{
    .code = "62.71", .name = "Kota Palangka Raya", .zone = "Asia/Jakarta"};
inline const workflow::region elsewhere{.code = "81", .name = "Maluku", .zone = "Asia/Jayapura"};

struct post {
    std::string id;
    std::string user;
    std::string role;
    std::string agency;
    std::string region;
    std::string from{"2026-01-01"};
    std::string to{};
};

inline void add(persistence::unit_of_work& unit, const post& p)
{
    unit.sql() << "INSERT INTO appointments(id, version, user_id, role, agency, region, from_day, "
                  "to_day, acting) VALUES (:id, 1, :user, :role, :agency, :region, :from, :to, 0)",
        soci::use(p.id), soci::use(p.user), soci::use(p.role), soci::use(p.agency),
        soci::use(p.region), soci::use(p.from), soci::use(p.to);
}

inline void add_user(persistence::unit_of_work& unit, const std::string& id,
                     const std::string& region)
{
    const auto name = "Name of " + id;
    unit.sql() << "INSERT INTO users(id, version, username, name, locale, region, password_hash, "
                  "activation_hash, activation_until, disabled, totp_secret, totp_last_step) "
                  "VALUES (:id, 1, :username, :name, 'id', :region, '', '', 0, 0, '', 0)",
        soci::use(id), soci::use(id), soci::use(name), soci::use(region);
    const auto address = id + "@example.org";
    unit.sql() << "INSERT INTO user_addresses(user_id, place, address) VALUES (:id, 0, :address)",
        soci::use(id), soci::use(address);
}

inline void add_agency(persistence::unit_of_work& unit, const std::string& id,
                       const std::string& region)
{
    const auto name = "Agency " + id;
    unit.sql() << "INSERT INTO agencies(id, version, region, name, short_name, kind, valid_from, "
                  "valid_to, successor) "
                  "VALUES (:id, 1, :region, :name, :short, 'opd', '2020-01-01', '', '')",
        soci::use(id), soci::use(region), soci::use(name), soci::use(id);
}

// ani: secretariat of 62; budi: head of health in 62; citra: secretariat of the nation; dewi:
// administrator of 62; eka: sahli of the nation; fitri: secretariat of the district; gita: the
// administrator of everything; hana: secretariat in Maluku.
inline void fill_directory(persistence::database& store)
{
    store.write([](persistence::unit_of_work& unit) {
        persistence::register_regions(unit,
                                      {{.code = "00", .name = "Nasional", .zone = "Asia/Jakarta"},
                                       province,
                                       district,
                                       elsewhere});
        add_agency(unit, "kesbang", "62");
        add_agency(unit, "health", "62");
        add_agency(unit, "kesbang-kota", "62.71");
        for (const auto* id : {"ani", "budi", "dewi"}) add_user(unit, id, "62");
        for (const auto* id : {"citra", "eka", "gita"}) add_user(unit, id, "00");
        add_user(unit, "fitri", "62.71");
        add_user(unit, "hana", "81");
        add(unit, {"p-ani", "ani", "secretariat", "kesbang", "62"});
        add(unit, {"p-budi", "budi", "agency_head", "health", "62"});
        add(unit, {"p-citra", "citra", "secretariat", "", "00"});
        add(unit, {"p-dewi", "dewi", "administrator", "", "62"});
        add(unit, {"p-eka", "eka", "sahli", "", "00"});
        add(unit, {"p-fitri", "fitri", "secretariat", "kesbang-kota", "62.71"});
        add(unit, {"p-gita", "gita", "administrator", "", "00"});
        add(unit, {"p-hana", "hana", "secretariat", "", "81"});
    });
}

} // namespace support
