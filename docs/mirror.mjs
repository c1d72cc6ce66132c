// Keeps a copy of what a token may see of a region's plans, for Node.js 18 and later:
//   RAMPUNG="https://one.example https://two.example" TOKEN=… REGION=62 COPY=62.json \
//       node mirror.mjs
// The file holds {after, since, lists: {path: {tag, items}}, events: {"plan/seq": event}}.
import { readFileSync, renameSync, writeFileSync } from "node:fs";

const { RAMPUNG, TOKEN, REGION, COPY } = process.env;
const servers = RAMPUNG.split(" ");
const overlap_ms = 60_000; // what is saved is seen when it is committed, a little later
const everything_ms = 600_000; // no event tells of a draft's rows or of moved dates
let copy = { after: "", since: "2000-01-01T00:00:00Z", lists: {}, events: {} };
try {
  copy = JSON.parse(readFileSync(COPY, "utf8"));
} catch {} // there is none yet

// Asks one server after the other until one answers.
async function ask(path, more = {}) {
  for (let pause = 250; ; pause = Math.min(2 * pause, 10_000)) {
    servers.push(servers.shift());
    const how = { headers: { Authorization: `Bearer ${TOKEN}`, ...more } };
    how.signal = AbortSignal.timeout(60_000);
    try {
      const answer = await fetch(`${servers[0]}/api/v1${path}`, how);
      const text = await answer.text();
      if ([200, 304, 404].includes(answer.status)) return { answer, text };
      console.error(`${path}: ${answer.status} ${text}`);
    } catch (fault) {
      console.error(`${path}: ${fault.message}`);
    }
    await new Promise((done) => setTimeout(done, pause));
  }
}

// The items of a list as a whole, which is sent only when it is another one than before.
async function list(path) {
  const known = copy.lists[path];
  const lines = { Accept: "application/x-ndjson", ...(known && { "If-None-Match": known.tag }) };
  const { answer, text } = await ask(path, lines);
  if (answer.status === 304) return known.items;
  const items = text.split("\n").filter((line) => answer.ok && line);
  const fresh = { tag: answer.headers.get("etag"), items: items.map((line) => JSON.parse(line)) };
  copy.lists[path] = fresh;
  return fresh.items;
}

for (let next_time = 0; ; ) {
  const wait = next_time ? "&wait=20" : ""; // at the start everything is read at once
  const where = `region=${REGION}`;
  const { answer, text } = await ask(`/events?${where}&limit=200&after=${copy.after}${wait}`);
  const told = JSON.parse(text);
  const edits = `/targets?${where}&updated_since=${copy.since}`; // saving is no event
  const changed = new Set([...told.items, ...(await list(edits))].map((each) => each.plan));
  delete copy.lists[edits];
  const all = Date.now() > next_time;
  if (all) next_time = Date.now() + everything_ms;
  const lists = { [`/plans?${where}`]: 0, [`/reports?${where}`]: 0 };
  for (const { id } of await list(`/plans?${where}`))
    for (const part of ["actions", "reviews?all=true", "approvals?all=true", "targets"])
      lists[part === "targets" ? `/targets?plan=${id}` : `/plans/${id}/${part}`] = id;
  for (const [path, plan] of Object.entries(lists))
    if (all || !plan || changed.has(plan)) await list(path);
  for (const path of Object.keys(copy.lists)) if (!(path in lists)) delete copy.lists[path];
  for (const event of told.items) copy.events[`${event.plan}/${event.seq}`] = event;
  copy.after = told.next;
  copy.since = new Date(Date.parse(answer.headers.get("date")) - overlap_ms).toISOString();
  writeFileSync(`${COPY}.new`, JSON.stringify(copy));
  renameSync(`${COPY}.new`, COPY);
}
