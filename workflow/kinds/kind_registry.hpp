#pragma once
// The kinds of plan that this process has files of, and how the text of one is read. Built once at
// the start and handed to whoever needs it. A new plan takes the newest version that there is a
// file of. A living plan keeps its own, with or without a file: that is asked of what is kept in
// the database (persistence/nouns/kinds.hpp), and what was read there once is remembered here. Any
// thread may ask.
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

    const kind* find(std::string_view name, int version) const; // null: no such file here
    const kind* newest(std::string_view name) const;            // what a new plan takes
    std::vector<const kind*> newest_of_each() const;            // by name
    const std::vector<kind>& all() const { return kinds_; }
    // The text of a kind as it is kept.
    kind read(std::string_view file, std::string_view text) const { return read_(file, text); }

    // What is kept of a version never changes, so that it need be read only once. Null: not yet.
    std::shared_ptr<const kind> remembered(const std::string& name, int version) const;
    void remember(kind kept) const;

private:
    struct memory;

    std::vector<kind> kinds_; // by name, then version
    reader read_;
    std::shared_ptr<memory> memory_;
};

} // namespace workflow
