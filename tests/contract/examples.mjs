// Examples of the document: what was answered here, kept as files beside the description, and held
// against what is answered now, so that none is invented and none grows old.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../../api/description/examples");
const octets_max = 4000;
const secrets = new Set([
  "password",
  "current_password",
  "new_password",
  "csrf_token",
  "activation_code",
  "token",
]);

// What differs from run to run: ids, digests, instants, versions, secrets.
const of_this_run = [
  [/\b[a-z2-7]{26}\b/g, "id"],
  [/\b([0-9a-f]{32}|[0-9a-f]{64})\b/g, "digest"],
  [/\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)/g, "instant"],
  [/token=([\w-]{43}|…+)/g, "token"],
  [/127\.0\.0\.1:\d+/g, "here"],
  [/dalam \d+ detik/g, "soon"], // how long a limit lasts, which depends on how fast it was met
];
const numbers_of_this_run = new Set(["version", "seq", "cause", "size"]);

// Lists go by ids, which are drawn: their order says nothing.
function masked(value, member) {
  if (Array.isArray(value))
    return value
      .map((each) => JSON.stringify(masked(each)))
      .sort()
      .map((each) => JSON.parse(each));
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([name, each]) => [name, masked(each, name)]),
    );
  if (typeof value === "number") return numbers_of_this_run.has(member) ? 0 : value;
  if (typeof value !== "string") return value;
  if (secrets.has(member)) return "secret";
  return of_this_run.reduce((text, [what, word]) => text.replace(what, word), value);
}

// A secret of a demo that is gone opens nothing, but nobody should have to know that.
function told(value, member) {
  if (Array.isArray(value)) return value.map((each) => told(each));
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, told(each, name)]),
    );
  if (typeof value !== "string") return value;
  if (secrets.has(member)) return "…".repeat(3);
  return value
    .replace(/token=[\w-]{43}/, "token=………")
    .replace(/127\.0\.0\.1:\d+/, "127.0.0.1:8080");
}

function members_in(value) {
  if (Array.isArray(value)) return value.reduce((sum, each) => sum + members_in(each), 0);
  if (!value || typeof value !== "object") return value === null ? 0 : 1;
  return Object.values(value).reduce((sum, each) => sum + members_in(each), 0);
}

const text_of = (value) => JSON.stringify(masked(value));
const items_of = (exchange) => {
  const { items } = exchange.answered;
  return Array.isArray(items) ? items : [];
};

export class Examples {
  constructor() {
    this.seen = new Map(); // name -> exchanges, by what is left when masked
    this.items = new Map(); // name -> items of lists, masked, as text
  }

  note(operation, answer, asked) {
    if (!operation || !answer.json || operation.operationId === "get_openapi") return;
    const is_good = answer.status < 300;
    if (is_good && answer.type.includes("problem")) return;
    if (!is_good && !operation.responses[answer.status]?.$ref) return; // says more than a problem
    const name = is_good ? operation.operationId : `problem_${answer.status}`;
    const exchange = { answered: answer.json };
    if (is_good && asked !== undefined && typeof asked !== "string") exchange.asked = asked;
    const key = text_of(exchange);
    if (!this.seen.has(name)) this.seen.set(name, new Map());
    if (!this.seen.get(name).has(key)) this.seen.get(name).set(key, exchange);
    if (!this.items.has(name)) this.items.set(name, new Set());
    for (const item of items_of(exchange)) this.items.get(name).add(text_of(item));
  }

  // An answer came again, or, which of a list's items stand on a page being chance, each of them.
  came_again(name, kept) {
    if (this.seen.get(name).has(text_of(kept))) return true;
    const items = items_of(kept);
    return items.length > 0 && items.every((item) => this.items.get(name).has(text_of(item)));
  }

  // Of those that are short, one that says much; the same in every run.
  best(name) {
    const all = [...this.seen.get(name)].map(([key, exchange]) => ({
      key,
      exchange,
      says: members_in(exchange),
    }));
    const short = all.filter((each) => each.key.length <= octets_max);
    if (!short.length) return all.sort((a, b) => a.key.length - b.key.length)[0].exchange;
    short.sort((a, b) => b.says - a.says || (a.key < b.key ? -1 : 1));
    return short[0].exchange;
  }

  write() {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const name of this.seen.keys())
      writeFileSync(
        join(folder, `${name}.json`),
        JSON.stringify(told(this.best(name)), null, 1) + "\n",
      );
  }

  // What is wrong with the files: one that nobody was answered, or an operation without one.
  faults() {
    const files = new Set(readdirSync(folder).map((file) => file.slice(0, -".json".length)));
    const faults = [];
    for (const name of files) {
      const kept = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
      if (!this.seen.has(name)) faults.push([name, "was not answered at all"]);
      else if (!this.came_again(name, kept))
        faults.push([name, "is none of the answers; tests/contract/run --write"]);
    }
    for (const name of this.seen.keys())
      if (!files.has(name)) faults.push([name, "has no example"]);
    return faults;
  }
}
