// The rules of the directory's forms, field by field.
#include "workflow/people/directory_forms.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <set>

namespace workflow {
namespace {

using faults = std::vector<field_error>;

constexpr std::size_t username_characters_max = 100;
constexpr std::size_t address_octets_max = 254;

const std::set<std::string> agency_kinds{"kesbangpol", "opd", "vertical", "forum"};
const std::set<std::string> locales{"id", "en"};

void check_text(faults& out, const std::string& at, const std::string& text, std::size_t most)
{
    if (text.find_first_not_of(" \t") == std::string::npos)
        out.push_back({at, {"field_empty"}});
    else if (character_count(text) > most)
        out.push_back({at, {"field_too_long", {{"limit", std::to_string(most)}}}});
    else if (std::any_of(text.begin(), text.end(),
                         [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        out.push_back({at, {"field_control_characters"}});
}

void check_choice(faults& out, const std::string& at, const std::string& chosen,
                  const std::set<std::string>& choices)
{
    if (choices.contains(chosen)) return;
    std::string all;
    for (const auto& one : choices) all += (all.empty() ? "" : ", ") + one;
    out.push_back({at, {"field_not_a_choice", {{"choices", all}}}});
}

bool is_username(const std::string& text)
{
    return text.size() >= 2 && text.size() <= username_characters_max &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-@") == std::string::npos;
}

// One @ with something on both sides and nothing that a mail header would trip over; the mail
// channel is stricter still.
bool is_address(const std::string& text)
{
    const auto at = text.find('@');
    return text.size() <= address_octets_max && at != std::string::npos && at > 0 &&
           at + 1 < text.size() && text.find('@', at + 1) == std::string::npos &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return c > 0x20 && c < 0x7f && c != '<' && c != '>' && c != ',' && c != ';';
           });
}

void check_addresses(faults& out, const std::vector<std::string>& addresses)
{
    if (addresses.size() > addresses_max)
        out.push_back({"/email", {"field_too_many", {{"limit", std::to_string(addresses_max)}}}});
    if (!std::all_of(addresses.begin(), addresses.end(), is_address))
        out.push_back({"/email", {"address_malformed"}});
}

void check_place(faults& out, const new_appointment& form, post_place place)
{
    const bool is_agency = place == post_place::agency;
    if (is_agency && form.agency.empty()) out.push_back({"/agency", {"post_needs_agency"}});
    if (!is_agency && !form.agency.empty()) out.push_back({"/agency", {"post_takes_region"}});
    if (is_agency && !form.region.empty()) out.push_back({"/region", {"post_takes_agency"}});
    if (!is_agency && form.region.empty()) out.push_back({"/region", {"post_needs_region"}});
}

} // namespace

std::string lower_case(std::string_view ascii)
{
    std::string out(ascii);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<field_error> faults_of(const new_agency& form)
{
    faults out;
    check_text(out, "/name", form.name, name_characters_max);
    check_text(out, "/short_name", form.short_name, short_name_characters_max);
    check_choice(out, "/kind", form.kind, agency_kinds);
    return out;
}

std::vector<field_error> faults_of(const agency_changes& form)
{
    faults out;
    if (form.name) check_text(out, "/name", *form.name, name_characters_max);
    if (form.short_name)
        check_text(out, "/short_name", *form.short_name, short_name_characters_max);
    if (form.kind) check_choice(out, "/kind", *form.kind, agency_kinds);
    return out;
}

std::vector<field_error> faults_of(const new_user& form)
{
    faults out;
    if (!is_username(lower_case(form.username)))
        out.push_back({"/username", {"username_malformed"}});
    check_text(out, "/name", form.name, name_characters_max);
    check_choice(out, "/locale", form.locale, locales);
    check_addresses(out, form.addresses);
    return out;
}

std::vector<field_error> faults_of(const user_changes& form)
{
    faults out;
    if (form.name) check_text(out, "/name", *form.name, name_characters_max);
    if (form.locale) check_choice(out, "/locale", *form.locale, locales);
    if (form.addresses) check_addresses(out, *form.addresses);
    return out;
}

std::vector<field_error> faults_of(const new_appointment& form, const role_table& roles)
{
    faults out;
    std::set<std::string> names;
    for (const auto& [name, place] : roles) names.insert(name);
    check_choice(out, "/role", form.role, names);
    if (const auto role = roles.find(form.role); role != roles.end())
        check_place(out, form, role->second);
    if (form.to && *form.to < form.from) out.push_back({"/to", {"ends_before_it_begins"}});
    return out;
}

} // namespace workflow
