// The walk that changes things: a plan's way from its draft to a signed-off target, and the
// directory. What it gets is held against the document like everything else.
const pdf = () => new Blob(["%PDF-1.4\ncontoh\n%%EOF\n"], { type: "application/pdf" });
const decree = { decree_number: "188.45/12", decree_date: "2026-10-01" };
const scores = { administration: 80, substance: 90 };
const reason = { reason: "Mohon diperiksa lagi" };

function upload(kind) {
  const form = new FormData();
  if (kind) form.set("kind", kind);
  form.set("file", pdf(), "laporan.pdf");
  return { form };
}

// people: { secretariat, sahli, head, staff, keeper } of 62 and the nation's secretariat, who
// are signed in.
export async function changeAll(people) {
  await changeDirectory(people.keeper);
  const plan = await draftPlan(people);
  await movePlan(people, plan);
  await reportTargets(people, plan);
  await amendPlan(people, plan);
  await sendReport(people, plan);
}

function row(agency, number) {
  return {
    number,
    phase: "prevention",
    title: `Pendampingan desa ke-${number}`,
    lead_agency: agency.id,
    supporting_agencies: [{ id: agency.id }, { name: "Forum Kerukunan" }],
    success_criterion: "Desa didampingi",
    targets: ["B04", "B08"].map((period) => ({ period, text: "4", quantity: 4, unit: "desa" })),
  };
}

async function draftPlan({ secretariat: by, head, keyed }) {
  const made = { kind: "rad_p3aks", region: "62", year: 2025, title: "RAD P3AKS 2025" };
  const key = { "Idempotency-Key": "sekali-saja" };
  const { id } = (await by.post("/plans", made, key)).json;
  await by.post("/plans", made, key);
  await by.post("/plans", { ...made, title: "Lain" }, key);
  const plan = `/plans/${id}`;
  await by.change("PATCH", plan, { title: "RAD P3AKS Kalimantan Tengah 2025" });
  const agency = head.account.roles[0].agency;
  for (const number of [1, 2, 3]) await by.post(`${plan}/actions`, row(agency, number));
  const rows = await by.all(`/api/v1${plan}/actions`);
  await by.change("PATCH", `/actions/${rows[0].id}`, { location: "Kuala Kapuas" });
  await by.post(`/actions/${rows[0].id}/comments`, { text: "Mohon lokasinya diperiksa." });
  await by.all(`/api/v1/actions/${rows[0].id}/comments`);
  await by.change("DELETE", `/actions/${rows[2].id}`);
  await importRows(by, plan);
  const file = await by.ask("POST", `/api/v1${plan}/documents`, upload());
  await by.get(`/documents/${file.json.id}`);
  const whole = await by.get(`/documents/${file.json.id}/content`);
  const same = { headers: { "If-None-Match": whole.etag } };
  await by.ask("GET", `/api/v1/documents/${file.json.id}/content`, same);
  await by.all(`/api/v1${plan}/documents`);
  return id;
}

async function importRows(by, plan) {
  const sheet = (await by.get(`${plan}/export?format=csv`)).body;
  const send = (body, more) =>
    by.ask("POST", `/api/v1${plan}/import?format=csv${more}`, {
      body,
      headers: { "Content-Type": "text/csv" },
    });
  const moved = sheet.replace("Kuala Kapuas", "Pulang Pisau") + "Catatan di bawah tabel\n";
  await send(moved, "&dry_run=true");
  await send(moved, "");
  await send("No,Rencana Aksi,Lain-lain\n1,,x\n", "");
}

async function movePlan(people, id) {
  const { secretariat: by, head, sahli } = people;
  const submit = await by.give("plans", id, "submit");
  const review = submit.json.asks && (await by.all(`/api/v1/plans/${id}/reviews`))[0];
  const [action] = await by.all(`/api/v1/plans/${id}/actions`);
  const remark = { action: action.id, comment: "Terlalu luas", suggestion: "Dua desa" };
  await head.give("reviews", review.id, "request_changes", { ...reason, items: [remark] });
  await by.get("/inbox?limit=2");
  await by.get(`/plans/${id}`);
  await by.give("plans", id, "recall", reason);
  await by.change("PATCH", `/actions/${action.id}`, { title: "Pendampingan dua desa" });
  await by.give("plans", id, "submit");
  const asked = (await by.all(`/api/v1/plans/${id}/reviews`)).find((r) => r.state === "pending");
  await head.get(`/reviews/${asked.id}`);
  await head.give("reviews", asked.id, "confirm");
  const [approval] = await sahli.all(`/api/v1/plans/${id}/approvals`);
  await sahli.give("approvals", approval.id, "approve");
  await by.give("plans", id, "adopt", decree);
}

async function reportTargets({ secretariat: by, head, staff }, id) {
  const [one, two] = await staff.all(`/api/v1/targets?plan=${id}&state=open`);
  const file = await staff.ask(
    "POST",
    `/api/v1/targets/${one.id}/evidence`,
    upload("laporan_kegiatan"),
  );
  await staff.change("DELETE", `/evidence/${file.json.id}`);
  for (const target of [one, two]) {
    await staff.ask("POST", `/api/v1/targets/${target.id}/evidence`, upload("laporan_kegiatan"));
    const told = { achievement: "Tiga desa didampingi", achieved_quantity: 3 };
    await staff.change("PATCH", `/targets/${target.id}`, told);
    await staff.give("targets", target.id, "report");
  }
  await staff.post(`/targets/${one.id}/comments`, { text: "Sudah lengkap." });
  await head.give("targets", one.id, "return_to_staff", reason);
  await staff.get(`/targets/${one.id}`);
  await staff.get("/inbox?limit=1");
  await staff.give("targets", one.id, "report");
  const now = await Promise.all([one, two].map((t) => head.get(`/targets/${t.id}`)));
  const items = now.map((t) => ({ id: t.json.id, version: t.json.version }));
  await head.post("/targets/commands/endorse", { items: [...items, { id: "none", version: 1 }] });
  await by.give("targets", one.id, "sign_off", { scores });
  await by.get(`/targets/${one.id}`);
}

async function amendPlan({ secretariat: by }, id) {
  await by.post(`/plans/${id}/amendments`, {});
  const [, changed, gone] = await by.all(`/api/v1/plans/${id}/actions?revision=2`);
  const targets = [{ period: "B08", text: "6", quantity: 6, unit: "desa" }];
  await by.change("PATCH", `/actions/${changed.id}`, { targets, theme: "Pemulihan" });
  if (gone) await by.change("DELETE", `/actions/${gone.id}`);
  await by.get(`/plans/${id}/diff?from=1&to=2`);
  await by.give("plans", id, "cancel", reason);
  await by.all(`/api/v1/plans/${id}/revisions`);
  await by.all(`/api/v1/plans/${id}/history`);
}

async function sendReport({ secretariat: by, nation }, id) {
  const [report] = await by.all("/api/v1/reports?region=62&kind=rad_p3aks&year=2025");
  const { gaps } = (await by.get(`/reports/${report.id}`)).json;
  const told = gaps.map((gap) => ({ id: gap.id, reason: "Belum ada rencana" }));
  await by.give("reports", report.id, "submit", { gaps: told });
  await nation.give("reports", report.id, "return_for_changes", reason);
  await by.get(`/reports/${report.id}`);
}

async function changeDirectory(keeper) {
  const agency = { region: "62", name: "Dinas Perpustakaan", short_name: "Perpus", kind: "opd" };
  const made = (await keeper.post("/agencies", agency)).json;
  await keeper.change("PATCH", `/agencies/${made.id}`, { valid_to: "2030-12-31" });
  const named = { username: "budi.perpus", name: "Budi Santoso", email: "budi@example.org" };
  const { id } = (await keeper.post("/users", named)).json;
  const code = (await keeper.post(`/users/${id}/activation`, {})).json.activation_code;
  await keeper.change("PATCH", `/users/${id}`, { name: "Budi Santoso, S.Sos." });
  await enter(keeper, named.username, code, id);
  const post = { user: id, role: "agency_staff", agency: made.id, from: "2026-01-01" };
  const held = (await keeper.post("/appointments", post)).json;
  await keeper.change("DELETE", `/appointments/${held.id}`);
  await putDates(keeper);
}

// The account changed, so that the code is dead; the next one opens it.
async function enter(keeper, username, dead, id) {
  const Another = keeper.constructor;
  const person = new Another(keeper.demo, null, keeper.seen);
  const password = "Sungai-Kahayan-2026";
  await person.post("/activation", { code: dead, password });
  const { activation_code: code } = (await keeper.post(`/users/${id}/activation`, {})).json;
  await person.post("/activation", { code, password });
  person.account = { username, password };
  await person.signIn();
  await person.post("/session/step-up", { password });
  const next = "Sungai-Barito-2027";
  await person.post("/session/password", { current_password: password, new_password: next });
  for (let again = 0; again < 12; ++again) await person.post("/session/step-up", { password });
}

async function putDates(keeper) {
  const days = [{ date: "2027-05-23", kind: "regional", name: "Hari jadi provinsi" }];
  await keeper.change("PUT", "/holidays?year=2027&region=62", { items: days });
  const year = "/periods?region=62&kind=rad_pks&year=2026";
  const { items } = (await keeper.get(year)).json;
  const later = items.map((p) => (p.code === "B08" ? { ...p, lock: "2026-11-30" } : p));
  await keeper.change("PUT", year, { items: later });
}
