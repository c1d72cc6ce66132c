"""The rules of web/source: its rooms, and that no file of it leads back to itself."""
import posixpath
import re

SOURCE = "web/source/"
# The rooms of the pages and the files that lie in none, from the ground up: each may import itself
# and those named beside it, which stand above it in the table.
WEB_ROOMS = {
    "words": "",
    "server": "words",
    "typed": "words server",
    "parts": "words server typed",
    "frame": "words server typed parts",
    "inbox": "words server typed parts",
    "matrix": "words server typed parts",
    "review": "words server typed parts",
    "plan": "words server typed parts review",
    "target": "words server typed parts",
    "report": "words server typed parts target",
    "oversight": "words server typed parts",
    "settings": "words server typed parts",
    "shared.ts": "words server typed parts",
    "bundles": "shared.ts matrix review plan target report oversight settings",
    "main.tsx": "words parts frame inbox shared.ts bundles",
}
# Types count as much as values, an import() as much as an import.
IMPORT = re.compile(r'\b(?:from|import)\s*\(?\s*"(\.[^"]*)"')


def no_import_loop(tree):
    """No file of the pages leads back to itself by what it imports."""
    lines_of = {path: imports(tree, path) for path in sources(tree)}
    for path, lines in lines_of.items():
        for target, line in lines.items():
            if way := way_between(target, path, lines_of):
                yield path, line, "leads back here: " + " → ".join(named(each) for each in way)


def web_rooms(tree):
    """Every file of the pages lies in a room, and rooms import each other one way."""
    for path in sources(tree):
        room = room_of(path)
        if room not in WEB_ROOMS:
            yield path, 1, f"expected in a room of {SOURCE}: {', '.join(WEB_ROOMS)}"
            continue
        allowed = {room, *WEB_ROOMS[room].split()}
        for target, line in imports(tree, path).items():
            if room_of(target) not in allowed:
                yield path, line, f"{room} must not import {room_of(target)}"


def sources(tree):
    return [path for path in tree.by_path
            if path.startswith(SOURCE) and path.endswith((".ts", ".tsx"))]


def named(path):
    return path.removeprefix(SOURCE)


def room_of(path):
    """The folder, or the file's own name where it lies in none."""
    return named(path).split("/")[0]


def imports(tree, path):
    """Which files of the pages the one at `path` imports, each with its first line."""
    file, found = tree.by_path[path], {}
    for match in IMPORT.finditer(file.text):
        base = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[1]))
        for target in (base, base + ".ts", base + ".tsx"):
            if target.startswith(SOURCE) and target in tree.by_path:
                found.setdefault(target, file.line_of(match.start()))
    return found


def way_between(start, end, lines_of):
    """The shortest way by imports from the one to the other, both with it; None without one."""
    ways, reached = [[start]], {start}
    for way in ways:
        if way[-1] == end:
            return way
        for target in lines_of[way[-1]]:
            if target not in reached:
                reached.add(target)
                ways.append([*way, target])
    return None
