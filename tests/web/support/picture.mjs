// Pictures of pages, of those only that are all there.
import { whole } from "./browser.mjs";

// A picture of a page that is all there: what it asks for when it has its first answers, too.
export async function picture_of(page, how) {
  await whole(page);
  for (let before; before !== (before = await page.innerHTML("main")); ) {
    await page.waitForLoadState("networkidle");
    await whole(page);
  }
  const image = await page.screenshot({ type: "jpeg", ...how });
  if (await page.locator("main .loading").count())
    throw new Error(`${page.url()} is still loading in its picture`);
  return image;
}
