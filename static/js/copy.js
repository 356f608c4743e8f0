// Copies what stands in a field. Without this script, or where the browser does not let it, the field can be selected.
for (const box of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(box.dataset.copy);
  const said = box.querySelector("[role=status]");

  async function copied() {
    try {
      // Only where the page came by a safe way; elsewhere there is no clipboard to ask.
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      field.focus();
      field.select();
      return document.execCommand("copy");
    }
  }

  box.querySelector("button").addEventListener("click", async () => {
    said.textContent = (await copied()) ? "Copied." : "It is selected: copy it with the keyboard or the menu.";
  });
  box.hidden = false;
}
