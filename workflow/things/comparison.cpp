// What every noun compares in the same way.
#include "workflow/things/comparison.hpp"

namespace workflow {
namespace {

std::string quoted(const std::string& text)
{
    return "'" + text + "'";
}

} // namespace

void comparison::found(std::int64_t seq, std::string what)
{
    if (!earliest || seq < earliest->seq) earliest = fault{seq, std::move(what)};
}

void comparison::same(std::int64_t seq, const std::string& thing, const std::string& is,
                      const std::string& was)
{
    if (is != was)
        found(seq, thing + " is stored as " + quoted(is) + ", its history says " + quoted(was));
}

void comparison::same(std::int64_t seq, const std::string& thing, std::int64_t is, std::int64_t was)
{
    same(seq, thing, std::to_string(is), std::to_string(was));
}

void comparison::when(std::int64_t seq, const std::string& thing, instant is, instant was,
                      bool is_exact)
{
    if (is_exact)
        same(seq, "the time of " + thing, rfc3339(is), rfc3339(was));
    else if (is > was)
        found(seq, "the time of " + thing + " lies after its event");
}

void comparison::stands(const std::string& thing, const played::standing& played, const item& row)
{
    same(played.seq, thing, row.state, played.state);
    when(played.seq, thing, row.since, played.since, played.since_is_exact);
}

void comparison::version(const std::string& thing, const played::standing& played, std::int64_t is)
{
    same(played.seq, "the version of " + thing, is, played.events);
}

void comparison::due(const std::string& thing, std::int64_t seq, const std::optional<date>& is,
                     const std::string& was)
{
    same(seq, "the deadline of " + thing, is ? iso(*is) : "", was);
}

void comparison::reason(const std::string& thing, const played::standing& played,
                        const std::string& is)
{
    if (played.reason) same(played.seq, "the reason of " + thing, is, *played.reason);
}

const revision* comparison::numbered(int number) const
{
    for (const revision& r : stored.revisions)
        if (r.number == number) return &r;
    return nullptr;
}

} // namespace workflow
