"""A copy of the sources with a build of its own, in which faults are planted and taken out again.
The developer's sources are only read."""
import contextlib
import fcntl
import os
import re
import subprocess
import sys

SECONDS_MAX = 600  # for the tests of one fault
NOTHING_RAN = re.compile(r"^No test(s ran| cases matched)", re.MULTILINE)


@contextlib.contextmanager
def occupied(place):
    """One run at a time: a second one would build the faults of the first."""
    place.mkdir(parents=True, exist_ok=True)
    with open(place / "lock", "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.exit(f"{place} is in use by another run")
        yield


class Workshop:
    def __init__(self, root, place):
        self.root = root
        self.tree = place / "sources"
        self.logs = place / "logs"
        self.build = self.tree / "build/release"  # as deep as ours, so that ccache finds it

    def prepare(self, faults):
        """Copies, builds, and runs every chosen test without a fault: what is amiss, or nothing."""
        self.logs.mkdir(exist_ok=True)
        self.copy()
        if not (self.build / "build.ninja").exists():
            subprocess.run(["cmake", "--preset", "release"], cwd=self.tree, check=True,
                           stdout=subprocess.DEVNULL)
        for suite, settings in sorted({(f.suite, f.settings) for f in faults}):
            built = self.make(suite)
            if built.returncode:
                return f"tests_{suite} does not build:\n{built.stdout}"
            wanted = {name: None for f in faults if (f.suite, f.settings) == (suite, settings)
                      for name in f.tests}
            ran = self.test(suite, wanted, settings)
            if ran is None or ran.returncode or NOTHING_RAN.search(ran.stdout):
                return f"tests_{suite} fails without a fault:\n{ran.stdout if ran else 'hangs'}"
        return None

    def verdict_on(self, fault):
        """caught, SURVIVED, UNBUILT (it does not compile) or HANGS; the log says more."""
        path = self.tree / fault.file
        whole = path.read_text()
        path.write_text(fault.planted_in(whole))
        try:
            built = self.make(fault.suite)
            self.log_of(fault).write_text(built.stdout)
            if built.returncode:
                return "UNBUILT"
            ran = self.test(fault.suite, fault.tests, fault.settings)
        finally:
            path.write_text(whole)
        if ran is None:
            return "HANGS"
        self.log_of(fault).write_text(ran.stdout)
        survived = ran.returncode == 0 or NOTHING_RAN.search(ran.stdout)
        return "SURVIVED" if survived else "caught"

    def log_of(self, fault):
        return self.logs / (re.sub(r"\W+", "_", fault.name) + ".txt")

    def make(self, suite):
        jobs = os.environ.get("RAMPUNG_JOBS", str(os.cpu_count()))
        return subprocess.run(
            ["cmake", "--build", self.build, "-j", jobs, "--target",
             "rampung" if self.runner_of(suite) else f"tests_{suite}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace", check=False)

    def runner_of(self, suite):
        """tests/*/run, for a suite that has no program of its own."""
        script = self.tree / "tests" / suite / "run"
        return script if script.is_file() else None

    def test(self, suite, names, settings=()):
        """What the suite said, or nothing when it never ended."""
        environment = {k: v for k, v in os.environ.items() if k != "RAMPUNG_BINARY"}
        environment.update(settings)
        if script := self.runner_of(suite):
            command = [script, *names]
        else:
            escaped = ",".join(re.sub(r"([\\,\[])", r"\\\1", name) for name in names)
            command = [self.build / f"tests/tests_{suite}", escaped]
        try:
            return subprocess.run(
                command, cwd=self.tree, env=environment,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, errors="replace", check=False, timeout=SECONDS_MAX)
        except subprocess.TimeoutExpired:
            return None

    def copy(self):
        """Only what differs is written, so that only that is built."""
        listing = subprocess.run(
            ["git", "-C", self.root, "ls-files", "-co", "--exclude-standard", "-z"],
            check=True, capture_output=True, text=True).stdout
        wanted = {path for path in listing.split("\0") if path and (self.root / path).is_file()}
        for path in wanted:
            source, target = self.root / path, self.tree / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.is_file() or target.read_bytes() != source.read_bytes():
                target.write_bytes(source.read_bytes())
            target.chmod(source.stat().st_mode)
        for path in self.tree.rglob("*"):
            inside = path.relative_to(self.tree)
            made_here = inside.parts[0] == "build" or "node_modules" in inside.parts
            if not made_here and path.is_file() and str(inside) not in wanted:
                path.unlink()
