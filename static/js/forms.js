// A form that came back: what is wrong with it is read out first. Not every browser gives the focus
// to what only asks for it.
document.querySelector(".errors")?.focus();

// A form is sent once; coming back to the page by the browser's back button frees it again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button"))
    button.setAttribute("aria-disabled", "true");
});

addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-disabled");
  }
});
