// Who looks after people and posts, on the pages: a post says where it is, and a code ends with it.
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
  await page.locator("#post-agency").selectOption({ label: "Biro Hukum (Kalimantan Tengah)" });
  await page.getByRole("button", { name: "Tetapkan jabatan" }).click();
  await page.getByText("Kode aktivasi yang belum dipakai tidak berlaku lagi").waitFor();
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
  assert.match(await page.innerText("[role=alert]"), /gugur karena akunnya diubah/);

  const fresh = await admin.ask("POST", `users/${person.id}/activation`, {});
  await page.goto("/aktivasi");
  await page.fill("#code", fresh.json.activation_code);
  await page.fill("#password", "rumah betang di tepi sungai");
  await page.click("button.primary");
  assert.match(await page.innerText("[role=status]"), /tersimpan/);
});
