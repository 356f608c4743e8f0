// Names for what is being typed as a place. Without this the page lists them after the form is sent.
for (const field of document.querySelectorAll("[data-places]")) {
  let asked = 0;
  field.addEventListener("input", async () => {
    const where = field.value.trim();
    const mine = ++asked;
    if (where.length < 2) return;
    const answer = await fetch(`${field.dataset.places}?${new URLSearchParams({ where })}`).catch(() => null);
    if (!answer?.ok) return;
    const { places } = await answer.json();
    if (mine !== asked) return;
    field.list.replaceChildren(...places.map(({ name, also }) => new Option(also, name)));
  });
}
