// A kind that asks files of its targets and questions of its reports: who carries a target out
// brings each file under its own name, the secretariat answers, and the region above reads it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { complete, open } from "./support/browser.mjs";
import { give } from "./support/ready_region.mjs";
import { together } from "./support/together.mjs";

const kinds = fileURLToPath(new URL("../data/kinds", import.meta.url));
const usual_date = "2026-04-10"; // in the first half-year
const pdf = {
  name: "laporan.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
};

describe("what a kind asks", () => {
  let demo;
  let browser;
  let office; // the secretariat
  let staff;
  let plan;
  together(
    async (made) => {
      ({ demo, browser } = made);
      await begin();
    },
    usual_date,
    ["--kinds", kinds],
  );

  const ok = (answer, status = 200) => {
    assert.equal(answer.status, status, JSON.stringify(answer.json));
    return answer.json;
  };
  const user_of = async (person) => ok(await person.ask("GET", "session")).user;

  // A plan in force, approved by one person in both posts of its chain.
  async function begin() {
    const admin = await demo.person("admin.kalteng");
    const head = await demo.person("kepala.sosial.palangkaraya");
    const sahli = await demo.person("sahli.palangkaraya");
    office = await demo.person("sekretariat.palangkaraya");
    staff = await demo.person("staf.sosial.palangkaraya");
    const user = (await user_of(sahli)).id;
    const post = { user, role: "inspektur", region: "62.71" };
    ok(await admin.ask("POST", "appointments", post), 201);
    plan = ok(
      await office.ask("POST", "plans", {
        kind: "rad_dwitahun",
        region: "62.71",
        year: 2026,
        title: "Program Palangka Raya",
      }),
      201,
    );
    const at = `plans/${plan.id}`;
    ok(
      await office.ask("POST", `${at}/actions`, {
        phase: "recovery",
        title: "Pelatihan",
        lead_agency: (await user_of(head)).appointments[0].agency.id,
        success_criterion: "Terlaksana",
        targets: ["S1", "S2", "S3", "S4"].map((period) => ({
          period,
          text: "4",
          quantity: 4,
          unit: "orang",
        })),
      }),
      201,
    );
    await give(office, at, "submit");
    const reviews = ok(await head.ask("GET", `${at}/reviews`)).items;
    await give(head, `reviews/${reviews[0].id}`, "confirm");
    for (let stage = 0; stage < 2; ++stage) {
      const { items } = ok(await sahli.ask("GET", `${at}/approvals`));
      const next = items.find((each) => each.state === "pending");
      await give(sahli, `approvals/${next.id}`, "approve");
    }
    await give(office, at, "adopt", {
      decree_number: "188.45/9",
      decree_date: "2026-04-09",
    });
  }

  test("each file of the checklist is brought under its name, then it is reported", async () => {
    const { items } = ok(
      await staff.ask("GET", `targets?plan=${plan.id}&period=S1`),
    );
    const page = await browser.page("staf.sosial.palangkaraya");
    await open(page, `/capaian/${items[0].id}`);
    const list = page.getByRole("list", { name: "Berkas yang harus ada" });
    const item = list.locator("li", { hasText: "Laporan yang ditandatangani" });
    const said = await item.innerText();
    assert.match(said, /belum ada/);
    assert.match(said, /Ditandatangani Kepala perangkat daerah\./);
    assert.match(said, /Contoh: Laporan S1\.pdf\./);

    await page.locator("#achievement").fill("Empat orang dilatih");
    const lacking = page.locator("#missing");
    await lacking
      .getByText(
        "Laporan yang ditandatangani (ditandatangani Kepala perangkat daerah)",
      )
      .or(lacking.getByText("Data dukung belum lengkap"))
      .first()
      .waitFor();
    await page.locator("#evidence-file-laporan_tertanda").setInputFiles(pdf);
    await list.locator("li.there", { hasText: "ditandatangani" }).waitFor();
    await lacking.getByText("Daftar hadir peserta").waitFor();
    assert.match(
      await page.locator(".files li").first().innerText(),
      /Laporan yang ditandatangani/,
    );
    await page.locator("#evidence-file-hadir").setInputFiles(pdf);
    await list.locator("li.there", { hasText: "Daftar hadir" }).waitFor();
    await page.locator("[data-command=report]").click();
    await page.locator("#notice", { hasText: /selesai/ }).waitFor();

    // Who only reads sees what is there and no way to bring more.
    await complete(page);
    assert.equal(await list.locator("li.there").count(), 2);
    assert.equal(await page.locator("main input[type=file]").count(), 0);
    await page.context().close();
  });

  test("the questions of a report are answered, submitted and read above", async () => {
    const { items } = ok(
      await office.ask("GET", "reports?kind=rad_dwitahun&period=S1"),
    );
    const at = `/laporan/${items[0].id}`;
    const page = await browser.page("sekretariat.palangkaraya");
    await open(page, at);
    await page
      .getByText("Pertanyaan yang wajib belum dijawab: Apa kendala utama?")
      .waitFor();
    const card = page.getByRole("region", { name: "Pertanyaan" });
    assert.match(await card.innerText(), /0\/2/);
    await page.locator("#question-kendala").fill("Jalan terputus");
    await page.getByText("14 dari 4.000 huruf.").waitFor();
    await card.getByText("1/2").waitFor(); // it has saved itself
    await card.getByText("Semua ketikan tersimpan").waitFor();

    const { gaps } = ok(await office.ask("GET", `reports/${items[0].id}`));
    for (const gap of gaps)
      await page.locator(`[id="gap-${gap.id}"]`).fill("Masih diperiksa");
    await page.locator("#question-pelajaran").fill("Mulai lebih awal");
    await page.locator("[data-command=submit]").click();
    await page.locator("#notice", { hasText: /selesai/ }).waitFor();
    await complete(page);
    assert.equal(await page.locator("main textarea").count(), 0);
    assert.match(await card.innerText(), /Mulai lebih awal/);
    await page.context().close();

    const above = await browser.page("sekretariat.kalteng");
    await open(above, at);
    await complete(above);
    const text = await above.innerText("main");
    assert.match(text, /Apa kendala utama\?\s+Jalan terputus/);
    assert.match(text, /Apa yang dipelajari\?\s+Mulai lebih awal/);
    assert.equal(await above.locator("[id^=question-]").count(), 0);
    await above.context().close();
  });
});
