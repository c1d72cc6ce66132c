// Malformed HTTP over raw sockets, straight and through haproxy: what is doubtful gets one problem
// document and the end of the connection, what is good its answer, and nothing gets two.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Haproxy } from "./support/haproxy.mjs";
import { good, list, mutated, smuggled } from "./support/malformed.mjs";
import { new_seed, random_of } from "./support/random.mjs";
import { Server } from "./support/server.mjs";
import { in_turns, Verdict } from "./support/verdict.mjs";
import { answers_in, exchange, reading_of } from "./support/wire.mjs";

const full = process.env.RAMPUNG_FULL === "1";
const size = Number(process.env.RAMPUNG_SIZE ?? (full ? 200_000 : 3000));
const width = 8;
const sessions_max = 32; // with the database, opened when they are first needed
const seed = Number(process.env.RAMPUNG_SEED ?? new_seed());
const verdict = new Verdict();

// What a browser must be told with every answer, a refusal of half a request too.
const always = {
  "x-content-type-options": /^nosniff$/,
  "cache-control": /^no-store$/,
  "content-security-policy": /^default-src 'none'/,
  "referrer-policy": /^no-referrer$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "strict-transport-security": /^max-age=31536000/,
  "x-request-id": /^[a-z0-9]{26}$/,
};

const shown = (bytes) => JSON.stringify(bytes.toString("latin1").slice(0, 300));
// 503 with Retry-After is an answer too: the machine may be busy with others.
const refusing = (status) => (status >= 400 && status < 500) || status === 501 || status === 505;
const is_problem = ({ headers }) => headers["content-type"]?.startsWith("application/problem+json");

// Every answer for itself: no fault of the server, and refusals as problem documents.
function check_answers(check, answers, about) {
  for (const answer of answers) {
    check(
      "nothing is answered with a fault",
      answer.status < 500 || refusing(answer.status) || answer.headers["retry-after"],
      () => `${answer.status} to ${about()}`,
    );
    check(
      "a refusal is a problem document",
      answer.status < 400 || is_problem(answer),
      () => `${answer.headers["content-type"]} to ${about()}`,
    );
    const missing = Object.entries(always).filter(
      ([name, value]) => !value.test(answer.headers[name]),
    );
    check(
      "every answer has the security headers",
      !missing.length,
      () => `${missing} in ${about()}`,
    );
  }
}

async function try_straight(port, bytes, pieces, check, ms) {
  const wanted = reading_of(bytes);
  const got = await exchange(port, pieces, { finish: wanted.last !== "refused", ms });
  const { answers, rest } = answers_in(got.bytes);
  const about = () =>
    `${shown(bytes)}: ${answers.map((a) => a.status)} and ${rest} bytes, ` +
    `wanted ${wanted.answers} and ${wanted.last}`;
  check("the connection ends", got.closed, about);
  check_answers(check, answers, about);
  if (wanted.last === "either") {
    // What follows the last of them may be refused.
    const requests = bytes.toString("latin1").match(/HTTP\/\d/g)?.length ?? 0;
    check("nothing gets two answers", answers.length <= requests + 1, about);
    return;
  }
  const refused =
    wanted.last === "refused" || (wanted.last === "broken" && answers.length > wanted.answers)
      ? 1
      : 0;
  check(
    "every request gets one answer",
    answers.length === wanted.answers + refused && rest === 0,
    about,
  );
  const last = answers.at(-1);
  if (refused)
    check(
      "what is malformed is refused, and the end",
      last && refusing(last.status) && last.headers.connection === "close",
      about,
    );
}

const whole = (bytes) => [bytes];
const with_smuggled = (bytes) => Buffer.concat([bytes, Buffer.from(smuggled)]);

function* straight_cases(random) {
  for (const bytes of list()) {
    yield [bytes, whole(bytes)];
    const two = with_smuggled(bytes);
    yield [two, whole(two)];
  }
  for (const text of good) {
    const bytes = Buffer.from(`${text}${smuggled}`);
    for (let at = 1; at < bytes.length; ++at)
      yield [bytes, [bytes.subarray(0, at), bytes.subarray(at)]];
  }
  for (let i = 0; i < 60; ++i) {
    const many = Array.from({ length: random.between(1, 12) }, () => random.one_of(good));
    const bytes = Buffer.concat([
      Buffer.from(many.join("")),
      random.one_of(list()),
      Buffer.from(smuggled),
    ]);
    yield [bytes, whole(bytes)];
  }
  for (let i = 0; i < size; ++i) {
    const bytes = random.chance(0.5) ? mutated(random) : with_smuggled(mutated(random));
    const at = random.below(bytes.length);
    yield [bytes, random.chance(0.2) ? [bytes.subarray(0, at), bytes.subarray(at)] : whole(bytes)];
  }
}

async function run_cases(cases, one) {
  let count = 0;
  const take = async () => {
    for (let next = cases.next(); !next.done; next = cases.next()) {
      count += 1;
      await one(...next.value);
    }
  };
  await Promise.all(Array.from({ length: width }, take));
  return count;
}

// Behind haproxy nobody knows what it makes of the bytes; but one request has at most one answer,
// and whoever comes next on the shared connections gets the answer to their own question.
async function try_through(proxy, bytes) {
  const requests = bytes.toString("latin1").match(/HTTP\/\d/g)?.length ?? 1;
  const { answers } = answers_in((await exchange(proxy.port, [bytes])).bytes);
  verdict.check(
    "through haproxy nothing gets two answers",
    answers.length <= Math.max(1, requests),
    () => shown(bytes),
  );
  for (const { status, headers } of answers) {
    const own = headers["x-content-type-options"];
    verdict.check(
      "through haproxy no fault is seen",
      !own || status < 500 || refusing(status),
      () => `${status} to ${shown(bytes)}`,
    );
  }
}

async function in_step(proxy) {
  const ask = async (path) =>
    answers_in((await exchange(proxy.port, [`GET ${path} HTTP/1.1\r\nHost: h\r\n\r\n`])).bytes)
      .answers;
  const all = await Promise.all(["/livez", "/livez", "/api/v1/plans", "/livez", "/livez"].map(ask));
  const fits = all.every(
    (answers, i) =>
      answers.length === 1 &&
      (i === 2 ? answers[0].status === 401 : answers[0].body.includes("alive")),
  );
  return verdict.check("whoever comes next gets their own answer", fits, () =>
    JSON.stringify(all.map((a) => a.map((one) => one.status))),
  );
}

async function run_through(server, random) {
  const proxy = await Haproxy.open([server.port], { silence_ms: 300 });
  try {
    const cases = [
      ...list().map(with_smuggled),
      ...Array.from({ length: Math.floor(size / 4) }, () => with_smuggled(mutated(random))),
    ];
    for (let at = 0; at < cases.length; at += 20) {
      await in_turns(
        20,
        cases.slice(at, at + 20).map((bytes) => () => try_through(proxy, bytes)),
      );
      await in_step(proxy);
    }
    return cases.length;
  } finally {
    await proxy.close();
  }
}

// A lenient parser in our place must be caught.
async function plant_fault() {
  const lax = http.createServer(
    { insecureHTTPParser: true, requireHostHeader: false },
    (asked, answer) => {
      asked.resume();
      asked.on("end", () => answer.end("fine"));
    },
  );
  await new Promise((done) => lax.listen(0, "127.0.0.1", done));
  let caught = 0;
  const check = (claim, holds) =>
    (caught += holds ? 0 : claim === "every request gets one answer" ? 1 : 0);
  const { port } = lax.address();
  await in_turns(
    width,
    list()
      .slice(0, 60)
      .map((bytes) => () => try_straight(port, bytes, [bytes], check, 200)),
  );
  lax.closeAllConnections();
  lax.close();
  verdict.check("a lenient server is caught", caught >= 10, `${caught} of 60`);
}

const descriptors = (pid) => readdirSync(`/proc/${pid}/fd`).length;
const resident_mb = (pid) =>
  Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;

const home = mkdtempSync(join(tmpdir(), "rampung-malformed-"));
const database = `sqlite://${join(home, "rampung.db")}`;
const served = ["--host", "h", "--host", "127.0.0.1"];
const server = new Server({ database, data: home, args: served });
await server.start();
const random = random_of(seed);
const pid = server.pid;
const before = { descriptors: descriptors(pid), resident: resident_mb(pid) };
const began = performance.now();
const straight = await run_cases(straight_cases(random), (bytes, pieces) =>
  try_straight(server.port, bytes, pieces, (...claim) => verdict.check(...claim)),
);
const middle = performance.now();
const through = await run_through(server, random);
const end = performance.now();
await plant_fault();
verdict.check("the server lives", server.runs && server.pid === pid, "it ended");
await server.ready(5000);
const after = { descriptors: descriptors(pid), resident: resident_mb(pid) };
verdict.check(
  "descriptors come back",
  after.descriptors <= before.descriptors + sessions_max,
  JSON.stringify({ before, after }),
);
verdict.check(
  "memory is bounded",
  after.resident < before.resident + 64,
  JSON.stringify({ before, after }),
);
await server.stop();
rmSync(home, { recursive: true, force: true });
const seconds = (from, to) => ((to - from) / 1000).toFixed(1);
console.log(
  `seed ${seed}: ${straight} straight in ${seconds(began, middle)} s, ` +
    `${through} through haproxy in ${seconds(middle, end)} s`,
);
process.exit(verdict.report());
