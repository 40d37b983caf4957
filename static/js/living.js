// A living page: <div data-phase data-look="25">, and <ol data-live="/orders/…/events"> while
// something is to come. It is fetched again at each event, and every so many seconds while somebody
// looks at it. What is as it was stays where it is, with focus, scroll and what stands open.
const main = document.querySelector("main");

const same = (a, b) =>
  a.nodeType === b.nodeType && a.nodeName === b.nodeName && a.dataset?.key === b.dataset?.key;

const morphAttributes = (old, now) => {
  const kept = (name) => name === "open" && old.nodeName === "DETAILS";
  for (const { name } of [...old.attributes]) {
    if (!kept(name) && !now.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of now.attributes) {
    if (!kept(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
};

const morph = (old, now) => {
  if (old.nodeType !== 1) {
    if (old.data !== now.data) old.data = now.data;
    return;
  }
  morphAttributes(old, now);
  const left = [...old.childNodes];
  const pairs = [...now.childNodes].map((child) => {
    const at = left.findIndex((one) => same(one, child));
    return [child, at < 0 ? child : left.splice(at, 1)[0]];
  });
  // What goes is gone first: what stays is then in its place, and is not moved, which would take the
  // focus from it.
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

// Another phase is another page below its headline: nothing of the old one is moved about, but what
// somebody writes in stays.
const clearPhase = () => {
  const written = (field) => field === document.activeElement || field.value !== field.defaultValue;
  const stays = (one) =>
    one.querySelector("h1") || [...one.querySelectorAll("input, textarea")].some(written);
  for (const one of main.querySelectorAll("[data-phase] > *, [data-phase] > header > *")) {
    if (!stays(one)) one.remove();
  }
};

// Another page in the place of this one; whether it is a page of ours.
const swap = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const now = page.querySelector("main");
  if (!now) return false;
  // What is shown this once stays until its reader goes on.
  const once = main.querySelector("[data-once]");
  if (once && !now.querySelector("[data-once]")) {
    now.querySelector("#family")?.after("\n", once.cloneNode(true));
  }
  const held = main.contains(document.activeElement);
  const phase = (one) => one.querySelector("[data-phase]")?.dataset.phase;
  if (phase(main) !== phase(now)) clearPhase();
  morph(main, now);
  document.title = page.title;
  if (held && !main.contains(document.activeElement)) {
    main.querySelector("h1").focus({ preventScroll: true });
  }
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
      const headers = { accept: "text/html" };
      const answer = await fetch(location.href, { headers }).catch(() => {});
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
