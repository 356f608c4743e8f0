// Lets a form go only while the site can be reached: a page that is left for the browser's error page has lost what was
// typed on it, as no cache keeps it.
const PATIENCE = 10_000;

for (const form of document.querySelectorAll("form[data-stay]")) stay(form);

async function whatIsWrong(url) {
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? "" : "The site is not available for a moment.";
  } catch {
    return "The site cannot be reached.";
  }
}

function stay(form) {
  const notice = document.createElement("div");
  notice.className = "notice notice-warning";
  notice.setAttribute("role", "alert");
  let asking = false;
  let reached = false;

  form.addEventListener("submit", async (event) => {
    if (reached) {
      reached = false;
      return;
    }
    event.preventDefault();
    if (asking) return;
    asking = true;
    notice.remove();
    const wrong = await whatIsWrong(form.dataset.stay);
    asking = false;
    if (!wrong) {
      reached = true;
      form.requestSubmit(event.submitter);
      return;
    }
    notice.textContent = `${wrong} Nothing is saved yet, and what you typed stays here. Press again in a minute.`;
    (event.submitter?.closest("p, .acts, .bank-line") ?? form.lastElementChild).after(notice);
  });
}
