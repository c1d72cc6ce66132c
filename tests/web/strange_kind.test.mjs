// A kind of plan that says everything itself, from the draft to the report: four phases, quarters,
// a role of its own that approves, evidence and classes with its own words. Every page says them,
// and neither a code nor a word of another kind.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { complete, drawn, open } from "./support/browser.mjs";
import { printed } from "./support/paper.mjs";
import { give, upload } from "./support/ready_region.mjs";
import { together } from "./support/together.mjs";

const kinds = fileURLToPath(new URL("../data/own_words", import.meta.url));
const usual_date = "2026-04-10"; // in the second quarter

const codes =
  /\bq[1-4]\b|staf_ahli_hukum|\bsertifikat\b|rad_triwulan|\bparaf\b|_x\b/;
const of_others =
  /\bB(04|08|12)\b|sahli|pencegahan|penghentian|pemulihan|laporan kegiatan/i;

describe("a kind of plan in its own words", () => {
  let demo;
  let browser;
  let office; // the secretariat
  let head;
  let staff;
  let decider;
  let plan;
  let target;
  together(async (made) => ({ demo, browser } = made), usual_date, [
    "--kinds",
    kinds,
  ]);

  // What somebody reads on a page of this plan.
  async function read(page, address) {
    if (address) await open(page, address);
    await complete(page);
    const text = await page.innerText("main");
    assert.doesNotMatch(text, codes, page.url());
    assert.doesNotMatch(text, of_others, page.url());
    return text;
  }
  const ok = (answer, status = 200) => {
    assert.equal(answer.status, status, JSON.stringify(answer.json));
    return answer.json;
  };
  const plan_now = async () => ok(await office.ask("GET", `plans/${plan.id}`));

  test("a plan of the kind is drafted, and its matrix has the kind's columns", async () => {
    office = await demo.person("sekretariat.palangkaraya");
    head = await demo.person("kepala.sosial.palangkaraya");
    staff = await demo.person("staf.sosial.palangkaraya");
    const page = await browser.page("sekretariat.palangkaraya");
    await open(page, "/rencana?baru=1");
    const offered = await page.locator("#new-kind option").allInnerTexts();
    assert.ok(offered.includes("Rencana Aksi Triwulanan"), offered.join());

    plan = ok(
      await office.ask("POST", "plans", {
        kind: "rad_triwulan",
        region: "62.71",
        year: 2026,
        title: "Rencana Palangka Raya 2026",
      }),
      201,
    );
    const { json: me } = await head.ask("GET", "session");
    const agency = me.user.appointments[0].agency.id;
    for (const [at, phase] of ["dini", "berdaya"].entries())
      ok(
        await office.ask("POST", `plans/${plan.id}/actions`, {
          phase,
          title: `Pelatihan ${at + 1}`,
          lead_agency: agency,
          success_criterion: "Terlaksana",
          targets: ["q1", "q2", "q3", "q4"].map((period) => ({
            period,
            text: "4",
            quantity: 4,
            unit: "orang",
          })),
        }),
        201,
      );
    const text = await read(page, `/rencana/${plan.id}/matriks`);
    for (const title of ["I", "II", "III", "IV"])
      assert.match(text, new RegExp(`Target Triwulan ${title}\\b`, "i"));
    assert.match(text, /Deteksi dini/);
    assert.match(text, /Pemberdayaan/);
    await read(page, `/rencana/${plan.id}`);
    await page.context().close();
  });

  test("the kind's own columns are filled in, each in a field of its sort", async () => {
    const page = await browser.page("sekretariat.palangkaraya");
    const matrix = `/rencana/${plan.id}/matriks`;
    await open(page, matrix);
    await complete(page);
    const headings = await page.locator(".matrix thead th").allInnerTexts();
    const place = (title) =>
      headings.findIndex(
        (each) => each.trim().toLowerCase() === title.toLowerCase(),
      );
    assert.equal(place("Program") + 4, place("Target Triwulan I"));
    const cell = (title) =>
      page
        .locator(".matrix tbody tr")
        .first()
        .locator("th, td")
        .nth(place(title));
    const field = page.locator(".cell-input");
    const write = async (title, text) => {
      await cell(title).dblclick();
      await field.fill(text);
      await field.press("Enter");
    };
    const columns = async () =>
      ok(await office.ask("GET", `plans/${plan.id}/actions`)).items[0].columns;
    const saved = async (wanted) => {
      const is_there = async () =>
        JSON.stringify(await columns()) === JSON.stringify(wanted);
      for (let tries = 0; tries < 50 && !(await is_there()); ++tries)
        await page.waitForTimeout(200);
      assert.deepEqual(await columns(), wanted);
    };

    await write("Program", "Kota damai");
    await write("Penerima manfaat", "banyak");
    assert.match(
      await cell("Penerima manfaat").innerText(),
      /Tulis bilangan dari nol ke atas/,
    );
    await write("Penerima manfaat", "1.250");
    await cell("Tanggal mulai").dblclick();
    assert.equal(await field.getAttribute("type"), "date");
    await field.fill("2026-03-01");
    await field.press("Enter");
    await cell("Jenis pendanaan").dblclick();
    assert.deepEqual(await field.locator("option").allInnerTexts(), [
      "",
      "APBD",
      "APBN",
    ]);
    await field.selectOption({ label: "APBN" });
    await field.press("Enter");
    await saved({
      dana_x: "apbn_x",
      jml_x: 1250,
      prog_x: "Kota damai",
      tgl_x: "2026-03-01",
    });
    const text = await read(page, matrix);
    for (const each of [/Kota damai/, /1\.250/, /1 Mar 2026/, /APBN/])
      assert.match(text, each);

    const first = ok(await office.ask("GET", `plans/${plan.id}/actions`))
      .items[0];
    await read(page, `${matrix}/${first.id}`);
    const day = page.getByLabel("Tanggal mulai");
    assert.equal(await day.inputValue(), "2026-03-01");
    await day.fill("2026-04-02");
    await page.getByLabel("Jenis pendanaan").selectOption({ index: 0 });
    await saved({ jml_x: 1250, prog_x: "Kota damai", tgl_x: "2026-04-02" });
    await page.context().close();
  });

  test("the printed matrix has the kind's own columns, with what stands in them", async () => {
    const page = await browser.page("sekretariat.palangkaraya");
    await open(page, `/rencana/${plan.id}/matriks`);
    await complete(page);
    const paper = (await printed(page)).replace(/\s+/g, " ");
    for (const title of ["Program", "Penerima manfaat", "Tanggal mulai"])
      assert.match(paper, new RegExp(`${title}\\b`, "i"));
    for (const value of [/Kota damai/, /1\.250/, /2 Apr 2026/])
      assert.match(paper, value);
    await page.context().close();
  });

  test("what nobody can approve is said before it is sent, and by whom it could be", async () => {
    const page = await browser.page("sekretariat.palangkaraya");
    const text = await read(page, `/rencana/${plan.id}`);
    assert.match(text, /Paraf hukum \(Staf Ahli Bidang Hukum\) 0\/1/);
    await page.context().close();
  });

  test("a post of the kind's own role can be given", async () => {
    const admin = await demo.person("admin.kalteng");
    const made = ok(
      await admin.ask("POST", "users", {
        username: "hukum.palangkaraya",
        name: "Yuliana Hukum",
        email: "hukum@example.go.id",
        locale: "id",
        region: "62.71",
      }),
      201,
    );
    const page = await browser.page("admin.kalteng");
    await open(page, "/pengaturan/jabatan");
    await page.getByText("Jabatan baru", { exact: true }).click();
    const offered = await page.locator("#post-role option").allInnerTexts();
    assert.ok(offered.includes("Staf Ahli Bidang Hukum"), offered.join());
    await page.context().close();

    ok(
      await admin.ask("POST", "appointments", {
        user: made.id,
        role: "staf_ahli_hukum",
        region: "62.71",
      }),
      201,
    );
    const password = "kuartal-ke-dua-2026";
    const { json: fresh } = await admin.ask(
      "POST",
      `users/${made.id}/activation`,
      {},
    );
    const opened = await fetch(`${demo.base}/api/v1/activation`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ code: fresh.activation_code, password }),
    });
    assert.ok(opened.ok, await opened.text());
    demo.accounts.push({ username: "hukum.palangkaraya", password });
    decider = await demo.person("hukum.palangkaraya");
  });

  test("a review says that silence is consent and counts the days", async () => {
    await give(office, `plans/${plan.id}`, "submit");
    const page = await browser.page("kepala.sosial.palangkaraya");
    const text = await read(page, `/rencana/${plan.id}/tinjauan`);
    assert.match(
      text,
      /Tanpa jawaban sampai .* \(\d+ hari kerja lagi\), rancangan ini dianggap disetujui/,
    );
    assert.match(text, /Target Triwulan III/i);
    assert.match(text, /Program\s+Kota damai/i);
    assert.match(text, /Tanggal mulai\s+2 Apr 2026/i);
    const { items } = ok(await head.ask("GET", `plans/${plan.id}/reviews`));
    await give(head, `reviews/${items[0].id}`, "confirm");
    await page.context().close();
  });

  test("who holds the kind's role is asked, sees the plan and approves", async () => {
    const page = await browser.page("hukum.palangkaraya");
    await open(page, "/tugas");
    await complete(page);
    assert.match(await page.innerText("main"), /Rencana Aksi Triwulanan/);
    const ways = await page.locator("nav a").allInnerTexts();
    for (const way of ["Rencana", "Capaian", "Pemantauan"])
      assert.ok(
        ways.some((each) => each.includes(way)),
        `${way} is not among ${ways.join()}`,
      );
    await page.locator(".task a").first().click();
    await drawn(page);
    assert.match(
      await read(page),
      /Tahap persetujuan: Paraf hukum \(Staf Ahli Bidang Hukum\)/,
    );
    await page.locator("[data-command=approve]").click();
    await page.locator("#notice", { hasText: /selesai/ }).waitFor();
    assert.equal((await plan_now()).state, "approved");
    await page.context().close();

    const { items } = ok(
      await decider.ask("GET", `messages?plan=${plan.id}&limit=200`),
    );
    assert.ok(
      items.some((each) =>
        /^Sebagai Staf Ahli Bidang Hukum .*, Bapak\/Ibu dapat menyetujui/.test(
          each.why,
        ),
      ),
      JSON.stringify(items.map((each) => each.why)),
    );
  });

  test("a target is reported with the kind's evidence and judged by its classes", async () => {
    await give(office, `plans/${plan.id}`, "adopt", {
      decree_number: "188.45/9",
      decree_date: "2026-04-09",
    });
    const listed = ok(
      await staff.ask("GET", `targets?plan=${plan.id}&period=q2&limit=200`),
    );
    target = listed.items[0];
    const page = await browser.page("staf.sosial.palangkaraya");
    const text = await read(page, `/capaian/${target.id}`);
    assert.match(text, /Triwulan II\b/);
    assert.match(text, /Sertifikat pelatihan/);
    assert.deepEqual(
      await page.locator("#evidence-kind option").allInnerTexts(),
      ["Sertifikat pelatihan", "Berita acara serah terima"],
    );
    await upload(demo, staff, target.id, "sertifikat");
    const { version } = ok(await staff.ask("GET", `targets/${target.id}`));
    ok(
      await staff.ask(
        "PATCH",
        `targets/${target.id}`,
        { achievement: "Selesai", achieved_quantity: 4 },
        { "If-Match": `"${version}"` },
      ),
    );
    await give(staff, `targets/${target.id}`, "report");
    await read(page, `/capaian/${target.id}`);
    const judged = page.locator("main .class", { hasText: "Tuntas" }).first();
    assert.equal(await judged.getAttribute("data-letter"), "B");
    const list = await read(
      page,
      `/capaian?rencana=${plan.id}&perangkat=semua`,
    );
    assert.match(list, /Triwulan IV/);
    await page.context().close();
  });

  test("reports and the overview name the kind and its quarters", async () => {
    const page = await browser.page("sekretariat.palangkaraya");
    await open(page, "/laporan");
    await complete(page);
    const list = await page.innerText("main");
    assert.match(list, /Rencana Aksi Triwulanan/);
    assert.match(list, /Triwulan II 2026/);
    const { items } = ok(await office.ask("GET", "reports?kind=rad_triwulan"));
    const report = items.find((each) => each.period === "q2");
    const text = await read(page, `/laporan/${report.id}`);
    assert.match(text, /Laporan Triwulan II/);
    assert.match(text, /Rencana Aksi Triwulanan/);
    await read(page, `/pemantauan?rencana=${plan.id}`);
    assert.deepEqual(await page.locator("main .chip").allInnerTexts(), [
      "Triwulan I",
      "Triwulan II",
      "Triwulan III",
      "Triwulan IV",
    ]);
    const regions = await browser.page("sekretariat.kalteng");
    await open(regions, "/wilayah?jenis=rad_triwulan&tahun=2026");
    await complete(regions);
    assert.match(await regions.innerText("main"), /Triwulan III/i);
    await read(page, `/rencana/${plan.id}/riwayat`);
    await page.context().close();
    await regions.context().close();
  });

  test("in English every page says the kind's English words", async () => {
    const { json: me } = await decider.ask("GET", "session");
    const { version } = ok(await decider.ask("GET", `users/${me.user.id}`));
    ok(
      await decider.ask(
        "PATCH",
        `users/${me.user.id}`,
        { locale: "en" },
        { "If-Match": `"${version}"` },
      ),
    );
    const page = await browser.page("hukum.palangkaraya");
    const matrix = await read(page, `/rencana/${plan.id}/matriks`);
    assert.match(matrix, /Target Fourth quarter/i);
    assert.match(matrix, /Early detection/);
    assert.match(matrix, /Programme/i);
    assert.match(matrix, /2 Apr 2026/);
    assert.match(
      await read(page, `/rencana/${plan.id}/persetujuan`),
      /Legal initials \(Adviser on law\)/,
    );
    await page.context().close();
  });
});
