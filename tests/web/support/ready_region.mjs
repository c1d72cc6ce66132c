// A district whose plan is in force and whose agency has reported many targets, made through the
// API as people would: drafted, confirmed, approved, adopted, reported with evidence.

const ok = (answer, wanted) => {
  if (answer.status !== wanted)
    throw new Error(`${answer.status}: ${JSON.stringify(answer.json)}`);
  return answer.json;
};

export async function give(person, thing, command, body = {}) {
  const { version } = ok(await person.ask("GET", thing), 200);
  return ok(
    await person.ask("POST", `${thing}/commands/${command}`, body, {
      "If-Match": `"${version}"`,
    }),
    200,
  );
}

export async function upload(
  demo,
  person,
  target,
  kind = "laporan_kegiatan",
) {
  const form = new FormData();
  form.set("kind", kind);
  form.set(
    "file",
    new Blob(["%PDF-1.4\n%%EOF\n"], { type: "application/pdf" }),
    "laporan.pdf",
  );
  const { json } = await person.ask("GET", "session");
  const answer = await fetch(`${demo.base}/api/v1/targets/${target}/evidence`, {
    method: "POST",
    headers: { Cookie: person.cookie, "X-CSRF-Token": json.csrf_token },
    body: form,
  });
  if (answer.status !== 201) throw new Error(await answer.text());
}

export async function ready_region(demo, count) {
  const office = await demo.person("sekretariat.kobar");
  const sahli = await demo.person("sahli.kobar");
  const head = await demo.person("kepala.sosial.kobar");
  const staff = await demo.person("staf.sosial.kobar");
  const plan = ok(await office.ask("GET", "plans"), 200).items.find(
    (each) => each.region.code === "62.01",
  );
  const at = `plans/${plan.id}`;
  if (plan.state !== "draft")
    await give(office, at, "recall", { reason: "Menambah rencana aksi" });
  const model = ok(await office.ask("GET", `${at}/actions`), 200).items[0];
  for (let i = 0; i < count; ++i)
    ok(
      await office.ask("POST", `${at}/actions`, {
        number: 100 + i,
        phase: model.phase,
        title: `Pendampingan desa ke-${i + 1}`,
        lead_agency: model.lead_agency.id,
        success_criterion: "Desa didampingi",
        targets: [{ period: "B04", text: "1", quantity: 1, unit: "desa" }],
      }),
      201,
    );
  await give(office, at, "submit");
  const review = ok(await head.ask("GET", `${at}/reviews`), 200).items[0];
  await give(head, `reviews/${review.id}`, "confirm");
  const approval = ok(await sahli.ask("GET", `${at}/approvals`), 200).items[0];
  await give(sahli, `approvals/${approval.id}`, "approve");
  await give(office, at, "adopt", {
    decree_number: "100.3/1",
    decree_date: "2026-04-01",
  });
  const targets = ok(
    await staff.ask("GET", `targets?plan=${plan.id}&period=B04&limit=200`),
    200,
  );
  for (const target of targets.items.filter(
    (each) => each.action.number >= 100,
  )) {
    await upload(demo, staff, target.id);
    const { version } = ok(await staff.ask("GET", `targets/${target.id}`), 200);
    ok(
      await staff.ask(
        "PATCH",
        `targets/${target.id}`,
        { achievement: "Terlaksana", achieved_quantity: 1 },
        { "If-Match": `"${version}"` },
      ),
      200,
    );
    await give(staff, `targets/${target.id}`, "report");
  }
  return { plan, head: "kepala.sosial.kobar" };
}
