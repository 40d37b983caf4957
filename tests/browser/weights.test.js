// What a first visit costs: every byte that a phone fetches to show a page, as it comes over the wire, headers and all.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startDemo } from "./demo.js";
import { takeTour } from "./tour.js";
import { openBrowser, openWindow } from "./traveller.js";

const kilobytes = 1024;
const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
let demo, browser, tour;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  tour = await takeTour(browser, demo);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Everything that is fetched by a browser that was never here: the address and the bytes of each. */
async function fetchedBy(path, code) {
  const { page, context } = await openWindow(browser, { viewport: { width: 360, height: 740 }, locale: code, userAgent: iphone });
  if (path.includes("/orders/")) await context.addCookies(tour.cookies);
  const wire = await context.newCDPSession(page);
  const addresses = new Map();
  const fetched = [];
  await wire.send("Network.enable");
  wire.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => fetched.push({ url: addresses.get(requestId) ?? "", bytes: encodedDataLength }));
  await page.goto(demo.shop + path, { waitUntil: "networkidle" });
  await context.close();
  return fetched.filter(({ url }) => url.startsWith(demo.shop));
}

const sum = (all) => all.reduce((total, one) => total + one.bytes, 0);
const inKilobytes = (bytes) => (bytes / kilobytes).toFixed(1);

test("a first visit on a phone is light, in every language", { timeout: 300_000 }, async () => {
  const limits = { "/": 60, "/esim/japan": 30, "/esim/united-states": 30, "/esim/europe": 72, "/destinations": 60, [tour.pages["a plan"]]: 30, [tour.own["a delivered order"]]: 30 };
  const heavy = [];
  for (const [path, limit] of Object.entries(limits)) {
    const said = [];
    for (const { code, prefix } of tour.languages) {
      const fetched = await fetchedBy(prefix + path.replace(/^\/$/, prefix ? "" : "/"), code);
      assert.ok(fetched.length >= 4, "the page, two stylesheets and the script at the least");
      const total = sum(fetched);
      said.push(`${code} ${inKilobytes(total)} (${fetched.length})`);
      if (total > limit * kilobytes) {
        const largest = [...fetched].sort((a, b) => b.bytes - a.bytes).slice(0, 6).map(({ url, bytes }) => `${new URL(url).pathname} ${inKilobytes(bytes)}`);
        heavy.push(`${code} ${path}: ${inKilobytes(total)} KB of ${limit}: ${largest.join(", ")}`);
      }
    }
    console.log(`${path}: KB (requests) ${said.join(", ")}`);
  }
  assert.deepEqual(heavy, []);
});

test("all script together is less than 8 KB", async () => {
  const scripts = (await fetchedBy("/", "en")).filter(({ url }) => new URL(url).pathname.endsWith(".js"));
  assert.ok(scripts.length > 0);
  console.log(`script: ${inKilobytes(sum(scripts))} KB`);
  assert.ok(sum(scripts) < 8 * kilobytes, `${inKilobytes(sum(scripts))} KB`);
});
