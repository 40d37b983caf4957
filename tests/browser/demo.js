// One demo of one's own: the real shop, the sandbox around it, and its end. Knows nothing of browsers.

import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import readline from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const binary = path.resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "debug", "esim-storefront");

/** Starts a demo on free ports and waits until it has a catalogue to sell from. */
export async function startDemo() {
  const child = spawn(binary, ["demo", "--listen", "127.0.0.1:0"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const killed = () => child.kill("SIGTERM");
  process.once("exit", killed);
  const said = [];
  child.stderr.on("data", (text) => said.push(String(text)));
  const addresses = await addressesOf(child, said);
  await eventually("the shop is ready", async () => (await fetch(`${addresses.shop}/readyz`)).ok);
  return {
    ...addresses,
    state: () => json(`${addresses.control}/api/state`),
    mails: () => json(`${addresses.mailbox}/api/messages`),
    /** What a bank does with a delayed payment, days later: "confirm" or "fail". */
    async settle(session, action) {
      const answer = await fetch(`${addresses.control}/payments/${session}`, { method: "POST", body: new URLSearchParams({ action }) });
      if (!answer.ok) throw new Error(`the bank could not ${action}: ${answer.status}`);
    },
    async stop() {
      process.removeListener("exit", killed);
      if (child.exitCode !== null) throw new Error(`the demo ended by itself:\n${said.join("")}`);
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function addressesOf(child, said) {
  const found = {};
  const names = { "The shop": "shop", Mailbox: "mailbox", "Control page": "control" };
  const lines = readline.createInterface({ input: child.stdout });
  for await (const line of lines) {
    said.push(`${line}\n`);
    const [, label, address] = /^ {2}(.*?) {2,}(http:\S+)$/.exec(line) ?? [];
    if (names[label]) found[names[label]] = address;
    const [, desk, email, codes] = /^ {2}The desk +(http:\S+) as (\S+);.* one of (.*)$/.exec(line) ?? [];
    if (desk) found.desk = { address: desk, email, codes: codes.split(", ") };
    if (Object.keys(found).length === 4) {
      child.stdout.resume();
      return found;
    }
  }
  throw new Error(`the demo did not start:\n${said.join("")}`);
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

/** Asks again until `look` returns something true, and returns it; what was hoped for names the failure. */
export async function eventually(hope, look, seconds = 30) {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > end) throw new Error(`not within ${seconds} s: ${hope}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
