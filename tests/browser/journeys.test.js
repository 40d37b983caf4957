// The main road: a traveller pays and holds the eSIM. With JavaScript and without; one and three; by keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startDemo } from "./demo.js";
import { checkAgainUntil, checkOut, findPlan, mailTo, openBrowser, openWindow, payWith, qrTexts, qrTextsOfMail, signIn } from "./traveller.js";

let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The codes that the supplier issued since it had issued those of `before`. */
const issuedSoFar = async () => (await demo.state()).supplier.esims.map((esim) => esim.esim_qr);
const issuedSince = async (before) => (await issuedSoFar()).filter((code) => !before.includes(code));

/** From the order page, which is open and ready, to the end: the page, the mail and "My eSIMs" hold exactly the codes issued. */
async function everythingHoldsTheCodes(page, email, codes) {
  assert.deepEqual((await qrTexts(page)).sort(), [...codes].sort(), "the page's QR codes are what the supplier issued");
  const shown = await page.locator("main").textContent();
  for (const code of codes) assert.ok(shown.includes(code), "each code can be typed from the page, too");
  const mail = await mailTo(demo, email, /eSIM/);
  assert.deepEqual(qrTextsOfMail(mail).sort(), [...codes].sort(), "the mail's pictures hold the codes");
  for (const code of codes) assert.ok(mail.text.includes(code), "the mail's text part holds the codes");
  await signIn(page, demo, email);
  const esims = page.getByRole("article");
  assert.equal(await esims.count(), codes.length);
  const seen = [];
  for (let i = 0; i < codes.length; i += 1) {
    await page.goto(`${demo.shop}/my-esims`);
    await esims.nth(i).getByRole("link", { name: /Install or start/ }).click();
    seen.push(...(await qrTexts(page)));
  }
  assert.deepEqual(seen.sort(), [...codes].sort(), "My eSIMs shows them again");
}

const ready = (page) => page.getByRole("heading", { level: 1, name: /^Your (eSIM is|\d eSIMs are) ready$/ });
/** Until the page expects nothing more: it says that the mail is sent, too. */
const atRest = (page) => page.locator("main:not(:has([data-live]))").waitFor();

test("a traveller pays for Japan and sees the very code that the supplier issued", async () => {
  const { page, context, complaints } = await openWindow(browser);
  const before = await issuedSoFar();
  await findPlan(page, demo);
  await checkOut(page);
  await payWith(page, /^Pay .*\d/, "ana@example.org");
  await page.waitForURL(/\/orders\//);
  // No reload: the page hears of it by itself.
  await ready(page).waitFor();
  await atRest(page);
  const codes = await issuedSince(before);
  assert.equal(codes.length, 1);
  assert.match(codes[0], /^LPA:1\$/);
  await everythingHoldsTheCodes(page, "ana@example.org", codes);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the same without JavaScript", async () => {
  const { page, context } = await openWindow(browser, { javaScriptEnabled: false });
  const before = await issuedSoFar();
  await findPlan(page, demo);
  await checkOut(page);
  await payWith(page, /^Pay .*\d/, "ben@example.org");
  await page.waitForURL(/\/orders\//);
  await checkAgainUntil(page, ready(page));
  await everythingHoldsTheCodes(page, "ben@example.org", await issuedSince(before));
  await context.close();
});

test("three eSIMs are three codes, in one mail", async () => {
  const { page, context, complaints } = await openWindow(browser);
  const before = await issuedSoFar();
  await findPlan(page, demo);
  await checkOut(page, { quantity: 3 });
  await payWith(page, /^Pay .*\d/, "cleo@example.org");
  await page.getByRole("heading", { level: 1, name: "Your 3 eSIMs are ready", exact: true }).waitFor();
  await atRest(page);
  const codes = await issuedSince(before);
  assert.equal(new Set(codes).size, 3);
  await everythingHoldsTheCodes(page, "cleo@example.org", codes);
  const delivered = (await demo.mails()).filter((mail) => mail.to.includes("cleo@example.org") && !/sign/i.test(mail.subject));
  assert.equal(delivered.length, 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("three clicks lead from the home page to the payment, and nothing is typed", async () => {
  const { page, context, complaints } = await openWindow(browser, { viewport: { width: 360, height: 740 } });
  let clicks = 0;
  const click = (target) => {
    clicks += 1;
    return target.click();
  };
  await page.goto(demo.shop);
  await click(page.locator("main a[href='/esim/japan']").first());
  await page.getByRole("heading", { level: 1, name: "Japan" }).waitFor();
  await click(page.locator("main a[href^='/plans/']").first());
  await page.waitForURL(/\/plans\//);
  await click(page.getByRole("button", { name: /^Yes/ }));
  await page.waitForURL(/\/pay\/cs_/);
  assert.equal(clicks, 3);
  assert.deepEqual(complaints, []);
  await context.close();
});

/** What is wrong with how the place looks where the keyboard is: it must be outlined, inside the window, and not below something else. */
const unseen = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const box = one.getBoundingClientRect();
    const name = `${one.tagName} ${one.getAttribute("href") ?? one.name ?? ""}`;
    // A pass is outlined around its whole edge and a search field with its button: the ring may stand on what surrounds it.
    const ringed = (at) => at && parseFloat(getComputedStyle(at).outlineWidth) >= 2 && getComputedStyle(at).outlineStyle !== "none" && !/, 0\)$|transparent/.test(getComputedStyle(at).outlineColor);
    if (![one, one.closest("form.search"), one.closest("li"), one.closest("label")].some(ringed)) return `${name} has no outline`;
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `${name} is outside of the window`;
    const above = document.elementFromPoint(x, y);
    // A link of two lines has no middle of its own.
    const own = [...one.getClientRects()].some((part) => one.contains(document.elementFromPoint(part.left + part.width / 2, part.top + part.height / 2)));
    if (!own && !one.contains(above)) return `${name} is covered by ${above?.tagName} ${above?.className}`;
    return null;
  });

test("the keyboard alone is enough to buy, and one always sees where it is", async () => {
  const { page, context } = await openWindow(browser, { reducedMotion: "reduce" });
  const qr = page.getByRole("img", { name: /QR code that installs/ });
  const faults = [];
  const tabTo = async (selector) => {
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press("Tab");
      if (page.url().startsWith(demo.shop)) faults.push(...[await unseen(page)].filter(Boolean).map((fault) => `${new URL(page.url()).pathname}: ${fault}`));
      if (await page.evaluate((wanted) => Boolean(document.activeElement?.matches(wanted)), selector)) return;
    }
    assert.fail(`Tab never reached ${selector}`);
  };
  await page.goto(demo.shop);
  await tabTo("input[name=q]");
  await page.keyboard.type("Japan");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search/);
  await tabTo("main a[href^='/plans/']");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/plans\//);
  await tabTo("form[action='/checkout'] button");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/pay\/cs_/);
  await tabTo("input[name=email]");
  await page.keyboard.type("dora@example.org");
  await tabTo("button[value=pay]");
  await page.keyboard.press("Enter");
  await ready(page).waitFor();
  await atRest(page);
  assert.equal((await qrTexts(page)).length, 1);
  await tabTo("main a, main button");
  assert.ok(await qr.isVisible());
  assert.deepEqual(faults, []);
  await context.close();
});
