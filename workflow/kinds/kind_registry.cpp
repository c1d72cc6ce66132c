// Kinds by name and version.
#include "workflow/kinds/kind_registry.hpp"
#include <algorithm>
#include <tuple>

namespace workflow {

kind_registry::kind_registry(std::vector<kind> kinds, reader read)
    : kinds_(std::move(kinds)), read_(std::move(read))
{
    std::sort(kinds_.begin(), kinds_.end(), [](const kind& a, const kind& b) {
        return std::tie(a.name, a.version) < std::tie(b.name, b.version);
    });
}

const kind* kind_registry::find(std::string_view name, int version) const
{
    const auto at = std::find_if(kinds_.begin(), kinds_.end(), [&](const kind& k) {
        return k.name == name && k.version == version;
    });
    return at == kinds_.end() ? nullptr : &*at;
}

const kind* kind_registry::newest(std::string_view name) const
{
    const auto at =
        std::find_if(kinds_.rbegin(), kinds_.rend(), [&](const kind& k) { return k.name == name; });
    return at == kinds_.rend() ? nullptr : &*at;
}

} // namespace workflow
