// One of three eSIMs goes to somebody else: named, sent as a link, opened on another phone. With JavaScript and without.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startDemo } from "./demo.js";
import { checkAgainUntil, checkOut, decodeQr, findPlan, openBrowser, openWindow, payWith, qrTexts } from "./traveller.js";

const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const javaScriptEnabled of [true, false]) {
  test(`one of three eSIMs is handed to Mia ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const { page, context, complaints } = await openWindow(browser, { javaScriptEnabled });
    await findPlan(page, demo);
    await checkOut(page, { quantity: 3 });
    await payWith(page, /^Pay .*\d/, "lea@example.org");
    const ready = page.getByRole("heading", { level: 1, name: "Your 3 eSIMs are ready" });
    if (javaScriptEnabled) await ready.waitFor();
    else await checkAgainUntil(page, ready);
    const order = page.url();
    // The rows stand open one at a time.
    const [, second] = await qrTexts(page);
    await page.locator(".who > li").nth(1).locator("summary").first().click();
    await page.getByRole("link", { name: /^For someone else/ }).click();
    await page.getByLabel("Traveller’s name (optional)").fill("Mia");
    await page.getByRole("button", { name: "Create a link" }).click();
    await page.getByText("Send it to Mia.").waitFor();
    const link = await page.locator("[data-copy]").getAttribute("data-copy");
    const drawn = page.getByRole("img", { name: "QR code that opens the traveller’s page" });
    await drawn.evaluate((image) => image.decode());
    assert.equal(decodeQr(await drawn.screenshot()), link);

    const phone = await openWindow(browser, { javaScriptEnabled, userAgent: iphone, viewport: { width: 360, height: 740 } });
    await phone.page.goto(link);
    await phone.page.getByRole("heading", { level: 1, name: "For Mia" }).waitFor();
    const tap = phone.page.getByRole("link", { name: "Install on this iPhone" });
    assert.ok((await tap.getAttribute("href")).endsWith(second), "one tap installs it");
    assert.equal(await phone.page.locator(".qr").isVisible(), false, "what works on this phone stands first");
    assert.deepEqual(await qrTexts(phone.page), [second]);
    await page.goto(order);
    await page.getByText("For Mia").waitFor();
    assert.deepEqual([...complaints, ...phone.complaints], []);
    await phone.context.close();
    await context.close();
  });
}
