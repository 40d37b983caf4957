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
  // Exactly that: of four, "2 of your 4 eSIMs are ready" comes before it.
  const ready = page.getByRole("heading", { level: 1, name: `Your ${quantity} eSIMs are ready`, exact: true });
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

/** The page reads itself anew, as it does when somebody comes back to it. */
async function lookAgain(page) {
  const looked = page.waitForResponse((response) => response.url() === page.url() && response.request().method() === "GET");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await (await looked).finished();
  // The page takes it over in the turn after.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
}

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
  const field = page.getByLabel("eSIM 1 of 2");
  await field.fill("Mia");
  await lookAgain(page);
  assert.equal(await field.inputValue(), "Mia");
  assert.equal(await field.evaluate((input) => document.activeElement === input), true, "and the keyboard with it");
  await page.getByRole("button", { name: /^Send link / }).first().click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  await page.getByText(/Mia\s+link sent · not installed yet/).waitFor();
  await lookAgain(page);
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

test("a name that is being typed stays, and the keyboard with it, when the last eSIM comes and when the money of one goes back", async () => {
  const { page, context, complaints } = await openWindow(browser);
  await bought(page, 2);
  await page.locator("main:not(:has([data-live]))").waitFor();
  // While one is still to come, the clock stands above whom they are for; while money goes back, the page is in another phase.
  const clock = '<section class="sheet stack" data-key="clock"><ol class="clock"><li>Paid</li></ol></section>';
  const asWhile = (phase) =>
    page.route(page.url(), async (route) => {
      const response = await route.fetch();
      const body = (await response.text())
        .replace(/(data-phase=")[\w-]+/, `$1${phase}`)
        .replace(/<details class="story"[^]*?<\/details>/, '<p class="label story" data-key="dated">Order</p>')
        .replace(/(<\/header>)(\s*)(?=<section[^>]*data-key="family")/, `$1$2${clock}$2`);
      assert.ok(body.includes(`data-phase="${phase}"`) && body.includes(clock) && !body.includes('data-key="story"'));
      await route.fulfill({ response, body });
    });
  const phase = () => page.locator("[data-phase]").getAttribute("data-phase");
  await asWhile("install");
  await page.reload();
  await page.unroute(page.url());
  const field = page.getByLabel("eSIM 2 of 2");
  await field.click();
  await page.keyboard.type("M");
  const typed = async (letter, expected, when) => {
    await lookAgain(page);
    await page.keyboard.type(letter);
    assert.equal(await field.inputValue(), expected, when);
  };
  await typed("i", "Mi", "the last one has come");
  assert.deepEqual([await page.locator("[data-key=clock]").count(), await page.locator("[data-key=story]").count()], [0, 1]);
  await asWhile("refund");
  await typed("l", "Mil", "money goes back");
  assert.equal(await phase(), "refund");
  await page.unroute(page.url());
  await typed("a", "Mila", "money has gone back");
  assert.equal(await phase(), "install");
  // What was typed and left stays as well.
  await page.getByLabel("eSIM 1 of 2").click();
  await asWhile("refund");
  await lookAgain(page);
  assert.equal(await field.inputValue(), "Mila");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("what is wrong stays on the page, and what was typed beside it, when news come", async () => {
  const { page, context, complaints } = await openWindow(browser);
  await bought(page, 2);
  await page.locator("main:not(:has([data-live]))").waitFor();
  // As it is where a name was refused while something of the order is still to come: the stream tells its news at once.
  await page.route(
    page.url(),
    async (route) => {
      const response = await route.fetch();
      const body = (await response.text())
        .replace('<ol class="clock"', `$& data-live="${new URL(page.url()).pathname}/events"`)
        .replace(/(<h2 id="family">[^]*?<\/h2>)/, '$1<div class="note bad errors" role="alert" tabindex="-1">Wrong</div>')
        .replace(/(<input\s+id="name-2"[^>]* value=")"/, '$1Much too long"');
      await route.fulfill({ response, body });
    },
    { times: 1 },
  );
  const told = page.waitForResponse((response) => response.url().endsWith("/events"));
  await page.reload();
  await told;
  await new Promise((done) => setTimeout(done, 1000));
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await new Promise((done) => setTimeout(done, 500));
  assert.deepEqual([await page.getByRole("alert").innerText(), await page.getByLabel("eSIM 2 of 2").inputValue()], ["Wrong", "Much too long"]);
  assert.deepEqual(complaints, []);
  await context.close();
});
