"""The rules of the house. A rule takes the tree and yields (path, line, what is wrong).

A line is excused from one rule by a comment on it or on the line above that gives the reason:
    // tidy allows <rule>: <reason>
"""
import re
import shutil
import subprocess

from kind_words import words_of_kinds
from tree import functions
from web import no_import_loop, sources, web_rooms

FOLDERS = ("workflow", "definitions", "persistence", "notifications", "api")
TOP = {".ci", ".clang-format", ".gitignore", "CMakeLists.txt", "CMakePresets.json", "README.md",
       "docs", "scripts", "tests", "web", *FOLDERS}
FILE_LINES_MAX = 400
FUNCTION_LINES_MAX = 60
LINE_LENGTH_MAX = 100
TABLE_LINE_LENGTH_MAX = 150
REAL_CLOCK = "api/main.cpp"

MAY_INCLUDE = {
    "workflow": {"workflow"},
    "definitions": {"definitions", "workflow", "embedded"},
    "persistence": {"persistence", "workflow", "embedded"},
    "notifications": {"notifications", "workflow", "embedded"},
    "api": {"api", "persistence", "workflow", "embedded"},
}
# The rooms of a floor with many files, from the ground up: a room may include itself and those
# named beside it, which stand above it in the table, so that nothing goes in circles.
ROOMS = {
    "workflow": {
        "days": "",
        "words": "",
        "kinds": "days words",
        "people": "days words kinds",
        "table": "words",
        "things": "days words kinds people table",
        "matrix": "days words kinds people things",
        "step": "days words kinds people table things matrix",
        "reminding": "days words kinds people table things step",
        "proof": "days words kinds people table things step",
    },
    "persistence": {
        "sql": "",
        "chain": "sql",
        "nouns": "sql chain",
        "proof": "sql chain nouns",
    },
    "api": {
        "words": "",
        "files": "",
        "http": "words files",
        "door": "words http",
        "sheets": "words files",
        "description": "words http",
        "clerks": "files http door",
        "nouns": "words files http door sheets description clerks",
        "pages": "words http door nouns",
        "demo": "files http door sheets",
        "verbs": "files http door sheets description clerks nouns pages demo",
    },
}
IN_NO_ROOM = {"api/main.cpp"}
# Where a technology may be seen, by what is included. Tests are free: they are clients.
HOME_OF = [
    (re.compile(r"soci(/|-|\.h)|mysql\.h|mysql/|sqlite3\.h"), re.compile(r"persistence/")),
    (re.compile(r"boost/(beast|asio)"), re.compile(r"api/")),
    (re.compile(r"curl/"), re.compile(r"notifications/")),
    (re.compile(r"boost/msm"), re.compile(r"workflow/table/vocabulary\.hpp$")),
    (re.compile(r"workflow/table/vocabulary\.hpp"), re.compile(r"definitions/[^/]+\.cpp$")),
]


def wires_everything(path):
    """The post office is where the outbox in the database meets the mail."""
    return re.fullmatch(r"api/(main\.cpp|verbs/(verb_\w+|service)\.cpp|clerks/post_office\.[ch]pp)",
                        path) is not None


def include_direction(tree):
    """Dependencies point to workflow, and includes are written from the root."""
    for file in tree.cpp:
        for line, what, quoted in file.includes:
            if not quoted:
                continue
            target = what.split("/")[0]
            if target != "embedded" and what not in tree.by_path:
                yield file.path, line, f'"{what}" is no file, seen from the root'
            elif not (file.is_test or wires_everything(file.path)
                      or target in MAY_INCLUDE.get(file.folder, set())):
                yield file.path, line, f"{file.folder} must not include {target}"


def room_direction(tree):
    """Where a floor has rooms every file lies in one, and rooms include each other one way."""
    for file in tree.cpp:
        floor, room = file.folder, file.path.split("/")[1]
        if floor not in ROOMS or file.path in IN_NO_ROOM:
            continue
        if room not in ROOMS[floor]:
            yield file.path, 1, f"expected in a room of {floor}: {', '.join(ROOMS[floor])}"
            continue
        allowed = {room, *ROOMS[floor][room].split()}
        for line, what, quoted in file.includes:
            there = what.split("/")
            if quoted and there[0] == floor and there[1] not in allowed:
                yield file.path, line, f"{floor}/{room} must not include {floor}/{there[1]}"


# The demo gives commands as people do, by name.
DEFINES_NAMES = re.compile(r"workflow/(things|words)/|api/demo/")
STYLE = re.compile(r'\bclass=$')  # of a style sheet, as in class="reported"
WEB_DEFINES_NAMES = "web/source/words/names.ts"
NAME_OF_A_TABLE = re.compile(
    r'\b(?:state|command|when|four_eyes|asked_for|located|equals|effect|begins)<"([a-z_]+)"')


def names_where_defined(tree):
    """States, commands, guards and effects are named by the tables and in workflow/things alone:
    nobody else compares with, assigns or looks in SQL for their text. The pages name them in
    words/names.ts."""
    names = {name for f in tree.cpp if re.fullmatch(r"definitions/[^/]+\.cpp", f.path)
             for name in NAME_OF_A_TABLE.findall(f.text)}
    if names:
        either = "|".join(sorted(names))
        yield from named_in_cpp(tree, either)
        yield from named_in_pages(tree, either)


def named_in_cpp(tree, either):
    used = re.compile(
        rf'(?:[=!]=|(?<![=!<>])=|\.command\(|state\w*[,(] )\s*"({either})"(?!\])'
        rf'|"({either})"\s*[=!]='
        rf'|"[^"\n]*\'({either})\'[^"\n]*"')
    for file in tree.cpp:
        if file.is_test or file.folder == "definitions" or DEFINES_NAMES.match(file.path):
            continue
        for match in used.finditer(file.uncommented):
            name = next(filter(None, match.groups()))
            yield (file.path, file.line_of(match.start()),
                   f"'{name}' is a name of the tables: ask the table, or the noun's header")


SENTENCE = re.compile(r'^ *\{"([a-z0-9_]+)",', re.MULTILINE)
TABLE_OF_SENTENCES = re.compile(r"workflow/(words/sentences_\w+|things/\w+_words)\.cpp$")
HOLDS_SENTENCES = re.compile(r"(workflow|api)/words/|workflow/things/\w+_words\.cpp$")
SAID = re.compile(r'"@?([a-z0-9_]+)"')  # a key, or the beginning of some: "title_"


def sentences_where_said(tree):
    """What is said in one floor alone stands there: a key of workflow/words, or of a noun's words,
    that only api names, whole or by its beginning, belongs into api/words."""
    tables = [f for f in tree.cpp if TABLE_OF_SENTENCES.match(f.path)]
    namers = {}
    for file in tree.cpp:
        if not (file.is_test or HOLDS_SENTENCES.match(file.path)):
            for name in SAID.findall(file.uncommented):
                namers.setdefault(name, set()).add(file.folder)
    for file in tables:
        for match in SENTENCE.finditer(file.text):
            key = match[1]
            words = key.split("_")
            beginnings = ["_".join(words[:n]) + "_" for n in range(1, len(words))]
            floors = set().union(*(namers.get(name, set()) for name in [key, *beginnings]))
            if floors == {"api"}:
                yield (file.path, file.line_of(match.start()),
                       f"'{key}' is said by api alone: its place is in api/words")


def named_in_pages(tree, either):
    """Compared with, chosen between, in a list that something is looked for in, or handed on."""
    used = re.compile(rf'(?:[=!]==|\?|={{?|(?<![\w\])])\[) ?"({either})"'
                      rf'|"({either})" ?[=!]==|, "({either})"(?=[,\]])')
    for path in sources(tree):
        text = tree.by_path[path].uncommented
        for match in used.finditer(text) if path != WEB_DEFINES_NAMES else ():
            if not STYLE.search(text[:match.start() + 1]):
                name = next(filter(None, match.groups()))
                yield (path, text.count("\n", 0, match.start()) + 1,
                       f"'{name}' is a name of the tables: ask the machine's words, or "
                       f"{WEB_DEFINES_NAMES}")


def technology_at_home(tree):
    """A library that talks to the world is seen in one folder only."""
    for file in tree.cpp:
        for line, what, _ in file.includes:
            for technology, home in HOME_OF:
                if technology.match(what) and not (file.is_test or home.match(file.path)):
                    yield file.path, line, f"{what} belongs to {home.pattern}"


def folder_is_namespace(tree):
    """What lies in a folder is declared in the namespace of the same name."""
    for file in tree.cpp:
        if file.folder in FOLDERS and file.path != "api/main.cpp":
            if not re.search(rf"^namespace {file.folder}\b", file.text, re.MULTILINE):
                yield file.path, 1, f"expected namespace {file.folder}"


def file_length(tree):
    for file in tree.code:
        if len(file.lines) > FILE_LINES_MAX:
            yield file.path, FILE_LINES_MAX, f"{len(file.lines)} lines, at most {FILE_LINES_MAX}"


def function_length(tree):
    """Rows of a table aligned by hand do not count: they are read as data."""
    for file in tree.code:
        for first, last in functions(file):
            length = last - first + 1 - len(file.rows & set(range(first, last + 1)))
            if length > FUNCTION_LINES_MAX:
                yield (file.path, first,
                       f"function of {length} lines, at most {FUNCTION_LINES_MAX}")


def line_length(tree):
    """A table aligned by hand is read by its columns, so its lines may be longer."""
    for file in tree.code:
        for number, line in enumerate(file.lines, 1):
            most = TABLE_LINE_LENGTH_MAX if number in file.tables else LINE_LENGTH_MAX
            if len(line) > most:
                yield file.path, number, f"{len(line)} columns, at most {most}"


def telling_names(tree):
    """A name says a subject; these say none."""
    for file in tree.files:
        for part in file.path.split("/"):
            if word := re.search(r"(?:^|[_-])(utils?|common|helpers?|core|managers?)(?=$|[_.-])",
                                 part):
                yield file.path, 1, f"'{word[1]}' in a name says no subject"


def known_top(tree):
    """A new entry at the top of the tree needs a page in docs/decisions and a line here."""
    for file in tree.files:
        if file.folder not in TOP:
            yield file.path, 1, f"'{file.folder}' is not among the entries of the top level"


def forbidden(pattern, why, of=lambda file: file.is_code, text=lambda file: file.text):
    def rule(tree):
        for file in tree.files:
            if of(file):
                for match in re.finditer(pattern, text(file)):
                    yield file.path, file.line_of(match.start()), f"{match[0].strip()}: {why}"
    return rule


# Words are cut in two here so that this file is not its own finding.
unfinished_marks = forbidden(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b",
                             "finish it, or write it into an issue")
machine_paths = forbidden(r"(?<![\w.])/(?:wo" r"rk|ho" r"me|ro" r"ot)/",
                          "a path of one machine", of=lambda f: True)
no_sleep = forbidden(
    r"\b(?:sleep_for|sleep_until|usleep|nanosleep)\b|::sleep\(",
    "wait for the event itself", of=lambda f: f.is_cpp and f.is_test, text=lambda f: f.bare)
assertions_can_fail = forbidden(
    r"\b(?:(?:REQUIRE|CHECK)\((?:true|1)\)|(?:REQUIRE|CHECK)_FALSE\((?:false|0)\)|SUCCEED\()",
    "cannot fail", of=lambda f: f.is_cpp and f.is_test, text=lambda f: f.bare)
one_clock = forbidden(
    r"\b(?:system_clock::now|gettimeofday|CLOCK_REALTIME)\b|\bstd::time\(|[^\w.:]time\(nullptr\)",
    f"time is passed in; only {REAL_CLOCK} asks for it",
    of=lambda f: f.is_cpp and f.path != REAL_CLOCK, text=lambda f: f.bare)

INSIDE = r"(?:[^();{}]|\((?:[^()]|\([^()]*\))*\))"  # of parentheses
CALL = rf"\b(?!(?:at|at_pointer|as_\w+|get_\w+|value)\b)\w+\({INSIDE}*\)"
lasting_ranges = forbidden(
    rf"\bfor \({INSIDE}*? : {INSIDE}*?{CALL}\.(?:at|at_pointer|as_\w+|get_\w+)\(",
    "what the call returns is gone when the loop begins; give it a name",
    of=lambda f: f.is_cpp, text=lambda f: f.bare)


def purpose_first(tree):
    """One or two sentences of purpose open every file."""
    for file in tree.code:
        opening = [line for line in file.lines[:4] if not line.startswith("#!")]
        if not any(re.match(r'\s*(//|/\*|#(?!pragma|include)|--|""")', line) for line in opening):
            yield file.path, 1, "no sentence of purpose in the first four lines"


def pragma_once(tree):
    for file in tree.cpp:
        if file.path.endswith(".hpp") and "#pragma once" not in file.lines[:4]:
            yield file.path, 1, "no #pragma once in the first four lines"


def living_headers(tree):
    """A header that only its own .cpp includes says nothing to anybody."""
    included = set()
    for file in tree.cpp:
        own = re.sub(r"\.cpp$", ".hpp", file.path)
        included |= {what for _, what, _ in file.includes if what != own}
    for file in tree.cpp:
        if file.path.endswith(".hpp") and file.path not in included:
            yield file.path, 1, "nobody includes this header"


LITERALS = r'"(?:\\.|[^"\\\n])*"(?:\s*"(?:\\.|[^"\\\n])*")*'
SQL = re.compile(
    rf"({LITERALS})\s*(?:\+|<<)(?!\s*(?:\w|\.|->|::|\(\))*dialect)"
    rf"|format\(\s*({LITERALS})", re.DOTALL)
STATEMENT = re.compile(r'"\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WHERE|FROM|SET|VALUES)\b')


def whole_sql(tree):
    """Values are bound, never pasted; only what the dialect says may be joined to a statement."""
    for file in tree.cpp:
        if file.folder == "persistence":
            for match in SQL.finditer(file.uncommented):
                if STATEMENT.search(match[1] or match[2]):
                    yield (file.path, file.line_of(match.start()),
                           "a statement is put together from parts; bind the values")


def formatted(tree):
    """As clang-format writes it."""
    program = shutil.which("clang-format")
    if not program:
        yield ".clang-format", 1, "expected clang-format, found none; run scripts/setup"
        return
    files = [file.path for file in tree.cpp]
    if files:
        done = subprocess.run([program, "--dry-run", "-Werror", *files], cwd=tree.root,
                              capture_output=True, text=True)
        places = re.findall(r"^([^:\n]+):(\d+):\d+: error", done.stderr, re.MULTILINE)
        for path, line in dict(reversed(places)).items():
            yield path, int(line), "not formatted from here on; run clang-format -i"
        if done.returncode and "error" not in done.stderr:
            yield ".clang-format", 1, done.stderr.strip()


RULES = {name: rule for name, rule in globals().items() if name in (
    "include_direction room_direction names_where_defined sentences_where_said words_of_kinds "
    "no_import_loop web_rooms technology_at_home folder_is_namespace file_length function_length "
    "line_length telling_names known_top unfinished_marks machine_paths no_sleep "
    "assertions_can_fail one_clock lasting_ranges purpose_first pragma_once living_headers "
    "whole_sql formatted").split()}


def findings(name, tree):
    """What the rule finds in the tree, without the lines that are excused with a reason."""
    excuse = re.compile(rf"tidy allows {name}: \S")
    for path, line, fault in RULES[name](tree):
        lines = tree.by_path[path].lines if path in tree.by_path else []
        if not any(excuse.search(near) for near in lines[max(line - 2, 0):line]):
            yield path, line, fault
