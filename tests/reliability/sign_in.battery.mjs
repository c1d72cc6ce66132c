// Guessing at the door: an unknown name, a wrong password and a closed account are told apart by
// nothing, not by time either; guesses are few, and whoever they aim at still comes in.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Person } from "./support/person.mjs";
import { Server } from "./support/server.mjs";
import { in_turns, median, Verdict } from "./support/verdict.mjs";

const full = process.env.RAMPUNG_FULL === "1";
const samples = full ? 150 : 25;
const guesses = full ? 10_000 : 400;
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
const open = accounts.map((each) => each.username).filter((name) => !closed.includes(name));
const told = await tell_apart(server, {
  unknown: (i) => `orang.tak.dikenal.${i}`,
  wrong: (i) => open[i % open.length],
  closed: (i) => closed[i % closed.length],
});
const siege = await besiege(server, of("sekretariat.kotim"));
await server.stop();
rmSync(home, { recursive: true, force: true });
console.log(`${told}; ${siege}`);
process.exit(verdict.report());
