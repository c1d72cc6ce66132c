// Clients that are slow on purpose, by slowhttptest: at their heads, their bodies, ranges and at
// reading. Beside them somebody healthy is answered in time; memory stays, descriptors come back.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./support/processes.mjs";
import { probe, Server } from "./support/server.mjs";
import { percentile, Verdict } from "./support/verdict.mjs";

const full = process.env.RAMPUNG_FULL === "1";
const connections = Number(process.env.RAMPUNG_SIZE ?? (full ? 5000 : 1000));
const seconds = full ? 60 : 9;
const descriptors_max = 20_000;
const healthy_ms_max = 500;
const growth_mb_max = 128;
const sessions_max = 32; // with the database, opened when they are first needed
const verdict = new Verdict();

const modes = {
  heads: ["-H", "-x", "24"],
  bodies: ["-B", "-t", "POST", "-s", "8192", "-x", "10"],
  ranges: ["-R", "-t", "HEAD", "-a", "10", "-b", "3000"],
  readers: ["-X", "-w", "16", "-y", "64", "-n", "5", "-z", "16", "-k", "3"],
};

// Ends with the test; its report is not looked at: what counts is what the healthy one sees.
function attack(port, mode, path, count, length) {
  const rate = ["-c", count, "-r", Math.ceil(count / 2), "-l", length, "-i", 5, "-p", 3];
  const words = [...modes[mode], ...rate, "-u", `http://127.0.0.1:${port}${path}`];
  const shell = `ulimit -n ${descriptors_max}; exec slowhttptest "$@"`;
  const child = spawn("bash", ["-c", shell, "slowhttptest", ...words.map(String)], {
    stdio: ["ignore", "ignore", "ignore"],
  });
  const late = setTimeout(() => child.kill("SIGKILL"), (length + 20) * 1000);
  const ended = new Promise((done) => child.on("exit", done)).finally(() => clearTimeout(late));
  return { child, ended };
}

// One request on a connection of its own: {ms, status}, status 0 without an answer.
function ask(port, path) {
  const began = performance.now();
  const over = (status) => ({ status, ms: performance.now() - began });
  return new Promise((done) => {
    const to = { host: "127.0.0.1", port, path, agent: false, timeout: 5000 };
    const asked = http.get(to, (answer) => {
      answer.resume();
      answer.on("end", () => done(over(answer.statusCode)));
      answer.on("error", () => done(over(0)));
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => done(over(0)));
  });
}

// Asks one thing after the other until the attack is over.
async function stay_healthy(port, ended) {
  const seen = [];
  let over = false;
  ended.then(() => (over = true));
  const paths = ["/livez", "/readyz", "/api/v1/openapi.json"];
  while (!over) seen.push(await ask(port, paths[seen.length % paths.length]));
  return seen;
}

const descriptors = (pid) => readdirSync(`/proc/${pid}/fd`).length;
const resident_mb = (pid) =>
  Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;

const told = [];

async function withstand(server, mode, path) {
  const { pid, port } = server;
  const before = { descriptors: descriptors(pid), resident: resident_mb(pid) };
  const { ended } = attack(port, mode, path, connections, seconds);
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, descriptors(pid))), 100);
  const seen = await stay_healthy(port, ended);
  clearInterval(watch);
  const p99 = percentile(
    seen.map((each) => each.ms),
    0.99,
  );
  const lost = seen.filter((each) => each.status !== 200).length;
  check(`slow ${mode}: everybody healthy is answered`, lost === 0, `${lost} of ${seen.length}`);
  check(`slow ${mode}: healthy p99 below 500 ms`, p99 < healthy_ms_max, `${p99.toFixed(0)} ms`);
  // A head of a thousand ranges is too large and ends at once; the others hold what they can.
  const held = mode === "ranges" || most > before.descriptors + 100;
  check(`slow ${mode}: there was an attack`, held && seen.length > 100, `${most} open`);
  const grown = resident_mb(pid) - before.resident;
  check(`slow ${mode}: memory is bounded`, grown < growth_mb_max, `${grown.toFixed(0)} MB more`);
  const back = () => descriptors(pid) <= before.descriptors + sessions_max;
  const are_back = await until("descriptors", 15_000, back, 50).catch(() => false);
  check(`slow ${mode}: descriptors are back`, are_back, `${descriptors(pid)} open`);
  told.push(`${mode} ${seen.length} healthy p99 ${p99.toFixed(1)} ms, ${most} descriptors`);
}
const check = (claim, holds, detail) => verdict.check(claim, holds, detail);

// The largest file of the pages, for who does not read.
async function large_path(port) {
  const page = await new Promise((done) =>
    http.get({ host: "127.0.0.1", port, path: "/masuk", agent: false }, (answer) => {
      let text = "";
      answer.on("data", (part) => (text += part));
      answer.on("end", () => done(text));
    }),
  );
  return page.match(/(?:src|href)="(\/[^"]+\.(?:js|css))"/)?.[1] ?? "/api/v1/openapi.json";
}

// A server without any of this must be caught by the same measure.
async function plant_fault() {
  const naive = http.createServer({ requestTimeout: 0, headersTimeout: 0 }, (asked, answer) => {
    asked.resume();
    answer.end("fine");
  });
  naive.maxConnections = 100;
  await new Promise((done) => naive.listen(0, "127.0.0.1", done));
  const { port } = naive.address();
  const { child, ended } = attack(port, "heads", "/", 300, 4);
  await until(
    "connections to be taken",
    5000,
    async () => (await probe(`http://127.0.0.1:${port}/`, 500)) === 0,
  ).catch(() => 0);
  const seen = await Promise.all(Array.from({ length: 5 }, () => ask(port, "/")));
  child.kill("SIGTERM");
  await ended;
  naive.closeAllConnections();
  naive.close();
  const lost = seen.filter((each) => each.status !== 200).length;
  check("a server that slow clients fill is caught", lost > 0, "everybody was answered");
}

const home = mkdtempSync(join(tmpdir(), "rampung-slow-"));
const wrapper = ["prlimit", `--nofile=${descriptors_max}:${descriptors_max}`];
const database = `sqlite://${join(home, "rampung.db")}`;
const server = new Server({ database, data: home, wrapper });
await server.start();
const pid = server.pid;
await withstand(server, "heads", "/livez");
await withstand(server, "bodies", "/api/v1/session");
await withstand(server, "ranges", "/livez");
await withstand(server, "readers", await large_path(server.port));
check("the server lives", server.runs && server.pid === pid, "it ended");
await server.stop();
rmSync(home, { recursive: true, force: true });
await plant_fault();
console.log(`${connections} connections, ${seconds} s each: ${told.join("; ")}`);
process.exit(verdict.report());
