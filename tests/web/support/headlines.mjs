// What stands on top of the page of a thing, from what the API says of it; and of every page of the
// table that the server serves by, with somebody for whom it is.
import { readFileSync } from "node:fs";
import { places } from "./places.mjs";

const known = new Map();

// Asks as the reader of the link; each thing once.
async function read(demo, user, path) {
  const key = `${demo.base} ${user} ${path}`;
  if (!known.has(key)) {
    const reader = `${demo.base} ${user}`;
    if (!known.has(reader)) known.set(reader, demo.person(user));
    const { status, json } = await (await known.get(reader)).ask("GET", path);
    if (status !== 200) throw new Error(`${user}: ${path} is ${status}`);
    known.set(key, json);
  }
  return known.get(key);
}

// { h1, texts: what else says which thing it is }
export async function headline_of(demo, { user, resource, id }) {
  const thing = await read(demo, user, `${resource}/${id}`);
  if (resource === "targets")
    return {
      h1: `${thing.action.number}. ${thing.action.title}`,
      texts: [thing.period, thing.text],
    };
  if (resource === "plans")
    return { h1: thing.title, texts: ["Siapa memegang bola"] };
  if (resource === "reports")
    return {
      h1: `Laporan ${thing.period} ${thing.region.name}`,
      texts: ["Rekapitulasi"],
    };
  const { title } = await read(demo, user, `plans/${thing.plan}`);
  return {
    h1: title,
    texts: resource === "reviews" ? [thing.agency.name] : ["Keputusan"],
  };
}

const table = JSON.parse(
  readFileSync(new URL("../../../web/pages.json", import.meta.url), "utf8"),
);
const own_titles = {
  inbox: /^Tugas saya$/,
  plans: /^Rencana$/,
  targets: /^Capaian$/,
  verification: /^Verifikasi$/,
  monitoring: /^Pemantauan$/,
  regions: /^Wilayah$/,
  reports: /^Laporan periode$/,
};

const resources = { rencana: "plans", capaian: "targets", laporan: "reports" };
const something = /^(?!Tidak ditemukan)./;

async function title_of(demo, row, { user, at }) {
  const [, first, id] = at.split("/");
  if (row.path.includes("{action}") || !row.path.includes("{id}"))
    return own_titles[row.page] ?? something;
  return (await headline_of(demo, { user, resource: resources[first], id })).h1;
}

const fits = (row, at) => {
  const [wanted, given] = [row.path.split("/"), at.split("/")];
  return (
    wanted.length === given.length &&
    wanted.every((part, i) => part.startsWith("{") || part === given[i])
  );
};

// [{ user, at, h1 }], one for each row of the table; h1 is a text or a pattern.
export async function table_of_pages(demo) {
  const all = (await places(demo)).filter(
    ({ user, name }) => user && name !== "missing",
  );
  all.push({
    user: "sekretariat.kalteng",
    at: "/pengaturan/definisi/rad_drafting",
  });
  const out = [];
  for (const row of table.filter(({ page }) => page !== "item")) {
    const found = all.find(({ at }) => fits(row, at));
    if (!found) throw new Error(`nobody opens ${row.path}`);
    out.push({ ...found, h1: await title_of(demo, row, found) });
  }
  return out;
}
