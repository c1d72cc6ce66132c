#pragma once
// A noun whose things lie in one list of a world, each known by its id: all but a plan's revisions.
#include "workflow/things/thing.hpp"

namespace workflow {

// `List` is the world's member; `Resource` has static storage.
template <const char* Resource, auto List> struct in_a_list {
    static std::vector<machine_ref> all(const world& w)
    {
        std::vector<machine_ref> out;
        for (const auto& x : w.*List) out.push_back({Resource, x.id});
        return out;
    }
    static item* find(world& w, const machine_ref& m) { return with_id(w.*List, m.id); }
    static machine_ref about(const world&, const std::string& id, std::string_view)
    {
        return {Resource, id};
    }
    static std::vector<machine_ref> offering(const world&, const std::string& id)
    {
        return {{Resource, id}};
    }
    static const item* told_of(const world& w, const std::string& id, std::string_view)
    {
        return with_id(w.*List, id);
    }
};

} // namespace workflow
