// A verb's options in a file.
#include "api/verbs/config_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temporary_directory.hpp"
#include <CLI/Error.hpp>
#include <fstream>
#include <sys/wait.h>

using words = std::vector<std::string>;

namespace {

struct config {
    explicit config(const std::string& text) { std::ofstream(file()) << text; }
    std::string file() const { return (place / "serve.toml").string(); }
    support::temporary_directory place{"rampung-config"};
};

words with_config_file(words given, const std::string& passed_over = {})
{
    return api::with_config_file(std::move(given),
                                 [&](const std::string& name) { return name == passed_over; });
}

} // namespace

TEST_CASE("an option that only another verb has is passed over")
{
    const config here("listen = \"127.0.0.1:0\"\ndatabase = \"sqlite:///a.db\"\n");
    CHECK(with_config_file({"verify", "--config", here.file()}, "listen") ==
          words{"verify", "--config", here.file(), "--database=sqlite:///a.db"});
}

TEST_CASE("what stands in the file is given as if it stood on the command line, which wins")
{
    const config here(
        "listen = \"127.0.0.1:0\"\ndata = \"/srv/rampung\"\ninsecure-cookies = true\n");
    CHECK(with_config_file({"serve", "--config", here.file()}) ==
          words{"serve", "--config", here.file(), "--listen=127.0.0.1:0", "--data=/srv/rampung",
                "--insecure-cookies=true"});
    CHECK(with_config_file({"serve", "--config=" + here.file(), "--data", "x"}) ==
          words{"serve", "--config=" + here.file(), "--data", "x", "--listen=127.0.0.1:0",
                "--insecure-cookies=true"});
    CHECK(with_config_file({"serve", "--data", "x"}) == words{"serve", "--data", "x"});
}

TEST_CASE("a file that is not there is refused")
{
    CHECK_THROWS_AS(with_config_file({"serve", "--config", "/nowhere/serve.toml"}),
                    CLI::ParseError);
}

TEST_CASE("serve takes its options from a file, and refuses those it does not know")
{
    const support::temporary_directory place("rampung-serve");
    const auto data = (place / "data").string();
    const auto code_of = [&](const std::string& text) {
        const config here(text);
        const auto child =
            support::start_process({.command = {RAMPUNG_BINARY, "serve", "--config", here.file()},
                                    .output = place / "log"});
        const auto status = support::await_end(child, std::chrono::seconds(20));
        REQUIRE(status.has_value());
        return WEXITSTATUS(*status);
    };
    const std::string where = "database = \"sqlite://" + (place / "a.db").string() + "\"\n";
    CHECK(code_of(where + "data = \"" + data + "\"\nlisten = \"127.0.0.1:none\"\n") == 2);
    CHECK(std::filesystem::exists(place / "a.db")); // it was the address that was refused
    CHECK(code_of(where + "data = \"" + data + "\"\nlisen = \"127.0.0.1:0\"\n") == 2);
    CHECK(code_of(where) == 2); // --data is missing
}
