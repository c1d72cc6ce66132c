// What is said of a file that is no JSON: where, behind what, and what to do.
#include "definitions/syntax_fault.hpp"
#include "tests/support/catch.hpp"

using definitions::syntax_fault;

namespace {

struct broken {
    std::string text;
    std::size_t at;
    const char* said;
};

const broken files[]{
    {"{\"a\": [1, 2,]}", 12,
     "expected JSON, found `]` at column 13, behind `{\"a\": [1, 2,`; "
     "no comma stands before the end"},
    {"{\n  “a”: 1}", 4,
     "expected JSON, found `“` at column 3, behind `{`; texts stand in straight "
     "quotation marks: \""},
    {"{'a': 1}", 1,
     "expected JSON, found `'` at column 2, behind `{`; texts stand in straight "
     "quotation marks: \""},
    {"{\"a\": 1", 7,
     "expected JSON, found its end too early, behind `{\"a\": 1`; is a bracket or "
     "quotation mark missing?"},
    {"{} {}", 3,
     "expected JSON, found `{` at column 4, behind `{}`; is a comma missing before it?"},
    {"oops", 0, "expected JSON, found `o` at column 1"},
    {" \n", 2, "expected JSON, found an empty file"},
    {"\xEF\xBB\xBF{}", 0,
     "expected JSON, found a byte order mark before it; save the file as UTF-8 "
     "without"},
    {"\xFF\xFE{", 0, "expected JSON in UTF-8, found UTF-16; save the file as UTF-8"},
    {"{\"Papu\xE9n\": 1}", 7,
     "expected JSON in UTF-8, found another encoding at column 8; save the "
     "file as UTF-8"},
    {"{\"\": 1 x", 7, "expected JSON, found `x` at column 8, behind `{\"\": 1`"},
};

} // namespace

TEST_CASE("a file that is no JSON is told with the place, what stands before it, and what to do")
{
    for (const broken& file : files) {
        INFO(file.text);
        CHECK(syntax_fault(file.text, file.at) == file.said);
    }
}
