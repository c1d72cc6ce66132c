// Pictures of pages, of those only that are all there.
import { complete } from "./browser.mjs";

export async function picture_of(page, how) {
  await complete(page);
  const image = await page.screenshot({ type: "jpeg", ...how });
  if (await page.locator("main .loading").count())
    throw new Error(`${page.url()} is still loading in its picture`);
  return image;
}
