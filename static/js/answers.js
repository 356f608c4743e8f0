// The only text that may become markup on our pages is an answer of this site, just as htmx got it: the browser asks here
// before it takes any other text for markup (Trusted Types), and then refuses it. Loaded before htmx.
const MOST = 4;
const answers = new Set();

function expect(text) {
  answers.add(text);
  // One that came and was not shown does not stay for ever.
  if (answers.size > MOST) answers.delete(answers.values().next().value);
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => expect(detail.serverResponse));
document.addEventListener("htmx:historyCacheMissLoad", ({ detail }) => expect(detail.response));

// A browser that does not know of this takes everything, as it did before.
window.trustedTypes?.createPolicy("default", { createHTML: (text) => (answers.delete(text) ? text : null) });
