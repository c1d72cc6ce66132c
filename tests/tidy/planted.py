"""Faults to plant in a small clean tree: the rule that each must wake, and what is planted."""

CLEAN = {
    "workflow/days/clock.hpp": "#pragma once\n// What time it is.\nnamespace workflow {\n}\n",
    "workflow/table/vocabulary.hpp":
        "#pragma once\n// The words.\n#include <boost/msm/back/state_machine.hpp>\n"
        "namespace workflow {\n}\n",
    "definitions/review.cpp":
        '// A table.\n#include "workflow/table/vocabulary.hpp"\n'
        'struct pending : state<"pending"> {};\nnamespace definitions {\n}\n',
    "persistence/nouns/plans.hpp": '#pragma once\n// Plans.\n#include "workflow/days/clock.hpp"\n'
                             "namespace persistence {\n}\n",
    "persistence/nouns/plans.cpp":
        '// Plans in SQL.\n#include "persistence/nouns/plans.hpp"\n#include <soci/soci.h>\n'
        "namespace persistence {\nvoid load(soci::session& sql, int id)\n{\n"
        '    sql << "SELECT id FROM plans WHERE id = :id" + dialect.for_update(), soci::use(id);\n'
        '    sql << "SELECT id FROM plans" << dialect_.for_update;\n'
        "}\n} // namespace persistence\n",
    "api/main.cpp": '// Wires everything.\n#include "persistence/nouns/plans.hpp"\n'
                    "#include <boost/asio.hpp>\nint main()\n{\n"
                    "    std::chrono::system_clock::now();\n}\n",
    "tests/workflow/clock.tests.cpp":
        '// The clock.\n#include "workflow/days/clock.hpp"\n'
        'TEST_CASE("// TODAY is no mark, nor is \\"{\\" a brace")\n'
        "{\n    REQUIRE(1 + 1 == 2);\n}\n",
    "web/source/words/first.ts":
        '// Who is asking.\nimport table from "../../pages.json";\nexport type Me = string;\n',
    "web/source/parts/notice.tsx":
        '// A word.\nimport type { Me } from "../words/first";\nexport type Notice = Me;\n',
    "web/source/plan/plan.tsx":
        '// A plan.\nimport {\n    type Notice,\n} from "../parts/notice";\n',
    "web/source/bundles/plans.ts":
        '// Plans.\nexport { default as plan } from "../plan/plan";\n',
    "web/source/words/names.ts":
        '// Names of the tables.\nexport const review_state = { pending: "pending" } as const;\n'
        'export const all = ["pending"];\n',
    "web/source/main.tsx": '// The start.\nconst plans = () => import("./bundles/plans");\n',
}

# A table aligned by hand does not make its function long.
CLEAN["workflow/words/words.cpp"] = (
    "// A table.\nnamespace workflow {\n// clang-format off\nint words()\n{\n"
    "    static const word table[]{\n" + '        {"id",   "en"},\n' * 80 +
    "        // " + "a" * 120 + "\n"
    "    };\n    return table;\n}\n// clang-format on\n} // namespace workflow\n")

# A sentence of two floors; api says some of its own too, by key or by the beginning of keys.
CLEAN["persistence/nouns/lost.cpp"] = (
    '// Nothing there.\nnamespace persistence {\nauto no = refusal{"not_found"};\n'
    "} // namespace persistence\n")
CLEAN["workflow/words/sentences_refusals.cpp"] = (
    "// Said on two floors.\nnamespace workflow {\n// clang-format off\n"
    'constexpr wording table[]{\n    {"not_found", "Tidak ada", "None"},\n};\n'
    "// clang-format on\n} // namespace workflow\n")
CLEAN["api/nouns/page.cpp"] = (
    '// A page.\nnamespace api {\nauto lost = say({"page_lost"});\n'
    'auto help = say({"help_" + name});\nauto no = say({"not_found"});\n} // namespace api\n')


def sentences(key):
    return cpp("workflow", "// clang-format off", "constexpr wording table[]{",
               f'    {{"{key}", "Tidak ada", "None"}},', "};", "// clang-format on")


LONG_BODY = "{\n" + "    step();\n" * 60 + "}\n"


def cpp(folder, *lines):
    return f"// Has a fault.\nnamespace {folder} {{\n" + "\n".join(lines) + "\n}\n"


def including(folder, *what):
    return cpp(folder).replace("namespace", "".join(f"#include {w}\n" for w in what) + "namespace")


FAULTS = [  # rule, path, text
    ("include_direction", "workflow/a.cpp", including("workflow", '"persistence/nouns/plans.hpp"')),
    ("include_direction", "definitions/a.cpp", 
     including("definitions", '"persistence/nouns/plans.hpp"')),
    ("include_direction", "persistence/a.cpp", including("persistence", '"api/a.hpp"')),
    ("include_direction", "notifications/a.cpp",
     including("notifications", '"persistence/nouns/plans.hpp"')),
    ("include_direction", "api/plans.cpp", including("api", '"definitions/review.cpp"')),
    ("include_direction", "workflow/b.cpp", including("workflow", '"clock.hpp"')),
    ("names_where_defined", "workflow/step/a.cpp",
     cpp("workflow", 'bool f(review r) { return r.state == "pending"; }')),
    ("names_where_defined", "api/nouns/a.cpp",
     cpp("api", 'void f(review& r) { r.state = "pending"; }')),
    ("names_where_defined", "persistence/nouns/a.cpp",
     cpp("persistence", "auto f = \"SELECT id FROM reviews WHERE state = 'pending'\";")),
    ("sentences_where_said", "workflow/words/sentences_a.cpp", sentences("page_lost")),
    ("sentences_where_said", "workflow/words/sentences_a.cpp", sentences("help_inbox_text")),
    ("sentences_where_said", "workflow/things/review_words.cpp", sentences("page_lost")),
    ("names_where_defined", "web/source/plan/plan.tsx",
     '// Compares.\nexport const is_new = (state: string) => state === "pending";\n'),
    ("names_where_defined", "web/source/plan/plan.tsx",
     '// Hands on.\nexport const bar = () => <CommandBar only={["pending"]} />;\n'),
    ("names_where_defined", "web/source/plan/plan.tsx",
     '// Chooses.\nexport const of = (more: boolean) => (more ? "pending" : "");\n'),
    ("words_of_kinds", "workflow/step/a.cpp", cpp("workflow", 'auto phase = "prevention";')),
    ("words_of_kinds", "notifications/a.cpp", cpp("notifications", 'auto who = "Staf Sahli";')),
    ("words_of_kinds", "api/nouns/a.cpp", cpp("api", "// Such as B08.")),
    ("words_of_kinds", "api/schemas/a.json", '{"description": "such as target_B04"}\n'),
    ("words_of_kinds", "web/source/plan/plan.tsx",
     '// A role.\nexport const decides = has_role("sahli");\n'),
    ("lasting_ranges", "workflow/step/a.cpp",
     cpp("workflow", 'for (const auto& each : who.see("/a/" + id(b)).at("items").as_array())')),
    ("room_direction", "workflow/a.cpp", cpp("workflow")),
    ("room_direction", "persistence/a.hpp", "#pragma once\n" + cpp("persistence")),
    ("room_direction", "api/attic/a.cpp", cpp("api")),
    ("room_direction", "workflow/days/a.cpp",
     including("workflow", '"workflow/table/vocabulary.hpp"')),
    ("room_direction", "persistence/sql/a.cpp",
     including("persistence", '"persistence/nouns/plans.hpp"')),
    ("room_direction", "api/http/a.cpp", including("api", '"api/door/sign_in.hpp"')),
    ("no_import_loop", "web/source/words/first.ts",
     '// A type.\nimport type { Notice } from "../parts/notice";\n'),
    ("no_import_loop", "web/source/plan/plan.tsx",
     '// Through a type, a bundle and an import().\nimport { type Properties } from "../main";\n'),
    ("no_import_loop", "web/source/plan/plan.tsx", '// Itself.\nimport "./plan";\n'),
    ("web_rooms", "web/source/a.ts", "// In no room.\n"),
    ("web_rooms", "web/source/attic/a.ts", "// In none that is known.\n"),
    ("web_rooms", "web/source/parts/a.tsx", '// Up.\nimport type { P } from "../plan/plan";\n'),
    ("web_rooms", "web/source/target/a.ts", '// Across.\nexport { a } from "../plan/plan";\n'),
    ("web_rooms", "web/source/inbox/a.ts", '// Out.\nconst load = () => import("../main");\n'),
    ("technology_at_home", "api/plans.cpp", including("api", "<soci/soci.h>")),
    ("technology_at_home", "workflow/a.cpp", including("workflow", "<mysql.h>")),
    ("technology_at_home", "notifications/a.cpp", including("notifications", "<boost/asio.hpp>")),
    ("technology_at_home", "persistence/a.cpp", including("persistence", "<boost/beast/http.hpp>")),
    ("technology_at_home", "api/a.cpp", including("api", "<curl/curl.h>")),
    ("technology_at_home", "definitions/a.cpp", including("definitions", "<boost/msm/x.hpp>")),
    ("technology_at_home", "api/b.cpp", including("api", '"workflow/table/vocabulary.hpp"')),
    ("folder_is_namespace", "workflow/a.cpp", cpp("persistence")),
    ("file_length", "workflow/a.cpp", cpp("workflow", *["int a;"] * 400)),
    ("function_length", "workflow/a.cpp", cpp("workflow", "int f(int a)", LONG_BODY)),
    ("function_length", "workflow/b.cpp",
     cpp("workflow", "struct s {", "int f(int a) const", LONG_BODY, "};")),
    ("function_length", "workflow/c.cpp",
     cpp("workflow", "s::s(int a) : a_{a}, b_{1'000, '{'}", LONG_BODY)),
    ("function_length", "tests/workflow/a.tests.cpp",
     "// A test.\nTEST_CASE(\"a claim\")\n" + LONG_BODY),
    ("function_length", "workflow/d.cpp",
     cpp("workflow", "int f()", "// clang-format off", LONG_BODY, "// clang-format on")),
    ("function_length", "scripts/a.py", '"""A script."""\ndef f():\n' + "    step()\n" * 60),
    ("line_length", "workflow/a.cpp", cpp("workflow", "// " + "a" * 98)),
    ("line_length", "workflow/b.cpp",
     cpp("workflow", "// clang-format off", "// " + "a" * 148, "// clang-format on")),
    ("telling_names", "workflow/string_utils.cpp", cpp("workflow")),
    ("telling_names", "api/common/a.cpp", cpp("api")),
    ("telling_names", "api/session_manager.hpp", cpp("api")),
    ("known_top", "src/a.cpp", cpp("src")),
    ("unfinished_marks", "workflow/a.cpp", cpp("workflow", "// TO" "DO finish")),
    ("unfinished_marks", "scripts/a.sh", "#!/bin/bash\n# FIX" "ME\n"),
    ("machine_paths", "docs/a.md", "See /ho" "me/somebody/notes.\n"),
    ("no_sleep", "tests/api/a.tests.cpp", "// A test.\nstd::this_thread::sleep_for(1s);\n"),
    ("no_sleep", "tests/api/b.tests.cpp", "// A test.\nusleep(1000);\n"),
    ("assertions_can_fail", "tests/api/a.tests.cpp", "// A test.\nREQUIRE(true);\n"),
    ("assertions_can_fail", "tests/api/b.tests.cpp", "// A test.\nSUCCEED(\"fine\");\n"),
    ("one_clock", "persistence/a.cpp",
     cpp("persistence", "auto now = std::chrono::system_clock::now();")),
    ("one_clock", "workflow/a.cpp", cpp("workflow", "auto now = std::time(nullptr);")),
    ("purpose_first", "workflow/a.cpp", "#include <map>\n#include <set>\n\nint a;\n"),
    ("purpose_first", "persistence/migrations/0001_a.sql", "CREATE TABLE a (id BIGINT);\n"),
    ("purpose_first", "scripts/a.sh", "#!/bin/bash\nset -e\n"),
    ("pragma_once", "workflow/a.hpp", cpp("workflow")),
    ("living_headers", "workflow/a.hpp", "#pragma once\n" + cpp("workflow")),
    ("whole_sql", "persistence/a.cpp",
     cpp("persistence", 'auto s = "SELECT id FROM plans "', '"WHERE name = \'" + name + "\'";')),
    ("whole_sql", "persistence/b.cpp", cpp("persistence", 'out << "DELETE FROM " << table;')),
    ("whole_sql", "persistence/c.cpp",
     cpp("persistence", 'auto s = std::format("UPDATE {} SET a = 1", table);')),
    ("formatted", "workflow/a.cpp", cpp("workflow", "int   a ;")),
    # An excuse needs a reason and the name of the rule.
    ("line_length", "workflow/c.cpp", cpp("workflow", "// tidy allows line_length:",
                                          "// " + "a" * 98)),
    ("line_length", "workflow/d.cpp", cpp("workflow", "// tidy allows file_length: it is a table",
                                          "// " + "a" * 98)),
]

EXCUSED = ("line_length", "workflow/a.cpp",
           cpp("workflow", "// tidy allows line_length: it is a table", "// " + "a" * 98))
