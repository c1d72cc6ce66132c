// Every page, with somebody whom it is for and a thing that it can show.

export async function places(demo) {
  const secretariat = await demo.person("sekretariat.kalteng");
  const items = async (person, path) =>
    (await person.ask("GET", path)).json.items;
  const plans = await items(secretariat, "plans?limit=200");
  const in_force = plans.find((plan) => plan.region.code === "62");
  const targets = await items(
    secretariat,
    `targets?plan=${in_force.id}&limit=200`,
  );
  const of_state = (state) => targets.find((target) => target.state === state);
  const reported = await open_target(demo);
  const kotim = await demo.person("sekretariat.kotim");
  const draft = (await items(kotim, "plans")).find(
    (plan) => plan.state === "draft",
  );
  const action = (await items(kotim, `plans/${draft.id}/actions`))[0];
  const head = await demo.person("kepala.sosial.palangkaraya");
  const reviewed = (await items(head, "plans")).find(
    (plan) => plan.state === "agency_review",
  );
  const sahli = await demo.person("sahli.kobar");
  const approved = (await items(sahli, "plans")).find(
    (plan) => plan.state === "sahli_approval",
  );
  const report = (await items(secretariat, "reports"))[0];
  const region = "sekretariat.kalteng";
  const admin = "admin.kalteng";
  return [
    { name: "inbox", user: region, at: "/tugas" },
    { name: "inbox_empty", user: "pengamat.kalteng", at: "/tugas" },
    { name: "plans", user: region, at: "/rencana" },
    { name: "plan", user: region, at: `/rencana/${in_force.id}` },
    {
      name: "plan_draft",
      user: "sekretariat.kotim",
      at: `/rencana/${draft.id}`,
    },
    {
      name: "matrix",
      user: "sekretariat.kotim",
      at: `/rencana/${draft.id}/matriks`,
    },
    {
      name: "matrix_locked",
      user: region,
      at: `/rencana/${in_force.id}/matriks`,
    },
    {
      name: "action",
      user: "sekretariat.kotim",
      at: `/rencana/${draft.id}/matriks/${action.id}`,
    },
    {
      name: "review",
      user: "kepala.sosial.palangkaraya",
      at: `/rencana/${reviewed.id}/tinjauan`,
    },
    {
      name: "approval",
      user: "sahli.kobar",
      at: `/rencana/${approved.id}/persetujuan`,
    },
    { name: "documents", user: region, at: `/rencana/${in_force.id}/dokumen` },
    { name: "history", user: region, at: `/rencana/${in_force.id}/riwayat` },
    { name: "targets", user: reported.staff, at: "/capaian" },
    {
      name: "target_open",
      user: reported.staff,
      at: `/capaian/${reported.target.id}`,
    },
    {
      name: "target_endorsed",
      user: region,
      at: `/capaian/${of_state("endorsed").id}`,
    },
    { name: "verification", user: region, at: "/verifikasi" },
    { name: "monitoring", user: region, at: "/pemantauan" },
    { name: "regions", user: region, at: "/wilayah" },
    { name: "reports", user: region, at: "/laporan" },
    { name: "report", user: region, at: `/laporan/${report.id}` },
    { name: "settings", user: region, at: "/pengaturan" },
    { name: "settings_people", user: admin, at: "/pengaturan/orang" },
    { name: "settings_posts", user: admin, at: "/pengaturan/jabatan" },
    {
      name: "settings_agencies",
      user: admin,
      at: "/pengaturan/perangkat-daerah",
    },
    { name: "settings_calendar", user: admin, at: "/pengaturan/kalender" },
    { name: "settings_rehearsal", user: region, at: "/pengaturan/pengingat" },
    { name: "settings_messages", user: region, at: "/pengaturan/pesan" },
    { name: "settings_definitions", user: region, at: "/pengaturan/definisi" },
    { name: "settings_upkeep", user: admin, at: "/pengaturan/keadaan" },
    { name: "missing", user: region, at: "/capaian/tidak-ada" },
    { name: "sign_in", user: null, at: "/masuk" },
    { name: "activation", user: null, at: "/aktivasi" },
    { name: "help", user: null, at: "/bantuan" },
    { name: "accessibility", user: null, at: "/aksesibilitas" },
  ];
}

// A target that waits to be reported, with the names of its agency's staff and head. Which targets
// the demo leaves open is its own affair.
export async function open_target(demo) {
  const secretariat = await demo.person("sekretariat.kalteng");
  const { json } = await secretariat.ask("GET", "targets?state=open&limit=200");
  for (const target of json.items) {
    const who = (role) =>
      demo.accounts.find((each) =>
        each.roles.some(
          (post) => post.role === role && post.agency?.id === target.agency.id,
        ),
      )?.username;
    if (who("agency_staff") && who("agency_head"))
      return { target, staff: who("agency_staff"), head: who("agency_head") };
  }
  throw new Error("the demo has no open target");
}

// Sets somebody's language; pages follow the account.
export async function speak(demo, username, locale) {
  const person = await demo.person(username);
  const { json } = await person.ask("GET", "session");
  const id = json.user.id;
  const user = (await person.ask("GET", `users/${id}`)).json;
  if (user.locale === locale) return;
  await person.ask(
    "PATCH",
    `users/${id}`,
    { locale },
    { "If-Match": `"${user.version}"` },
  );
}
