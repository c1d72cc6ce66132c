"""The files of the project as the rules see them: whole, without comments, without literals."""
import ast
import dataclasses
import functools
import os
import pathlib
import re
import subprocess

CPP = (".cpp", ".hpp")
CODE = CPP + (".py", ".sh", ".cmake", ".sql", ".js", ".mjs", ".ts")
PRUNED = {".git", "build", "node_modules", "demo-data", "__pycache__"}

# One alternative each: raw string, line comment, block comment, string, character. A quote after a
# digit or letter is a digit separator, not a character.
TOKEN = re.compile(
    r'R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)"'
    r"|//[^\n]*|/\*.*?\*/"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'",
    re.DOTALL)
PREPROCESSOR = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.MULTILINE)


@dataclasses.dataclass
class File:
    path: str  # from the root, with slashes
    text: str

    @property
    def folder(self):
        return self.path.split("/")[0]

    @property
    def is_cpp(self):
        return self.path.endswith(CPP)

    @property
    def is_test(self):
        return self.folder == "tests"

    @functools.cached_property
    def is_code(self):
        """By its name, or by its first line when the name has no ending."""
        return (self.path.endswith(CODE) or self.path.endswith("CMakeLists.txt")
                or self.text.startswith("#!"))

    @functools.cached_property
    def lines(self):
        return self.text.splitlines()

    @functools.cached_property
    def uncommented(self):
        """C++ without comments; places keep their line."""
        return TOKEN.sub(lambda m: blank(m[0]) if m[0].startswith("/") else m[0], self.text)

    @functools.cached_property
    def bare(self):
        """C++ without comments, literals and preprocessor lines; places keep their line."""
        return PREPROCESSOR.sub(lambda m: blank(m[0]), TOKEN.sub(lambda m: blank(m[0]), self.text))

    @functools.cached_property
    def includes(self):
        """(line, what, whether it is quoted) of every #include."""
        found = re.finditer(r'^[ \t]*#\s*include\s*(["<])([^">]+)[">]', self.text, re.MULTILINE)
        return [(self.line_of(m.start()), m[2], m[1] == '"') for m in found]

    @functools.cached_property
    def tables(self):
        """Lines between `// clang-format off` and `on`: tables aligned by hand."""
        inside, off = set(), False
        for number, line in enumerate(self.lines, 1):
            if mark := re.fullmatch(r"\s*// clang-format (off|on)", line):
                off = mark[1] == "off"
            elif off:
                inside.add(number)
        return inside

    @functools.cached_property
    def rows(self):
        """Lines of a table without a statement."""
        bare = self.bare.split("\n")
        return {number for number in self.tables if ";" not in bare[number - 1]}

    def line_of(self, position):
        return self.text.count("\n", 0, position) + 1


@dataclasses.dataclass
class Tree:
    root: pathlib.Path
    files: list

    @functools.cached_property
    def by_path(self):
        return {f.path: f for f in self.files}

    @property
    def cpp(self):
        return [f for f in self.files if f.is_cpp]

    @property
    def code(self):
        return [f for f in self.files if f.is_code]


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def read_tree(root):
    """What git tracks or would add; every file below a root that is not a repository."""
    root = pathlib.Path(root)
    if (root / ".git").exists():
        command = ["git", "-C", str(root), "ls-files", "-co", "--exclude-standard", "-z"]
        listing = subprocess.run(command, check=True, capture_output=True).stdout.decode()
        paths = sorted(set(filter(None, listing.split("\0"))))
    else:
        paths = sorted(walk(root))
    files = []
    for path in paths:
        if (root / path).is_file():
            text = (root / path).read_bytes().decode(errors="replace")
            files.append(File(path, text))
    return Tree(root, files)


def walk(root):
    for folder, below, names in os.walk(root):
        below[:] = [b for b in below if b not in PRUNED]
        for name in names:
            yield (pathlib.Path(folder) / name).relative_to(root).as_posix()


SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b")


def functions(file):
    """(first line, last line) of every function; see cpp_functions for what counts as one."""
    if file.path.endswith(".py"):
        return [(n.lineno, n.end_lineno) for n in ast.walk(ast.parse(file.text))
                if isinstance(n, ast.FunctionDef)]
    return cpp_functions(file) if file.is_cpp else []


def cpp_functions(file):
    """A heuristic for formatted code, not a parser. A block is what stands between braces, its
    head what stands before it since the last `;` or brace. A block directly inside a namespace, a
    class or nothing is a function when its head has a `)` and names no scope; so is one that
    follows a member initializer (`: a{1}, b{2} {`). Blocks inside a function belong to it."""
    found, stack = [], []  # the stack holds (kind, line of the head)
    head, after_function, text = 0, False, file.bare
    for position, mark in ((m.start(), m[0]) for m in re.finditer(r"[{};]", text)):
        words = text[head:position].strip()
        inside = stack[-1][0] if stack else "scope"
        if mark == "{":
            if inside != "scope":
                kind = "inner"
            elif is_function(words) or (after_function and (not words or words[0] in ",:")):
                kind = "function"
            else:
                kind = "scope" if SCOPE.search(words) else "data"
            first = position - len(text[head:position].lstrip())
            stack.append((kind, file.line_of(first)))
            after_function = False
        elif mark == "}" and stack:
            kind, first = stack.pop()
            after_function = kind == "function"
            if after_function:
                found.append((first, file.line_of(position)))
        else:
            after_function = False
        head = position + 1
    return found


def is_function(head):
    outside_templates = re.sub(r"^\s*template\s*<.*?>\s*(?=\w)", "", head, flags=re.DOTALL)
    before_parenthesis = outside_templates.split("(")[0]
    return ")" in outside_templates and not SCOPE.search(before_parenthesis)
