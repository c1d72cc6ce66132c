// Positions, and what lies behind them. A position is text: what somebody may see at all, then each
// plan with what they may see of it and its last number, a point between them. Plans and sights are
// digests: who follows learns nothing from it, and it stays short.
#include "persistence/nouns/followed.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>
#include <charconv>
#include <map>

namespace persistence {
namespace {

constexpr std::size_t sight_digits = 8; // a change of sight is seen but once in 4 billion
constexpr std::size_t plan_digits = 10; // of a hundred plans two share one once in 200 million
constexpr std::size_t shown_digits = 6;
constexpr int number_base = 36;

std::string digest(std::string_view text, std::size_t digits)
{
    return workflow::sha256_hex(text).substr(0, digits);
}

struct mark {
    std::string shown; // digest of what they may see of the plan
    std::int64_t seq{};
};

struct position {
    std::string sight;
    std::map<std::string, mark> plans; // by digest
};

std::string written(const position& at)
{
    std::string out = at.sight;
    for (const auto& [plan, m] : at.plans) {
        char digits[16];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), m.seq, number_base);
        out += "." + plan + m.shown + std::string(digits, end.ptr);
    }
    return out;
}

bool is_hex(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdef") == text.npos;
}

// One plan's part; false when it is none.
bool read_mark(std::string_view part, position& into)
{
    constexpr std::size_t head = plan_digits + shown_digits;
    if (part.size() <= head || !is_hex(part.substr(0, head))) return false;
    mark m{std::string(part.substr(plan_digits, shown_digits)), 0};
    const auto [end, fault] =
        std::from_chars(part.data() + head, part.data() + part.size(), m.seq, number_base);
    if (fault != std::errc{} || end != part.data() + part.size() || m.seq < 0) return false;
    into.plans[std::string(part.substr(0, plan_digits))] = std::move(m);
    return true;
}

std::optional<position> read_position(std::string_view text)
{
    position out;
    out.sight = text.substr(0, text.find('.'));
    if (out.sight.size() != sight_digits || !is_hex(out.sight)) return {};
    text.remove_prefix(sight_digits);
    while (!text.empty()) {
        text.remove_prefix(1);
        const auto part = text.substr(0, text.find('.'));
        if (!read_mark(part, out)) return {};
        text.remove_prefix(part.size());
    }
    return out;
}

// What decides what they may see at all, and what they ask for.
std::string sight_of(const workflow::principal& p, const followed_plans& of)
{
    std::vector<std::string> posts;
    for (const workflow::appointment& a : p.appointments)
        posts.push_back(a.role + "/" + a.agency.id + "/" + a.region + "\n");
    std::sort(posts.begin(), posts.end());
    std::string all =
        of.region + "\n" + of.kind + "\n" + std::to_string(of.year.value_or(0)) + "\n";
    for (const std::string& post : posts) all += post;
    return digest(all, sight_digits);
}

std::string digest_of(const shown_events& shown)
{
    std::string all;
    for (const int revision : shown.seen.revisions) all += std::to_string(revision) + "\n";
    for (const std::string& thing : shown.hidden) all += thing + "\n";
    return digest(all, shown_digits);
}

struct plan_head_seen {
    std::string plan;
    std::int64_t seq{};
};

std::vector<plan_head_seen> heads_of(unit_of_work& unit, const workflow::principal& p,
                                     const followed_plans& of)
{
    statement find(unit, "SELECT p.id, s.seq FROM plans p JOIN streams s ON s.id = p.id");
    find.add(" WHERE p.region = ", of.region);
    add_visible_plan(find, reach_of(p));
    if (!of.kind.empty()) find.add(" AND p.kind = ", of.kind);
    if (of.year) add_of_year(find, *of.year);
    find.add(" ORDER BY p.created_at, p.id LIMIT ", followed_plans_max + 1);
    std::vector<plan_head_seen> found;
    find.each([&](const soci::row& row) { found.push_back({text(row, 0), number(row, 1)}); });
    return found;
}

// The events of one plan behind a mark, as many as there is room for; the mark goes on with them,
// past those that are not theirs to read too.
void take_events(unit_of_work& unit, const plan_head_seen& of, const shown_events& shown, mark& at,
                 std::size_t limit, followed_events& out)
{
    while (at.seq < of.seq && out.items.size() < limit) {
        auto read = read_plan_events(unit, of.plan, at.seq);
        if (read.empty()) return;
        for (workflow::event& e : read) {
            if (out.items.size() == limit) break;
            at.seq = e.seq;
            if (shown.has(e)) out.items.push_back({of.plan, std::move(e)});
        }
    }
}

} // namespace

workflow::result<followed_events> events_after(unit_of_work& unit, const workflow::principal& p,
                                               const followed_plans& of, const std::string& given,
                                               std::size_t limit)
{
    const bool is_end = given == position_at_end;
    const std::string sight = sight_of(p, of);
    position known{sight, {}};
    if (!given.empty() && !is_end) {
        auto read = read_position(given);
        if (!read) return workflow::refusal{workflow::errc::malformed, {"query_position"}};
        if (read->sight == sight) known = std::move(*read);
    }
    followed_events out;
    const auto heads = heads_of(unit, p, of);
    out.too_many_plans = heads.size() > followed_plans_max;
    if (out.too_many_plans) return out;
    position next{sight, {}};
    for (const plan_head_seen& head : heads) {
        const std::string name = digest(head.plan, plan_digits);
        const auto before = known.plans.find(name);
        mark m = before == known.plans.end() ? mark{} : before->second;
        const bool has_gone_on = before == known.plans.end() || head.seq > m.seq;
        if (has_gone_on && out.items.size() < limit) {
            const shown_events shown = events_shown_to(unit, p, head.plan);
            const std::string shows = digest_of(shown);
            if (m.shown != shows) m = {shows, is_end ? head.seq : 0};
            take_events(unit, head, shown, m, limit, out);
        }
        out.more |= head.seq > m.seq;
        if (!m.shown.empty()) next.plans.emplace(name, std::move(m));
    }
    out.position = written(next);
    return out;
}

} // namespace persistence
