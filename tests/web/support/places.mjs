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
  const staff = await demo.person("staf.perkebunan");
  const open_target = (await items(staff, "targets?state=open&limit=200")).find(
    (target) => target.agency?.name === "Dinas Perkebunan",
  );
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
    { name: "targets", user: "staf.perkebunan", at: "/capaian" },
    {
      name: "target_open",
      user: "staf.perkebunan",
      at: `/capaian/${open_target.id}`,
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
    { name: "missing", user: region, at: "/capaian/tidak-ada" },
    { name: "sign_in", user: null, at: "/masuk" },
    { name: "activation", user: null, at: "/aktivasi" },
    { name: "help", user: null, at: "/bantuan" },
    { name: "accessibility", user: null, at: "/aksesibilitas" },
  ];
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
