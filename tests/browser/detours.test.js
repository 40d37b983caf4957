// The side roads: a card declined, a payment abandoned or delayed, a form half filled, a stranger with the link, a button pressed twice.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startDemo } from "./demo.js";
import { checkOut, findPlan, mailTo, openBrowser, openWindow, payWith } from "./traveller.js";

let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const ordersOf = async () => (await demo.state()).supplier.orders.length;

test("a declined card buys nothing, and another card still can", async () => {
  const { page, context, complaints } = await openWindow(browser);
  const before = await ordersOf();
  await findPlan(page, demo);
  await checkOut(page);
  await payWith(page, "Decline the card", "eve@example.org");
  await page.getByRole("alert").filter({ hasText: "declined" }).waitFor();
  assert.equal(await ordersOf(), before);
  await payWith(page, /^Pay .*\d/, "eve@example.org");
  await heading(page, "Your eSIM is ready");
  assert.equal(await ordersOf(), before + 1);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("who leaves the payment page is back in the shop, and nothing is bought", async () => {
  const { page, context, complaints } = await openWindow(browser);
  const before = await ordersOf();
  const plan = await findPlan(page, demo);
  await checkOut(page);
  await payWith(page, "Cancel and return");
  await page.waitForURL((url) => url.href.startsWith(demo.shop));
  assert.equal(new URL(page.url()).pathname, new URL(plan).pathname, "back at the plan");
  assert.equal(await ordersOf(), before);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a payment by bank delivers when the bank confirms it", async () => {
  const { page, context, complaints } = await openWindow(browser);
  const before = await ordersOf();
  await findPlan(page, demo);
  const session = await checkOut(page);
  await payWith(page, /Pay by bank/, "finn@example.org");
  await heading(page, "Your payment is on its way");
  assert.equal(await ordersOf(), before, "nothing is bought before the money is there");
  await demo.settle(session, "confirm");
  await heading(page, "Your eSIM is ready");
  await mailTo(demo, "finn@example.org", /ready/i);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a payment by bank that fails is told by page and mail, and nothing is bought", async () => {
  const { page, context, complaints } = await openWindow(browser);
  const before = await ordersOf();
  await findPlan(page, demo);
  const session = await checkOut(page);
  await payWith(page, /Pay by bank/, "gus@example.org");
  await heading(page, "Your payment is on its way");
  await demo.settle(session, "fail");
  await heading(page, "Your payment did not go through");
  await mailTo(demo, "gus@example.org", /payment/i);
  assert.equal(await ordersOf(), before);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a form that does not say that the phone takes an eSIM comes back with the reason, and keeps what was chosen", async () => {
  const { page, context } = await openWindow(browser);
  await findPlan(page, demo);
  await page.getByLabel("How many eSIMs?").selectOption("2");
  // The button is the answer: only a form that is sent without it says nothing.
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === "/checkout");
  await page.locator("form[action='/checkout']").evaluate((form) => form.submit());
  assert.equal((await answered).status(), 422);
  await page.getByText("*#06#").first().waitFor();
  assert.equal(await page.getByLabel("How many eSIMs?").inputValue(), "2");
  // And from there the road goes on.
  await checkOut(page, { quantity: 2 });
  assert.match(page.url(), /\/pay\/cs_/);
  await context.close();
});

test("another browser that has the order's address sees no code", async () => {
  const { page, context } = await openWindow(browser);
  const earlier = (await demo.state()).supplier.esims.map((esim) => esim.esim_qr);
  await findPlan(page, demo);
  await checkOut(page);
  await payWith(page, /^Pay .*\d/, "hana@example.org");
  await heading(page, "Your eSIM is ready");
  const code = (await demo.state()).supplier.esims.map((esim) => esim.esim_qr).find((one) => !earlier.includes(one));
  assert.ok((await page.content()).includes(code));
  const qr = await page.getByRole("img", { name: /QR code that installs/ }).getAttribute("src");

  const stranger = await openWindow(browser);
  await stranger.page.goto(page.url());
  await stranger.page.getByRole("heading", { name: "Sign in to see the codes" }).waitFor();
  const seen = await stranger.page.content();
  for (const secret of [code, code.split("$")[2]]) assert.ok(!seen.includes(secret), "no code in the page");
  assert.equal(await stranger.page.getByRole("img", { name: /QR code/ }).count(), 0);
  assert.notEqual((await stranger.page.request.get(new URL(qr, demo.shop).href)).status(), 200);
  const order = await (await stranger.page.request.get(page.url(), { headers: { accept: "application/json" } })).json();
  assert.deepEqual(order.lines.map((line) => [line.activation_code, line.matching_id]), [[null, null]]);
  const own = await (await page.request.get(page.url(), { headers: { accept: "application/json" } })).json();
  assert.deepEqual(own.lines.map((line) => line.activation_code), [code]);
  await stranger.context.close();
  await context.close();
});

test("the button pressed again leads to the same open payment", async () => {
  const { page, context, complaints } = await openWindow(browser);
  const plan = await findPlan(page, demo);
  const first = await checkOut(page);
  await page.goto(plan);
  assert.equal(await checkOut(page), first);
  assert.deepEqual(complaints, []);
  await context.close();
});
