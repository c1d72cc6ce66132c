# Run by embed_text: writes one header with the named files as raw string literals. A literal is
# cut every 8,000 bytes, since compilers limit their length.
string(REPLACE "|" ";" FILES "${FILES}")
set(table "")
foreach(file IN LISTS FILES)
    file(READ ${file} contents)
    get_filename_component(base ${file} NAME)
    string(LENGTH "${contents}" length)
    set(literal "")
    set(at 0)
    while(at LESS length)
        string(SUBSTRING "${contents}" ${at} 8000 piece)
        string(APPEND literal "R\"~~(${piece})~~\"\n")
        math(EXPR at "${at} + 8000")
    endwhile()
    string(APPEND table "    {\"${base}\", ${literal}},\n")
endforeach()
file(WRITE ${OUTPUT} "#pragma once
// Generated from the files of the same names.
#include <string_view>
#include <utility>
#include <vector>
namespace embedded {
inline const std::vector<std::pair<std::string_view, std::string_view>>& ${NAME}()
{
    static const std::vector<std::pair<std::string_view, std::string_view>> files{
${table}    };
    return files;
}
}  // namespace embedded
")
