// Says so when an act did not reach the server, and keeps the keyboard where the eye is when the pressed button is gone.
const status = document.getElementById("status");
let pressed = null;
let stood = null;

function say(text) {
  const notice = document.createElement("div");
  notice.className = "notice notice-error";
  const words = document.createElement("span");
  words.textContent = text;
  const close = Object.assign(document.createElement("button"), { type: "button", className: "notice-close", ariaLabel: "Close this message" });
  notice.append(words, close);
  status.replaceChildren(notice);
}

// Where a button is, so that the place can be found again on the page that comes.
function placeOf(button) {
  const row = button.closest("li");
  const part = button.closest("#page [aria-labelledby]");
  const before = [...document.querySelectorAll("#page :is(h2, h3)[id]")].filter(
    (heading) => heading.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING);
  return {
    said: status.contains(button),
    id: button.id,
    line: button.closest("[data-key]")?.id,
    form: button.form?.getAttribute("action"),
    words: button.textContent,
    link: row?.querySelector("a")?.pathname,
    heading: before.at(-1)?.id,
    number: part && row ? [...part.querySelectorAll("li")].indexOf(row) : -1,
  };
}

// From the nearest to the farthest. Nothing that acts on something else: who presses twice must not start the next.
function* nearTo({ said, id, line, form, words, link, heading, number }) {
  yield document.querySelector("#page .is-invalid");
  if (said) yield status;
  if (id) yield document.getElementById(id);
  if (line) yield document.getElementById(line)?.querySelector("button");
  const again = form ? [...document.querySelectorAll("#page button")].filter((one) => one.form?.getAttribute("action") === form) : [];
  yield again.find((one) => one.textContent === words) ?? again[0];
  if (link) yield [...document.querySelectorAll("#page li a")].find((one) => one.pathname === link);
  const part = heading && document.querySelector(`#page [aria-labelledby="${heading}"]`);
  const rows = part && number >= 0 ? [...part.querySelectorAll("li")] : [];
  yield rows[Math.min(number, rows.length - 1)]?.querySelector("a");
  yield part?.querySelector("#act");
  const above = heading && document.getElementById(heading);
  yield above?.querySelector("a") ?? above;
  yield document.getElementById("content");
}

document.body.addEventListener("htmx:beforeRequest", () => {
  const button = document.activeElement;
  pressed = button && button !== document.body ? placeOf(button) : null;
  // At the top of the page what is said stands in sight, and may push the rest down.
  stood = pressed && button.id && scrollY ? { id: button.id, top: button.getBoundingClientRect().top } : null;
});

// What only looks ahead while somebody types changes nothing, and is tried again with the next letter.
const looksAhead = ({ detail }) => detail.requestConfig.elt.matches("[data-looks-ahead]");

// An answer that says where it goes holds what was typed: it is shown, whatever its status. Nobody who is still typing is
// taken away by it: they learn of it when they save.
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const { detail } = event;
  if (looksAhead(event) || !detail.xhr.getResponseHeader("HX-Retarget")) return;
  detail.shouldSwap = true;
  detail.isError = false;
});

document.body.addEventListener("htmx:afterSettle", () => {
  // What was pressed and is still there stays under the finger: a second press there must not be one of something else.
  if (stood && document.activeElement.id === stood.id) {
    scrollBy(0, document.activeElement.getBoundingClientRect().top - stood.top);
  }
  if (document.activeElement !== document.body || !pressed) return;
  for (const near of nearTo(pressed)) {
    if (!near) continue;
    const closed = near.closest("details:not([open])");
    const shown = closed ? closed.querySelector("summary") : near;
    if (!shown.matches("a[href], button, input, select, textarea, summary, [tabindex]")) shown.tabIndex = -1;
    shown.focus({ preventScroll: shown.id === "content" || shown === status });
    return;
  }
});

document.body.addEventListener("htmx:sendError", (event) =>
  looksAhead(event) || say("We could not be reached. Nothing was changed. Check your connection and press again."));

document.body.addEventListener("htmx:responseError", (event) =>
  looksAhead(event) || say(event.detail.xhr.status === 503
    ? "The site is not available for a moment. Nothing was changed. Press again in a minute."
    : "That did not work and nothing was changed. Copy what you typed, reload the page and try again."));
