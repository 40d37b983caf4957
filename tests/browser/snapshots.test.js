// The main pages as pictures, against those in snapshots/: nothing moves and no colour changes that was not meant to.
// After a change that was meant: `make snapshots`, look at them, and commit them.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startDemo } from "./demo.js";
import { compare, read, shrink, write } from "./pictures.js";
import { takeTour } from "./tour.js";
import { openBrowser, openWindow } from "./traveller.js";

const folder = fileURLToPath(new URL("snapshots/", import.meta.url));
const anew = process.env.SNAPSHOTS === "write";
// A square of so many pixels is one pixel of the picture that is kept.
const side = 5;
// So many of them may look different: fewer than a button has, more than the edges of letters that are drawn anew.
const forgiven = 60;
// What is another one each time: codes are not shown; order numbers and dates are all the same one.
const codes = ".qr, .mono, code, .code, [data-copy]";
const figures = [["E\\d{4,}", "E10001"], ["\\d{1,2} [A-Z][a-z]{2,3} \\d{4}", "28 Feb 2027"], ["\\d{1,2}:\\d{2}", "12:34"], ["\\d{4}/\\d{2}/\\d{2}", "2027/02/28"], ["\\d{4}年\\d{1,2}月\\d{1,2}日", "2027年2月28日"], ["\\d{1,2}[\\u200f]?/\\d{1,2}[\\u200f]?/\\d{4}", "28/02/2027"]];

let demo, browser, tour;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  tour = await takeTour(browser, demo);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The top of a page, at most so high, with what varies hidden or made the same. */
async function pictureOf(target, { width, scheme, prefix }) {
  const { page, context } = await openWindow(browser, { viewport: { width, height: width < 500 ? 1600 : 1200 }, colorScheme: scheme, reducedMotion: "reduce", locale: prefix.slice(1) || "en" });
  await context.addCookies(tour.cookies);
  await page.goto(demo.shop + prefix + target);
  await page.evaluate(
    ({ codes, figures }) => {
      for (const one of document.querySelectorAll(codes)) one.style.visibility = "hidden";
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        for (const [form, same] of figures) texts.currentNode.data = texts.currentNode.data.replace(new RegExp(form, "g"), same);
      }
    },
    { codes, figures },
  );
  await page.evaluate(() => Promise.all([...document.images].map((image) => ((image.loading = "eager"), image.decode().catch(() => {})))));
  const bytes = await page.screenshot({ animations: "disabled" });
  await context.close();
  return shrink(bytes, side);
}

test("the main pages look as they did", { timeout: 300_000 }, async () => {
  const pages = { home: "/", destination: "/esim/japan", plan: tour.pages["a plan"], trip: "/trip?q=Tokyo+5+days%2C+Bali+6+days%2C+London+4+days", help: "/help/install-iphone", order: tour.own["a delivered order"], esim: tour.own["one eSIM"] };
  const wanted = Object.entries(pages).flatMap(([name, target]) => [360, 1440].flatMap((width) => ["light", "dark"].map((scheme) => ({ name, target, width, scheme, prefix: "" }))));
  for (const prefix of ["/ar", "/ja"]) wanted.push({ name: `destination-${prefix.slice(1)}`, target: "/esim/japan", width: 360, scheme: "light", prefix });
  const faults = [];
  const seen = mkdtempSync(path.join(tmpdir(), "snapshots-"));
  for (const one of wanted) {
    const file = `${one.name}-${one.width}-${one.scheme}.png`;
    const actual = await pictureOf(one.target, one);
    if (anew) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(folder + file, write(actual));
      continue;
    }
    if (!existsSync(folder + file)) {
      faults.push(`${file} is missing: take it with make snapshots`);
      continue;
    }
    const { different, why, diff } = compare(read(readFileSync(folder + file)), actual);
    if (different <= forgiven) continue;
    writeFileSync(path.join(seen, file), write(actual));
    writeFileSync(path.join(seen, `diff-${file}`), write(diff));
    faults.push(`${file}: ${why}; see ${path.join(seen, file)} and diff-${file} beside it`);
  }
  assert.deepEqual(faults, []);
});
