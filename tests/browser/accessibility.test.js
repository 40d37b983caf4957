// What a screen reader is given and told: five journeys read off Chromium's own accessibility tree. Names, order, and announcements: lines that
// change, titles, and where the focus goes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { eventually, startDemo } from "./demo.js";
import { checkOut, findPlan, openBrowser, openWindow, payWith } from "./traveller.js";

const iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
const phone = { viewport: { width: 390, height: 844 }, userAgent: iphone, reducedMotion: "reduce" };
const landmarks = ["banner", "navigation", "main", "contentinfo", "search", "region", "form", "complementary"];
const controls = ["link", "button", "textbox", "searchbox", "combobox", "checkbox", "DisclosureTriangle"];
const spoken = new Set([...landmarks, ...controls, "heading", "image", "status", "alert", "listbox", "option"]);

let demo, browser;
before(async () => ([demo, browser] = await Promise.all([startDemo(), openBrowser()])));
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The page as it is read from top to bottom: what stands for something, its name, and what more is said of it. */
async function read(page) {
  const wire = await page.context().newCDPSession(page);
  const { nodes } = await wire.send("Accessibility.getFullAXTree");
  await wire.detach();
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (id, within) => {
    const node = known.get(id);
    if (!node) return;
    const role = node.role?.value;
    const is = (name) => node.properties?.find((one) => one.name === name)?.value.value;
    const inside = role === "main" ? "main" : within;
    if (!node.ignored && spoken.has(role)) {
      const [name, description] = [node.name?.value ?? "", node.description?.value ?? ""].map((text) => text.replace(/\s+/g, " ").trim());
      lines.push({ role, name, description, level: is("level"), focused: is("focused") === true, invalid: is("invalid") === "true", inside });
    }
    for (const child of node.childIds ?? []) walk(child, inside);
  };
  walk(nodes[0].nodeId, "page");
  return lines;
}

/** What must hold on any page: landmarks once and in order, one first heading and no level left out, and a name for whatever can be used. */
function sound(lines, what) {
  const around = lines.filter(({ role }) => ["banner", "main", "contentinfo"].includes(role)).map(({ role }) => role);
  assert.deepEqual(around, ["banner", "main", "contentinfo"], what);
  const navigations = lines.filter(({ role }) => role === "navigation").map(({ name }) => name);
  assert.ok(navigations.every(Boolean) && new Set(navigations).size === navigations.length, `${what}: ${navigations}`);
  const levels = lines.filter(({ role, inside }) => role === "heading" && inside === "main").map(({ level }) => level);
  assert.equal(levels.filter((level) => level === 1).length, 1, `${what}: one first heading`);
  const summed = lines.some(({ role }) => role === "alert");
  levels.reduce((above, level) => (assert.ok(level <= above + 1 || summed, `${what}: headings ${levels}`), level), levels[0]);
  for (const one of lines.filter(({ role }) => [...controls, "image", "heading", "option"].includes(role))) assert.ok(one.name, `${what}: a ${one.role} has no name`);
  const buttons = lines.filter(({ role, inside }) => role === "button" && inside === "main").map(({ name }) => name);
  assert.equal(new Set(buttons).size, buttons.length, `${what}: two buttons have one name: ${buttons}`);
}

/** That these are read, in this order, with anything between them. */
function inOrder(lines, wanted, what) {
  let at = -1;
  for (const [role, name] of wanted) {
    const next = lines.findIndex((one, place) => place > at && one.role === role && (name instanceof RegExp ? name.test(one.name) : one.name === name));
    assert.ok(next > at, `${what}: ${role} “${name}” is not read after ${at < 0 ? "the beginning" : `“${lines[at].name}”`} in\n${lines.map((one) => `${one.role} “${one.name}”`).join("\n")}`);
    at = next;
  }
}

const focused = (lines) => lines.filter((one) => one.focused).at(-1);

/** A window that notes what would be announced: live lines whose words change, and titles. */
async function listen(options = phone) {
  const window = await openWindow(browser, options);
  const heard = [];
  await window.context.exposeFunction("hear", (words) => heard.push(words));
  await window.context.addInitScript(() => {
    const regions = "[role=status],[role=alert],[aria-live]";
    const said = new Map();
    const words = (region) => region.textContent.replace(/\s+/g, " ").trim();
    addEventListener("DOMContentLoaded", () => {
      for (const region of document.querySelectorAll(regions)) said.set(region, words(region));
      const changed = (changes) => {
        for (const { target } of changes) {
          const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(regions);
          if (region && said.get(region) !== words(region) && words(region)) window.hear(words(region));
          if (region) said.set(region, words(region));
        }
      };
      new MutationObserver(changed).observe(document.body, { subtree: true, childList: true, characterData: true });
      new MutationObserver(() => window.hear(`title: ${document.title}`)).observe(document.querySelector("title"), { subtree: true, childList: true, characterData: true });
    });
  });
  return { ...window, heard };
}

const supplier = async () => (await demo.state()).supplier;
const headline = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

/** A press on the demo's control page, as a phone would cause it. */
async function happens(iccid, action) {
  const answer = await fetch(`${demo.control}/esims/${iccid}`, { method: "POST", body: new URLSearchParams({ action }), redirect: "manual" });
  assert.ok(answer.status < 400, `${action}: ${answer.status}`);
}

/** Pays on the payment page and stays until the order is at rest; the eSIM that came of it. */
async function paid(page, email, ready) {
  const before = (await supplier()).esims.map((esim) => esim.iccid);
  await payWith(page, /^Pay .*\d/, email);
  await headline(page, ready).waitFor();
  await page.locator("main:not(:has([data-live]))").waitFor();
  return (await supplier()).esims.find((esim) => !before.includes(esim.iccid));
}

test("buying: the box, the plan, a form that came back, and the payment's end are said", { timeout: 60_000 }, async () => {
  const { page, context, complaints, heard } = await listen();
  await page.goto(demo.shop);
  const home = await read(page);
  sound(home, "home");
  inOrder(home, [["banner", ""], ["navigation", /./], ["main", ""], ["heading", /./], ["combobox", /./], ["button", "Find plans"], ["contentinfo", ""]], "home");
  await page.getByRole("combobox").first().pressSequentially("Jap");
  await page.getByRole("option").first().waitFor();
  const suggested = await read(page);
  inOrder(suggested, [["combobox", home.find(({ role }) => role === "combobox").name], ["listbox", /./], ["option", /^Japan/]], "suggestions");
  const plan = await findPlan(page, demo);
  const shown = await read(page);
  sound(shown, "a plan");
  inOrder(shown, [["heading", /^Japan 1 GB · 7 days/], ["combobox", "How many eSIMs?"], ["button", /^Yes/], ["DisclosureTriangle", /./], ["link", /./]], "a plan");
  assert.match(shown.find(({ role, name }) => role === "button" && /^Yes/.test(name)).description, /\*#06#.*By paying, you ask us to deliver/, "what the button agrees to is read with it");
  // A form that came back says so first, has the focus, and leads to its field.
  await Promise.all([page.waitForEvent("load"), page.locator("form[action='/checkout']").evaluate((form) => form.submit())]);
  const wrong = await read(page);
  sound(wrong, "a form that came back");
  assert.match(await page.title(), /^Error: /);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("role")), "alert", "the summary has the focus");
  inOrder(wrong, [["alert", "There is a problem"], ["link", /./], ["heading", /^Japan/]], "a form that came back");
  await page.getByRole("alert").getByRole("link").click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "device_ok");
  assert.ok(complaints.splice(0).every((line) => line.includes("422")));
  await page.goto(plan);
  await checkOut(page);
  await paid(page, "ines@example.org", "Your eSIM is ready");
  sound(await read(page), "the order");
  assert.equal(await page.title(), "Your eSIM is ready · Layover");
  // However far it was when the page came: what changed after that was said, and the last thing is that it is ready.
  if (heard.some((words) => !words.startsWith("title: "))) assert.equal(heard.filter((words) => !words.startsWith("title: ")).at(-1), "Your eSIM is ready");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("installing, topping up and cancelling: each change is said, and names say of what", { timeout: 90_000 }, async () => {
  const { page, context, complaints, heard } = await listen();
  const plan = await findPlan(page, demo);
  await checkOut(page);
  const { iccid } = await paid(page, "olaf@example.org", "Your eSIM is ready");
  const order = page.url();
  const ready = await read(page);
  sound(ready, "ready");
  inOrder(ready, [["status", ""], ["heading", "Your eSIM is ready"], ["heading", /Install/], ["link", "Install on this iPhone"], ["DisclosureTriangle", /./], ["heading", /Start/], ["heading", "What you bought"]].map(([role, name]) => [role, name === "What you bought" ? /./ : name]), "ready");
  // It is installed: the line that is read out changes, and so does the title; the focus stays on the page.
  await page.getByRole("link", { name: "Install on this iPhone" }).focus();
  heard.length = 0;
  await happens(iccid, "arrive");
  await eventually("the page knows that the traveller has landed", async () => {
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    return headline(page, "Landed? Three switches").isVisible();
  });
  assert.deepEqual(heard.filter((words) => !words.startsWith("title: ")), ["Landed? Three switches"], "said once");
  assert.ok(heard.includes("title: Landed? Three switches · Layover"), `${heard}`);
  const landed = await read(page);
  sound(landed, "landed");
  assert.equal(focused(landed)?.name, "Landed? Three switches", "who stood on what is gone stands on the headline");
  // Three quarters are used, and more: a top-up. Each button says how much, for how long and at what price.
  await happens(iccid, "use");
  await page.goto(order);
  sound(await read(page), "in use");
  await page.getByRole("link", { name: "Top up" }).first().click();
  const adding = await read(page);
  sound(adding, "top-up");
  inOrder(adding, [["navigation", "You are here"], ["heading", "Top up"], ["button", /GB.*days.*\$\d/]], "top-up");
  for (const button of adding.filter(({ role, name }) => role === "button" && /\$\d/.test(name))) assert.match(button.description, /By paying, you ask us to/, "what it agrees to is read with it");
  await page.getByRole("button", { name: /GB.*days.*\$\d/ }).first().click();
  await payWith(page, /^Pay .*\d/, "olaf@example.org");
  await headline(page, /top-up/i).waitFor();
  await page.locator("main:not(:has([data-live]))").waitFor();
  sound(await read(page), "topped up");
  // Another one, cancelled before it is used: what is asked, for how much, and what comes of it.
  await page.goto(plan);
  await checkOut(page);
  await paid(page, "olaf@example.org", "Your eSIM is ready");
  await page.getByRole("link", { name: /Cancel and refund/ }).first().click();
  const asked = await read(page);
  sound(asked, "cancelling");
  inOrder(asked, [["heading", /\?$/], ["button", /\$\d/], ["link", /./]], "cancelling");
  await page.locator("main form button").click();
  await page.getByRole("heading", { level: 1 }).filter({ hasText: /refund|cancel/i }).waitFor();
  sound(await read(page), "cancelled");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("sharing: each field and button says whose it is, and a share sheet that is closed sends nothing", { timeout: 60_000 }, async () => {
  const { page, context, complaints, heard } = await listen();
  // The phone's own share sheet: closed first, then used.
  await context.addInitScript(() => (navigator.share = async ({ text }) => {
    window.sheets = (window.sheets ?? 0) + 1;
    if (window.sheets === 1) throw new DOMException("closed", "AbortError");
    window.shared = text;
  }));
  await findPlan(page, demo);
  await checkOut(page, { quantity: 3 });
  await paid(page, "lea@example.org", "Your 3 eSIMs are ready");
  const family = await read(page);
  sound(family, "family");
  const fields = family.filter(({ role, inside }) => role === "textbox" && inside === "main").map(({ name }) => name);
  assert.equal(fields.length, 3);
  for (const [at, name] of fields.entries()) assert.match(name, new RegExp(`^eSIM ${at + 1} of 3`), "in their order");
  inOrder(family, [["status", ""], ["heading", "Your 3 eSIMs are ready"], ["heading", "Who are they for?"], ["textbox", /^eSIM 1 of 3/], ["button", "Send link eSIM 1 of 3"], ["textbox", /^eSIM 3 of 3/], ["button", "Send all links"]], "family");
  heard.length = 0;
  await page.getByRole("button", { name: "Send all links" }).click();
  await page.getByText("Nothing has been sent yet.").waitFor();
  const closed = await read(page);
  sound(closed, "a sheet that was closed");
  assert.equal(focused(closed)?.name, "The links are ready");
  assert.ok(heard.some((words) => words.startsWith("Nothing has been sent yet.")), `${heard}`);
  assert.equal(await page.getByText("link sent").count(), 0, "nothing was sent");
  assert.equal(closed.filter(({ role, name }) => role === "textbox" && /^eSIM \d of 3/.test(name)).length, 3, "and all may be sent again");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByText("link sent").nth(2).waitFor();
  assert.equal((await page.evaluate(() => window.shared)).split("\n").length, 3);
  const sent = await read(page);
  sound(sent, "sent");
  assert.equal(sent.filter(({ role, name }) => role === "button" && /^Send again eSIM \d of 3$/.test(name)).length, 3);
  assert.deepEqual(complaints, []);
  await context.close();
});
