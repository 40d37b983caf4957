// Links are made and shared, or copied where nothing can be shared, at one press:
// <button data-share> in a form, and <button data-send="id of a field"> for once more.
// Where the page that comes back shows them, they are there all the same.
const send = async (button) => {
  const field = document.getElementById(button.dataset.send);
  const text = field.value;
  if (!navigator.share) {
    const copied = () => (button.textContent = document.body.dataset.copied);
    return navigator.clipboard.writeText(text).then(copied, () => {});
  }
  const sent = await navigator.share({ text }).then(
    () => true,
    () => false,
  );
  // The shop takes them for sent until it hears that the sheet was closed.
  if (sent === !field.dataset.unsent) return;
  const body = new URLSearchParams({ do: sent ? "sent" : "unsent", of: field.dataset.of });
  const answer = await fetch(document.getElementById("to-whom").action, { method: "POST", body })
    .then((answer) => answer.text())
    .catch(() => {});
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
  const headers = { accept: "text/html" };
  const answer = await fetch(form.action, { method: "POST", body, headers })
    .then((answer) => answer.text())
    .catch(() => {});
  delete form.dataset.sent;
  const shown = () => document.getElementById("links")?.value;
  const before = shown();
  // The browser's own word, where there is no network or no page of ours came.
  if (!answer || !swap(answer)) {
    button.removeAttribute("data-share");
    return form.requestSubmit(button);
  }
  // Links of an earlier press may still stand there.
  const made = shown() !== before && main.querySelector("[data-send]");
  const next = made
    ? main.querySelector("[data-once] h3")
    : main.querySelector("[aria-invalid]") || main.querySelector("h1");
  next.focus();
  if (made) send(made);
});
