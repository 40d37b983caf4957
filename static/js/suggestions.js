// Search suggestions: <input data-suggest="/suggest">. Places below the field while it is being
// written; arrows choose, Enter goes there, Escape puts them away. An answer that comes after a
// newer question is not shown.
document.querySelectorAll("[data-suggest]").forEach((input, at) => {
  const list = document.createElement("ul");
  list.id = `suggested-${at}`;
  list.className = "suggested";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label"));
  input.form.append(list);

  const set = (name, value) => input.setAttribute(name, value);
  set("role", "combobox");
  set("aria-autocomplete", "list");
  set("aria-expanded", "false");
  set("aria-controls", list.id);

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
  const fetchPlaces = async (written) => {
    const address = input.dataset.suggest;
    const query = `${address.includes("?") ? "&" : "?"}q=${encodeURIComponent(written)}`;
    const answer = await fetch(address + query).catch(() => {});
    return answer?.ok ? answer.text() : "";
  };
  const ask = async () => {
    const written = input.value.trim();
    const html = written && (await fetchPlaces(written));
    if (written !== input.value.trim()) return;
    choose();
    list.innerHTML = html;
    show(list.children.length > 0 && document.activeElement === input);
  };

  input.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 90);
  });
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
  list.addEventListener("click", (event) => {
    location.assign(event.target.closest("[data-href]").dataset.href);
  });
});
