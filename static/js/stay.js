// Lets a form in which something can be typed go only while the site can be reached: a page that is left for the
// browser's error page has lost what was typed on it, as no cache keeps it. Boosted forms and those with a draft stay anyway.
const PATIENCE = 10_000;
const { health } = document.getElementById("stay").dataset;
const TYPED = "textarea, select, input:not([type=hidden], [type=submit], [type=button])";
const reached = new WeakSet();
const asking = new WeakSet();
const notices = new WeakMap();

async function whatIsWrong() {
  try {
    const response = await fetch(health, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? "" : "The site is not available for a moment.";
  } catch {
    return "The site cannot be reached.";
  }
}

function loses(form) {
  return form.method === "post" && !form.matches("[data-draft]") && !form.closest("[data-hx-boost]") && form.querySelector(TYPED);
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!loses(form) || reached.delete(form)) return;
  event.preventDefault();
  if (asking.has(form)) return;
  asking.add(form);
  notices.get(form)?.remove();
  const wrong = await whatIsWrong();
  asking.delete(form);
  if (!wrong) {
    reached.add(form);
    form.requestSubmit(event.submitter);
    return;
  }
  const notice = document.createElement("div");
  notice.className = "notice notice-warning";
  notice.setAttribute("role", "alert");
  notice.textContent = `${wrong} Nothing is saved yet, and what you typed stays here. Press again in a minute.`;
  (event.submitter?.closest("p, .acts, .bank-line") ?? form.lastElementChild).after(notice);
  notices.set(form, notice);
});
