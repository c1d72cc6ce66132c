// Run by the build: writes each machine, as Graphviz reads it, into a directory, one file a machine
// and named like it. What `dot` draws from them is embedded in the binary.
#include "definitions/catalog.hpp"
#include "workflow/table/diagram.hpp"
#include <filesystem>
#include <fstream>
#include <iostream>

namespace definitions {

bool write_dot(const std::filesystem::path& directory)
{
    for (const workflow::definition& d : catalog()) {
        const auto path = directory / std::string(d.name);
        std::ofstream file(path, std::ios::binary);
        file << workflow::dot(d);
        if (file.flush()) continue;
        std::cerr << "expected to write " << path << ", but could not\n";
        return false;
    }
    return true;
}

} // namespace definitions

int main(int count, char** values)
{
    if (count == 2) return definitions::write_dot(values[1]) ? 0 : 3;
    std::cerr << "expected one directory, found " << count - 1 << " arguments\n";
    return 2;
}
