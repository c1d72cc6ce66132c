// Everything by the administrator's own requests.
#include "tests/scenarios/support/newcomers.hpp"
#include <algorithm>
#include <boost/json/serialize.hpp>

namespace scenarios {
namespace {

constexpr const char* password = "kelapa-sawit-lebat-73";

// Every agency that leads a row of the office's file.
constexpr std::pair<const char*, const char*> leads[]{
    {"Kesbangpol", "kesbangpol"}, {"DP3APPKB", "opd"},         {"Diskominfo", "opd"},
    {"Disperindag", "opd"},       {"Dinas Perkebunan", "opd"}, {"Dinas ESDM", "opd"},
    {"Biro Pemerintahan", "opd"}, {"Polda", "vertical"},       {"Satpol PP", "opd"},
};

std::string handle_of(std::string name)
{
    std::erase(name, ' ');
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return name;
}

} // namespace

district::district(house& at, std::string region) : house_(at), region_(std::move(region))
{
    person& administrator = house_.as("admin.kalteng");
    for (const auto& [name, kind] : leads) {
        const json::object form{{"region", region_},
                                {"name", std::string(name) + " " + region_},
                                {"short_name", name},
                                {"kind", kind}};
        const std::string id = text(administrator.make("/agencies", form), "id");
        agencies_[name] = id;
        heads_[id] = "kepala." + handle_of(name);
        appoint(heads_[id], "agency_head", id);
    }
    appoint("staf.dp3appkb", "agency_staff", agencies_.at("DP3APPKB"));
    appoint("sekretariat", "secretariat", agencies_.at("Kesbangpol"));
    appoint("sahli", "sahli", "");
}

void district::appoint(const std::string& who, const std::string& role, const std::string& agency)
{
    person& administrator = house_.as("admin.kalteng");
    const auto made = administrator.make("/users", {{"username", who + "." + region_},
                                                    {"name", "Pejabat " + who},
                                                    {"email", address(who)},
                                                    {"locale", "id"},
                                                    {"region", region_}});
    users_[who] = text(made, "id");
    json::object post{{"user", users_[who]}, {"role", role}, {"from", "2026-01-01"}};
    if (agency.empty())
        post["region"] = region_;
    else
        post["agency"] = agency;
    administrator.make("/appointments", post);
    const auto invited =
        administrator.make("/users/" + users_[who] + "/activation", json::object{});
    choose_password(text(invited, "activation_code"));
}

void district::choose_password(const std::string& code)
{
    const json::object choice{{"code", code}, {"password", password}};
    auto anybody = house_.program().client();
    const auto chosen = anybody.post("/api/v1/activation", json::serialize(choice));
    if (chosen.status / 100 != 2) expect(200, chosen, "activation");
}

person& district::as(const std::string& who)
{
    auto& known = signed_in_[who];
    if (!known)
        known = std::make_unique<person>(house_.program().port(), who + "." + region_, password);
    return *known;
}

std::string district::head_of(const std::string& agency_id) const
{
    return heads_.at(agency_id);
}

std::string district::address(const std::string& who) const
{
    return who + "@kabupaten" + region_ + ".example";
}

std::vector<std::string> district::who_had_to_act() const
{
    std::vector<std::string> all;
    for (const auto& [who, id] : users_) all.push_back(who);
    return all;
}

} // namespace scenarios
