// The pages against the API's own description: the types made from it compile, and the sources are
// written in one form.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Demo } from "./support/demo.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "../../web");
const tool = (name, ...words) =>
  promisify(execFile)(join(here, "node_modules/.bin", name), words, {
    cwd: web,
  }).catch((fault) => {
    fault.message += fault.stdout; // where it says what is wrong
    throw fault;
  });

const says = (pattern) => (fault) => pattern.test(fault.stdout);

let demo;
before(async () => (demo = await Demo.start()));
after(() => demo.end());

test("the pages compile against the types of our OpenAPI document", async () => {
  const person = await demo.person("sekretariat.kalteng");
  const { json } = await person.ask("GET", "openapi.json");
  const folder = join(web, "node_modules/api_types");
  mkdirSync(folder, { recursive: true });
  const document = join(folder, "openapi.json");
  writeFileSync(document, JSON.stringify(json));
  await tool("openapi-typescript", document, "-o", join(folder, "index.d.ts"));
  await tool("tsc", "-p", ".");
});

test("a member that the API does not have does not compile", async () => {
  const planted = join(web, "source/planted.ts");
  writeFileSync(
    planted,
    'import type { Shapes } from "./words/first";\n' +
      'export const it = (t: Shapes["target"]) => t.achievment;\n',
  );
  try {
    await assert.rejects(tool("tsc", "-p", "."), says(/achievment/));
  } finally {
    rmSync(planted);
  }
});

// What an integrator's program would say of a target, by the types alone.
async function compiled(lines) {
  const planted = join(web, "source/planted.ts");
  writeFileSync(
    planted,
    ['import type { components, operations } from "api_types";', ...lines].join(
      "\n",
    ) + "\n",
  );
  try {
    await tool("tsc", "-p", ".");
  } finally {
    rmSync(planted);
  }
}
const asks = (words) => [
  'type Asked = NonNullable<operations["list_targets"]["parameters"]["query"]>;',
  `export const asked: Asked = ${words};`,
];

test("a program that says what the document says compiles", async () => {
  await compiled([
    'type Target = components["schemas"]["target_item"];',
    'export const is_open = (t: Target) => t.state === "open";',
    ...asks('{ state: "open", overdue: true }'),
  ]);
});

test("a misspelt state, command, code or role does not compile", async () => {
  const misspelt = [
    ["target_state", "opne"],
    ["plan_command", "submitt"],
    ["problem_code", "forbiden"],
    ["role", "sahly"],
  ];
  const lines = misspelt.map(
    ([schema, word]) =>
      `export const ${word}: components["schemas"]["${schema}"] = "${word}";`,
  );
  await assert.rejects(
    compiled([...asks('{ state: "endorsedd" }'), ...lines]),
    (fault) =>
      ["endorsedd", ...misspelt.map(([, word]) => word)].every((word) =>
        new RegExp(`error TS\\d+: Type '"${word}"'`).test(fault.stdout),
      ),
  );
});

test("a text that one language lacks does not compile", async () => {
  const planted = join(web, "source/planted.ts");
  writeFileSync(
    planted,
    'import { words } from "./words/words";\n' +
      'export const say = words({ id: { a: "x", b: "y" }, en: { a: "x" } });\n',
  );
  try {
    await assert.rejects(tool("tsc", "-p", "."), says(/planted/));
  } finally {
    rmSync(planted);
  }
});

test("the sources are formatted", async () => {
  await tool("prettier", "--check", "source/**/*.{ts,tsx}", "*.mjs");
});
