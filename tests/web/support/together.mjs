// What the tests of a file stand on: a demo of their own and a browser before it. In the end the
// browser must not have complained of anything, whatever the tests looked at.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { Browser } from "./browser.mjs";
import { Demo } from "./demo.mjs";

// `prepare` takes { demo, browser } when both are there. Of one file, or of one group of its tests;
// on another day than usual, or with further words of the command line, where they are given.
export function together(prepare, date, words) {
  let demo;
  let browser;
  before(async () => {
    demo = await Demo.start(date, words);
    browser = await Browser.start(demo);
    await prepare({ demo, browser });
  });
  after(async () => {
    await browser?.end();
    await demo?.end();
    assert.deepEqual(browser?.complaints, []);
  });
}
