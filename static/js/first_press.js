// Tells with what a visitor sends in which time zone their browser is: a day is theirs from the first press on.
document.addEventListener("formdata", ({ target, formData }) => {
  if (target.method === "post") formData.set("_time_zone", Intl.DateTimeFormat().resolvedOptions().timeZone ?? "");
});

// What helps with writing comes once somebody begins to: most visitors read on.
const later = document.querySelector("[data-later]");
// One after the other: those that come later use what the earlier ones bring.
async function come() {
  for (const address of later.dataset.later.split(" ")) await import(address);
}
if (later?.contains(document.activeElement)) {
  // On a slow line somebody writes before this is here.
  come();
} else {
  later?.addEventListener("focusin", come, { once: true });
}
