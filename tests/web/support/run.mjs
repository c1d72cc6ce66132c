// Runs every *.test.mjs, two files at a time, each with its own server and browser; what the clock
// measures runs by itself first. Ends with the line that the suites are added up by.
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";

const here = join(dirname(fileURLToPath(import.meta.url)), "..");
const words = process.argv.slice(2);
const files = ["", "unit"]
  .flatMap((folder) =>
    readdirSync(join(here, folder)).map((name) => join(here, folder, name)),
  )
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => !words.length || words.some((word) => name.includes(word)));
const measuring = files.filter((file) => basename(file) === "gates.test.mjs");
const others = files.filter((file) => !measuring.includes(file));
const pattern = process.env.RAMPUNG_TEST; // of the names of tests; the others are not counted

const took = new Map(); // file -> ms of its tests

let passed = 0;
let failed = 0;
async function* events() {
  for (const [some, concurrency] of [
    [measuring, 1],
    [others, 2],
  ])
    if (some.length)
      yield* run({
        files: some,
        concurrency,
        timeout: 25 * 60_000,
        testNamePatterns: pattern && [pattern],
      });
}

for await (const event of events()) {
  const { data, type } = event;
  if (
    type === "test:diagnostic" &&
    !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(
      data.message,
    )
  )
    console.log(data.message);
  if (type === "test:stdout" || type === "test:stderr")
    process.stdout.write(data.message);
  const is_file = data.name && files.includes(data.name);
  const is_one = !is_file && !data.skip && data.details?.type !== "suite";
  if (is_one && data.file && data.details?.duration_ms)
    took.set(
      basename(data.file),
      (took.get(basename(data.file)) ?? 0) + data.details.duration_ms,
    );
  if (type === "test:pass" && is_one) ++passed;
  if (type === "test:fail" && data.details?.type !== "suite") {
    if (is_file && data.details?.error?.failureType === "subtestsFailed")
      continue;
    ++failed;
    console.log(
      `failed: ${data.name}\n${data.details?.error?.cause?.stack ?? data.details?.error}`,
    );
  }
}
for (const [file, ms] of [...took].sort((a, b) => b[1] - a[1]))
  if (ms >= 10_000) console.log(`${(ms / 1000).toFixed(1)} s  ${file}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
