// What a traveller sees without scrolling: a plan's price wherever there are plans, the price and the pay button of a plan. Each page is loaded
// once and then resized: five sizes of screen, light and dark.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startDemo } from "./demo.js";
import { openBrowser, openWindow } from "./traveller.js";

const screens = [[360, 740], [390, 844], [768, 1024], [1024, 768], [1440, 900]];
const shelves = ["japan", "united-states", "united-arab-emirates", "austria", "thailand", "turkey", "united-kingdom", "georgia", "brazil", "europe", "asia", "global"].map((slug) => `/esim/${slug}`);
const plans = ["esimfx_1G_7D_JP", "esimfx_10G_30D_JP", "esimfx_1G_7D_AT", "esimfx_5G_30D_EU", "esimfx_10G_30D_US"].map((id) => `/plans/${id}`);
const trips = ["Tokyo, Bali, London, 3-19 May", "Paris 4 days, Rome 5 days", "Bangkok, Hanoi, Siem Reap, 5 weeks"].map((text) => `/trip?${new URLSearchParams({ q: text })}`);
/** Rows of a country that a phone of 390 × 844 shows at once, if there are as many. */
const rows = 8;

let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** How many of these there are, and how many can be seen whole, with nothing in front of them. */
const seen = (page, selector) =>
  page.evaluate((selector) => {
    const whole = (one) => {
      const { top, bottom, left, right, width } = one.getBoundingClientRect();
      const inside = width > 0 && top >= 0 && bottom <= innerHeight && left >= 0 && right <= document.documentElement.clientWidth;
      const front = inside && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return Boolean(front) && (one.contains(front) || front.contains(one));
    };
    const all = [...document.querySelectorAll(selector)];
    return { all: all.length, seen: all.filter(whole).length };
  }, selector);

const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Loads a page once, and looks at it on each screen. */
async function onEachScreen(page, path, look) {
  const [width, height] = screens[0];
  await page.setViewportSize({ width, height });
  const answer = await page.goto(demo.shop + path);
  assert.equal(answer.status(), 200, path);
  const faults = [];
  for (const [width, height] of screens) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const fault of await look(width)) faults.push(`${path} on ${width} × ${height}, ${colorScheme}: ${fault}`);
    }
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await sideways(page);
  if (over > 0) faults.push(`${path} scrolls ${over} px sideways at 320 px`);
  return faults;
}

/** Looks at these pages in a language; `look` says what is wrong. */
async function faultsOf(paths, look, { prefix = "", locale = "en" } = {}) {
  const { page, context, complaints } = await openWindow(browser, { reducedMotion: "reduce", locale });
  const faults = [];
  for (const path of paths) faults.push(...(await onEachScreen(page, prefix + path, (width) => look(page, width, path))));
  await context.close();
  return [...faults, ...complaints];
}

async function pricesAreSeen(page, width, path) {
  const prices = await seen(page, ".board .price");
  const least = width === 390 && path.startsWith("/esim/") ? Math.min(rows, prices.all) : 1;
  return prices.seen >= least ? [] : [`${prices.seen} of ${prices.all} plans' prices are seen, at least ${least} should be`];
}

test("wherever there are plans, their prices are on the first screen", async () => {
  assert.deepEqual(await faultsOf(shelves, pricesAreSeen), []);
});

test("so they are in languages with longer words and from the right", async () => {
  const few = ["/esim/japan", "/esim/united-states", "/esim/united-arab-emirates", "/esim/europe"];
  const faults = [];
  for (const [prefix, locale] of [["/de", "de"], ["/fr", "fr"], ["/pt-br", "pt-BR"], ["/ar", "ar"]]) faults.push(...(await faultsOf(few, pricesAreSeen, { prefix, locale })));
  assert.deepEqual(faults, []);
});

test("a plan's price and its pay button are on the first screen", async () => {
  const look = async (page) => {
    const [price, button] = [await seen(page, ".pay .price-big"), await seen(page, ".pay .button")];
    return [...(price.seen === 1 ? [] : ["the price is not seen"]), ...(button.seen === 1 ? [] : ["the pay button is not seen"])];
  };
  const faults = await faultsOf(plans, look);
  for (const [prefix, locale] of [["/de", "de"], ["/ar", "ar"]]) faults.push(...(await faultsOf(plans.slice(0, 2), look, { prefix, locale })));
  assert.deepEqual(faults, []);
});

test("a trip's answer is on the first screen", async () => {
  const look = async (page) => ((await seen(page, ".ways .price-big")).seen > 0 ? [] : ["no answer is seen"]);
  assert.deepEqual(await faultsOf(trips, look), []);
});

test("the stub with the pay button covers neither what has the focus nor the end of the page, and is not printed", async () => {
  const { page, context } = await openWindow(browser, { viewport: { width: 390, height: 844 }, reducedMotion: "reduce", locale: "en" });
  await page.goto(demo.shop + plans[0]);
  const covered = () =>
    page.evaluate(() => {
      const [stub, one] = [document.querySelector(".pay"), document.activeElement];
      const [bar, box] = [stub.getBoundingClientRect(), one.getBoundingClientRect()];
      return !stub.contains(one) && box.bottom > bar.top && box.top < bar.bottom && box.height > 0 ? one.outerHTML.slice(0, 90) : "";
    });
  let paid = false;
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press("Tab");
    assert.equal(await covered(), "", "what has the focus can be seen");
    paid ||= await page.evaluate(() => document.activeElement.name === "device_ok");
    if (await page.evaluate(() => document.activeElement.matches(".tongues li:last-child a"))) break;
  }
  assert.ok(paid, "the button is reached by the keyboard");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".tongues li:last-child a")), "and so is the end of the page");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const room = await page.evaluate(() => document.querySelector(".pay").getBoundingClientRect().top - document.querySelector(".tongues").getBoundingClientRect().bottom);
  assert.ok(room >= 0, `the end of the page lies ${-room} px below the stub`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".pay").isVisible(), false);
  // On a low screen, as a page is when it is enlarged, it stands in its place.
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 320, height: 256 });
  assert.equal(await page.locator(".pay").evaluate((stub) => getComputedStyle(stub).position), "static");
  await context.close();
});
