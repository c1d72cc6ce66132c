// Take, open, note, send, note.
#include "notifications/dispatcher.hpp"
#include "notifications/attempts.hpp"
#include "notifications/mime.hpp"
#include "notifications/render.hpp"

namespace notifications {

struct dispatcher::result {
    std::size_t accepted{};
    std::string later{}; // why an address must be tried again
    std::string never{}; // why an address takes no mail
    bool is_cut_off{};   // nothing leaves at all
};

std::size_t dispatcher::send_batch()
{
    const auto batch = waiting_.take();
    has_reported_ = false;
    std::string why_nothing_leaves;
    for (const auto& held : batch) {
        const bool stops = settings_.stops && settings_.stops();
        if (why_nothing_leaves.empty() && !stops)
            why_nothing_leaves = send(held);
        else
            put_back(held, stops ? "" : why_nothing_leaves);
    }
    return batch.size();
}

// Not tried: the number of its attempts stays.
void dispatcher::put_back(const held_message& held, const std::string& why)
{
    const auto now = settings_.now();
    waiting_.try_again(held, why.empty() ? now : next_attempt(1, now).value_or(now), why);
}

void dispatcher::report(const std::string& what)
{
    if (settings_.report && !has_reported_) settings_.report(what);
    has_reported_ = true;
}

// Why the messages behind it need not be tried, in the mail server's own words; empty: they may.
std::string dispatcher::send(const held_message& held)
{
    const parcel p = waiting_.open(held);
    if (p.what.items.empty()) {
        waiting_.drop(held);
    } else if (p.to.empty()) {
        waiting_.give_up(held, "no address: expected one for this person; enter it, and the next "
                               "message will reach them");
    } else if (const auto done = send_to_all(p)) {
        note(p, *done);
        if (done->is_cut_off) return done->later;
    }
    return {};
}

// Nothing when another has taken the message over.
std::optional<dispatcher::result> dispatcher::send_to_all(const parcel& p)
{
    result done;
    for (std::size_t i = 0; i < p.to.size(); ++i) {
        if (!is_address(p.to[i].email)) {
            done.never = "not an address that mail can be sent to";
            continue;
        }
        const mail letter = mail_to(p, i, settings_.from);
        if (accepted_.contains(letter.message_id)) {
            ++done.accepted;
            continue;
        }
        if (!waiting_.about_to_send(p.held, letter)) return std::nullopt;
        const delivery d = way_out_.send(letter);
        if (d.result == outcome::permanent)
            done.never = d.reason;
        else if (d.result != outcome::accepted)
            done.later = d.reason;
        const bool is_our_end = settings_.stops && settings_.stops();
        if (!is_our_end && (d.result == outcome::refused || d.result == outcome::unreachable))
            report(d.reason);
        if (d.result == outcome::unreachable) {
            done.is_cut_off = true;
            break;
        }
        if (d.result != outcome::accepted) continue;
        ++done.accepted;
        if (p.to.size() > 1) accepted_.insert(letter.message_id);
    }
    return done;
}

void dispatcher::note(const parcel& p, const result& done)
{
    const auto spread = settings_.spread ? settings_.spread() : 0.0;
    const auto next = next_attempt(static_cast<int>(p.attempts) + 1, settings_.now(), spread);
    if (!done.later.empty() && next) {
        waiting_.try_again(p.held, *next, done.later);
        return;
    }
    if (done.accepted > 0)
        waiting_.sent(p.held);
    else
        waiting_.give_up(p.held,
                         done.later.empty() ? done.never : "tried for five days: " + done.later);
    for (std::size_t i = 0; i < p.to.size(); ++i)
        accepted_.erase(mail_to(p, i, settings_.from).message_id);
}

mail mail_to(const parcel& p, std::size_t address, const mailbox& from)
{
    digest what = p.what;
    if (address > 0) what.message_key += '|' + p.to[address].email;
    return compose(what, from, p.to[address]);
}

} // namespace notifications
