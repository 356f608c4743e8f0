// What the bookmark hands over stands behind the # of the address, which no server ever sees: it goes into the form.
const handed = new URLSearchParams(location.hash.slice(1));
const fields = { raw: handed.get("text"), url: handed.get("url") };
for (const [name, value] of Object.entries(fields)) {
  const field = document.querySelector(`form [name="${name}"]`);
  if (field && value && !field.value) field.value = value;
}
if (fields.raw) history.replaceState(null, "", location.pathname);
