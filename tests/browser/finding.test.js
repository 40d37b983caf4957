// Finding: a trip through several countries, a shelf in the order that was asked for, and a language that is offered.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startDemo } from "./demo.js";
import { openBrowser, openWindow } from "./traveller.js";

let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a trip is planned from the home page ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const { page, context, complaints } = await openWindow(browser, { javaScriptEnabled });
    await page.goto(demo.shop);
    await page.getByRole("link", { name: "Plan a multi-country trip" }).click();
    await page.getByLabel("Where are you going, and when?").fill("Tokyo, Bali, London, 3–19 May");
    await page.getByRole("button", { name: "Compare" }).click();
    for (const place of ["Japan", "Indonesia", "United Kingdom"]) await page.getByLabel(new RegExp(`Days: ${place}`)).waitFor();
    await page.getByText("17 days in total").waitFor();
    const ways = page.getByRole("article");
    await ways.filter({ hasText: "One eSIM for all" }).waitFor();
    await ways.filter({ hasText: "One for each country" }).waitFor();
    // The cheapest stands first and says so; each total is the sum of its parts.
    assert.match(await ways.first().innerText(), /Cheapest/);
    const cents = (text) => Math.round(Number(text.replace(/[^\d.]/g, "")) * 100);
    const totals = [];
    for (const way of await ways.all()) {
      const total = cents(await way.locator(".price-big").first().innerText());
      const parts = (await way.locator(".price").allInnerTexts()).map(cents);
      assert.equal(total, parts.reduce((sum, part) => sum + part, 0));
      totals.push(total);
    }
    assert.deepEqual(totals, [...totals].sort((a, b) => a - b));
    // Longer in one place: the whole is longer, and the address can be shared.
    await page.getByLabel(/Days: Japan/).fill("12");
    await page.getByRole("button", { name: "Compare again" }).click();
    await page.getByText("23 days in total").waitFor();
    await page.goto(page.url());
    await page.getByText("23 days in total").waitFor();
    await ways.filter({ hasText: "One for each country" }).getByRole("link").first().click();
    await page.getByRole("button", { name: /^Yes/ }).waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("a stay is answered by plain links, without script", async () => {
  const { page, context } = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto(`${demo.shop}/esim/japan`);
  const answer = page.getByRole("region", { name: "How much do I need?" });
  await answer.getByRole("link", { name: "10 days" }).click();
  await answer.getByRole("link", { name: "Light" }).click();
  assert.match(page.url(), /\?days=10&use=light$/);
  await answer.getByText("3 GB · 15 days", { exact: true }).waitFor();
  const price = await answer.locator(".price").innerText();
  await answer.getByRole("link", { name: /^Choose/ }).click();
  await page.getByRole("heading", { level: 1, name: /Japan 3 GB/ }).waitFor();
  assert.ok((await page.locator("main").innerText()).includes(price));
  await page.goBack();
  await answer.getByRole("link", { name: /Maps and messages/ }).click();
  await page.getByRole("heading", { level: 2, name: "Where the figures come from" }).waitFor();
  await context.close();
});

test("plans are sorted and filtered by plain addresses", async () => {
  const { page, context } = await openWindow(browser, { javaScriptEnabled: false });
  await page.goto(`${demo.shop}/esim/japan`);
  await page.getByRole("link", { name: "Price", exact: true }).click();
  const prices = (await page.locator("#plans .board .price").allInnerTexts()).map((text) => Number(text.replace(/[^\d.]/g, "")));
  assert.deepEqual(prices, [...prices].sort((a, b) => a - b));
  await page.getByRole("link", { name: "Unlimited", exact: true }).click();
  assert.match(page.url(), /sort=price&data=unlimited/);
  const shown = await page.locator("#plans .board a").allInnerTexts();
  assert.ok(shown.length > 0 && shown.every((text) => text.includes("Unlimited")));
  await context.close();
});

test("a language is offered to whose browser asks for it, and nobody is sent there", async () => {
  const { page, context, complaints } = await openWindow(browser, { locale: "es-MX" });
  await page.goto(`${demo.shop}/esim/japan`);
  assert.equal(new URL(page.url()).pathname, "/esim/japan");
  const offer = page.locator(".offered");
  assert.equal(await offer.getAttribute("lang"), "es");
  await offer.getByRole("link").click();
  await page.waitForURL(/\/es\/esim\/japan$/);
  assert.equal(await page.locator("html").getAttribute("lang"), "es");
  await page.getByRole("heading", { level: 1, name: "Japón" }).waitFor();
  assert.equal(await offer.count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a plan is fetched while the pointer rests on its link, and its page comes without a flash", async () => {
  const { page, context, complaints } = await openWindow(browser, { reducedMotion: "no-preference" });
  const preloads = await context.newCDPSession(page);
  await preloads.send("Preload.enable");
  const fetched = new Promise((resolve) => preloads.on("Preload.prefetchStatusUpdated", ({ status, prefetchUrl }) => status === "Ready" && resolve(prefetchUrl)));
  await context.addInitScript(() => addEventListener("pagereveal", (event) => (window.changed = event.viewTransition !== null)));
  await page.goto(`${demo.shop}/esim/japan`);
  const plan = page.locator(".board a").nth(2);
  await plan.hover();
  assert.equal(await fetched, new URL(await plan.getAttribute("href"), demo.shop).href);
  await plan.click();
  await page.waitForURL(/\/plans\//);
  assert.equal(await page.evaluate(() => window.changed), true);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the ways of a trip do not move while the page is still arriving", async () => {
  const { page, context } = await openWindow(browser, { viewport: { width: 1440, height: 900 } });
  const path = `${demo.shop}/trip?q=Tokyo%2C+Bali%2C+London%2C+3-19+May`;
  const first = async () => {
    await page.goto(path);
    const { x, y, width } = await page.locator(".ways > li").first().boundingBox();
    return { x, y, width };
  };
  const whole = await first();
  await page.route(path, async (route) => {
    const response = await route.fetch();
    const [before, way] = (await response.text()).split(/(?=<article class="sheet stack">)/);
    await route.fulfill({ response, body: before + way.slice(0, way.lastIndexOf("</article>") + 10) });
  });
  assert.deepEqual(await first(), whole, "when only the first of them is here");
  await context.close();
});
