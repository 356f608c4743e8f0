// Lets a form in which something can be typed go only while the site can be reached: a page that is left for the
// browser's error page has lost what was typed on it, as no cache keeps it. Boosted forms and those with a draft stay anyway.
const PATIENCE = 10_000;
const { health } = document.getElementById("stay").dataset;
const TYPED = "textarea, select, input:not([type=hidden], [type=submit], [type=button])";
const reached = new WeakSet();
const asking = new WeakSet();
const notices = new WeakMap();
const BOOSTED = "[data-hx-boost]";
// What lets boosted forms act without leaving the page is a third of all that a first visit would move, and comes once
// somebody reaches for such a form.
const later = document.querySelector("[data-later]")?.dataset.later.split(" ") ?? [];
let coming = null;
let here = !later.length;

async function come() {
  // htmx waits for a moment that is over by now, unless the page is complete.
  if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  // All at once over the wire, and one after the other on the page: what htmx needs is there before it.
  for (const href of later) document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  for (const address of later) await import(address);
  here = true;
}

function reachedFor({ target }) {
  if (here || !(target.closest?.("form") ?? target.form)?.closest(BOOSTED)) return;
  // What could not come is not asked for again (a browser remembers that): the form goes as it does without.
  coming ??= come().catch(() => {});
}

for (const sign of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(sign, reachedFor, { passive: true });

async function whatIsWrong() {
  try {
    const response = await fetch(health, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? "" : "The site is not available for a moment.";
  } catch {
    return "The site cannot be reached.";
  }
}

function loses(form) {
  return form.method === "post" && !form.matches("[data-draft]") && !form.closest(BOOSTED) && form.querySelector(TYPED);
}

function waits(form) {
  return !here && form.closest(BOOSTED);
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (reached.delete(form) || !(loses(form) || waits(form))) return;
  event.preventDefault();
  if (asking.has(form)) return;
  asking.add(form);
  notices.get(form)?.remove();
  if (waits(form)) {
    reachedFor(event);
    await coming;
  }
  const pressAgain = here && form.closest(BOOSTED);
  const wrong = pressAgain ? "" : await whatIsWrong();
  asking.delete(form);
  if (pressAgain && event.submitter) {
    // htmx knows of no other button than the one that was pressed.
    event.submitter.click();
    return;
  }
  if (!wrong) {
    reached.add(form);
    form.requestSubmit(event.submitter);
    return;
  }
  const notice = document.createElement("div");
  notice.className = "notice notice-warning";
  notice.setAttribute("role", "alert");
  const stays = form.querySelector(TYPED) ? ", and what you typed stays here" : "";
  notice.textContent = `${wrong} Nothing is saved yet${stays}. Press again in a minute.`;
  (event.submitter?.closest("p, .acts, .bank-line") ?? form.lastElementChild).after(notice);
  notices.set(form, notice);
});
