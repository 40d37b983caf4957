// Life with an eSIM: what is left, no internet, more data, giving back. With JavaScript and without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, startDemo } from "./demo.js";
import { checkAgainUntil, checkOut, findPlan, openBrowser, openWindow, payWith, qrTexts, signIn } from "./traveller.js";

let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const supplier = async () => (await demo.state()).supplier;

/** Follows a step that happens elsewhere: the page hears of it by itself, or is asked again by a press. */
async function arrives(page, scripts, locator) {
  if (scripts) await locator.first().waitFor();
  else await checkAgainUntil(page, locator);
}

/** A press on the demo's control page, as a phone would cause it. */
async function happens(iccid, action) {
  const answer = await fetch(`${demo.control}/esims/${iccid}`, { method: "POST", body: new URLSearchParams({ action }), redirect: "manual" });
  assert.ok(answer.status < 400, `${action}: ${answer.status}`);
}

for (const scripts of [true, false]) {
  const how = scripts ? "" : ", without JavaScript";
  const email = scripts ? "lena@example.org" : "milo@example.org";

  test(`a traveller sees what is left, tops up and gives back${how}`, { timeout: 120_000 }, async () => {
    const { page, context, complaints } = await openWindow(browser, { javaScriptEnabled: scripts });
    const before = (await supplier()).esims.map((esim) => esim.iccid);
    await findPlan(page, demo);
    await checkOut(page);
    await payWith(page, /^Pay .*\d/, email);
    await page.waitForURL(/\/orders\//);
    await arrives(page, scripts, heading(page, "Your eSIM is ready"));
    const { iccid, esim_qr: code } = (await supplier()).esims.find((esim) => !before.includes(esim.iccid));
    await signIn(page, demo, email);
    await page.getByRole("link", { name: /Install or start/ }).click();
    const esim = page.url();
    assert.deepEqual(await qrTexts(page), [code]);

    // No internet: not installed yet. Then it is, and has landed.
    await page.getByRole("link", { name: "No internet?" }).click();
    await heading(page, "Install it first").waitFor();
    await happens(iccid, "arrive");
    await eventually("the page knows that it is in use", async () => {
      await page.goto(esim);
      return heading(page, "Landed? Three switches").isVisible();
    });
    await page.getByText("This eSIM is already on a phone.").waitFor();
    assert.equal(await page.getByRole("img", { name: /QR code that installs/ }).isVisible(), false, "folded away");
    await page.getByText("Show its QR code and codes again").click();
    assert.deepEqual(await qrTexts(page), [code], "and still there");
    await page.getByRole("link", { name: "No internet?" }).click();
    await heading(page, "Turn on data roaming for the eSIM").waitFor();
    await page.getByRole("listitem").filter({ hasText: "SoftBank" }).waitFor();

    // The data runs low, is used up: the way on is a top-up, in one press.
    await happens(iccid, "use");
    await happens(iccid, "use");
    await happens(iccid, "use").catch(() => {});
    await eventually("the page knows that the data is used up", async () => {
      await page.goto(`${esim}/no-internet`);
      return heading(page, "Your data is used up").isVisible();
    });
    await page.getByRole("link", { name: "Top up", exact: true }).click();
    await heading(page, "Top up").waitFor();
    for (const rule of ["will be automatically activated", "The countdown towards expiry will start", "do not need to re-install"]) {
      assert.ok((await page.locator("main").innerText()).includes(rule), rule);
    }
    await page.getByRole("button", { name: /^Add 3 GB · 30 days \$/ }).click();
    await page.waitForURL(/\/pay\/cs_/);
    await payWith(page, /^Pay .*\d/, email);
    await page.waitForURL(/\/orders\//);
    await arrives(page, scripts, heading(page, "Your top-up is on your eSIM"));
    const sold = (await supplier()).orders.filter((order) => order.iccid === iccid);
    assert.deepEqual(sold.map((order) => order.operation), ["NEW", "TOPUP"]);
    assert.equal((await supplier()).esims.length, before.length + 1, "no new eSIM");
    await page.getByRole("link", { name: "See your eSIM" }).click();
    await page.getByRole("heading", { name: /3 GB/ }).first().waitFor();

    // It was not needed after all.
    const refunds = (await demo.state()).stripe.refunds.length;
    await page.getByRole("link", { name: /^Cancel and refund/ }).click();
    await heading(page, "Cancel this plan and get a refund?").waitFor();
    const button = page.getByRole("button", { name: /^Cancel it and get \$/ });
    const amount = (await button.innerText()).match(/\d+\.\d+/)[0];
    await button.click();
    await arrives(page, scripts, heading(page, "Cancelled and refunded"));
    const { stripe } = await demo.state();
    assert.equal(stripe.refunds.length, refunds + 1);
    assert.equal(stripe.refunds.at(-1).amount, Math.round(Number(amount) * 100));
    assert.ok((await page.locator("main").innerText()).includes(stripe.refunds.at(-1).id), "the refund's reference");
    assert.deepEqual(complaints, []);
    await context.close();
  });
}

test("the install sheet prints on one page, and its button is there only where it works", async () => {
  const { page, context } = await openWindow(browser);
  await findPlan(page, demo);
  await checkOut(page);
  await payWith(page, /^Pay .*\d/, "nora@example.org");
  await heading(page, "Your eSIM is ready").waitFor();
  await signIn(page, demo, "nora@example.org");
  await page.getByRole("link", { name: /Install or start/ }).click();
  await page.getByRole("link", { name: "Printable install sheet" }).click();
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.getByRole("button", { name: "Print this sheet" }).click();
  assert.equal(await page.evaluate(() => window.printed), true);
  await page.locator("img.qr").evaluate((image) => image.decode());
  const paper = (await page.pdf({ format: "A4", printBackground: true })).toString("latin1");
  assert.equal(paper.match(/\/Type\s*\/Page\b/g).length, 1);
  const plain = await openWindow(browser, { javaScriptEnabled: false });
  await plain.context.addCookies(await context.cookies());
  await plain.page.goto(page.url());
  assert.equal(await plain.page.getByText("Print this sheet").isVisible(), false);
  await plain.context.close();
  await context.close();
});
