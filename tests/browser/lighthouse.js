// Lighthouse, as a phone on a slow line, on the four pages that sell: the middle of three runs each, and everything that is not perfect.
// Run by hand: `make lighthouse`, not in CI: it takes five minutes, and its figures for speed are those of a machine that does nothing else.
// Fails when a category is under 100. `npm run lighthouse -- plan order` looks at these only; RUNS=1 looks once.

import { startDemo } from "./demo.js";
import { takeTour } from "./tour.js";
import { openBrowser } from "./traveller.js";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const runs = Number(process.env.RUNS ?? 3);
const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
// An order is its buyer's: that search engines are kept out is meant.
const meant = { order: ["is-crawlable"] };

/** The four scores of one visit, and what was marked down, with its worth and the places it names. */
async function visit(url, headers, expected) {
  // A browser of its own each time: nothing is in its cache.
  const chrome = await launch({
    chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, output: "json", logLevel: "error", extraHeaders: headers, skipAudits: expected });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const scores = Object.fromEntries(Object.values(lhr.categories).map((one) => [one.id, Math.round(one.score * 100)]));
    const counted = Object.values(lhr.categories).flatMap((one) => one.auditRefs.map(({ id, weight }) => ({ ...lhr.audits[id], weight, category: one.id })));
    const marked = counted.filter(({ score }) => score !== null && score < 1);
    const where = (audit) => [audit.details?.items ?? []].flat().slice(0, 3).map((item) => item.node?.selector ?? item.url ?? "").filter(Boolean);
    return { scores, marked: marked.map((audit) => `${audit.category} (weight ${audit.weight}) ${audit.id}: ${audit.displayValue ?? audit.title} ${where(audit).join(" | ")}`) };
  } finally {
    chrome.kill();
  }
}

const [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
let under = false;
try {
  const { pages, own, cookies } = await takeTour(browser, demo);
  await browser.close();
  const wanted = { home: "/", destination: "/esim/japan", plan: pages["a plan"], order: own["a delivered order"] };
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const asked = process.argv.slice(2);
  for (const [name, path] of Object.entries(wanted).filter(([name]) => asked.length === 0 || asked.includes(name))) {
    const visits = [];
    for (let run = 0; run < runs; run += 1) visits.push(await visit(demo.shop + path, name === "order" ? { Cookie: cookie } : undefined, meant[name]));
    const scores = Object.keys(visits[0].scores).map((id) => [id, median(visits.map((one) => one.scores[id]))]);
    if (scores.some(([, score]) => score < 100)) under = true;
    console.log(`${name}: ${scores.map(([id, score]) => `${id} ${score}`).join(", ")}${meant[name] ? ` (kept out of search engines on purpose, so without ${meant[name]})` : ""}`);
    for (const line of new Set(visits.flatMap((one) => one.marked))) console.log(`    ${line}`);
  }
} finally {
  await browser.close();
  await demo.stop();
}
process.exit(under ? 1 : 0);
