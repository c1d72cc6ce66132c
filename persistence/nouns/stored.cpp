// Finding what a noun has answered.
#include "persistence/nouns/stored.hpp"
#include <stdexcept>

namespace persistence {

const std::vector<const stored*>& stored_nouns()
{
    static const auto made = workflow::answers<stored_as>();
    static const std::vector<const stored*> all(made.begin(), made.end());
    return all;
}

const stored* find_stored(std::string_view resource)
{
    for (const stored* each : stored_nouns())
        if (each->resource == resource) return each;
    return nullptr;
}

const stored& stored_of(std::string_view resource)
{
    if (const stored* found = find_stored(resource)) return *found;
    throw std::logic_error("nobody has said how '" + std::string(resource) + "' is stored");
}

workflow::world* slices::world_of(const std::string& plan)
{
    const auto found = worlds.find(plan);
    return found == worlds.end() ? nullptr : &found->second;
}

void read_nothing(slices&) {}

std::set<std::string> hides_nothing(const reading&)
{
    return {};
}

std::set<std::string> of_hidden_revisions(const reading& r, statement&& rows)
{
    std::set<std::string> out;
    rows.each([&](const soci::row& row) {
        if (!r.seen.revisions.contains(static_cast<int>(number(row, 1)))) out.insert(text(row, 0));
    });
    return out;
}

} // namespace persistence
