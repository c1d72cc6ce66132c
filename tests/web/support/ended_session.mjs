// A session that ends under somebody's hands, and signing in again in place.

// Ended on the server, as by another device; the page finds out when it asks.
export async function end_session(browser, page, username) {
  const [{ name, value }] = await page.context().cookies();
  const Cookie = `${name}=${value}`;
  const address = `${browser.demo.base}/api/v1/session`;
  const made = await fetch(address, { headers: { Cookie } });
  const { csrf_token } = await made.json();
  await fetch(address, {
    method: "DELETE",
    headers: { Cookie, "X-CSRF-Token": csrf_token },
  });
  browser.cookies.delete(username);
}

export async function sign_in_again(page, { password }) {
  const field = page.locator("#again-password");
  const button = page.getByRole("button", { name: "Masuk kembali" });
  await field.or(button).first().waitFor();
  if (await button.count()) await button.click();
  await field.fill(password);
  await field.press("Enter");
  await field.waitFor({ state: "detached" });
}
