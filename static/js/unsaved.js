// Whoever leaves a form of the desk, or a list with boxes, with something typed and not saved is asked first, by the browser
// in its own words. Ticking rows of a list types nothing.
const form = document.querySelector("#content-main form[id$='_form'], #changelist-form");
const TICKED = ["csrfmiddlewaretoken", "_selected_action", "action", "select_across", "index"];
if (form) guard(form);

function guard(form) {
  const state = () => JSON.stringify([...new FormData(form)].filter(([name]) => !TICKED.includes(name)));
  // A page that shows what could not be saved holds unsaved words from its first moment.
  const refused = document.querySelector("#content-main .errornote") !== null && document.querySelector("#draft") === null;
  let opened = null;
  let leaving = false;
  // The admin's own scripts fill boxes while the page loads.
  addEventListener("load", () => setTimeout(() => (opened = state())));
  form.addEventListener("submit", () => (leaving = true));
  // Back from what the form was sent to, by the browser's Back.
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("beforeunload", (event) => {
    if (!leaving && opened !== null && (refused || state() !== opened)) event.preventDefault();
  });
}
