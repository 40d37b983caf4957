// What a traveller does, in steps that read like the journey: search, choose, pay, look, sign in. Asserts only that each step is possible.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { eventually } from "./demo.js";

/** Debian's Chromium; no browser is downloaded. */
export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });

/** A window that remembers what its console and its pages complained of; `check` after a test. */
export async function openWindow(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return { page, context, complaints };
}

/** From the home page to the plan that the traveller wants: search "Japan", 1 GB. Returns the plan's address. */
export async function findPlan(page, demo, plan = /^1 GB.*Japan|^Japan.*1 GB/) {
  await page.goto(demo.shop);
  await page.locator("input[type=search]").first().fill("Japan");
  await page.getByRole("button", { name: "Find plans" }).first().click();
  await page.getByRole("link", { name: plan }).first().click();
  await page.getByRole("heading", { level: 1, name: /Japan/ }).waitFor();
  return page.url();
}

/** Chooses how many and presses the button; ends on the sandbox's payment page. Returns the payment's session. */
export async function checkOut(page, { quantity = 1 } = {}) {
  await page.getByLabel("How many eSIMs?").selectOption(String(quantity));
  await page.getByRole("button", { name: /^Yes/ }).click();
  await page.waitForURL(/\/pay\/cs_/);
  return page.url().split("/pay/")[1].split(/[?#]/)[0];
}

/** Presses one of the payment page's buttons: "Pay $…", "Decline the card", "Pay by bank", "Cancel and return". */
export async function payWith(page, button, email = "ana@example.org") {
  const field = page.getByLabel("E-mail");
  if (await field.isEditable()) await field.fill(email);
  await page.getByRole("button", { name: button }).click();
}

/** Waits as people do who have no JavaScript: by pressing "Check again". */
export async function checkAgainUntil(page, locator) {
  await eventually("the page came to show it", async () => {
    if (await locator.first().isVisible()) return true;
    await page.getByRole("link", { name: "Check again" }).click();
    return locator.first().isVisible();
  });
}

/** The text of every QR code that the page shows, read from a picture of the screen as a phone's camera would. A page that is still live may
 *  be drawn anew meanwhile, once its mail has gone: then the pictures are taken again. */
export async function qrTexts(page, tries = 3) {
  try {
    return await readQrTexts(page);
  } catch (error) {
    if (tries <= 1 || !/not attached|detached/.test(error.message)) throw error;
    return qrTexts(page, tries - 1);
  }
}

/** Opens, as people do, whatever something is folded into. */
async function unfold(element) {
  for (const folded of await element.locator("xpath=ancestor::details[not(@open)]").all()) await folded.locator("xpath=./summary").click();
}

async function readQrTexts(page) {
  const pictures = page.locator("img.qr[alt^='QR code that installs']");
  const texts = [];
  for (const picture of await pictures.all()) {
    await unfold(picture);
    await picture.evaluate((image) => image.decode());
    texts.push(decodeQr(await picture.screenshot()));
  }
  return texts;
}

/** The text in a PNG's QR code; fails when there is none. */
export function decodeQr(bytes) {
  const { data, width, height } = PNG.sync.read(bytes);
  const found = jsQR(new Uint8ClampedArray(data), width, height);
  assert.ok(found, "the picture holds a QR code that can be read");
  return found.data;
}

/** Waits for a mail to `to` whose subject matches. */
export const mailTo = (demo, to, subject) =>
  eventually(`a mail to ${to} about ${subject}`, async () => (await demo.mails()).find((mail) => mail.to.includes(to) && subject.test(mail.subject)));

/** The codes in the pictures that stand inside a mail, by their content ids. */
export function qrTextsOfMail(mail) {
  const inline = mail.attachments.filter((part) => part.cid?.endsWith("@qr") && mail.html.includes(`cid:${part.cid}`));
  for (const part of inline) assert.equal(part.content_type, "image/png");
  return inline.map((part) => decodeQr(Buffer.from(part.base64, "base64")));
}

/** Asks for a sign-in link, follows it out of the mailbox, and ends on "My eSIMs". */
export async function signIn(page, demo, email) {
  const before = (await demo.mails()).length;
  await page.goto(`${demo.shop}/my-esims`);
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Email me a sign-in link" }).click();
  // Another mail to the same traveller may be on its way.
  const [link] = await eventually("a mail whose text part holds the link", async () => {
    const mine = (await demo.mails()).slice(before).filter((one) => one.to.includes(email));
    return mine.map((one) => /http:\S+\/login\/\S+/.exec(one.text)).find(Boolean);
  });
  await page.goto(link);
  await page.getByRole("button", { name: /Sign in/ }).click();
  await page.waitForURL(/\/my-esims$/);
}

/** Signs in at the demo's desk: the mailed link, and one of the codes that the demo printed. */
export async function enterDesk(page, demo) {
  const links = async () => (await demo.mails()).map((mail) => /http\S+\/desk\/sign-in\/[\w-]+/.exec(mail.text)?.[0]).filter(Boolean);
  const before = await links();
  await page.goto(demo.desk.address);
  await page.getByRole("textbox").fill(demo.desk.email);
  await page.locator("main").getByRole("button").click();
  await page.goto(await eventually("the desk's link is mailed", async () => (await links()).find((link) => !before.includes(link))));
  await page.getByRole("textbox").first().fill(demo.desk.codes.pop());
  await page.locator("main").getByRole("button").click();
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
}
