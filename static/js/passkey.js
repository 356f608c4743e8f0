// Asks the browser to make or to show a passkey when a form is sent, and sends what came of it. Without JavaScript, or
// in a browser that knows no passkeys, the form stays hidden and the sentence beside it says so.
const SAID = {
  InvalidStateError: "This device already has a passkey for your account, so nothing was added. It works as it is.",
  NotAllowedError: "Nothing has changed: the browser was told to stop, or it waited too long.",
  AbortError: "Nothing has changed: the browser was told to stop, or it waited too long.",
  SecurityError: "Passkeys don't work at this address, so nothing has changed.",
  NotSupportedError: "This device can't make a passkey that we understand, so nothing has changed.",
};

const known = window.PublicKeyCredential?.parseCreationOptionsFromJSON && navigator.credentials;

// What to ask for stands in the page, or is asked for at the moment of the press.
const options = async (form) => {
  const written = form.querySelector("script[type='application/json']");
  if (written) return JSON.parse(written.textContent);
  const response = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(response.status);
  return response.json();
};

const passkey = async (form) => {
  const { creation_options: make, request_options: show } = await options(form);
  const made = make
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(make.publicKey) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(show.publicKey) });
  return JSON.stringify(made);
};

for (const form of known ? document.querySelectorAll("form[data-passkey]") : []) {
  const missing = document.getElementById(form.dataset.passkey);
  if (missing) missing.hidden = true;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    // With a passkey in it the form goes its way, by stay.js where something was typed.
    if (form.elements.credential.value) return;
    event.preventDefault();
    event.stopPropagation();
    const button = form.querySelector("button");
    const said = form.querySelector("[role='alert']");
    said.textContent = "";
    button.disabled = true;
    try {
      form.elements.credential.value = await passkey(form);
      button.disabled = false;
      form.requestSubmit();
    } catch (error) {
      said.textContent = SAID[error.name] ?? "That didn't work, and nothing has changed. Reload the page and try again.";
      button.disabled = false;
      button.focus();
    }
  });
}
