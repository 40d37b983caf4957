// Every page in every language, light and dark, at three widths: no fault for axe, no complaint of the browser, no sideways scroll, nothing
// that moves while it loads, and no request to anybody else.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { startDemo } from "./demo.js";
import { statusOf, takeTour } from "./tour.js";
import { openBrowser, openWindow } from "./traveller.js";

const widths = [360, 768, 1440];
// No phone is narrower, and a page that is enlarged four times is as wide (WCAG 1.4.10).
const smallest = 320;
const variants = ["light", "dark"].flatMap((scheme) => widths.map((width) => ({ scheme, width })));
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What colours and sizes decide. All other rules read the tree and what of it can be seen. The tree is the same bytes in each variant, so they
// run once, and again as soon as a variant shows or hides something that was not so before: nothing is lost, and most of the time is saved.
const ofTheLook = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "css-orientation-lock", "meta-viewport"];
// Pages are loaded anew at each width in these; in the others at the narrowest only, and then drawn wider.
const loadedAtEachWidth = ["en", "ar"];

let demo, browser, tour;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  tour = await takeTour(browser, demo);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** How far things moved since the load, without anybody's doing. */
const shifted = (page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await document.fonts.ready;
    for (let i = 0; i < 3; i += 1) await frame();
    return new Promise((resolve) => {
      let sum = 0;
      const observer = new PerformanceObserver((list) => (sum += list.getEntries().reduce((all, one) => all + one.value, 0)));
      observer.observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve(sum + observer.takeRecords().reduce((all, one) => all + one.value, 0)), 50);
    });
  });

/** The page that is open, as it is: which of its elements can be seen, how far it scrolls sideways, and what axe finds. */
const look = (page, seen) =>
  page.evaluate(
    async ({ seen, tags, ofTheLook }) => {
      const shown = [...document.querySelectorAll("*")].map((one) => Number(one.checkVisibility({ visibilityProperty: true }))).join("");
      const rules = seen.includes(shown) ? { type: "rule", values: ofTheLook } : { type: "tag", values: tags };
      // Whoever speaks to the page says what stands on the button (WCAG 2.5.3); axe has that rule off by itself.
      const { violations } = await window.axe.run({ runOnly: rules, rules: { "label-content-name-mismatch": { enabled: true } }, resultTypes: ["violations"] });
      const faults = violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${node.failureSummary.split("\n")[1]?.trim()}`));
      const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
      if (sideways > 0) faults.push(`scrolls ${sideways} px sideways`);
      return { shown, faults };
    },
    { seen, tags, ofTheLook },
  );

/** What is wrong with the page that is open, in all variants. */
async function faultsOf(page, reload) {
  const faults = [];
  const seen = [];
  for (const { scheme, width } of variants) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    if (scheme === "light" && (width === widths[0] || reload)) {
      if (width !== widths[0]) await page.reload();
      const moved = await shifted(page);
      if (moved >= 0.01) faults.push(`at ${width}: things move by ${moved.toFixed(3)} while it loads`);
      await page.evaluate(axe.source);
    }
    const { shown, faults: found } = await look(page, seen);
    seen.push(shown);
    faults.push(...found.map((fault) => `at ${width} in ${scheme}: ${fault}`));
  }
  await page.setViewportSize({ width: smallest, height: 900 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 0) faults.push(`at ${smallest}: scrolls ${sideways} px sideways`);
  return faults;
}

/** Sends a form as no browser would by itself, so that it comes back with its faults. */
async function sendWrong(page, form) {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await Promise.all([page.waitForEvent("load"), page.locator(form).evaluate((one) => one.submit())]);
  assert.equal((await answered).status(), 422);
}

async function faultsInLanguage({ code, prefix }) {
  const { page, context, complaints } = await openWindow(browser, { reducedMotion: "reduce", locale: code });
  const faults = [];
  const reload = loadedAtEachWidth.includes(code);
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && new URL(request.url()).origin !== demo.shop) faults.push(`${code} ${page.url()}: asks ${request.url()}`);
  });
  const visit = async (name, path, wrong) => {
    await page.setViewportSize({ width: widths[0], height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    const answer = await page.goto(demo.shop + (prefix + path.replace(/^\/$/, prefix ? "" : "/")));
    assert.equal(answer.status(), statusOf(path), `${code} ${path}`);
    assert.equal(await page.locator("html").getAttribute("lang"), code, `${code} ${path}`);
    assert.equal(await page.locator("html").getAttribute("dir"), code === "ar" ? "rtl" : "ltr");
    if (wrong) await sendWrong(page, wrong);
    // A form that came back wrong cannot be loaded anew without being asked whether to send it again.
    faults.push(...(await faultsOf(page, reload && !wrong)).map((fault) => `${code} ${name} ${fault}`));
  };
  for (const [name, path] of Object.entries(tour.pages)) await visit(name, path);
  await visit("a plan's form with a fault", tour.pages["a plan"], "form[action$='/checkout']");
  await visit("the sign-in form with a fault", "/my-esims", "form[action$='/login']");
  await context.addCookies(tour.cookies);
  for (const [name, path] of Object.entries(tour.own)) await visit(name, path);
  // What the browser itself says of an answer that is no 200 is no fault of the page.
  faults.push(...complaints.filter((line) => !/status of (404|422)/.test(line)));
  await context.close();
  return faults;
}

test("no page has a fault in any language, light or dark, at any width", { timeout: 1_100_000 }, async () => {
  const waiting = [...tour.languages];
  const faults = [];
  const worker = async () => {
    for (let language = waiting.shift(); language; language = waiting.shift()) {
      const began = performance.now();
      const found = await faultsInLanguage(language);
      faults.push(...found);
      console.log(`${language.code}: ${found.length} faults, ${Math.round((performance.now() - began) / 1000)} s`);
    }
  };
  await Promise.all([worker(), worker()]);
  assert.deepEqual(faults, []);
});
