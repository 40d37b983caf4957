// The pictures in docs/screenshots, taken of a demo. Run by hand: `make screenshots`.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startDemo } from "./demo.js";
import { checkOut, enterDesk, findPlan, openBrowser, openWindow, payWith, signIn } from "./traveller.js";

const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
mkdirSync(folder, { recursive: true });
const looks = {
  wide: { viewport: { width: 1440, height: 960 }, colorScheme: "light" },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: "dark", deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};

/** The newest eSIM is installed, arrives, and is used for a while. */
async function live(demo) {
  const { iccid } = (await demo.state()).supplier.orders.at(-1);
  for (const action of ["install", "arrive", "use"]) {
    const answer = await fetch(`${demo.control}/esims/${iccid}`, { method: "POST", body: new URLSearchParams({ action }) });
    if (!answer.ok) throw new Error(`${action}: ${answer.status}`);
  }
}

const [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
try {
  for (const [look, options] of Object.entries(looks)) {
    const { page, context } = await openWindow(browser, { ...options, reducedMotion: "reduce" });
    const take = async (name) => {
      // The demo's notice is no part of the shop, and who looks at a picture has chosen its language.
      await page.evaluate(() => document.querySelectorAll(".banner, .offered").forEach((one) => one.remove()));
      const path = `${folder}${name}-${look}.png`;
      await page.screenshot({ path });
      // A palette is enough, and a quarter of the size.
      execFileSync("pngquant", ["--force", "--skip-if-larger", "--strip", "--speed", "1", "--ext", ".png", "128", path]);
      console.log(path);
    };
    await page.goto(demo.shop);
    await take("home");
    await page.getByRole("combobox").pressSequentially("bal");
    await page.getByRole("option").first().waitFor();
    await take("suggestions");
    await page.goto(`${demo.shop}/esim/japan`);
    await take("destination");
    await page.goto(`${demo.shop}/trip?q=Tokyo+6+days%2C+Bali+6+days%2C+London+5+days`);
    await take("trip");
    await page.goto(`${demo.shop}/help/install-samsung`);
    await page.locator(".beside").first().evaluate((part) => part.scrollIntoView());
    await take("guide");
    await page.goto(`${demo.shop}/ar/esim/europe`);
    await take("arabic");
    await page.goto(`${demo.shop}/ja/plans/esimfx_10G_30D_JP`);
    await take("japanese");
    await findPlan(page, demo);
    await take("plan");
    await checkOut(page);
    await payWith(page, /^Pay .*\d/);
    await page.getByRole("heading", { level: 1, name: "Your eSIM is ready" }).waitFor();
    await page.locator("main:not(:has([data-live]))").waitFor();
    await page.getByRole("img", { name: /QR code that installs/ }).evaluate((image) => image.decode());
    await take("order");
    await live(demo);
    await signIn(page, demo, "ana@example.org");
    await page.locator(".esims h3 a").first().click();
    await page.getByRole("heading", { name: "Remaining" }).waitFor();
    await take("esim");
    await page.getByRole("link", { name: "No internet?" }).click();
    await take("no-internet");
    await page.goto(demo.shop);
    await findPlan(page, demo);
    await checkOut(page, { quantity: 4 });
    await payWith(page, /^Pay .*\d/);
    await page.getByRole("heading", { level: 1, name: "Your 4 eSIMs are ready", exact: true }).waitFor();
    for (const [at, name] of ["Mum", "Lucía", "Leo"].entries()) await page.getByLabel(`eSIM ${at + 2} of 4`).fill(name);
    await page.getByRole("button", { name: /eSIM 1 of 4$/ }).first().click();
    await page.getByRole("heading", { level: 2, name: "Who are they for?" }).waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await take("family");
    await enterDesk(page, demo);
    await take("desk");
    await context.close();
  }
} finally {
  await browser.close();
  await demo.stop();
}
