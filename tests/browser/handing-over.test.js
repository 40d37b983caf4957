// Four eSIMs go to four people: named, one kept for this phone, links sent at one press, opened on other phones. With JavaScript and without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { eventually, startDemo } from "./demo.js";
import { checkAgainUntil, checkOut, decodeQr, findPlan, openBrowser, openWindow, payWith, qrTexts } from "./traveller.js";

const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
const phone = { userAgent: iphone, viewport: { width: 390, height: 844 } };
let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Buys so many and ends on their order's page. */
async function bought(page, quantity, javaScriptEnabled = true) {
  await findPlan(page, demo);
  await checkOut(page, { quantity });
  await payWith(page, /^Pay .*\d/, "lea@example.org");
  const ready = page.getByRole("heading", { level: 1, name: `Your ${quantity} eSIMs are ready` });
  if (javaScriptEnabled) await ready.waitFor();
  else await checkAgainUntil(page, ready);
  await page.getByRole("heading", { level: 2, name: "Who are they for?" }).waitFor();
  return page.url();
}

const lines = (text) => text.split("\n").map((line) => /^(.+): (http\S+\/for\/\S+)$/.exec(line).slice(1));
const violations = async (page) => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => (await window.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`));
};

for (const javaScriptEnabled of [true, false]) {
  test(`four eSIMs go to four people in six taps ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const { page, context, complaints } = await openWindow(browser, { ...phone, javaScriptEnabled });
    // What the phone's own share sheet is given; the sheet is not a page of ours.
    await context.addInitScript(() => (navigator.share = async ({ text }) => void (window.shared = text)));
    await bought(page, 4, javaScriptEnabled);
    let taps = 0;
    const tap = (target) => ((taps += 1), target.click());
    const names = ["Mum", "Lucía", "Leo"];
    for (const [at, name] of names.entries()) {
      await tap(page.getByLabel(`eSIM ${at + 2} of 4`));
      await page.keyboard.type(name);
    }
    await tap(page.getByRole("button", { name: "This phone eSIM 1 of 4" }));
    const install = page.getByRole("link", { name: "Install on this iPhone" });
    await install.waitFor();
    assert.equal(await install.count(), 1);
    await tap(page.getByRole("button", { name: "Send all links" }));
    const field = page.getByLabel("Links, one line per traveller");
    await field.waitFor();
    if (javaScriptEnabled) await eventually("the links are handed to the share sheet", () => page.evaluate(() => window.shared));
    const text = javaScriptEnabled ? await page.evaluate(() => window.shared) : await field.inputValue();
    assert.deepEqual(lines(text).map(([name]) => name), names, "one text, a line a name");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "no scrolling sideways");
    if (javaScriptEnabled) {
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "The links are ready", "what has come is read out");
      assert.deepEqual(await violations(page), []);
    }
    taps += 1;
    const mine = await install.getAttribute("href");
    assert.ok(taps <= 6, `${taps} taps on our pages`);
    for (const name of names) await page.getByText(new RegExp(`${name}\\s+link sent · not installed yet`)).waitFor();

    const opened = [mine.slice(mine.indexOf("LPA:"))];
    for (const [name, link] of lines(text)) {
      const other = await openWindow(browser, phone);
      await other.page.goto(link);
      await other.page.getByRole("heading", { level: 1, name: `For ${name}` }).waitFor();
      const [code] = await qrTexts(other.page);
      assert.ok((await other.page.getByRole("link", { name: "Install on this iPhone" }).getAttribute("href")).endsWith(code), "one tap installs it");
      opened.push(code);
      assert.deepEqual(other.complaints, []);
      await other.context.close();
    }
    assert.equal(new Set(opened).size, 4, "four people, four eSIMs");
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("where nothing can be shared one link is copied, and what was typed stays while the page looks", async () => {
  const { page, context, complaints } = await openWindow(browser);
  await context.addInitScript(() => delete Navigator.prototype.share);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await bought(page, 2);
  assert.equal(await page.locator("img.qr:visible").count(), 0);
  const codes = await qrTexts(page);
  assert.equal(new Set(codes).size, 2);
  assert.equal(await page.locator("img.qr:visible").count(), 1, "one QR code at a time");
  assert.deepEqual(await violations(page), []);
  const lookAgain = async () => {
    const looked = page.waitForResponse((response) => response.url() === page.url() && response.request().method() === "GET");
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await (await looked).finished();
    // The page takes it over in the turn after.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  };
  const field = page.getByLabel("eSIM 1 of 2");
  await field.fill("Mia");
  await lookAgain();
  assert.equal(await field.inputValue(), "Mia");
  assert.equal(await field.evaluate((input) => document.activeElement === input), true, "and the keyboard with it");
  await page.getByRole("button", { name: /^Send link / }).first().click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  await page.getByText(/Mia\s+link sent · not installed yet/).waitFor();
  await lookAgain();
  assert.equal(await page.getByLabel("Link", { exact: true }).inputValue(), link, "what is shown once is not taken away by a look");
  // A press that makes no link shares none, and what is wrong has the keyboard.
  const other = page.getByLabel("eSIM 2 of 2");
  await other.evaluate((input) => (input.value = "x".repeat(41)));
  await page.evaluate(() => navigator.clipboard.writeText("something else"));
  await page.getByRole("button", { name: /^Send link / }).click();
  await page.getByText("Up to 40 characters, on one line.").first().waitFor();
  assert.equal(await other.evaluate((input) => document.activeElement === input), true);
  assert.equal(await page.getByLabel("Link", { exact: true }).inputValue(), link);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "something else");
  assert.ok(complaints.splice(0).every((complaint) => complaint.includes("422")));
  // Side by side, a code that opens the traveller's page is scanned.
  await page.getByRole("link", { name: "Mia" }).click();
  await page.getByText("You sent someone a link to this eSIM").waitFor();
  await page.getByRole("link", { name: "Change the name or end the link" }).click();
  await page.getByRole("button", { name: "Create a link" }).click();
  await page.getByText("Send it to Mia.").waitFor();
  const drawn = page.getByRole("img", { name: "QR code that opens the traveller’s page" });
  await drawn.evaluate((image) => image.decode());
  assert.equal(decodeQr(await drawn.screenshot()), await page.locator("[data-copy]").getAttribute("data-copy"));
  assert.deepEqual(complaints, []);
  await context.close();
});
