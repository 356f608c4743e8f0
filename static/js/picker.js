// A long list of boxes to tick gets a line that shows, while one types, what has these words; what is ticked comes
// first. Without this script it is a list by groups. The line has no name, so it is sent nowhere.
for (const picker of document.querySelectorAll("[data-picker]")) search(picker);

function search(picker) {
  const ticks = [...picker.querySelectorAll(".tick")].map((tick) => ({ tick, words: folded(tick.textContent) }));
  const groups = [...picker.querySelectorAll("details")];
  const before = picker.querySelector("details");
  if (!before) return;

  const field = document.createElement("input");
  Object.assign(field, { type: "search", className: "form-control", autocomplete: "off", id: `${picker.id}_find` });
  const label = document.createElement("label");
  Object.assign(label, { className: "form-label", htmlFor: field.id, textContent: picker.dataset.picker });
  const said = document.createElement("p");
  said.className = "quiet small";
  said.setAttribute("role", "status");
  before.before(label, field, said);

  // What was ticked when the page came. What is ticked or no longer ticked from then on stays where the finger is.
  const chosen = ticks.filter(({ tick }) => tick.querySelector("input").checked);
  if (chosen.length) {
    const box = document.createElement("div");
    box.className = "skill-list picker-chosen";
    box.append(...chosen.map(({ tick }) => tick));
    label.before(box);
    for (const group of groups) group.open = false;
  }

  let open = null;
  function show() {
    const wanted = folded(field.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { tick, words } of ticks) {
      const fits = wanted.every((word) => words.includes(word));
      tick.hidden = !fits;
      found += fits;
    }
    if (wanted.length) open ??= groups.map((group) => group.open);
    groups.forEach((group, place) => {
      const left = group.querySelector(".tick:not([hidden])");
      group.hidden = !left;
      if (wanted.length) group.open = Boolean(left);
      else if (open) group.open = open[place];
    });
    if (!wanted.length) open = null;
    said.textContent = wanted.length ? (found ? `${found} found.` : "Nothing has these words.") : "";
  }

  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    // It would send the form.
    if (event.key === "Enter") event.preventDefault();
  });
  show();
}

// Without capitals and accents.
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
