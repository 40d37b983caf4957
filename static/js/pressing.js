// What one press does. Small comforts: every page is complete without any script.

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
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

// A link to something folded away opens it.
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const folded = link && document.getElementById(link.hash.slice(1));
  if (folded instanceof HTMLDetailsElement) folded.open = true;
});
