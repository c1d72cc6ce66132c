"""A list grows stale as sources and tests change. What fits no longer is said, not skipped."""
import dataclasses
import pathlib
import re
import tempfile

from listed import Fault

NAMES = re.compile(r'\bTEST_CASE\(\s*((?:"(?:\\.|[^"\\])*"\s*)+)')
RULE = re.compile(r"^def (\w+)\(tree\)", re.MULTILINE)
PIECE = re.compile(r'"((?:\\.|[^"\\])*)"')


@dataclasses.dataclass(frozen=True)
class Sentence:
    fault: Fault
    said: str

    def __str__(self):
        return f"{self.fault.list}: {self.fault.name}: {self.said}"


def stale(listed, root):
    """A sentence for each thing by which a fault does not fit the sources below `root`."""
    named = {}
    found = []
    for fault in listed:
        if fault.suite not in named:
            named[fault.suite] = names_in(root / "tests" / fault.suite)
        found += [Sentence(fault, said) for said in misfits(fault, root, named[fault.suite])]
        if sum(other.name == fault.name for other in listed) > 1:
            found.append(Sentence(fault, "another fault has this name"))
    return found


def misfits(fault, root, names):
    path = root / fault.file
    count = path.read_text().count(fault.text) if path.is_file() and fault.text else 0
    if count != 1:
        yield f"stale: expected its text once in {fault.file}, found it {count} times"
    if fault.becomes == fault.text:
        yield "plants nothing"
    if not fault.tests:
        yield "expected the names of tests, found none"
    for wanted in fault.tests:
        if not any(fits(wanted, name) for name in names):
            yield f"stale: no test of tests/{fault.suite} is called '{wanted}'"
    called = dict(fault.settings).get("RAMPUNG_TEST", "")
    texts = [path.read_text() for path in page_tests(root / "tests" / fault.suite)
             if path.name.split(".")[0] in fault.tests]
    if called and not any(called in text for text in texts):
        yield f"stale: no test of {', '.join(fault.tests)} is called like '{called}'"


def page_tests(folder):
    return sorted([*folder.glob("*.test.mjs"), *folder.glob("unit/*.test.mjs")])


def names_in(folder):
    """The names of the tests of a suite, as the sources spell them, or of the files that its run
    takes: batteries, and the tests of the pages; and of its rules."""
    found = []
    for path in sorted(folder.glob("*.tests.cpp")):
        for spelled in NAMES.findall(path.read_text()):
            found.append("".join(PIECE.findall(spelled)).replace('\\"', '"'))
    for path in sorted(folder.glob("rules.py")):
        found += RULE.findall(path.read_text())
    runnable = [*sorted(folder.glob("*.battery.mjs")), *page_tests(folder)]
    return found + [path.name.split(".")[0] for path in runnable]


def fits(wanted, name):
    """As Catch2 compares: `*` stands for anything, at the beginning and at the end only."""
    core = wanted.strip("*")
    if wanted.startswith("*"):
        return core in name if wanted.endswith("*") else name.endswith(core)
    return name.startswith(core) if wanted.endswith("*") else name == core


GOOD = Fault("list", "fine", "a.cpp", "one", "two", "api", ("a claim*",))
GOOD_PAGE = dataclasses.replace(GOOD, suite="web", tests=("b",),
                                settings=(("RAMPUNG_TEST", "a page"),))
BAD = [dataclasses.replace(GOOD_PAGE, **change) for change in (
    {"tests": ("a",)}, {"settings": (("RAMPUNG_TEST", "another page"),)})]
BAD += [dataclasses.replace(GOOD, **change) for change in (
    {"text": "gone"}, {"text": "twice"}, {"text": ""}, {"file": "b.cpp"}, {"becomes": "one"},
    {"tests": ()}, {"tests": ("a claim",)}, {"tests": ("another*",)}, {"suite": "workflow"})]


def overslept():
    """What this check does not see of the faults that it must see; empty when it is awake."""
    with tempfile.TemporaryDirectory(prefix="rampung-faults-") as folder:
        root = pathlib.Path(folder)
        (root / "tests/api").mkdir(parents=True)
        (root / "a.cpp").write_text("one twice twice\n")
        (root / "tests/api/a.tests.cpp").write_text('TEST_CASE("a claim, "\n    "in parts")\n')
        (root / "tests/web/unit").mkdir(parents=True)
        (root / "tests/web/unit/b.test.mjs").write_text('test("a page shows", () => {});\n')
        unseen = [f"self-test: not seen: {bad}" for bad in BAD if not stale([bad], root)]
        if not stale([GOOD, GOOD], root):
            unseen.append("self-test: two faults of one name are not seen")
        if said := stale([GOOD], root) + stale([GOOD_PAGE], root):
            unseen.append(f"self-test: cries wolf: {said[0]}")
    return unseen


overslept.planted = len(BAD) + 2
