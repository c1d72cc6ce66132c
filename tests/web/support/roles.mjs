// Every page for somebody of each role, with a thing that they see where one is needed.
import { open_target } from "./places.mjs";

const posts = [
  ["agency_staff", "62"],
  ["agency_head", "62"],
  ["secretariat", "62"],
  ["secretariat", "62.02"],
  ["sahli", "62"],
  ["observer", "62"],
  ["administrator", "62"],
  ["secretariat", "00"],
];

// { role, user, pages: [{ name, at }] }
export async function roles(demo) {
  const { staff, head } = await open_target(demo);
  const named = { agency_staff: staff, agency_head: head };
  const out = [];
  for (const [role, region] of posts) {
    const found = demo.accounts.find((each) =>
      each.roles.some((post) => post.role === role && post.region === region),
    );
    const user = (region === "62" && named[role]) || found?.username;
    if (user)
      out.push({ role, region, user, pages: await pages_of(demo, user) });
  }
  return out;
}

async function pages_of(demo, user) {
  const somebody = await demo.person(user);
  const first = async (path) =>
    (await somebody.ask("GET", path)).json.items?.[0]?.id ?? "tidak-ada";
  const plan = `/rencana/${await first("plans")}`;
  const target = (await first("targets?state=open")).replace(
    "tidak-ada",
    await first("targets"),
  );
  return Object.entries({
    inbox: "/tugas",
    plans: "/rencana",
    plan,
    matrix: `${plan}/matriks`,
    review: `${plan}/tinjauan`,
    approval: `${plan}/persetujuan`,
    documents: `${plan}/dokumen`,
    history: `${plan}/riwayat`,
    targets: "/capaian",
    target: `/capaian/${target}`,
    verification: "/verifikasi",
    monitoring: "/pemantauan",
    regions: "/wilayah",
    reports: "/laporan",
    report: `/laporan/${await first("reports")}`,
    profile: "/pengaturan",
    people: "/pengaturan/orang",
    posts: "/pengaturan/jabatan",
    agencies: "/pengaturan/perangkat-daerah",
    calendar: "/pengaturan/kalender",
    rehearsal: "/pengaturan/pengingat",
    messages: "/pengaturan/pesan",
    definitions: "/pengaturan/definisi",
  }).map(([name, at]) => ({ name, at }));
}
