// Kinds by name and version.
#include "workflow/kinds/kind_registry.hpp"
#include <algorithm>
#include <map>
#include <mutex>
#include <tuple>

namespace workflow {

struct kind_registry::memory {
    std::mutex held;
    std::map<std::pair<std::string, int>, std::shared_ptr<const kind>> kept;
};

kind_registry::kind_registry(std::vector<kind> kinds, reader read)
    : kinds_(std::move(kinds)), read_(std::move(read)), memory_(std::make_shared<memory>())
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

std::vector<const kind*> kind_registry::newest_of_each() const
{
    std::vector<const kind*> out;
    for (const kind& k : kinds_) {
        if (!out.empty() && out.back()->name == k.name) out.pop_back();
        out.push_back(&k);
    }
    return out;
}

std::shared_ptr<const kind> kind_registry::remembered(const std::string& name, int version) const
{
    const std::lock_guard alone(memory_->held);
    const auto found = memory_->kept.find({name, version});
    return found == memory_->kept.end() ? nullptr : found->second;
}

void kind_registry::remember(kind kept) const
{
    const std::lock_guard alone(memory_->held);
    const std::pair key{kept.name, kept.version};
    memory_->kept.emplace(key, std::make_shared<const kind>(std::move(kept)));
}

} // namespace workflow
