// Small comforts; every page is complete without them.
// Copy buttons: <button data-copy="text">Copy</button>
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    const before = button.textContent;
    button.textContent = document.body.dataset.copied;
    setTimeout(() => (button.textContent = before), 1600);
  } catch {
    button.textContent = document.body.dataset.byHand;
  }
});

// The install sheet: <button data-print>
document.addEventListener("click", (event) => event.target.closest("[data-print]") && print());
// A link to something folded away opens it.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const folded = link && document.getElementById(link.hash.slice(1));
  if (folded instanceof HTMLDetailsElement) folded.open = true;
});

// Links are made and shared, or copied where nothing can be shared, at one press: <button data-share> in a form, and <button data-send="id of a field">
// for once more. Where the page that comes back shows them, they are there all the same.
const send = async (button) => {
  const field = document.getElementById(button.dataset.send);
  const text = field.value;
  if (!navigator.share) {
    const copied = () => (button.textContent = document.body.dataset.copied);
    return navigator.clipboard.writeText(text).then(copied, () => {});
  }
  const sent = await navigator.share({ text }).then(() => true, () => false);
  // The shop takes them for sent until it hears that the sheet was closed.
  if (sent === !field.dataset.unsent) return;
  const body = new URLSearchParams({ do: sent ? "sent" : "unsent", of: field.dataset.of });
  const answer = await fetch(document.getElementById("to-whom").action, { method: "POST", body }).then((answer) => answer.text()).catch(() => {});
  const now = document.getElementById("links");
  now.dataset.unsent = sent ? "" : "yes";
  document.getElementById("shared").textContent = sent ? "" : now.dataset.closed;
  if (answer) swap(answer);
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-send]");
  if (button) send(button);
});
document.addEventListener("submit", async (event) => {
  const [form, button] = [event.target, event.submitter];
  if (!button?.matches("[data-share]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.dataset.sent) return;
  form.dataset.sent = "yes";
  const body = new URLSearchParams(new FormData(form));
  body.append(button.name, button.value);
  const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "text/html" } })
    .then((answer) => answer.text())
    .catch(() => {});
  delete form.dataset.sent;
  const shown = () => document.getElementById("links")?.value;
  const before = shown();
  // The browser's own word, where there is no network or no page of ours came.
  if (!answer || !swap(answer)) return button.removeAttribute("data-share"), form.requestSubmit(button);
  // Links of an earlier press may still stand there.
  const made = shown() !== before && main.querySelector("[data-send]");
  (made ? main.querySelector("[data-once] h3") : main.querySelector("[aria-invalid]") || main.querySelector("h1")).focus();
  if (made) send(made);
});

// A form that came back: what is wrong with it is read out first. Not every browser gives the focus to what only asks for it.
document.querySelector(".errors")?.focus();

// A form is sent once; coming back to the page by the browser's back button frees it again.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sent) return event.preventDefault();
  event.target.dataset.sent = "yes";
  event.target.querySelectorAll("button").forEach((button) => button.setAttribute("aria-disabled", "true"));
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("button").forEach((button) => button.removeAttribute("aria-disabled"));
  });
});

// Search suggestions: <input data-suggest="/suggest">. Places below the field while it is being written; arrows choose, Enter goes there, Escape
// puts them away. An answer that comes after a newer question is not shown.
document.querySelectorAll("[data-suggest]").forEach((input, at) => {
  const list = Object.assign(document.createElement("ul"), { id: `suggested-${at}`, className: "suggested", hidden: true });
  const set = (name, value) => input.setAttribute(name, value);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  input.form.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) set(name, value);
  let wait, chosen;
  const choose = (option) => {
    chosen?.setAttribute("aria-selected", "false");
    chosen = option;
    chosen?.setAttribute("aria-selected", "true");
    set("aria-activedescendant", chosen?.id ?? "");
  };
  const show = (open) => {
    list.hidden = !open;
    set("aria-expanded", String(open));
    if (!open) choose();
  };
  const ask = async () => {
    const asked = input.value.trim();
    const answer = asked && (await fetch(`${input.dataset.suggest}${input.dataset.suggest.includes("?") ? "&" : "?"}q=${encodeURIComponent(asked)}`).catch(() => {}));
    const html = answer && answer.ok ? await answer.text() : "";
    if (asked !== input.value.trim()) return;
    choose();
    list.innerHTML = html;
    show(list.children.length > 0 && document.activeElement === input);
  };
  input.addEventListener("input", () => (clearTimeout(wait), (wait = setTimeout(ask, 90))));
  input.addEventListener("focus", () => list.children.length && show(true));
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    const options = [...list.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && !list.hidden) show(false);
    else if (event.key === "Enter" && chosen) location.assign(chosen.dataset.href);
    else if (step && options.length) {
      show(true);
      const next = options.indexOf(chosen) + step;
      choose(options[next < -1 ? options.length - 1 : next]);
    } else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => location.assign(event.target.closest("[data-href]").dataset.href));
});

// Times: <time data-at="ago|moment|minute">. How long ago is kept true while the page is open; a moment is told by the device's own clock.
const lang = document.documentElement.lang;
const digits = lang === "ar" ? "ar-u-nu-latn" : lang === "en" ? "en-GB" : lang;
const written = (options) => new Intl.DateTimeFormat(digits, options);
const tell = () => {
  for (const time of document.querySelectorAll("time[data-at]")) {
    const at = new Date(time.dateTime);
    const minutes = Math.floor((Date.now() - at) / 60000);
    const today = at.toDateString() === new Date().toDateString();
    let text = time.textContent;
    if (time.dataset.at !== "ago") text = written(today || time.dataset.at === "minute" ? { timeStyle: "short" } : { dateStyle: "medium", timeStyle: "short" }).format(at);
    else if (minutes > 0) {
      const [n, unit] = minutes < 60 ? [minutes, "minute"] : minutes < 2880 ? [Math.floor(minutes / 60), "hour"] : [Math.floor(minutes / 1440), "day"];
      text = new Intl.RelativeTimeFormat(digits).format(-n, unit);
    }
    if (text !== time.textContent) time.textContent = text;
  }
};
tell();

// A living page: <div data-phase data-look="25">, and <ol data-live="/orders/…/events"> while something is to come. It is fetched again at each
// event, and every so many seconds while somebody looks at it. What is as it was stays where it is, with focus, scroll and what stands open.
const main = document.querySelector("main");
const same = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && a.dataset?.key === b.dataset?.key;
const morph = (old, now) => {
  if (old.nodeType !== 1) {
    if (old.data !== now.data) old.data = now.data;
    return;
  }
  const kept = (name) => name === "open" && old.nodeName === "DETAILS";
  for (const { name } of [...old.attributes]) if (!kept(name) && !now.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of now.attributes) if (!kept(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  const left = [...old.childNodes];
  const pairs = [...now.childNodes].map((child) => {
    const at = left.findIndex((one) => same(one, child));
    return [child, at < 0 ? child : left.splice(at, 1)[0]];
  });
  // What goes is gone first: what stays is then in its place, and is not moved, which would take the focus from it.
  for (const one of left) one.remove();
  let before = null;
  for (const [child, twin] of pairs) {
    if (twin !== child) morph(twin, child);
    const place = () => (before ? before.nextSibling : old.firstChild);
    // What has the focus is not moved either: what stands before it is.
    if (twin.contains(document.activeElement)) while (place() !== twin) old.append(place());
    else if (twin !== place()) old.insertBefore(twin, place());
    before = twin;
  }
};
// Another page in the place of this one; whether it is a page of ours.
const swap = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const now = page.querySelector("main");
  if (!now) return false;
  // What is shown this once stays until its reader goes on.
  const once = main.querySelector("[data-once]");
  if (once && !now.querySelector("[data-once]")) now.querySelector("#family")?.after("\n", once.cloneNode(true));
  const held = main.contains(document.activeElement);
  const [was, is] = [main, now].map((one) => one.querySelector("[data-phase]")?.dataset.phase);
  // Another phase is another page below its headline: nothing of the old one is moved about, but what somebody writes in stays.
  const written = (field) => field === document.activeElement || field.value !== field.defaultValue;
  const stays = (one) => one.querySelector("h1") || [...one.querySelectorAll("input, textarea")].some(written);
  if (was !== is) main.querySelectorAll("[data-phase] > *, [data-phase] > header > *").forEach((one) => stays(one) || one.remove());
  morph(main, now);
  document.title = page.title;
  if (held && !main.contains(document.activeElement)) main.querySelector("h1").focus({ preventScroll: true });
  tell();
  return true;
};
const living = () => main.querySelector("[data-look]");
const stream = main.querySelector("[data-live]");
if (stream || living()) {
  let busy, again;
  const refresh = async () => {
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => {});
      if (!answer?.ok) continue;
      swap(await answer.text());
      if (source && !main.querySelector("[data-live]")) source.close();
    }
    busy = false;
  };
  const source = stream && new EventSource(stream.dataset.live);
  // What is wrong stays until it is sent again.
  const calm = () => main.querySelector(".errors") || refresh();
  if (source) source.onmessage = calm;
  const look = () => document.visibilityState === "visible" && living() && calm();
  setInterval(look, 25000);
  document.addEventListener("visibilitychange", look);
}
setInterval(tell, 30000);

// The browser asks for another language that the shop speaks: its own words, at the edge of the page, until they are put away. Nobody is sent.
const tongues = [...document.querySelectorAll(".tongues a[hreflang]")];
const base = (tag) => tag.toLowerCase().split("-")[0];
const wanted = (navigator.languages || []).map((tag) => tongues.find((a) => base(a.hreflang) === base(tag))).find(Boolean);
if (wanted && !wanted.hasAttribute("aria-current") && !localStorage.getItem("language-offered")) {
  const offer = document.createElement("aside");
  offer.className = "offered";
  offer.lang = wanted.lang;
  offer.dir = wanted.dir;
  const link = Object.assign(document.createElement("a"), { href: wanted.href, textContent: wanted.dataset.offer });
  const away = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
  away.setAttribute("aria-label", document.body.dataset.close);
  const put = () => localStorage.setItem("language-offered", "yes");
  away.addEventListener("click", () => (put(), offer.remove()));
  link.addEventListener("click", put);
  offer.append(link, away);
  document.body.append(offer);
}
