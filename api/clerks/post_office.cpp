// From rows to parcels, and back to what became of them.
#include "api/clerks/post_office.hpp"
#include "api/clerks/second_look.hpp"
#include "notifications/render.hpp"
#include "persistence/nouns/calendars.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/reminding/item_link.hpp"
#include <map>

namespace api {
namespace {

using namespace std::chrono_literals;
using notifications::held_message;
using persistence::unit_of_work;

constexpr auto lease_length = 120s; // longer than the time-outs of one sending
constexpr std::size_t batch_max = 20;

persistence::claim claim_of(const held_message& held)
{
    return {held.id, held.number};
}

} // namespace

notifications::digest digest_of(unit_of_work& unit, const persistence::outgoing& message,
                                const std::string& base_url, workflow::instant at)
{
    notifications::digest out;
    out.message_key = message.key;
    out.recipient = message.recipient.name;
    out.locale = message.locale;
    out.zone = message.zone;
    out.at = at;
    out.immediate = message.key != workflow::digest_key(message.recipient.id, message.due);
    out.inbox_link = base_url + "/tugas";
    std::map<std::string, workflow::calendar> calendars;
    for (const auto& told : message.items) {
        auto& item = out.items.emplace_back(told);
        item.link = workflow::item_link(base_url, told.resource, told.subject);
        if (!told.due) continue;
        const int year = static_cast<int>(told.due->year());
        const auto key = told.region.code + '|' + std::to_string(year);
        if (!calendars.contains(key))
            calendars.emplace(key, persistence::calendar_for(unit, told.region, year));
        const auto& days = calendars.at(key);
        item.days_left = days.days_left(days.today(at), *told.due);
    }
    return out;
}

std::string subject_of(unit_of_work& unit, const persistence::outgoing& message,
                       workflow::instant at)
{
    return notifications::render(digest_of(unit, message, {}, at)).subject;
}

std::vector<held_message> post_office::take()
{
    std::vector<held_message> out;
    database_.write([&](unit_of_work& unit) {
        out.clear();
        for (const auto& c :
             persistence::claim_due(unit, {settings_.owner, lease_length, batch_max}))
            out.push_back({c.id, c.lease_no});
    });
    return out;
}

template <class Mark> bool post_office::note(Mark mark)
{
    bool good = false;
    database_.write([&](unit_of_work& unit) { good = mark(unit); });
    return good;
}

notifications::parcel post_office::open(const held_message& held)
{
    std::vector<workflow::told> looks;
    auto out = database_.read([&](unit_of_work& unit) {
        auto message = persistence::load_claimed(unit, claim_of(held));
        looks = look_again(unit, {settings_.kinds, settings_.catalog, settings_.report}, message);
        notifications::parcel parcel;
        parcel.held = held;
        parcel.what = digest_of(unit, message, settings_.base_url, unit.now());
        parcel.attempts = message.attempts;
        for (const auto& address : message.addresses)
            parcel.to.push_back({address, message.recipient.name});
        return parcel;
    });
    if (looks.empty()) return out;
    const bool is_ours = note([&](unit_of_work& unit) {
        return persistence::note_second_look(unit, claim_of(held), looks);
    });
    if (!is_ours) out.what.items.clear(); // whoever has it now looks for himself
    return out;
}

bool post_office::about_to_send(const held_message& held, const notifications::mail& mail)
{
    return note([&](unit_of_work& unit) {
        return persistence::mark_attempt(unit, claim_of(held),
                                         {mail.subject, mail.text, mail.message_id, lease_length});
    });
}

bool post_office::sent(const held_message& held)
{
    return note([&](unit_of_work& u) { return persistence::mark_sent(u, claim_of(held)); });
}

bool post_office::try_again(const held_message& held, workflow::instant next,
                            const std::string& why)
{
    return note([&](unit_of_work& unit) {
        return persistence::mark_temporary(unit, claim_of(held), next, why);
    });
}

bool post_office::give_up(const held_message& held, const std::string& why)
{
    return note([&](unit_of_work& u) { return persistence::mark_dead(u, claim_of(held), why); });
}

bool post_office::drop(const held_message& held)
{
    return note([&](unit_of_work& u) { return persistence::mark_dropped(u, claim_of(held)); });
}

} // namespace api
