// What the bookmark hands over stands behind the # of the address, which no server ever sees: it goes into the form.
const handed = new URLSearchParams(location.hash.slice(1));
const fields = { raw: handed.get("text"), url: handed.get("url") };
for (const [name, value] of Object.entries(fields)) {
  const field = document.querySelector(`form [name="${name}"]`);
  if (field && value && !field.value) field.value = value;
}
if (fields.raw) history.replaceState(null, "", location.pathname);

// More than the server takes in one form would come back as an error page without what was pasted.
const pasted = document.querySelector('form [name="raw"]');
pasted?.form.addEventListener("submit", (event) => {
  const notice = document.getElementById("far-too-long");
  notice.hidden = pasted.value.length <= Number(pasted.dataset.most);
  if (notice.hidden) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
