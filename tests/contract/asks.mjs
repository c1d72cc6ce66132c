// The walk over what only some kinds ask: a file to an item of a target's checklist, answers to the
// questions of a report.
const decree = { decree_number: "188.45/13", decree_date: "2026-10-01" };

function upload(item) {
  const form = new FormData();
  form.set("kind", item.kind);
  form.set("item", item.code);
  form.set("file", new Blob(["%PDF-1.4\n%%EOF\n"], { type: "application/pdf" }), "laporan.pdf");
  return { form };
}

// people: as of the walk that changes things.
export async function askAll(people) {
  await comeIntoForce(people);
  await showItem(people);
  await answerQuestions(people);
}

async function comeIntoForce({ secretariat: by, head, sahli }) {
  const made = { kind: "rad_bertanya", region: "62", year: 2026, title: "RAD yang bertanya" };
  const { id } = (await by.post("/plans", made)).json;
  await by.post(`/plans/${id}/actions`, {
    phase: "prevention",
    title: "Pendampingan desa",
    lead_agency: head.account.roles[0].agency.id,
    success_criterion: "Desa didampingi",
    targets: [{ period: "B12", text: "4", quantity: 4, unit: "desa" }],
  });
  await by.give("plans", id, "submit");
  const [review] = await by.all(`/api/v1/plans/${id}/reviews`);
  await head.give("reviews", review.id, "confirm");
  const [approval] = await sahli.all(`/api/v1/plans/${id}/approvals`);
  await sahli.give("approvals", approval.id, "approve");
  await by.give("plans", id, "adopt", decree);
}

async function showItem({ staff }) {
  const [target] = await staff.all("/api/v1/targets?kind=rad_bertanya&period=B12");
  const path = `/api/v1/targets/${target.id}/evidence`;
  const [item] = target.evidence_checklist;
  await staff.ask("POST", path, upload({ ...item, kind: "foto" }));
  await staff.ask("POST", path, upload(item));
  await staff.get(`/targets/${target.id}`);
}

async function answerQuestions({ secretariat: by }) {
  const [report] = await by.all("/api/v1/reports?region=62&kind=rad_bertanya&period=B12");
  const path = `/reports/${report.id}`;
  await by.change("PATCH", path, { answers: { obstacles: "Jalan terputus", lessons: null } });
  await by.change("PATCH", path, { answers: { weather: "Hujan" } });
  await by.get(path);
}
