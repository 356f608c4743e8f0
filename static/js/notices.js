// Lets what was said be closed. Without this it stands in the flow of the page and goes with it.
document.addEventListener("click", (event) => {
  const button = event.target.closest(".notice-close");
  if (!button) return;
  const status = button.closest(".status");
  button.closest(".notice").remove();
  const next = status.querySelector(".notice-close");
  if (!next) status.replaceChildren();
  (next ?? document.getElementById("content")).focus({ preventScroll: true });
});
