// Debian's Chromium, and people sitting before it. What the browser complains of is kept: a
// violation of the content policy, an uncaught error, an error in its console.
import { chromium } from "playwright-core";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// An answer that is no 2xx, or none at all, is the test's own doing; the page says what it means.
const is_complaint = (said) =>
  /Content Security Policy|Trusted ?Type|TrustedHTML|TrustedScript/.test(
    said.text(),
  ) ||
  (said.type() === "error" && !/^Failed to load resource/.test(said.text()));

export class Browser {
  static async start(demo) {
    const browser = new Browser();
    browser.demo = demo;
    browser.complaints = [];
    browser.cookies = new Map();
    browser.chromium = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: quiet,
    });
    return browser;
  }

  // A page of somebody who is signed in; of nobody when there is no name.
  async page(username, options = {}) {
    const { width = 1280, height = 800, scheme = "light", ...rest } = options;
    const context = await this.chromium.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      locale: "id-ID",
      timezoneId: "Asia/Jakarta",
      baseURL: this.demo.base,
      reducedMotion: "reduce",
      ...rest,
    });
    if (username) await context.addCookies([await this.cookie_of(username)]);
    const page = await context.newPage();
    page.on("pageerror", (fault) =>
      this.complaints.push(`${page.url()}: ${fault.message}`),
    );
    page.on("console", (said) => {
      if (is_complaint(said))
        this.complaints.push(`${page.url()}: ${said.text()}`);
    });
    return page;
  }

  async cookie_of(username) {
    if (!this.cookies.has(username)) {
      const { cookie } = await this.demo.person(username);
      const [name, value] = cookie.split("=");
      this.cookies.set(username, {
        name,
        value,
        url: this.demo.base,
        httpOnly: true,
      });
    }
    return this.cookies.get(username);
  }

  async end() {
    await this.chromium.close();
  }
}

// The page has drawn what it read: its heading is there and nothing is being loaded.
export async function drawn(page) {
  await page.waitForFunction(
    () => document.querySelector("h1") && !document.querySelector(".loading"),
  );
}

// Something to read or do below the heading; a page that has none is not there yet.
export const content =
  "main :is(tbody tr, .card, .task, .nothing, .facts, form, article, p + p), main > h2 + p";

// The page as it is to be looked at: drawn, with its content.
export async function whole(page) {
  await drawn(page);
  await page.locator(content).first().waitFor();
}

// The page when it is all there: with what it asks for when it has its first answers, too.
export async function complete(page) {
  await whole(page);
  for (let before; before !== (before = await page.innerHTML("main")); ) {
    await page.waitForLoadState("networkidle");
    await whole(page);
  }
}

export async function open(page, address) {
  await page.goto(address);
  await drawn(page).catch((fault) => {
    throw new Error(`${address} was not drawn: ${fault.message}`);
  });
}

// How far a page can be pushed sideways, in pixels.
export const sideways = (page) =>
  page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
