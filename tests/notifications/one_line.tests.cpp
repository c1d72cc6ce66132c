// Harmless single lines, and cutting between characters.
#include "notifications/one_line.hpp"
#include "tests/support/catch.hpp"

using namespace notifications;

TEST_CASE("what could end a line or turn it becomes one space")
{
    struct example {
        std::string given;
        std::string line;
    };
    const std::vector<example> examples{
        {"Dinas Sosial", "Dinas Sosial"},
        {"a\r\nBcc: b@c.id", "a Bcc: b@c.id"},
        {std::string("a\0b", 3), "a b"},
        {"\t a \n\n b \r", "a b"},
        {"a\u2028b\u2029c\u0085d", "a b c d"},
        {"a\u202eb\u2066c", "a b c"},
        {"Palangka Raya – é 漢", "Palangka Raya – é 漢"},
        {"\xe2\x80", "\xe2\x80"},
        {"\x7f\x1b[2J", "[2J"},
        {" \r\n", ""},
    };
    for (const auto& [given, line] : examples) CHECK(one_line(given) == line);
}
