// Sign-in, help and errors without JavaScript; a link in a mail leads to sign-in and to the item.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, open, sideways } from "./support/browser.mjs";
import { together } from "./support/together.mjs";

let demo;
let browser;
together((made) => ({ demo, browser } = made));

async function sign_in(
  page,
  username,
  password = demo.account(username).password,
) {
  await page.fill("#username", username);
  await page.fill("#password", password);
  await page.click("button.primary");
}

test("one signs in without JavaScript and stands before the page that was asked for", async () => {
  const page = await browser.page(null, { javaScriptEnabled: false });
  await page.goto("/rencana?tahun=2026");
  assert.match(page.url(), /\/masuk\?lanjut=/);
  await sign_in(page, "sekretariat.kalteng");
  assert.equal(
    new URL(page.url()).pathname + new URL(page.url()).search,
    "/rencana?tahun=2026",
  );
  assert.match(await page.innerText("noscript"), /JavaScript/);
});

test("a wrong password is said on top, in words, with the name kept", async () => {
  const page = await browser.page(null, { javaScriptEnabled: false });
  await page.goto("/masuk");
  await sign_in(page, "sekretariat.kalteng", "salah salah salah");
  assert.match(
    await page.innerText("[role=alert]"),
    /nama pengguna atau kata sandi salah/i,
  );
  assert.equal(await page.inputValue("#username"), "sekretariat.kalteng");
  assert.equal(await page.inputValue("#password"), "");
  assert.equal(await page.locator(":focus").getAttribute("role"), "alert");
});

test("after a wrong password the address still says where it leads", async () => {
  const page = await browser.page(null, { javaScriptEnabled: false });
  await page.goto("/masuk?lanjut=/rencana%3Ftahun%3D2026");
  await sign_in(page, "sekretariat.kalteng", "salah salah salah");
  const address = new URL(page.url());
  assert.equal(address.searchParams.get("lanjut"), "/rencana?tahun=2026");
  await page.goto(address.href);
  await sign_in(page, "sekretariat.kalteng");
  assert.equal(page.url(), `${demo.base}/rencana?tahun=2026`);
});

test("unknown and wrong look the same", async () => {
  const page = await browser.page(null, { javaScriptEnabled: false });
  await page.goto("/masuk");
  await sign_in(page, "tidak.ada", "salah salah salah");
  assert.match(
    await page.innerText("[role=alert]"),
    /nama pengguna atau kata sandi salah/i,
  );
});

test("the link of a mail leads to sign-in and then to the very item", async () => {
  const someone = await demo.person("sekretariat.kalteng");
  const { json } = await someone.ask("GET", "inbox");
  const item = json.items.find((each) => each.resource === "targets");
  const page = await browser.page(null);
  await page.goto(`/tugas/targets/${item.id}`);
  assert.match(page.url(), /\/masuk/);
  await sign_in(page, "sekretariat.kalteng");
  await page.waitForURL(`**/capaian/${item.id}`);
  await drawn(page);
  assert.match(await page.innerText("main"), /Yang diminta/);
});

test("signing in leads nowhere but here", async () => {
  const page = await browser.page(null, { javaScriptEnabled: false });
  await page.goto("/masuk?lanjut=//evil.example/x");
  await sign_in(page, "sekretariat.kalteng");
  assert.equal(page.url(), `${demo.base}/tugas`);
});

test("signing out ends the session on the server", async () => {
  const page = await browser.page(null);
  await page.goto("/masuk");
  await sign_in(page, "staf.perkebunan");
  await drawn(page);
  await page.click("#more-button");
  await page.click("text=Keluar");
  await page.waitForURL("**/masuk?keluar=1");
  assert.match(await page.innerText("[role=status]"), /keluar/i);
  await page.goto("/tugas");
  assert.match(page.url(), /\/masuk/);
});

test("an account is activated by its code, once, without JavaScript", async () => {
  const admin = await demo.person("admin.kalteng");
  const made = await admin.ask("POST", "users", {
    username: "orang.baru",
    name: "Orang Baru",
    email: "orang.baru@kalteng.example",
    locale: "id",
  });
  assert.equal(made.status, 201);
  const page = await browser.page(null, { javaScriptEnabled: false });
  const activate = async () => {
    await page.goto("/aktivasi");
    await page.fill("#code", made.json.activation_code);
    await page.fill("#password", "rumah betang di tepi sungai");
    await page.click("button.primary");
  };
  await activate();
  assert.match(await page.innerText("[role=status]"), /tersimpan/);
  await sign_in(page, "orang.baru", "rumah betang di tepi sungai");
  assert.equal(page.url(), `${demo.base}/tugas`);
  await activate();
  assert.match(await page.innerText("[role=alert]"), /kode/i);
});

test("who forgot the password gets a code from the administrator, shown once", async () => {
  const admin = await browser.page("admin.kalteng");
  await open(admin, "/pengaturan/orang?cari=staf.perkebunan");
  await admin.getByRole("button", { name: /^Ubah/ }).first().click();
  await admin.getByRole("button", { name: /^Lupa kata sandi/ }).click();
  const shown = admin.locator("dialog[open] input[readonly]");
  await shown.waitFor();
  const code = await shown.inputValue();
  assert.match(await admin.innerText("dialog[open] h2"), /Kode aktivasi untuk/);
  await admin.getByRole("button", { name: "Sudah saya catat" }).click();
  assert.equal(await admin.getByText(code).count(), 0);

  const page = await browser.page(null, { javaScriptEnabled: false });
  await page.goto("/aktivasi");
  await page.fill("#code", code);
  await page.fill("#password", "kebun sawit di tepi jalan");
  await page.click("button.primary");
  await sign_in(page, "staf.perkebunan", "kebun sawit di tepi jalan");
  assert.equal(page.url(), `${demo.base}/tugas`);
});

test("a password changed in the profile signs other devices out", async () => {
  const username = "staf.sosial.kobar";
  const elsewhere = await demo.person(username);
  const page = await browser.page(username);
  await open(page, "/pengaturan");
  await page.click("summary:has-text('Ganti kata sandi')");
  const change = async (present, wanted) => {
    await page.fill("#password-current_password", present);
    await page.fill("#password-new_password", wanted);
    await page.click("form button.primary");
  };
  await change("salah salah salah", "kebun sawit di tepi jalan");
  await page.click("[role=alert] a");
  assert.equal(
    await page.locator(":focus").getAttribute("id"),
    "password-current_password",
  );
  const { password } = demo.account(username);
  await change(password, "pendek");
  await page.click("[role=alert] a[href='#password-new_password']");
  await change(password, "kebun sawit di tepi jalan");
  await page.locator("#notice", { hasText: "diganti" }).waitFor();
  assert.equal(await page.inputValue("#password-new_password"), "");
  assert.equal((await elsewhere.ask("GET", "session")).status, 401);
  await open(page, "/tugas"); // still signed in here
  assert.equal(new URL(page.url()).pathname, "/tugas");
});

test("help, the statement and a missing page speak two languages, without script", async () => {
  const page = await browser.page(null, {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 600 },
  });
  for (const [address, id, en] of [
    ["/bantuan", /Bantuan/, /Help/],
    ["/aksesibilitas", /Pernyataan aksesibilitas/, /Accessibility statement/],
    ["/tidak-ada", /tidak ditemukan/, /not found/],
    ["/masuk", /Masuk/, /Sign in/],
    ["/aktivasi", /Aktifkan/, /Activate/],
  ]) {
    await page.goto(address);
    assert.match(await page.innerText("h1"), id);
    assert.equal(await sideways(page), 0, address);
    await page.click("header a[lang=en]");
    assert.match(await page.innerText("h1"), en);
  }
});

test("a form of another site signs nobody in", async () => {
  const { username, password } = demo.account("sekretariat.kalteng");
  const answer = await fetch(`${demo.base}/masuk`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      Origin: "https://evil.example",
      "Sec-Fetch-Site": "cross-site",
    },
    body: new URLSearchParams({ username, password }),
  });
  assert.equal(answer.status, 403);
  assert.equal(answer.headers.get("set-cookie"), null);
});
