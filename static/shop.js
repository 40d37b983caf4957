// Small comforts; every page is complete without them.
document.documentElement.classList.add("js");

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

// Search suggestions: the names of the destinations page, fetched when somebody begins to write.
document.addEventListener("focusin", async (event) => {
  const input = event.target.closest("input[type=search]");
  if (!input || input.list) return;
  const list = document.createElement("datalist");
  list.id = "places";
  input.after(list);
  input.setAttribute("list", list.id);
  // Beside the form’s own address, so in its language.
  const answer = await fetch(new URL("destinations", input.form.action));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  page.querySelectorAll(".places b").forEach((name) => list.append(new Option("", name.textContent)));
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
