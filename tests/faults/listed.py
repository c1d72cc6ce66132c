"""The list of planted faults. Each `[[fault]]` of a tests/faults/*.toml says

    name     what no longer holds
    file     where, from the root
    text     what is replaced there: the one place where it stands
    becomes  what stands there instead; it must compile, warnings and all
    suite    the test program that must see it: a folder of tests/
    tests    the names of tests that are run, at least one of which must fail; `*` at an end
    settings environment of the run, where the suite is one of tests/*/run (may be left out)

A suite without Catch2 tests is its tests/*/run: it is given the names, and the program built anew.
Of the pages these are files of tests; RAMPUNG_TEST, a setting, says which tests of them are run.
"""
import dataclasses
import tomllib


@dataclasses.dataclass(frozen=True)
class Fault:
    list: str  # the file that names it, without its ending
    name: str
    file: str
    text: str
    becomes: str
    suite: str
    tests: tuple
    settings: tuple = ()  # pairs

    def planted_in(self, source):
        return source.replace(self.text, self.becomes)


def faults_in(folder):
    """Every fault of every list, in the order in which they are read."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        for row in tomllib.loads(path.read_text())["fault"]:
            settings = tuple(row.get("settings", {}).items())
            found.append(Fault(list=path.stem, **{**row, "tests": tuple(row["tests"]),
                                                  "settings": settings}))
    return found
