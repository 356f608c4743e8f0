// Says so when an act did not reach the server, and keeps the keyboard where it was when the pressed button is gone.
const status = document.getElementById("status");
let pressed = "";

function say(text) {
  const notice = document.createElement("div");
  notice.className = "notice notice-error";
  notice.textContent = text;
  status.replaceChildren(notice);
}

document.body.addEventListener("htmx:beforeRequest", () => {
  pressed = document.activeElement?.id ?? "";
});

document.body.addEventListener("htmx:afterSettle", () => {
  if (document.activeElement !== document.body || !pressed) return;
  const slug = pressed.replace(/^act-/, "");
  const row = [...document.querySelectorAll(".milestones a")].find((link) => link.pathname.endsWith(`/${slug}/`));
  (row ?? document.getElementById("act") ?? document.getElementById("content")).focus({ preventScroll: true });
});

document.body.addEventListener("htmx:sendError", () =>
  say("We could not be reached. Nothing was changed. Check your connection and press again."));

document.body.addEventListener("htmx:responseError", (event) =>
  say(event.detail.xhr.status === 503
    ? "The site is not available for a moment. Nothing was changed. Press again in a minute."
    : "That did not work and nothing was changed. Reload the page and try again."));
