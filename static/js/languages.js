// The browser asks for another language that the shop speaks: its own words, at the edge of the
// page, until they are put away. Nobody is sent.
const tongues = [...document.querySelectorAll(".tongues a[hreflang]")];
const base = (tag) => tag.toLowerCase().split("-")[0];
const wanted = (navigator.languages || [])
  .map((tag) => tongues.find((a) => base(a.hreflang) === base(tag)))
  .find(Boolean);

if (wanted && !wanted.hasAttribute("aria-current") && !localStorage.getItem("language-offered")) {
  const offer = document.createElement("aside");
  offer.className = "offered";
  offer.lang = wanted.lang;
  offer.dir = wanted.dir;
  const link = document.createElement("a");
  link.href = wanted.href;
  link.textContent = wanted.dataset.offer;
  const away = document.createElement("button");
  away.type = "button";
  away.textContent = "×";
  away.setAttribute("aria-label", document.body.dataset.close);
  const remember = () => localStorage.setItem("language-offered", "yes");
  link.addEventListener("click", remember);
  away.addEventListener("click", () => {
    remember();
    offer.remove();
  });
  offer.append(link, away);
  document.body.append(offer);
}
