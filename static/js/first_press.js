// Tells with what a visitor sends in which time zone their browser is: a day is theirs from the first press on.
document.addEventListener("formdata", ({ target, formData }) => {
  if (target.method === "post") formData.set("_time_zone", Intl.DateTimeFormat().resolvedOptions().timeZone ?? "");
});

// What helps with writing comes once somebody begins to: most visitors read on.
const later = document.querySelector("[data-later]");
later?.addEventListener("focusin", () => later.dataset.later.split(" ").forEach((address) => import(address)), { once: true });
