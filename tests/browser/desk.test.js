// The desk, as its owner sees it: no fault for axe and no scrolling sideways, light and dark, on a phone and wide; a refund in three clicks.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { startDemo } from "./demo.js";
import { checkOut, enterDesk, findPlan, openBrowser, openWindow, payWith } from "./traveller.js";

let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

test("the owner finds an order, reads what a refund will do, and refunds it, without a script", async () => {
  const traveller = await openWindow(browser);
  await findPlan(traveller.page, demo);
  await checkOut(traveller.page, { quantity: 2 });
  await payWith(traveller.page, /^Pay .*\d/, "lea@example.org");
  await traveller.page.getByRole("heading", { level: 1, name: "Your 2 eSIMs are ready" }).waitFor();
  await traveller.context.close();

  const { page, context, complaints } = await openWindow(browser, { javaScriptEnabled: false });
  await enterDesk(page, demo);
  await page.getByRole("searchbox").fill("lea@example.org");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("heading", { level: 1, name: /^Order E/ }).waitFor();
  assert.doesNotMatch(await page.content(), /LPA:|1\$/, "no activation code is on the desk");
  const order = page.url();
  const cookies = await context.cookies();
  await looksWell(cookies, ["/desk", "/desk/find", "/desk/mails", "/desk/webhooks", "/desk/plans", "/desk/books", "/desk/people"].map((path) => new URL(path, demo.shop).href).concat(order, `${order}/refund`));
  await page.getByRole("link", { name: /^Refund line 1/ }).click();
  await page.getByText(/ended at the supplier/).first().waitFor();
  await page.getByLabel("Why, for the books").fill("the trip was called off");
  await page.getByRole("button", { name: "Refund it" }).click();
  await page.getByText("the trip was called off").first().waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

for (const javaScriptEnabled of [false, true])
  test(`a price change is published after its diff in three clicks from Today, ${javaScriptEnabled ? "with" : "without"} a script`, async () => {
    const { page, context, complaints } = await openWindow(browser, { javaScriptEnabled });
    await enterDesk(page, demo);
    let clicks = 0;
    const click = async (what) => {
      clicks += 1;
      await what.click();
    };
    await click(page.getByRole("navigation", { name: "Desk" }).getByRole("link", { name: "Prices" }));
    const markup = page.locator("#rule_0_markup_percent");
    const before = Number((await markup.inputValue()) || 20);
    await page.locator("#rule_0_name").fill("JP");
    await markup.fill(String(before + 10));
    await click(page.getByRole("button", { name: "Show every price that changes" }));
    await page.getByRole("heading", { level: 1, name: "Publish prices" }).waitFor();
    const row = page.getByRole("row").filter({ hasText: "esimfx_10G_7D_JP" });
    const [was, then] = [await row.getByRole("cell").nth(0).innerText(), await row.getByRole("cell").nth(1).innerText()];
    assert.ok(Number.parseFloat(then) > Number.parseFloat(was), `${was} → ${then}`);
    if (!javaScriptEnabled) await looksWell(await context.cookies(), ["/desk/prices", "/desk/prices/review", "/desk/plan?id=esimfx_10G_7D_JP"].map((path) => new URL(path, demo.shop).href));
    await page.getByLabel("The code on your phone").fill(demo.desk.codes.pop());
    await click(page.getByRole("button", { name: "Publish" }));
    await page.getByText("Published: the new prices rule now").waitFor();
    assert.equal(clicks, 3);
    await page.goto(new URL("/plans/esimfx_10G_7D_JP", demo.shop).href);
    assert.ok((await page.locator("main").innerText()).includes(Number.parseFloat(then).toFixed(2)), "the shop sells at it");
    assert.deepEqual(complaints, []);
    await context.close();
  });

async function looksWell(cookies, addresses) {
  const faults = [];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1440]) {
      const { page, context } = await openWindow(browser, { viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
      await context.addCookies(cookies);
      for (const address of addresses) {
        await page.goto(address);
        // The desk allows no script, so axe is brought in past its policy.
        await page.evaluate(axe.source);
        const found = await page.evaluate(async () => (await window.axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        faults.push(...found.map((one) => `${address} ${width} ${colorScheme}: ${one}`), ...(wide ? [`${address} ${width}: scrolls sideways`] : []));
      }
      await context.close();
    }
  }
  assert.deepEqual(faults, []);
}
