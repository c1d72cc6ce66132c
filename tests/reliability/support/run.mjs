// Runs the batteries one after the other, each a process of its own, and adds up what they counted.
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { new_seed } from "./random.mjs";

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const minutes_max = Number(process.env.RAMPUNG_MINUTES ?? 0); // of one battery; 0: by its size

const words = process.argv.slice(2).filter((word) => word !== "--full");
const full = process.argv.includes("--full") || process.env.RAMPUNG_FULL === "1";

function chosen_files() {
  return readdirSync(home)
    .filter((file) => /\.(battery|test)\.mjs$/.test(file))
    .filter((file) => !words.length || words.some((word) => file.includes(word)))
    .sort((a, b) => a.includes(".battery.") - b.includes(".battery.") || (a < b ? -1 : 1));
}

// What a file printed and whether it ended by itself.
function run(file, environment) {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--test-reporter=tap", join(home, file)], {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const limit = (minutes_max || (full ? 240 : 8)) * 60_000;
    const late = setTimeout(() => {
      console.log(`${file} was ended after ${limit / 60_000} minutes`);
      child.kill("SIGTERM");
    }, limit);
    let printed = "";
    child.stdout.on("data", (bytes) => {
      printed += bytes;
      process.stdout.write(bytes);
    });
    child.on("exit", (code, signal) => {
      clearTimeout(late);
      done({ printed, code: signal ?? code });
    });
  });
}

// Batteries print our line, node:test prints TAP.
function counts({ printed, code }) {
  const ours = [...printed.matchAll(/^(\d+) passed, (\d+) failed$/gm)].pop();
  const tap = (word) => Number(printed.match(new RegExp(`^# ${word} (\\d+)$`, "m"))?.[1] ?? 0);
  const [passed, failed] = ours
    ? [Number(ours[1]), Number(ours[2])]
    : [tap("pass"), tap("fail") + tap("cancelled") + tap("skipped")];
  const unsound = passed + failed === 0 || (code !== 0 && failed === 0);
  return { passed, failed: failed + (unsound ? 1 : 0) };
}

const place = mkdtempSync(join(tmpdir(), "rampung-reliability-"));
chmodSync(place, 0o755); // MariaDB, as its own user, passes through
const seed = process.env.RAMPUNG_SEED ?? String(new_seed());
console.log(`RAMPUNG_SEED=${seed}${full ? ", full sizes" : ""}`);
let passed = 0;
let failed = 0;
for (const file of chosen_files()) {
  const began = performance.now();
  const found = counts(
    await run(file, {
      RAMPUNG_SEED: seed,
      RAMPUNG_TEMPLATES: place,
      ...(full ? { RAMPUNG_FULL: "1" } : {}),
    }),
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`---- ${file}: ${found.passed} passed, ${found.failed} failed, ${seconds} s`);
  if (found.failed) console.log(`again: RAMPUNG_SEED=${seed} tests/reliability/run ${file}`);
  passed += found.passed;
  failed += found.failed;
}
rmSync(place, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
