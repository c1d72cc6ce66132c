// The links that leave the house: out of the mails that the demo wrote, of those that the rehearsed
// year will send, and of people's calendars. A link is { user, resource, id, at }.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const link = (user, resource, id) => ({
  user,
  resource,
  id,
  at: `/tugas/${resource}/${id}`,
});

const decoded = (quoted) =>
  quoted
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) =>
      String.fromCharCode(parseInt(hex, 16)),
    );

const link_pattern = /\/tugas\/([a-z]+)\/([^\s"<>&]+)/g;

// Out of the bytes of the mails, as a mail program reads them.
export function mail_links(demo) {
  const folder = join(demo.data, "mail");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .flatMap((name) => {
      const mail = decoded(readFileSync(join(folder, name), "latin1"));
      const user = mail.match(/^To:[^<]*<([^@>]+)@/m)[1];
      return [...mail.matchAll(link_pattern)].map(([, resource, id]) =>
        link(user, resource, id),
      );
    });
}

async function every(person, path) {
  const items = [];
  for (let next = ""; next !== null; ) {
    const cursor = next ? `&cursor=${encodeURIComponent(next)}` : "";
    const { json } = await person.ask("GET", path + cursor);
    items.push(...json.items);
    next = json.next;
  }
  return items;
}

// What will be sent if nobody acts, with what was sent, as the secretariats foresee it: the
// nation's sees all that was ever submitted, each of the others its own drafts besides.
export async function rehearsed_links(demo) {
  const found = [];
  for (const { username, roles } of demo.accounts) {
    const desk = roles.find(({ role }) => role === "secretariat");
    if (!desk) continue;
    const person = await demo.person(username);
    const year = `rehearsal?year=2026&region=${desk.region}&limit=200`;
    for (const { to, items } of await every(person, year)) {
      const [user] = to.addresses[0].split("@");
      found.push(...items.map(({ resource, id }) => link(user, resource, id)));
    }
  }
  // What nobody has made yet has no address yet.
  return found.filter(({ id }) => !id.startsWith("planned-"));
}

export async function calendar_links(demo, user) {
  const person = await demo.person(user);
  const made = await person.ask("POST", "me/calendar", {});
  const feed = await (await fetch(made.json.url)).text();
  const unfolded = feed.replace(/\r?\n /g, "");
  return [...unfolded.matchAll(/^URL:(.*)$/gm)].map(([, url]) => {
    const { origin, pathname } = new URL(url.trim());
    if (origin !== demo.base) throw new Error(`${url} leads elsewhere`);
    const [, , resource, id] = pathname.split("/");
    return link(user, resource, id);
  });
}
