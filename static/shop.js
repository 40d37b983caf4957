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
    const answer = asked && (await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(asked)}`).catch(() => {}));
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

// Live order status: <ol data-live="/orders/…/events">. At each event this page is fetched again and its <main> taken over; one fetch
// at a time, so that a slow older answer cannot overwrite a newer one.
const live = document.querySelector("[data-live]");
if (live) {
  const source = new EventSource(live.dataset.live);
  let busy = false;
  let again = false;
  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("main");
    const main = document.querySelector("main");
    if (now && now.innerHTML !== main.innerHTML) main.replaceChildren(...now.childNodes);
    if (!main.querySelector("[data-live]")) source.close();
  };
  source.onmessage = async () => {
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      await refresh().catch(() => {});
    }
    busy = false;
  };
}

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
