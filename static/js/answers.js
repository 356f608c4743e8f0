// The only text that may become markup on our pages is an answer of this site, in the forms that htmx gives it: the browser
// asks here before it takes any other text for markup (Trusted Types), and then refuses it. Loaded before htmx.
const MOST = 4;
const answers = new Set();

// A whole page stays as it came, or loses its head; a part of one is put into a template.
function forms(text) {
  const headless = text.replace(/<head(\s[^>]*)?>[\s\S]*?<\/head>/i, "");
  return [text, headless, `<body><template class="internal-htmx-wrapper">${headless}</template></body>`];
}

function expect(text) {
  answers.add(forms(text));
  // One that came and was not shown does not stay for ever.
  if (answers.size > MOST) answers.delete(answers.values().next().value);
}

function isOne(text) {
  for (const answer of answers) if (answer.includes(text)) return answers.delete(answer);
  return false;
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => expect(detail.serverResponse));
document.addEventListener("htmx:historyCacheMissLoad", ({ detail }) => expect(detail.response));

// A browser that does not know of this takes everything, as it did before.
window.trustedTypes?.createPolicy("default", { createHTML: (text) => (isOne(text) ? text : null) });
