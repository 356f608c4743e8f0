// Says so when an act did not reach the server, and lets an undo that arrives in the status line work in place.
const status = document.getElementById("status");

function say(text) {
  const notice = document.createElement("div");
  notice.className = "notice notice-error";
  notice.textContent = text;
  status.replaceChildren(notice);
}

document.body.addEventListener("htmx:sendError", () =>
  say("We could not be reached. Nothing was changed. Check your connection and press again."));
document.body.addEventListener("htmx:responseError", (event) =>
  say(event.detail.xhr.status === 503
    ? "The site is not available for a moment. Nothing was changed. Press again in a minute."
    : "That did not work and nothing was changed. Reload the page and try again."));
