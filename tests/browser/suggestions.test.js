// Suggestions while a place is being written: by keyboard, by finger, in another language; and that nothing needs them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { startDemo } from "./demo.js";
import { openBrowser, openWindow } from "./traveller.js";

let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

test("a city half written leads to its country, by keyboard alone", async () => {
  const { page, context, complaints } = await openWindow(browser);
  await page.goto(demo.shop);
  const field = page.getByRole("combobox");
  await field.pressSequentially("tok");
  const first = page.getByRole("option").first();
  await first.getByText("Japan").waitFor();
  assert.equal(await field.getAttribute("aria-expanded"), "true");
  assert.equal(await field.getAttribute("aria-activedescendant"), "");
  await page.keyboard.press("ArrowDown");
  assert.equal(await field.getAttribute("aria-activedescendant"), await first.getAttribute("id"));
  assert.equal(await first.getAttribute("aria-selected"), "true");
  await page.evaluate(axe.source);
  assert.deepEqual(await page.evaluate(async () => (await window.axe.run()).violations.map((rule) => rule.id)), []);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/esim\/japan$/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("Escape puts the list away, and Enter without a choice searches for what was written", async () => {
  const { page, context } = await openWindow(browser);
  await page.goto(demo.shop);
  await page.getByRole("combobox").pressSequentially("bali");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("listbox").isVisible(), false);
  assert.equal(await page.getByRole("combobox").inputValue(), "bali", "what was written stays");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?q=bali$/);
  await context.close();
});

test("a finger on a suggestion goes there, in the language of the page", async () => {
  const { page, context } = await openWindow(browser, { viewport: { width: 360, height: 740 }, hasTouch: true, locale: "ja" });
  await page.goto(`${demo.shop}/ja`);
  await page.getByRole("combobox").pressSequentially("ロンドン");
  const option = page.getByRole("option").filter({ hasText: "イギリス" });
  const box = await option.boundingBox();
  assert.ok(box.height >= 44, "large enough for a finger");
  await option.tap();
  await page.waitForURL(/\/ja\/esim\/united-kingdom$/);
  await context.close();
});

test("an answer that comes late does not replace a newer one", async () => {
  const { page, context } = await openWindow(browser);
  let first;
  await page.route(/\/suggest\?q=jap/, async (route) => {
    first = route;
  });
  await page.goto(demo.shop);
  const field = page.getByRole("combobox");
  const asked = page.waitForRequest(/\/suggest\?q=jap$/);
  await field.pressSequentially("jap");
  await asked;
  await field.fill("peru");
  await page.getByRole("option").filter({ hasText: "Peru" }).waitFor();
  const late = page.waitForResponse(/\/suggest\?q=jap$/);
  await first.continue();
  await (await late).finished();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  assert.equal(await page.getByRole("option").filter({ hasText: "Japan" }).count(), 0);
  await context.close();
});
