// The document by the rules of the field: Redocly's and Spectral's recommended ones, what is set
// apart with its reason in redocly.yaml and spectral.yaml.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const linters = {
  redocly: (file) => ["lint", "--config", join(here, "redocly.yaml"), "--format", "stylish", file],
  spectral: (file) => [
    "lint",
    "--ruleset",
    join(here, "spectral.yaml"),
    "--fail-severity",
    "hint",
    file,
  ],
};

// What a linter finds in the document; nothing: empty.
export async function findings_of(name, document) {
  const folder = mkdtempSync(join(tmpdir(), "rampung-lint-"));
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(document, null, 2));
  try {
    const said = await run(join(here, "node_modules/.bin", name), linters[name](file));
    const warned = /\b[1-9]\d* (warning|error|problem)s?\b/.test(said.text);
    return said.failed || warned ? [said.text.trim()] : [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Neither sends anything about its use anywhere.
const environment = {
  ...process.env,
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "1",
};

function run(tool, words) {
  return new Promise((done) =>
    execFile(
      process.execPath,
      [tool, ...words],
      { cwd: here, env: environment, maxBuffer: 1 << 26 },
      (failed, out, err) => done({ failed: Boolean(failed), text: out + err }),
    ),
  );
}
