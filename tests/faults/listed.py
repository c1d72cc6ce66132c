"""The list of planted faults. Each `[[fault]]` of a tests/faults/*.toml says

    name     what no longer holds
    file     where, from the root
    text     what is replaced there: the one place where it stands
    becomes  what stands there instead; it must compile, warnings and all
    suite    the test program that must see it: a folder of tests/
    tests    the names of tests that are run, at least one of which must fail; `*` at an end
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

    def planted_in(self, source):
        return source.replace(self.text, self.becomes)


def faults_in(folder):
    """Every fault of every list, in the order in which they are read."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        for row in tomllib.loads(path.read_text())["fault"]:
            found.append(Fault(list=path.stem, **{**row, "tests": tuple(row["tests"])}))
    return found
