#pragma once
// The kinds of plan that this process knows, and how the text of one is read. Built once at the
// start and handed to whoever needs it; const from then on, so any thread may ask.
#include "workflow/kinds/kind.hpp"
#include <functional>
#include <string_view>
#include <vector>

namespace workflow {

class kind_registry {
public:
    // Reads a kind from its file's text; `file` is what a fault names.
    using reader = std::function<kind(std::string_view file, std::string_view text)>;

    // Precondition: no two kinds share name and version; each has its file's text.
    kind_registry(std::vector<kind> kinds, reader read);

    const kind* find(std::string_view name, int version) const; // null: not known here
    const kind* newest(std::string_view name) const;
    const std::vector<kind>& all() const { return kinds_; }
    // A kind kept from an earlier time, whose file this process no longer has.
    kind read(std::string_view file, std::string_view text) const { return read_(file, text); }

private:
    std::vector<kind> kinds_; // by name, then version
    reader read_;
};

} // namespace workflow
