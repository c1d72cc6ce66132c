#!/usr/bin/env python3
"""Which files of ours one act enters, as a table for docs/architecture.md.

    tests/bench/entered.py [--files] NAME=BINARY …

A binary is `rampung` with line numbers (-g1), in a build folder of the sources it was made of. It
serves a demo under callgrind while somebody does the act. A .cpp file counts when a line of it is
run for the act. What is worked out once in a program's life was so before, and what the clerks do
meanwhile is none of it. Headers do not count: which of their lines are run is up to the optimiser.
--files names the files below the table. Needs valgrind.
"""
import contextlib
import http.client
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

FLOORS = "workflow|definitions|persistence|notifications|api"
DATE = "2026-01-05"  # a review of the demo waits for the head of one agency, the last one asked
DAYS_TO_REMINDER = 3  # until a week before that review is due
HEAD, SECRETARIAT = "kepala.sosial.palangkaraya", "sekretariat.palangkaraya"
SECONDS_MAX = 300
QUIET_SECONDS = 2  # before an act for what the clerks still do, after it for its line in the log
CALLERS = 12  # told with every function, so that callbacks of one act are not taken for another's
LEASE_SECONDS = 60  # longer than the program takes to start under callgrind
SHEET = ("No,Tahapan,Rencana Aksi,Penanggung Jawab,Kriteria Keberhasilan,B04,B08,B12\r\n"
         "1,Pencegahan,Forum warga,Dinas Sosial,Forum berjalan,1 forum,1 forum,1 forum\r\n")

OLDER = "m.state IN ('ready', 'sending') AND m.due_instant < :now"
REMINDERS_SENT = "m.state = 'sent' AND n.rule_name LIKE 'H-%'"

# Functions with which other work than the act's begins, on whichever thread it then runs.
UPKEEP = (r"persistence::(open_sqlite|forget_)|api::scheduler::(sweep_plans|forget_daily)"
          r"|api::(write_security_log|remove_lost_files)")
CLERKS = (r"api::(scheduler|post_office)::|api::mail_clerk::(start|run)"
          r"|notifications::dispatcher::|" + UPKEEP)


def main(words):
    builds = dict(word.split("=", 1) for word in words if word != "--files")
    found = {name: entered_by(pathlib.Path(binary).resolve()) for name, binary in builds.items()}
    print("| files entered by | " + " | ".join(found) + " |\n|---|" + "---|" * len(found))
    for act in ACTS:
        print(f"| {act} | " + " | ".join(str(len(files[act])) for files in found.values()) + " |")
    for name, files in found.items() if "--files" in words else ():
        for act in ACTS:
            print(f"\n{act}, {name}:", *sorted(files[act]), sep="\n    ")


def entered_by(binary):
    """Of each act the files that it enters."""
    with tempfile.TemporaryDirectory(prefix="entered-") as folder:
        told = pathlib.Path(folder, "told")
        tell_story(binary, told)
        return {act: files_of_act(binary, told, pathlib.Path(folder, f"act-{number}"), *row)
                for number, (act, row) in enumerate(ACTS.items())}


def tell_story(binary, data):
    """The demo as every act finds it."""
    with started([binary, "demo", "--data", data, "--listen", "127.0.0.1:0", "--date", DATE]) as it:
        port_of(it)
        it.terminate()


def files_of_act(binary, told, folder, prepare, do, foreign):
    shutil.copytree(told, folder / "data")
    prepare(folder / "data")
    with started(["valgrind", "--tool=callgrind", "--fair-sched=yes",
                  f"--callgrind-out-file={folder}/profile",
                  "--separate-threads=yes", f"--separate-callers={CALLERS}",
                  "--instr-atstart=no", binary, "demo",
                  "--data", folder / "data", "--listen", "127.0.0.1:0"]) as served:
        try:
            do(folder / "data", port_of(served), Counting(served.pid))
        finally:
            served.terminate()
    root = next(place for place in binary.parents if (place / "api/main.cpp").is_file())
    entered = set()
    for profile in folder.glob("profile*"):  # one a thread
        entered |= Profile(profile).files_without(re.compile(foreign))
    return {path for each in entered if (path := own_path(each, root))}


def started(command):
    return subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True)


def port_of(served):
    for line in served.stdout:
        if found := re.search(r"ready at http://127\.0\.0\.1:(\d+)", line):
            return int(found[1])
    raise SystemExit("expected the demo to say where it listens, found that it ended")


def own_path(path, root):
    """From the root of the sources, however the compiler was told of it; nothing for a header, for
    what is not ours and for what only a demo has."""
    found = re.search(rf"(?:^|/)((?:{FLOORS})/.*\.cpp)$", path)
    is_counted = found and (root / found[1]).is_file() and "demo" not in found[1]
    return found[1] if is_counted else None


class Counting:
    """While it is entered, what runs in the program is counted, once it is being watched."""

    def __init__(self, pid):
        self.pid = pid

    def watch(self):
        self.control("--instr=on")

    def __enter__(self):
        time.sleep(QUIET_SECONDS)
        self.control("--zero")

    def __exit__(self, *_):
        time.sleep(QUIET_SECONDS)
        self.control("--instr=off")

    def control(self, word):
        subprocess.run(["callgrind_control", word, str(self.pid)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Profile:
    """What callgrind saw of one thread: functions by number, the files that their lines lie in,
    and whom they call. A number stands for a name that was told before."""

    def __init__(self, path):
        self.names, self.files, self.callees, self.paths = {}, {}, {}, {}
        self.function = self.path = None
        for line in path.read_text().splitlines():
            self.read(line)

    def read(self, line):
        if found := re.match(r"(fn|cfn|fl|fi|fe|cfi|cfl)=(\(\d+\))(?: (.+))?$", line):
            self.tell(*found.groups())
        elif re.match(r"[-+*\d]", line):
            self.files[self.function].add(self.path)

    def tell(self, what, number, name):
        if name:
            (self.names if what in ("fn", "cfn") else self.paths)[number] = name
        if what == "fn":
            self.function = number
            self.files.setdefault(number, set())
            self.callees.setdefault(number, set())
        elif what == "cfn":
            self.callees[self.function].add(number)
        elif what in ("fl", "fi", "fe"):
            self.path = number

    def files_without(self, foreign):
        """Those of functions that are reached other than through the foreign ones."""
        called = set().union(*self.callees.values())
        waiting, reached = [each for each in self.files if each not in called], set()
        while waiting:
            each = waiting.pop()
            if each not in reached and not foreign.search(self.names[each]):
                reached.add(each)
                waiting += self.callees.get(each, ())
        return {self.paths[path] for each in reached for path in self.files.get(each, ())}


class Person:
    """Whoever asks over HTTP, on one connection."""

    def __init__(self, data, port, username):
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_MAX)
        self.headers = {"Content-Type": "application/json"}
        account = next(each for each in json.loads((data / "accounts.json").read_text())
                       if each["username"] == username)
        self.ask("POST", "/api/v1/session", json.dumps(
            {"username": username, "password": account["password"]}))

    def ask(self, method, path, body=None, **headers):
        status, text = self.try_to(method, path, body, **headers)
        if status >= 300:
            raise SystemExit(f"{method} {path}: expected success, found {status} {text!r}")
        return text

    def rehearse(self, *asked, **headers):
        """Until it is served: it may be too slow for the program's patience at first."""
        wait_until(lambda: self.try_to(*asked, **headers)[0] != 503)

    def try_to(self, method, path, body=None, **headers):
        self.line.request(method, path, body, {**self.headers, **headers})
        answer = self.line.getresponse()
        text = answer.read()
        if cookie := answer.headers["Set-Cookie"]:
            self.headers["Cookie"] = cookie.split(";")[0]
            self.headers["X-CSRF-Token"] = json.loads(text)["csrf_token"]
        return answer.status, text

    def read(self, path):
        return json.loads(self.ask("GET", f"/api/v1/{path}"))


def confirm(data, port, counting):
    head = Person(data, port, HEAD)
    review = next(each for each in head.read("inbox")["items"] if each["resource"] == "reviews")
    path = f"/api/v1/reviews/{review['id']}"
    version = {"If-Match": f'"{head.read(path.removeprefix("/api/v1/"))["version"]}"'}
    counting.watch()
    head.rehearse("POST", f"{path}/commands/confirm?dry_run=true", "{}", **version)
    with counting:
        head.ask("POST", f"{path}/commands/confirm", "{}", **version)


def see_inbox(data, port, counting):
    head = Person(data, port, HEAD)
    counting.watch()
    head.rehearse("GET", "/tugas")
    with counting:
        head.ask("GET", "/tugas")


def import_row(data, port, counting):
    secretariat = Person(data, port, SECRETARIAT)
    plan = json.loads(secretariat.ask("POST", "/api/v1/plans", json.dumps(
        {"kind": "rad_pks", "region": "62.71", "year": 2027, "title": "RAD 2027"})))
    path = f"/api/v1/plans/{(plan.get('resource') or plan)['id']}/import?format=csv"
    is_csv = {"Content-Type": "text/csv"}
    counting.watch()
    secretariat.rehearse("POST", f"{path}&dry_run=true", SHEET, **is_csv)
    with counting:
        secretariat.ask("POST", path, SHEET, **is_csv)


def remind(data, _, counting):
    """From before the scheduler's look that stores it until the mail is noted as sent."""
    wait_until(lambda: not mails(data, OLDER))
    before = mails(data, REMINDERS_SENT)
    counting.watch()
    with counting:
        wait_until(lambda: mails(data, REMINDERS_SENT) != before)


def wait_until(holds):
    end = time.monotonic() + SECONDS_MAX
    while not holds():
        if time.monotonic() > end:
            raise SystemExit(f"expected the program to do its work within {SECONDS_MAX} s")
        time.sleep(1)


def as_it_is(_):
    pass


def on_a_morning_of_reminders(data):
    """Another program seems to look after the plans until this one is ready to be watched."""
    memory = json.loads((data / "demo.json").read_text())
    memory["offset"] += DAYS_TO_REMINDER * 24 * 3600 * 10**6
    (data / "demo.json").write_text(json.dumps(memory))
    until = now_in(data) + LEASE_SECONDS * 10**6
    with contextlib.closing(sqlite3.connect(data / "rampung.db")) as stored, stored:
        stored.execute("DELETE FROM leases WHERE name = 'scheduler'")
        stored.execute("INSERT INTO leases(name, owner, lease_until, lease_no, renewals) "
                       "VALUES ('scheduler', 'another', ?, 1, 0)", (until,))


def mails(data, which):
    with contextlib.closing(sqlite3.connect(f"file:{data}/rampung.db?mode=ro", uri=True)) as stored:
        return stored.execute("SELECT count(*) FROM messages m JOIN notices n "
                              f"ON n.message_id = m.id WHERE {which}",
                              {"now": now_in(data)}).fetchone()[0]


def now_in(data):
    """By the demo's clock, in microseconds."""
    return int(time.time() * 10**6) + json.loads((data / "demo.json").read_text())["offset"]


ACTS = {  # what it is called: what happens before the program starts, what is done, what is not it
    "`confirm` by an agency's head, the last one asked": (as_it_is, confirm, CLERKS),
    "the page of the inbox": (as_it_is, see_inbox, CLERKS),
    "a reminder, stored and sent": (on_a_morning_of_reminders, remind, UPKEEP),
    "a spreadsheet of one row": (as_it_is, import_row, CLERKS),
}

if __name__ == "__main__":
    main(sys.argv[1:])
