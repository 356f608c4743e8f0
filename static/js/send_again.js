// To sign in in another tab gave up the token of a page that shows what was typed. A page of whoever is signed in now has
// the one that counts; the cookie that it is compared with is out of reach of scripts.
const asking = new WeakSet();
const asked = new WeakSet();

document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (!form.matches("[data-send-again]") || asked.delete(form)) return;
  event.preventDefault();
  if (asking.has(form)) return;
  asking.add(form);
  try {
    const page = await (await fetch(form.dataset.sendAgain, { cache: "no-store", signal: AbortSignal.timeout(10_000) })).text();
    const token = page.match(/name="csrfmiddlewaretoken" value="(\w+)"/);
    if (token) form.elements.csrfmiddlewaretoken.value = token[1];
  } catch {
    // Away: what is sent now says so itself.
  }
  asking.delete(form);
  asked.add(form);
  form.requestSubmit(submitter);
});
