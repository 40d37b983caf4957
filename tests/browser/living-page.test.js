// One living page per purchase: one tap on the phone in the first screen, and a page that follows the trip by itself without moving anything.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { startDemo } from "./demo.js";
import { checkOut, decodeQr, findPlan, mailTo, openBrowser, openWindow, payWith } from "./traveller.js";

const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
const phone = { viewport: { width: 390, height: 844 }, userAgent: iphone, timezoneId: "America/Lima" };
let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const supplier = async () => (await demo.state()).supplier;
const heading = (page, name) => page.getByRole("heading", { level: 1, name });

/** Buys on this window; ends on the order's page once its mail has gone. The eSIM that came of it. */
async function buy(page, email) {
  const before = (await supplier()).esims.map((esim) => esim.iccid);
  await findPlan(page, demo);
  await checkOut(page);
  await payWith(page, /^Pay .*\d/, email);
  await heading(page, "Your eSIM is ready").waitFor();
  await page.locator("main:not(:has([data-live]))").waitFor();
  return (await supplier()).esims.find((esim) => !before.includes(esim.iccid));
}

/** A press on the demo's control page, as a phone would cause it. */
async function happens(iccid, action) {
  const answer = await fetch(`${demo.control}/esims/${iccid}`, { method: "POST", body: new URLSearchParams({ action }), redirect: "manual" });
  assert.ok(answer.status < 400, `${action}: ${answer.status}`);
}

/** Counts from now on how far things move on each page without anybody's doing. */
const watchShifts = (page) =>
  page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((one) => one.hadRecentInput || (window.moved += one.value))).observe({ type: "layout-shift", buffered: true });
  });

test("the page follows from the payment to the trip by itself, and nothing moves", { timeout: 180_000 }, async () => {
  const { page, context, complaints } = await openWindow(browser, phone);
  await watchShifts(page);
  const { iccid, esim_qr: code } = await buy(page, "eva@example.org");
  assert.equal(await page.title(), "Your eSIM is ready · Layover");
  assert.equal(await page.getByRole("status").innerText(), "Your eSIM is ready");
  const tap = page.getByRole("link", { name: "Install on this iPhone" });
  for (const [width, height] of [[360, 740], [390, 844]]) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const box = await tap.boundingBox();
      assert.ok(box.y + box.height <= height, `${width} × ${height}, ${colorScheme}: the button ends at ${box.y + box.height} px`);
    }
  }
  assert.ok((await tap.getAttribute("href")).endsWith(code));
  assert.ok((await page.evaluate(() => window.moved)) < 0.01, `things moved by ${await page.evaluate(() => window.moved)}`);

  // Looking again changes nothing under the finger: focus, scroll and what stands open are as they were.
  await page.locator("details[data-key=ways] > summary").click();
  await page.getByRole("link", { name: "For someone else" }).focus();
  const at = await page.evaluate(() => scrollY);
  assert.ok(at > 0);
  const looked = page.waitForResponse((answer) => answer.url() === page.url());
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await (await looked).finished();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.match(await page.evaluate(() => document.activeElement.textContent.trim()), /^For someone else/);
  assert.equal(await page.evaluate(() => scrollY), at);
  assert.equal(await page.locator("details[data-key=ways]").getAttribute("open"), "");
  await page.evaluate(() => scrollTo(0, 0));

  // The phone installs it; the page says so within a minute and a half, and so do its headline and the tab.
  await happens(iccid, "install");
  const began = performance.now();
  await heading(page, "Ready for your trip").waitFor({ timeout: 90_000 });
  console.log(`installed: on the page after ${Math.round((performance.now() - began) / 1000)} s`);
  assert.equal(await page.title(), "Ready for your trip · Layover");
  assert.equal(await page.getByRole("status").innerText(), "Ready for your trip");
  assert.equal(await page.locator("main").evaluate((main) => main.contains(document.activeElement)), true, "who stood on what is gone stands on the page");
  assert.ok((await page.evaluate(() => window.moved)) < 0.01, `things moved by ${await page.evaluate(() => window.moved)}`);
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`from the mail another phone is one tap from its installer and a laptop one scan, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const email = javaScriptEnabled ? "ruth@example.org" : "rosa@example.org";
    const { page, context } = await openWindow(browser);
    const { esim_qr: code } = await buy(page, email);
    const mail = await mailTo(demo, email, /ready/i);
    const link = /<a\s[^>]*?href="(http[^"]+)"/.exec(mail.html)[1].replaceAll("&amp;", "&");
    assert.ok(mail.text.includes(link), "the mail's button, and its first link in plain text");
    const visit = async (device) => {
      const there = await openWindow(browser, { ...device, javaScriptEnabled });
      await there.page.goto(link);
      assert.ok(!there.page.url().includes("key="), "the key does not stay in the address");
      return there;
    };
    const other = await visit(phone);
    const tap = other.page.getByRole("link", { name: "Install on this iPhone" });
    const box = await tap.boundingBox();
    assert.ok(box.y + box.height <= 844 && (await tap.getAttribute("href")).endsWith(code), "one tap, on the first screen");
    const laptop = await visit({ viewport: { width: 1280, height: 900 } });
    const picture = laptop.page.locator("img.qr").first();
    await picture.evaluate((image) => image.decode());
    assert.equal(decodeQr(await picture.screenshot()), code, "one scan");
    const scanned = await picture.boundingBox();
    assert.ok(scanned.y + scanned.height <= 900, `the code ends at ${scanned.y + scanned.height} px of 900`);
    for (const there of [other, laptop]) {
      assert.deepEqual(there.complaints, []);
      await there.context.close();
    }
    await context.close();
  });
}

test("times are the device's own, without seconds", async () => {
  const { page, context } = await openWindow(browser, phone);
  await buy(page, "ida@example.org");
  await page.locator("details.story > summary").click();
  const time = page.locator("ol.clock time").first();
  const shown = await time.innerText();
  const own = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "America/Lima" }).format(new Date(await time.getAttribute("datetime")));
  assert.equal(shown, own);
  assert.doesNotMatch(await page.locator("main").innerText(), /\d:\d\d:\d\d/);
  await context.close();
});

test("the file to keep is complete without a network", async () => {
  const { page, context } = await openWindow(browser, { ...phone, acceptDownloads: true });
  const { esim_qr: code } = await buy(page, "ola@example.org");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Keep on this phone" }).click()]);
  const file = await download.path();
  assert.ok(readFileSync(file).length < 40 * 1024);
  const plane = await openWindow(browser, { viewport: { width: 390, height: 844 }, offline: true });
  const asked = [];
  plane.page.on("request", (request) => asked.push(request.url()));
  // A download has no ending; a browser shows it as a page when it is called one.
  await plane.page.goto("about:blank");
  await plane.page.setContent(readFileSync(file, "utf8"));
  const picture = plane.page.locator("img");
  await picture.evaluate((image) => image.decode());
  assert.equal(decodeQr(await picture.screenshot()), code);
  assert.ok((await plane.page.locator("main").innerText()).includes(code));
  assert.equal(await plane.page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "nothing stands out");
  assert.deepEqual(asked.filter((url) => !url.startsWith("data:")), []);
  await plane.context.close();
  await context.close();
});
