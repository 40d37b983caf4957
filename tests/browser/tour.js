// Every page there is, by name: what anybody may open, and what the owner of an order may, with the cookies for it.

import assert from "node:assert/strict";
import { checkOut, findPlan, openWindow, payWith, signIn } from "./traveller.js";

const catalogue = {
  home: "/",
  destinations: "/destinations",
  "a country": "/esim/japan",
  "a country with longer names beside it": "/esim/united-arab-emirates",
  "a country with longer words": "/esim/united-states",
  "a region": "/esim/europe",
  "the world": "/esim/global",
  "a shelf in another order": "/esim/japan?sort=price&stay=long",
  "a stay that is answered": "/esim/japan?days=10&use=light&stay=mid",
  "a trip": "/trip?q=Tokyo%2C+Bali%2C+London%2C+3-19+May",
  "a trip not yet written": "/trip",
  "a trip that nobody can read": "/trip?q=xyzzyx",
  search: "/search?q=Japan",
  "a search that guesses": "/search?q=Jpaan",
  "a search that finds nothing": "/search?q=xyzzyx",
  "a trip in the box": "/search?q=uk+and+ireland+10+days%2C+4+people",
  "plans that fit, in the box": "/search?q=10gb+japan+2+people",
  "a place that is no country": "/search?q=north+cyprus",
  "a phone in the box": "/search?q=does+iphone+13+work",
  "an order in the box": "/search?q=E10003",
  "a page that is not there": "/no-such-page",
  "the style guide": "/styleguide",
  "sign in": "/my-esims",
  devices: "/devices",
  help: "/help",
  terms: "/terms",
  privacy: "/privacy",
  refunds: "/refunds",
  "the legal notice": "/imprint",
  accessibility: "/accessibility",
  withdrawal: "/withdraw",
};

/** Buys what the own pages need: one delivered order and one whose payment is on its way; their owner is signed in. */
export async function takeTour(browser, demo) {
  const { page, context } = await openWindow(browser);
  const pages = { ...catalogue };
  const own = {};
  const here = () => new URL(page.url()).pathname;
  await page.goto(demo.shop);
  const languages = await page.locator(".tongues a").evaluateAll((all) => all.map((a) => ({ code: a.hreflang, prefix: a.pathname.replace(/\/$/, "") })));
  assert.equal(languages.length, 8);
  await page.goto(`${demo.shop}/esim/europe`);
  pages["a plan of a region"] = await page.locator("main a[href^='/plans/']").first().getAttribute("href");
  await page.goto(`${demo.shop}/help`);
  const guides = await page.locator("main a[href^='/help/']").evaluateAll((all) => all.map((link) => link.pathname));
  assert.ok(guides.length > 0, "the help page leads to guides");
  for (const guide of new Set(guides)) pages[guide] = guide;

  await findPlan(page, demo);
  pages["a plan"] = here();
  await checkOut(page);
  await payWith(page, /^Pay .*\d/, "ida@example.org");
  await page.getByRole("heading", { level: 1, name: "Your eSIM is ready" }).waitFor();
  await page.locator("main:not(:has([data-live]))").waitFor();
  own["a delivered order"] = here();
  await page.goto(demo.shop + pages["a plan"]);
  await checkOut(page, { quantity: 3 });
  await payWith(page, /^Pay .*\d/, "ida@example.org");
  await page.getByRole("heading", { level: 1, name: "Your 3 eSIMs are ready" }).waitFor();
  await page.locator("main:not(:has([data-live]))").waitFor();
  own["a family's order"] = here();
  await page.getByRole("button", { name: "Send link" }).first().click();
  own["a traveller's page"] = new URL(/http\S+/.exec(await page.locator("#links").inputValue())[0]).pathname;
  await page.goto(demo.shop + pages["a plan"]);
  await checkOut(page, { quantity: 2 });
  await payWith(page, /Pay by bank/, "ida@example.org");
  await page.getByRole("heading", { level: 1, name: "Your payment is on its way" }).waitFor();
  own["an order that waits"] = here();
  await signIn(page, demo, "ida@example.org");
  own["My eSIMs"] = "/my-esims";
  await page.goto(demo.shop + own["a delivered order"]);
  const [esim] = /\/my-esims\/[^/?#]+/.exec(await page.locator("main a[href^='/my-esims/']").first().getAttribute("href"));
  own["one eSIM"] = esim;
  await page.goto(demo.shop + esim);
  const below = await page.locator(`main a[href^="${esim}/"]`).evaluateAll((all) => all.map((link) => link.pathname));
  for (const path of new Set([...["no-internet", "sheet", "top-up"].map((name) => `${esim}/${name}`), ...below])) {
    // A calendar's entry and the page to keep are files.
    if (!path.endsWith(".ics") && !path.endsWith("/keep")) own[`one eSIM: ${path.split("/").at(-1)}`] = path;
  }
  own["somebody else's eSIM"] = "/my-esims/00000000-0000-0000-0000-000000000000";
  const cookies = await context.cookies();
  await context.close();
  return { pages, own, languages, cookies };
}

/** What the shop answers to a page of the tour. */
export const statusOf = (path) => (path === "/no-such-page" || path.includes("00000000-0000") ? 404 : 200);
