// Guessing at the door: an unknown name, a wrong password and a closed account are told apart by
// nothing, not by time either; guesses are few, and whoever they aim at still comes in.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Person } from "./support/person.mjs";
import { Server } from "./support/server.mjs";
import { in_turns, median, percentile, Verdict } from "./support/verdict.mjs";

const full = process.env.RAMPUNG_FULL === "1";
const samples = full ? 150 : 25;
const guesses = full ? 10_000 : 400;
const crowd_size = 30;
const inside_ms_max = 500;
const apart_ms_max = 5;
const apart_share_max = 0.1; // of a hash, which takes some hundred milliseconds
const verdict = new Verdict();
const check = (claim, holds, detail) => verdict.check(claim, holds, detail);

// From an address of one's own: each last but one number is a network of its own.
function try_in(server, network, username, password) {
  const body = JSON.stringify({ username, password });
  const headers = { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) };
  const place = { host: "127.0.0.1", port: server.port, localAddress: network, agent: false };
  const began = performance.now();
  return new Promise((done, fail) => {
    const asked = http.request(
      { ...place, method: "POST", path: "/api/v1/session", headers },
      (answer) => {
        let text = "";
        answer.on("data", (part) => (text += part));
        answer.on("end", () =>
          done({
            status: answer.statusCode,
            headers: answer.headers,
            text,
            ms: performance.now() - began,
          }),
        );
      },
    );
    asked.on("error", fail);
    asked.end(body);
  });
}

let networks = 0;
const fresh_network = () => `127.${1 + (++networks >> 8)}.${networks & 255}.7`;

// The names of headers in order, and the body: what somebody outside could compare.
const looks = ({ status, headers, text }) =>
  JSON.stringify([status, Object.keys(headers), headers["content-length"], text]);

// Three at the same moment of the machine's day are compared with each other, and the middle of
// what they differ by is looked at.
async function tell_apart(server, names) {
  const faces = new Set();
  const apart = { unknown: [], closed: [] };
  const usual = [];
  for (let i = 0; i < samples; ++i) {
    const answers = {};
    const sorts = Object.entries(names);
    for (const [sort, name_at] of [...sorts.slice(i % 3), ...sorts.slice(0, i % 3)])
      answers[sort] = await try_in(server, fresh_network(), name_at(i), "bukan kata sandinya");
    if (Object.values(answers).some(({ status }) => status === 429)) continue; // had its tries
    Object.values(answers).forEach((answer) => faces.add(looks(answer)));
    usual.push(answers.wrong.ms);
    for (const sort of Object.keys(apart)) apart[sort].push(answers[sort].ms - answers.wrong.ms);
  }
  check("all three look the same", faces.size === 1, () => [...faces].join("\n"));
  const allowed = Math.max(apart_ms_max, apart_share_max * median(usual));
  const middle = Object.values(apart).map((all) => median(all));
  const fits = middle.every((ms) => Math.abs(ms) < allowed);
  const figures = `${middle.map((ms) => ms.toFixed(1))} of ${median(usual).toFixed(1)} ms`;
  check("all three take the same time", fits, figures);
  check("there were enough of each", usual.length >= samples / 2, String(usual.length));
  return `${usual.length} of each, unknown and closed differ by ${figures}`;
}

// Somebody guesses from many networks without a pause; the owner works on, signs out and in.
async function besiege(server, account) {
  const home = "127.0.0.1";
  const owner = await new Person(server, account).sign_in();
  const met = { tested: 0, slowed: 0 };
  const jobs = Array.from({ length: guesses }, (_, i) => async () => {
    const answer = await try_in(server, `127.99.${i % 200}.1`, account.username, `tebakan ke-${i}`);
    met[answer.status === 429 ? "slowed" : "tested"] += 1;
    if (answer.status === 429)
      check("who has to wait is told how long", Number(answer.headers["retry-after"]) <= 60, "");
  });
  await in_turns(8, jobs);
  check("few guesses are tested", met.tested <= 10, JSON.stringify(met));
  check("the owner's session goes on", (await owner.ask("GET", "/session")).status === 200, "");
  const again = await try_in(server, home, account.username, account.password);
  check("the owner comes in where they were before", again.status === 201, again.text);
  return `${met.tested} of ${guesses} guesses tested`;
}

// Many at once, each with a hash of its own to be made; who is inside goes on as before.
async function crowd(server, person) {
  const at_the_door = Array.from({ length: crowd_size }, (_, i) =>
    try_in(server, fresh_network(), `orang.ramai.${i}`, "bukan kata sandinya"),
  );
  let waits = true;
  const all = Promise.all(at_the_door).finally(() => (waits = false));
  const seen = [];
  while (waits) {
    const began = performance.now();
    const { status } = await person.ask("GET", "/session");
    seen.push({ status, ms: performance.now() - began });
  }
  const answers = await all;
  const times = seen.map((each) => each.ms);
  const p99 = percentile(times, 0.99);
  // Who would have to wait longer than ten seconds is told to come again.
  const at_once = answers.every((a) => a.status === 401 || a.headers["retry-after"]);
  const inside = seen.every((a) => a.status === 200);
  check("everybody at the door is answered", at_once, "some not");
  check("who is inside is answered", inside, "some not");
  check("who is inside does not wait", p99 < inside_ms_max, `${p99.toFixed(0)} ms`);
  return `${crowd_size} at the door, ${seen.length} answers inside, p99 ${p99.toFixed(0)} ms`;
}

const home = mkdtempSync(join(tmpdir(), "rampung-door-"));
const database = `sqlite://${join(home, "rampung.db")}`;
const server = new Server({ verb: "demo", database, data: home });
await server.start();
const accounts = JSON.parse(readFileSync(join(home, "accounts.json"), "utf8"));
const of = (name) => accounts.find((each) => each.username === name);
const admin = await new Person(server, of("admin.kalteng")).sign_in();
const closed = [];
for (const one of (await admin.all("/users")).filter((each) => each.username.startsWith("staf."))) {
  await admin.ask("PATCH", `/users/${one.id}`, { disabled: true }, { match: one.version });
  closed.push(one.username);
}
const besieged = "sekretariat.kotim"; // nobody has guessed at this account before
const open = accounts
  .map((each) => each.username)
  .filter((name) => !closed.includes(name) && name !== besieged);
const told = await tell_apart(server, {
  unknown: (i) => `orang.tak.dikenal.${i}`,
  wrong: (i) => open[i % open.length],
  closed: (i) => closed[i % closed.length],
});
const press = await crowd(server, admin);
const siege = await besiege(server, of(besieged));
await server.stop();
rmSync(home, { recursive: true, force: true });
console.log(`${told}; ${press}; ${siege}`);
process.exit(verdict.report());
