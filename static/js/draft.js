// Saves what is being typed every few seconds. While the site cannot be reached a copy stays on this device, and no
// window takes another's place without a word. A copy whose form is no longer shown is offered where its answer stands.
const PAUSE = 1500;
const AGAIN = 5000;

const form = document.querySelector("form[data-draft]");
if (form) keep(form);
for (const template of document.querySelectorAll("template[data-unsent]")) offerUnsent(template);

function mineOf({ owner }, url) {
  return `draft ${owner} ${url} `;
}

// The copies of one form on this device, each with its name, the newest first.
function copiesOf(mine) {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(mine));
    return names.map((name) => [name, JSON.parse(localStorage.getItem(name))]).sort(([, one], [, other]) => other.at - one.at);
  } catch {
    return [];
  }
}

function forgetCopy(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // Not allowed, so there is none.
  }
}

function offerUnsent(template) {
  const kept = template.dataset.kept.trim();
  for (const [name, { values }] of copiesOf(mineOf(template.dataset, template.dataset.unsent))) {
    const text = values.text.trim();
    if (!text || text === kept) {
      forgetCopy(name);
      continue;
    }
    const offer = template.content.firstElementChild.cloneNode(true);
    const field = offer.querySelector("textarea");
    const acts = offer.querySelector("[data-unsent-acts]");
    field.value = values.text;
    offer.querySelector("[data-unsent-discard]").addEventListener("click", () => {
      forgetCopy(name);
      acts.textContent = "Discarded. Until you leave this page you can still copy it from here.";
      field.focus();
    });
    template.before(offer);
  }
}

function keep(form) {
  const url = form.dataset.draft;
  const names = [...form.querySelectorAll("textarea")].map((field) => field.name);
  const mine = mineOf(form.dataset, url);
  // One copy for each window, so that two never write over each other.
  const key = mine + Date.now() + Math.random();
  const state = form.querySelector("[data-draft-state]");
  const offered = form.querySelector("[data-draft-offer]");
  let sent = read();
  let timer = 0;
  let underway = null;
  let asking = false;
  let keepOther = false;
  let copied = true;

  function read() {
    return Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
  }

  function write(values) {
    for (const name of names) form.elements[name].value = values[name] ?? "";
    for (const folded of form.querySelectorAll("details")) {
      if (names.some((name) => values[name] && folded.contains(form.elements[name]))) folded.open = true;
    }
    form.dispatchEvent(new Event("written"));
  }

  function same(one, other) {
    return names.every((name) => (one[name] ?? "").trim() === (other[name] ?? "").trim());
  }

  function say(text) {
    state.textContent = text;
  }

  function copy() {
    try {
      localStorage.setItem(key, JSON.stringify({ values: read(), seen: form.elements.seen.value, at: Date.now() }));
      copied = true;
    } catch {
      // No room, or not allowed: the page itself still holds the text.
      copied = false;
    }
  }

  function where() {
    return copied ? "What you type stays on this device and is sent when it is back."
      : "This device has no room for a copy of what you type: leave this page open, and it is sent when it is back.";
  }

  function later(pause = PAUSE) {
    clearTimeout(timer);
    timer = setTimeout(send, pause);
  }

  // Says whether what stands here is "safe" on the server, "refused" by it, or the server is "away".
  async function send(options = {}) {
    clearTimeout(timer);
    if (underway) await underway;
    if (asking) return "refused";
    const values = read();
    if (same(values, sent) && !keepOther) return "safe";
    const body = new URLSearchParams({
      ...values,
      seen: form.elements.seen.value,
      csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
    });
    if (keepOther) body.set("keep_other", "1");
    underway = post(body, values, options.keepalive ?? false);
    try {
      return await underway;
    } finally {
      underway = null;
    }
  }

  async function post(body, values, keepalive) {
    let response;
    try {
      response = await fetch(url, { method: "POST", body, keepalive });
    } catch {
      return away(`The site cannot be reached. ${where()}`);
    }
    if (response.ok && !response.redirected) {
      form.elements.seen.value = (await response.json()).edition;
      sent = values;
      keepOther = false;
      if (same(read(), sent)) forgetCopy(key);
      else later();
      say(`Draft saved at ${new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}.`);
      return "safe";
    }
    if (response.status === 409) {
      const other = await response.json();
      offer("Another window has changed this answer since. Nothing of yours is lost: choose which text goes on.", other.values, [
        ["Go on with what I typed here", () => {
          form.elements.seen.value = other.edition;
          keepOther = true;
          later(0);
        }],
        ["Go on with the other text", () => {
          form.elements.seen.value = other.edition;
          sent = other.values;
          write(other.values);
          forgetCopy(key);
          say("This is the text of the other window.");
        }],
      ]);
      return "refused";
    }
    if (response.status === 422) {
      say((await response.json()).errors.join(" "));
      return "refused";
    }
    if (response.status < 500) {
      say("The draft was refused, perhaps because you were signed out. " + (copied
        ? "It stays on this device; sign in and open this page again."
        : "This device has no room for a copy of it: leave this page open and sign in in another tab, or copy it."));
      return "refused";
    }
    return away(`The site is not available for a moment. ${where()}`);
  }

  function away(text) {
    say(text);
    later(AGAIN);
    return "away";
  }

  function offer(words, values, choices) {
    asking = true;
    const box = document.createElement("div");
    box.className = "notice notice-warning draft-offer";
    box.setAttribute("role", "alert");
    const text = document.createElement("p");
    text.textContent = words;
    const other = document.createElement("blockquote");
    other.dir = "auto";
    other.textContent = names.map((name) => values[name]).filter(Boolean).join("\n\n") || "(empty)";
    const acts = document.createElement("div");
    acts.className = "acts";
    for (const [label, act] of choices) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-outline-secondary btn-sm";
      button.textContent = label;
      button.addEventListener("click", () => {
        asking = false;
        offered.replaceChildren();
        act();
        form.elements[names[0]].focus();
      });
      acts.append(button);
    }
    box.append(text, other, acts);
    offered.replaceChildren(box);
    say("");
  }

  function bringBack() {
    for (const [name, found] of copiesOf(mine)) {
      if (same(found.values, read())) {
        forgetCopy(name);
        continue;
      }
      if (found.seen === form.elements.seen.value) {
        write(found.values);
        copy();
        forgetCopy(name);
        say("Brought back what you typed on this device before it could be saved.");
        later();
      } else {
        offer("On this device there is text that could not be saved, and the answer has changed since. Choose which goes on.", found.values, [
          ["Go on with the text from this device", () => {
            write(found.values);
            keepOther = true;
            copy();
            forgetCopy(name);
            later(0);
          }],
          ["Go on with what is shown", () => forgetCopy(name)],
        ]);
      }
      return;
    }
  }

  form.addEventListener("input", (event) => {
    if (!names.includes(event.target.name)) return;
    copy();
    later();
  });

  // The draft goes first, so that the form knows the newest edition. While the site is away, the page with the text stays.
  let leaving = "";
  form.addEventListener("submit", async (event) => {
    if (leaving === "now") return;
    if (!underway && (asking || (same(read(), sent) && !keepOther))) {
      leaving = "now";
      return;
    }
    event.preventDefault();
    if (leaving === "soon") return;
    leaving = "soon";
    if ((await send()) === "away") {
      leaving = "";
      return;
    }
    leaving = "now";
    clearTimeout(timer);
    // Not while the browser still fires this event: it would ignore it.
    setTimeout(() => form.requestSubmit(event.submitter));
  });
  window.addEventListener("pageshow", () => { leaving = ""; });
  window.addEventListener("online", () => later(0));
  window.addEventListener("pagehide", () => {
    if (leaving !== "now") send({ keepalive: true });
  });

  bringBack();
}
