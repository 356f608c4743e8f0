// Says that a file is too large before it is sent: the site would refuse it unread, after minutes on a slow line.
for (const field of document.querySelectorAll("[data-most-megabytes]")) {
  const most = Number(field.dataset.mostMegabytes);
  const said = document.createElement("p");
  said.className = "error-text";
  said.setAttribute("role", "alert");
  field.after(said);

  const isTooLarge = () => [...field.files].some((file) => file.size > most * 1024 * 1024);

  field.addEventListener("change", () => {
    said.textContent = isTooLarge() ? `This file is larger than ${most} MB, which is the most that is taken. Choose another one.` : "";
  });
  field.form.addEventListener("submit", (event) => {
    if (!isTooLarge()) return;
    event.preventDefault();
    field.focus();
  });
}
