// rampung describe: the machines as tables and diagrams, drawn from what runs, and what refusals
// say.
#include "api/description/errors_page.hpp"
#include "api/verbs/verbs.hpp"
#include "definitions/catalog.hpp"
#include "workflow/table/diagram.hpp"
#include <filesystem>
#include <fstream>
#include <iostream>

namespace api {

int describe(const std::string& directory)
{
    if (directory.empty()) {
        for (const workflow::definition& d : definitions::catalog())
            std::cout << workflow::markdown(d) << "\n";
        return done;
    }
    for (const workflow::definition& d : definitions::catalog()) {
        const auto path = std::filesystem::path(directory) / (std::string(d.name) + ".md");
        std::ofstream page(path, std::ios::binary);
        page << workflow::markdown(d);
        if (!page.flush()) {
            std::cerr << "Expected to write " << path << ", but could not: name a directory that "
                      << "exists and that you may write to.\n";
            return unreachable;
        }
    }
    return done;
}

int describe_errors()
{
    std::cout << errors_page(definitions::catalog());
    return done;
}

} // namespace api
