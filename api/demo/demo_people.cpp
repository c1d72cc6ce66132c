// The cast of the demo, as tables.
#include "api/demo/demo_people.hpp"
#include "api/door/password.hpp"
#include "api/http/secret.hpp"
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/users.hpp"
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fcntl.h>
#include <future>
#include <stdexcept>
#include <unistd.h>

namespace api {
namespace {

namespace json = boost::json;

struct demo_agency {
    std::string_view region, short_name, name, kind;
    std::string_view handle;      // of usernames; empty: no accounts
    std::string_view head, staff; // people
};

// clang-format off
constexpr demo_agency agencies[]{
    {"00", "Ditjen Polpum", "Direktorat Jenderal Politik dan Pemerintahan Umum", "kesbangpol", "", "", ""},
    {"62", "Kesbangpol", "Badan Kesatuan Bangsa dan Politik", "kesbangpol", "kesbangpol", "Sutrisno Awat", "Ria Handayani"},
    {"62", "DP3APPKB", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "opd", "dp3appkb", "Linae Victoria Aden", "Yuni Kartika"},
    {"62", "Diskominfo", "Dinas Komunikasi, Informatika, Persandian dan Statistik", "opd", "diskominfo", "Agus Siswadi", "Bayu Pratama"},
    {"62", "Disperindag", "Dinas Perdagangan dan Perindustrian", "opd", "disperindag", "Aster Bonawaty", "Norhayati"},
    {"62", "Dinas Perkebunan", "Dinas Perkebunan", "opd", "perkebunan", "Rizky Badjuri", "Tiwi Anggraini"},
    {"62", "Dinas ESDM", "Dinas Energi dan Sumber Daya Mineral", "opd", "esdm", "Vent Christway", "Hendra Gunawan"},
    {"62", "Biro Pemerintahan", "Biro Pemerintahan dan Otonomi Daerah", "opd", "pemerintahan", "Akhmad Husain", "Dewi Lestari"},
    {"62", "Polda", "Kepolisian Daerah Kalimantan Tengah", "vertical", "polda", "Djoko Santoso", "Erlan Munaji"},
    {"62", "Satpol PP", "Satuan Polisi Pamong Praja", "opd", "satpolpp", "Baru Sangkai", "Siti Aminah"},
    {"62", "Dinas PMD", "Dinas Pemberdayaan Masyarakat dan Desa", "opd", "", "", ""},
    {"62", "Biro Hukum", "Biro Hukum", "opd", "", "", ""},
    {"62", "Bappeda", "Badan Perencanaan Pembangunan Daerah", "opd", "", "", ""},
    {"62", "Dinas Pendidikan", "Dinas Pendidikan", "opd", "", "", ""},
    {"62", "Dinas Kehutanan", "Dinas Kehutanan", "opd", "", "", ""},
    {"62", "DLH", "Dinas Lingkungan Hidup", "opd", "", "", ""},
    {"62", "DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "opd", "", "", ""},
    {"62", "Dinas Kesehatan", "Dinas Kesehatan", "opd", "", "", ""},
    {"62", "Dinas Perhubungan", "Dinas Perhubungan", "opd", "", "", ""},
    {"62", "Dinas Sosial", "Dinas Sosial", "opd", "", "", ""},
    {"62", "BPBD", "Badan Penanggulangan Bencana dan Pemadam Kebakaran", "opd", "", "", ""},
    {"62", "KPU", "Komisi Pemilihan Umum Provinsi", "vertical", "", "", ""},
    {"62", "Bawaslu", "Badan Pengawas Pemilihan Umum Provinsi", "vertical", "", "", ""},
    {"62", "Binda", "Badan Intelijen Negara Daerah", "vertical", "", "", ""},
    {"62", "BPN", "Kantor Wilayah Badan Pertanahan Nasional", "vertical", "", "", ""},
    {"62", "Korem", "Korem 102/Panju Panjung", "vertical", "", "", ""},
    {"62", "Kanwil Kemenag", "Kantor Wilayah Kementerian Agama", "vertical", "", "", ""},
    {"62", "Kanwil Kemenkumham", "Kantor Wilayah Kementerian Hukum", "vertical", "", "", ""},
    {"62", "FKUB", "Forum Kerukunan Umat Beragama", "forum", "", "", ""},
    {"62.71", "Kesbangpol", "Badan Kesatuan Bangsa dan Politik Kota Palangka Raya", "kesbangpol", "", "", ""},
    {"62.71", "Dinas Sosial", "Dinas Sosial Kota Palangka Raya", "opd", "sosial.palangkaraya", "Riduan Halim", "Mega Puspita"},
    {"62.01", "Kesbangpol", "Badan Kesatuan Bangsa dan Politik Kabupaten Kotawaringin Barat", "kesbangpol", "", "", ""},
    {"62.01", "Dinas Sosial", "Dinas Sosial Kabupaten Kotawaringin Barat", "opd", "sosial.kobar", "Wahyu Nugroho", "Fitriani"},
    {"62.02", "Kesbangpol", "Badan Kesatuan Bangsa dan Politik Kabupaten Kotawaringin Timur", "kesbangpol", "", "", ""},
    {"62.02", "Dinas Sosial", "Dinas Sosial Kabupaten Kotawaringin Timur", "opd", "sosial.kotim", "Hawianan", "Rusmiati"},
};

struct demo_post {
    std::string_view username, name, role, region;
    std::string_view agency; // short name in the region; empty: the region's own post
};
constexpr demo_post posts[]{
    {"sekretariat.nasional",     "Bambang Wicaksono",  "secretariat",   "00",    "Ditjen Polpum"},
    {"sekretariat.kalteng",      "Katma Dirun",        "secretariat",   "62",    "Kesbangpol"},
    {"sahli.kalteng",            "Herson Aden",        "sahli",         "62",    ""},
    {"pengamat.kalteng",         "Maya Rosalina",      "observer",      "62",    ""},
    {"admin.kalteng",            "Rangga Saputra",     "administrator", "62",    ""},
    {"sekretariat.palangkaraya", "Ikhwansyah",         "secretariat",   "62.71", "Kesbangpol"},
    {"sahli.palangkaraya",       "Amandus Frenaldy",   "sahli",         "62.71", ""},
    {"sekretariat.kobar",        "Tengku Ali Syahbana","secretariat",   "62.01", "Kesbangpol"},
    {"sahli.kobar",              "Juni Gultom",        "sahli",         "62.01", ""},
    {"sekretariat.kotim",        "Eddy Hidayat",       "secretariat",   "62.02", "Kesbangpol"},
    {"sahli.kotim",              "Rody Kamislam",      "sahli",         "62.02", ""},
};
// clang-format on

using agency_ids = std::map<std::pair<std::string, std::string>, workflow::reference>;

demo_account account(const context& here, std::string username, std::string_view name,
                     std::string_view role, const std::string& region)
{
    return {here.new_id(),
            std::move(username),
            random_password(),
            std::string(name),
            std::string(role),
            {},
            region};
}

std::vector<demo_account> cast(const context& here, const agency_ids& ids)
{
    std::vector<demo_account> people;
    for (const demo_post& p : posts) {
        people.push_back(
            account(here, std::string(p.username), p.name, p.role, std::string(p.region)));
        if (!p.agency.empty())
            people.back().agency = ids.at({std::string(p.region), std::string(p.agency)});
    }
    for (const demo_agency& a : agencies) {
        if (a.handle.empty()) continue;
        const std::string region(a.region), handle(a.handle);
        people.push_back(
            account(here, "kepala." + handle, a.head, workflow::role::agency_head, region));
        people.push_back(
            account(here, "staf." + handle, a.staff, workflow::role::agency_staff, region));
        for (auto p = people.end() - 2; p != people.end(); ++p)
            p->agency = ids.at({region, std::string(a.short_name)});
    }
    return people;
}

agency_ids make_agencies(const context& here, workflow::date from)
{
    agency_ids ids;
    for (const demo_agency& a : agencies)
        ids[{std::string(a.region), std::string(a.short_name)}] = {here.new_id(),
                                                                   std::string(a.name)};
    here.database.write([&](persistence::unit_of_work& unit) {
        for (const demo_agency& a : agencies)
            persistence::insert_agency(
                unit, {ids.at({std::string(a.region), std::string(a.short_name)}).id,
                       std::string(a.region), std::string(a.name), std::string(a.short_name),
                       std::string(a.kind), from});
    });
    return ids;
}

// Argon2id is meant to be slow; two at a time is what it allows.
std::vector<std::string> hashes_of(const std::vector<demo_account>& people)
{
    std::vector<std::string> hashes(people.size());
    const auto every_second = [&](std::size_t first) {
        for (std::size_t i = first; i < people.size(); i += 2)
            hashes[i] = password_hash(people[i].password);
    };
    auto other = std::async(std::launch::async, every_second, 1);
    every_second(0);
    other.get();
    return hashes;
}

void enter(persistence::unit_of_work& unit, const context& here, const demo_account& a,
           workflow::date from)
{
    workflow::new_user user;
    user.id = a.id;
    user.username = a.username;
    user.name = a.name;
    user.region = a.region;
    user.addresses = {a.username + "@kalteng.example"};
    persistence::insert_user(unit, user);
    workflow::new_appointment post;
    post.id = here.new_id();
    post.user = a.id;
    post.role = a.role;
    post.agency = a.agency.id;
    if (a.agency.id.empty()) post.region = a.region;
    post.from = from;
    persistence::insert_appointment(unit, post);
}

} // namespace

const demo_account& demo_cast::holder(const std::string& place, std::string_view role) const
{
    for (const demo_account& a : accounts)
        if (a.role == role && (a.agency.id == place || a.region == place)) return a;
    throw std::logic_error("nobody in the demo is " + std::string(role) + " of " + place);
}

demo_cast make_demo_people(const context& here, workflow::date from)
{
    demo_cast all{cast(here, make_agencies(here, from))};
    const auto hashes = hashes_of(all.accounts);
    here.database.write([&](persistence::unit_of_work& unit) {
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            enter(unit, here, all.accounts[i], from);
            persistence::set_password(unit, all.accounts[i].id, hashes[i]);
        }
    });
    return all;
}

void write_accounts(const std::filesystem::path& file, const demo_cast& all)
{
    json::array out;
    for (const demo_account& a : all.accounts) {
        json::value agency = nullptr;
        if (!a.agency.id.empty()) agency = {{"id", a.agency.id}, {"name", a.agency.name}};
        json::array roles{{{"role", a.role}, {"agency", agency}, {"region", a.region}}};
        out.push_back({{"username", a.username},
                       {"password", a.password},
                       {"name", a.name},
                       {"roles", std::move(roles)}});
    }
    const std::string text = json::serialize(out) + "\n";
    const std::string temporary = file.string() + ".new";
    const int handle = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool written = handle >= 0 && ::write(handle, text.data(), text.size()) ==
                                            static_cast<ssize_t>(text.size());
    if (handle >= 0) ::close(handle);
    if (!written) throw std::runtime_error("expected to write " + temporary + ", but could not");
    std::filesystem::rename(temporary, file);
}

} // namespace api
