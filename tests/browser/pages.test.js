// Every page as people use it: narrow and wide, light and dark, by screen reader; without a fault in the console or a sideways scroll.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { startDemo } from "./demo.js";
import { checkOut, findPlan, openBrowser, openWindow, payWith, signIn } from "./traveller.js";

const widths = [360, 1440];
const schemes = ["light", "dark"];
let demo, browser, cookies;
const pages = {
  home: "/",
  destinations: "/destinations",
  "a country": "/esim/japan",
  "a region": "/esim/europe",
  "the world": "/esim/global",
  "a trip": "/trip?q=Tokyo%2C+Bali%2C+London%2C+3-19+May",
  "a trip not yet written": "/trip",
  "a shelf in another order": "/esim/japan?sort=price&stay=long",
  search: "/search?q=Japan",
  "a search that guesses": "/search?q=Jpaan",
  "a search that finds nothing": "/search?q=xyzzyx",
  "a page that is not there": "/no-such-page",
  "sign in": "/my-esims",
  devices: "/devices",
  help: "/help",
  terms: "/terms",
  privacy: "/privacy",
  refunds: "/refunds",
};
const ownPages = {};

// One delivered order, one whose payment is on its way, one that nobody paid; and their owner, signed in.
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  const { page, context } = await openWindow(browser);
  pages["a plan"] = new URL(await findPlan(page, demo)).pathname;
  await checkOut(page, { device: false });
  await checkOut(page);
  await payWith(page, /^Pay .*\d/, "ida@example.org");
  await page.getByRole("heading", { level: 1, name: "Your eSIM is ready" }).waitFor();
  ownPages["a delivered order"] = new URL(page.url()).pathname;
  await page.goto(demo.shop + pages["a plan"]);
  await checkOut(page, { quantity: 2 });
  await payWith(page, /Pay by bank/, "ida@example.org");
  await page.getByRole("heading", { level: 1, name: "Your payment is on its way" }).waitFor();
  ownPages["an order that waits"] = new URL(page.url()).pathname;
  await signIn(page, demo, "ida@example.org");
  ownPages["My eSIMs"] = "/my-esims";
  ownPages["one eSIM"] = new URL(await page.getByRole("link", { name: /Install or start/ }).first().getAttribute("href"), demo.shop).pathname;
  const esim = ownPages["one eSIM"];
  for (const name of ["no-internet", "sheet", "top-up"]) ownPages[`one eSIM: ${name}`] = `${esim}/${name}`;
  await page.goto(demo.shop + esim);
  for (const name of ["give-back", "start"]) {
    ownPages[`one eSIM: ${name}`] = await page.locator(`main a[href$="/${name}"]`).first().getAttribute("href");
  }
  ownPages["somebody else's eSIM"] = "/my-esims/00000000-0000-0000-0000-000000000000";
  for (const link of await helpPages(page)) pages[link] = link;
  cookies = await context.cookies();
  await context.close();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function helpPages(page) {
  await page.goto(`${demo.shop}/help`);
  const links = await page.locator("main a[href^='/help/']").evaluateAll((all) => all.map((link) => link.pathname));
  assert.ok(links.length > 0, "the help page leads to guides");
  return [...new Set(links)];
}

/** What is wrong with the page that is open. */
async function faultsOf(page) {
  const axe = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  const faults = axe.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${node.failureSummary.split("\n")[1]?.trim()}`));
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) faults.push(`scrolls ${overflow} px sideways`);
  return faults;
}

for (const width of widths) {
  for (const scheme of schemes) {
    test(`no page has a fault at ${width} px in ${scheme}`, { timeout: 300_000 }, async () => {
      const { page, context, complaints } = await openWindow(browser, { viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: "reduce" });
      const faults = [];
      const visit = async (name, path) => {
        const answer = await page.goto(demo.shop + path);
        assert.equal(answer.status(), path === "/no-such-page" || path.includes("00000000-0000") ? 404 : 200, path);
        faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
      };
      for (const [name, path] of Object.entries(pages)) await visit(name, path);
      await context.addCookies(cookies);
      for (const [name, path] of Object.entries(ownPages)) await visit(name, path);
      await page.goto(demo.shop + pages["a plan"]);
      await checkOut(page, { device: false });
      await page.getByText("*#06#").first().waitFor();
      faults.push(...(await faultsOf(page)).map((fault) => `a form with a fault: ${fault}`));
      assert.deepEqual(faults, []);
      // What the browser itself says of an answer that is no 200 is no fault of the page.
      assert.deepEqual(complaints.filter((line) => !/status of (404|422)/.test(line)), []);
      await context.close();
    });
  }
}
