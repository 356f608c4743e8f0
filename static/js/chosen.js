// Boxes in which rows are found by typing are drawn by a library that calls its parts nothing: they get the words of
// the label, for those who do not see where it stands. What is chosen is said with them.
function say(part, words) {
  if (part.getAttribute("aria-label") !== words) part.setAttribute("aria-label", words);
}

function name(drawn) {
  const words = drawn.previousElementSibling.labels?.[0]?.textContent.trim().replace(/:$/, "");
  if (!words) return;
  const shown = drawn.querySelector("[role=textbox]");
  const chosen = shown && (shown.title || shown.textContent.trim());
  for (const part of drawn.querySelectorAll("[role=combobox], [role=textbox], input")) {
    // The library lets what is chosen stand for the name, and then nobody hears what it was chosen for.
    part.removeAttribute("aria-labelledby");
    say(part, chosen ? `${words}: ${chosen}` : words);
  }
  // A cross for the mouse that takes all away, and no item of the list in which it stands.
  drawn.querySelector("ul > .select2-selection__clear")?.setAttribute("aria-hidden", "true");
}

const all = () => document.querySelectorAll(".admin-autocomplete + .select2-container").forEach(name);

all();
new MutationObserver(all).observe(document.querySelector("#content-main"), { childList: true, subtree: true });
