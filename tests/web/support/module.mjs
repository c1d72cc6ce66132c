// A module of the pages by itself, for tests of its pure parts: bundled for Node, with as much of a
// browser as its imports touch when they are loaded.
import { build } from "esbuild";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const source = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../../web/source",
);

export class MemoryStore {
  kept = new Map();
  getItem(key) {
    return this.kept.get(key) ?? null;
  }
  setItem(key, value) {
    this.kept.set(key, String(value));
  }
  removeItem(key) {
    this.kept.delete(key);
  }
}

// Several paths become one module, so that they share what they import.
export async function load(paths, { locale = "id", machines = {} } = {}) {
  const first = {
    locale,
    now: Date.now(),
    words: { machines },
    roles: {},
    role_takes: {},
    got: {
      "/api/v1/session": {
        status: 200,
        body: { user: { id: "me", appointments: [] } },
      },
    },
  };
  globalThis.document = {
    getElementById: () => ({ textContent: JSON.stringify(first) }),
    addEventListener: () => undefined,
  };
  globalThis.localStorage ??= new MemoryStore();
  globalThis.sessionStorage ??= new MemoryStore();
  globalThis.location ??= {
    origin: "http://127.0.0.1",
    href: "http://127.0.0.1/tugas",
  };
  globalThis.addEventListener ??= () => undefined;
  const folder = mkdtempSync(join(tmpdir(), "rampung-module-"));
  const outfile = join(folder, "module.mjs");
  await build({
    stdin: {
      contents: [paths]
        .flat()
        .map((path) => `export * from "./${path}";`)
        .join("\n"),
      resolveDir: source,
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
  const made = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
  return made;
}
