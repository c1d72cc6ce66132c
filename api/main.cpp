// Wires everything; nothing else knows all. Reads the command line and hands over to a verb.
#include "api/verbs.hpp"
#include <CLI/CLI.hpp>

int main(int count, char** values)
{
    CLI::App rampung{"Rampung carries action plans from draft to the signed-off target."};
    rampung.require_subcommand(1);
    int code = 0;

    std::string directory;
    auto* describe = rampung.add_subcommand("describe", "the machines as tables and diagrams");
    describe->add_option("--write", directory, "write one page a machine into this directory");
    describe->callback([&] { code = api::describe(directory); });

    try {
        rampung.parse(count, values);
    } catch (const CLI::ParseError& e) {
        return rampung.exit(e) == 0 ? api::done : api::usage_error;
    }
    return code;
}
