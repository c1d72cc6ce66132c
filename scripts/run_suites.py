"""Runs every suite, adds up what passed and failed, and shows the output of those that failed.

A suite is a test that CMake knows (a Catch2 program or any other) or an executable tests/*/run,
which ends with a line "N passed, N failed". A suite that crashes, hangs, runs nothing or exits
with a fault that it did not count is one failure more.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECONDS_MAX = 45 * 60  # per suite
QUICK = {"faults": ["--check"]}  # planting them all takes most of an hour and is done by hand
BY_HAND = {"fresh"}  # half an hour, and it runs this program in turn
# The others run two at a time, and measure nothing by the clock. The browser has both processors;
# a server that must not answer 503 has what it needs.
ALONE_FIRST, ALONE_LAST = {"reliability", "web"}, {"bench"}
# Begun first, so that nothing long is left for the end.
LONGEST = ["scenarios", "persistence", "definitions", "api"]
COUNTED = re.compile(r"^(\d+) passed, (\d+) failed$", re.MULTILINE)
ALL_PASSED = re.compile(r"^All tests passed \(.* in (\d+) test cases?\)", re.MULTILINE)
CTEST = re.compile(r"^\d+% tests passed, (\d+) tests? failed out of (\d+)$", re.MULTILINE)
SOME_FAILED = re.compile(r"^test cases: +(\d+) \| (.*)$", re.MULTILINE)


def counts(output, exit_status):
    """(passed, failed) from the output of a suite: ours, CTest, Catch2 2 or 3."""
    passed, failed = printed_counts(output)
    if passed + failed == 0 or (exit_status != 0 and failed == 0):
        failed += 1
    return passed, failed


def printed_counts(output):
    if ours := COUNTED.findall(output):
        return int(ours[-1][0]), int(ours[-1][1])
    if ctest := CTEST.findall(output):
        return int(ctest[-1][1]) - int(ctest[-1][0]), int(ctest[-1][0])
    if everything := ALL_PASSED.findall(output):
        return int(everything[-1]), 0
    if some := SOME_FAILED.findall(output):
        total = int(some[-1][0])
        passed = sum(int(n) for n in re.findall(r"(\d+) (?:passed|failed as)", some[-1][1]))
        return passed, total - passed  # skipped counts as failed: nothing is skipped
    return 0, 0


def cmake_suites(build):
    listing = subprocess.run(
        ["ctest", "--test-dir", build, "--show-only=json-v1"],
        check=True, capture_output=True, text=True)
    for test in json.loads(listing.stdout)["tests"]:
        name, command = test["name"], test.get("command", [""])
        if pathlib.Path(command[0]).name.startswith("tests_"):
            yield name, command + ["--warn", "NoAssertions"]
        else:  # its properties, such as WILL_FAIL, are CTest's to judge
            yield name, ["ctest", "--test-dir", build, "-R", f"^{re.escape(name)}$",
                         "--output-on-failure"]


def script_suites():
    for script in sorted(ROOT.glob("tests/*/run")):
        if os.access(script, os.X_OK) and script.parent.name not in BY_HAND:
            yield script.parent.name, [str(script), *QUICK.get(script.parent.name, [])]


def run(command, environment):
    """(output, exit status); a suite that takes too long is ended and says so."""
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=SECONDS_MAX)
        return done.stdout.decode(errors="replace"), done.returncode
    except subprocess.TimeoutExpired as late:
        output = (late.stdout or b"").decode(errors="replace")
        return f"{output}\nended after {SECONDS_MAX} seconds", -1
    except OSError as fault:
        return f"cannot run {command[0]}: {fault}", -1


def report(name, command, environment):
    """(passed, failed) of one suite, told when it ends, with its output where something failed."""
    began = time.monotonic()
    output, status = run(command, environment)
    ok, bad = counts(output, status)
    told = f"{name:24} {ok:5} passed {bad:4} failed {time.monotonic() - began:8.1f} s"
    if bad:
        told = f"---- {name}, exit status {status}\n{output.rstrip()}\n----\n{told}"
    print(told, flush=True)
    return ok, bad


def main(build, words):
    environment = dict(os.environ, RAMPUNG_BINARY=str(ROOT / build / "rampung"))

    def reports(suites, at_once):
        chosen = [s for s in suites if not words or any(w in s[0] for w in words)]
        with ThreadPoolExecutor(at_once) as pool:
            return list(pool.map(lambda suite: report(*suite, environment), chosen))

    suites = [*script_suites(), *cmake_suites(build)]
    together = [s for s in suites if s[0] not in ALONE_FIRST | ALONE_LAST]
    together.sort(key=lambda s: LONGEST.index(s[0]) if s[0] in LONGEST else len(LONGEST))
    totals = reports([s for s in suites if s[0] in ALONE_FIRST], 1)
    totals += reports(together, 2)
    totals += reports([s for s in suites if s[0] in ALONE_LAST], 1)
    passed, failed = (sum(counted) for counted in zip(*totals, strict=True)) if totals else (0, 0)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
