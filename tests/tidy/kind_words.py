"""The rule that what a kind of plan calls its own is said by the kind: its file, or the dictionary
of the first kinds, whose codes stand in their files without words."""
import re

from web import sources

FOLDERS = ("workflow", "definitions", "persistence", "notifications", "api")
# The tables' own name of the approval's machine and of the state in which a plan waits for it is
# persisted, and stays whatever a kind calls who approves.
NAME_OF_A_TABLE = "_approval"
OF_ONE_KIND = re.compile(
    rf"sahli(?!{NAME_OF_A_TABLE})|\bB(?:04|08|12)\b|_B(?:04|08|12)\b"
    r"|\b(?:prevention|cessation|recovery|pencegahan|penghentian|pemulihan)\b"
    r"|laporan_kegiatan", re.IGNORECASE)
HOMES = {
    "definitions/default_words.cpp": "what the bare codes of the first kinds mean",
    "api/demo/demo_people.cpp": "the demo's people, whose plans are of one kind",
}


def words_of_kinds(tree):
    """No period, phase, role or piece of evidence of one kind stands outside definitions/kinds: who
    needs its word asks the plan's kind (workflow/kinds/kind_words), pages what the API says."""
    cpp = [f.path for f in tree.cpp if f.folder in FOLDERS]
    schemas = [p for p in tree.by_path if re.fullmatch(r"api/schemas/\w+\.json", p)]
    for path in [*cpp, *schemas, *sources(tree)]:
        if path in HOMES:
            continue
        for match in OF_ONE_KIND.finditer(tree.by_path[path].text):
            line = tree.by_path[path].text.count("\n", 0, match.start()) + 1
            yield path, line, f"'{match[0]}' is a word of one kind of plan: ask the plan's kind"
