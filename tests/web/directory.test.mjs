// Who looks after people, posts and tokens, on the pages: a post says where it is, and a code ends
// with it; a token is told once, opens what it says, and ends when it is revoked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./support/browser.mjs";
import { together } from "./support/together.mjs";

let demo;
let browser;
together(async (made) => ({ demo, browser } = made));

async function newcomer(username) {
  const admin = await demo.person("admin.kalteng");
  const made = await admin.ask("POST", "users", {
    username,
    name: `Nama ${username}`,
    email: `${username}@kalteng.example`,
    locale: "id",
  });
  assert.equal(made.status, 201);
  return made.json;
}

async function post_form(page, user, role) {
  await open(page, "/pengaturan/jabatan");
  await page.getByText("Jabatan baru", { exact: true }).click();
  await page.locator("#post-user").selectOption(user);
  await page.locator("#post-role").selectOption(role);
}

const posts_of = async (user) => {
  const admin = await demo.person("admin.kalteng");
  const found = await admin.ask("GET", `appointments?user=${user}`);
  return found.json.items;
};

test("a post of an agency is not made without one, nor as a post of a region", async () => {
  const person = await newcomer("tanpa.opd");
  const page = await browser.page("admin.kalteng");
  for (const role of ["secretariat", "agency_head", "agency_staff"]) {
    await post_form(page, person.id, role);
    assert.equal(await page.locator("#post-region").count(), 0, role);
    await page.getByRole("button", { name: "Tetapkan jabatan" }).click();
    assert.equal(await page.locator("#post-agency:invalid").count(), 1, role);
    assert.deepEqual(await posts_of(person.id), [], role);
  }
  for (const role of ["sahli", "observer", "administrator"]) {
    await post_form(page, person.id, role);
    assert.equal(await page.locator("#post-agency").count(), 0, role);
    await page.getByRole("button", { name: "Tetapkan jabatan" }).click();
    assert.equal(await page.locator("#post-region:invalid").count(), 1, role);
    assert.deepEqual(await posts_of(person.id), [], role);
  }
  await post_form(page, person.id, "secretariat");
  await page
    .locator("#post-agency")
    .selectOption({ label: "Biro Hukum (Kalimantan Tengah)" });
  await page.getByRole("button", { name: "Tetapkan jabatan" }).click();
  await page
    .getByText("Kode aktivasi yang belum dipakai tidak berlaku lagi")
    .waitFor();
  const [post] = await posts_of(person.id);
  assert.equal(post.role, "secretariat");
  assert.equal(post.agency.name, "Biro Hukum");
  assert.equal(post.region.code, "62");
});

test("a code of before the post opens nothing, and the page says that it ended", async () => {
  const person = await newcomer("kode.lama");
  const admin = await demo.person("admin.kalteng");
  const given = await admin.ask("POST", "appointments", {
    user: person.id,
    role: "observer",
    region: "62",
  });
  assert.equal(given.status, 201);
  const page = await browser.page(null);
  await page.goto("/aktivasi");
  await page.fill("#code", person.activation_code);
  await page.fill("#password", "rumah betang di tepi sungai");
  await page.click("button.primary");
  assert.match(
    await page.innerText("[role=alert]"),
    /gugur karena akunnya diubah/,
  );

  const fresh = await admin.ask("POST", `users/${person.id}/activation`, {});
  await page.goto("/aktivasi");
  await page.fill("#code", fresh.json.activation_code);
  await page.fill("#password", "rumah betang di tepi sungai");
  await page.click("button.primary");
  assert.match(await page.innerText("[role=status]"), /tersimpan/);
});

// A program that knows nothing but the token.
async function status_by(token, method, path) {
  const answer = await fetch(`${demo.base}/api/v1/${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}` },
  });
  return { status: answer.status, policy: (await answer.json()).code };
}

test("a token is shown once, opens what it says, and is revoked on its page", async () => {
  const page = await browser.page("sekretariat.kobar");
  await open(page, "/pengaturan/token");
  await page.getByText("Anda belum punya token.").waitFor();
  await page.getByText("Token baru", { exact: true }).click();
  await page.locator("#token-name").fill("Dasbor provinsi");
  assert.equal(
    await page.getByRole("checkbox", { name: /^Membaca/ }).isChecked(),
    true,
  );
  await page.getByRole("button", { name: "Buat token" }).click();
  const dialog = page.getByRole("dialog", { name: "Token Dasbor provinsi" });
  const proof = page.locator("#proof");
  await dialog.or(proof).first().waitFor();
  if (await proof.isVisible()) {
    await proof.fill(demo.account("sekretariat.kobar").password);
    await page.getByRole("button", { name: "Lanjutkan" }).click();
  }
  const token = await dialog.locator("input").inputValue();
  await page.getByRole("button", { name: "Sudah saya simpan" }).click();
  await dialog.waitFor({ state: "detached" });
  assert.ok(token.length > 20 && !(await page.content()).includes(token));

  const row = page.getByRole("row", { name: /Dasbor provinsi/ });
  assert.match(
    await row.innerText(),
    /Membaca.*sejauh wewenang.*belum pernah/s,
  );
  assert.equal((await status_by(token, "GET", "plans")).status, 200);
  assert.deepEqual(await status_by(token, "POST", "users"), {
    status: 403,
    policy: "insufficient_scope",
  });

  await row.getByRole("button", { name: "Cabut Dasbor provinsi" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Cabut", exact: true })
    .click();
  await page.getByText("Token Dasbor provinsi dicabut.").waitFor();
  await page.getByText("Anda belum punya token.").waitFor();
  assert.equal((await status_by(token, "GET", "plans")).status, 401);
});

test("a token without a name or scope is not made, and the form says so", async () => {
  const page = await browser.page("sekretariat.kobar");
  await open(page, "/pengaturan/token");
  await page.getByText("Token baru", { exact: true }).click();
  await page.getByRole("button", { name: "Buat token" }).click();
  assert.equal(await page.locator("#token-name:invalid").count(), 1);
  await page.locator("#token-name").fill("Tanpa isi");
  await page.getByRole("checkbox", { name: /^Membaca/ }).uncheck();
  await page.getByRole("button", { name: "Buat token" }).click();
  await page.locator("#token-scopes .fault").waitFor();
  await page.getByText("Anda belum punya token.").waitFor();
});
