// Lines of a resume are dragged to another place among those beside them. The buttons beside each do the same.
const FORM = "form[data-drag]";
let dragged = null;

const line = (target) => target instanceof Element && target.closest(`${FORM} [data-key]`);
const beside = (one) => [...one.parentElement.children].filter((other) => other.matches("[data-key]"));

document.addEventListener("pointerdown", ({ target }) => {
  const one = line(target);
  // What can be pressed or read stays so: only the handle drags.
  if (one && target.closest(".handle")) one.draggable = true;
});

document.addEventListener("dragstart", (event) => {
  dragged = line(event.target);
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
  dragged.classList.add("is-dragged");
});

// Before which of the others it would come; nothing at the end.
function nextAt(y) {
  return beside(dragged).filter((one) => one !== dragged).find((one) => {
    const { top, height } = one.getBoundingClientRect();
    return y < top + height / 2;
  });
}

document.addEventListener("dragover", (event) => {
  const over = line(event.target);
  if (!dragged || !dragged.parentElement.contains(over || event.target)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "move";
});

document.addEventListener("drop", (event) => {
  if (!dragged) return;
  event.preventDefault();
  press(dragged.closest(FORM), `move ${nextAt(event.clientY)?.dataset.key ?? "end"} ${dragged.dataset.key}`);
});

document.addEventListener("dragend", () => {
  if (!dragged) return;
  dragged.classList.remove("is-dragged");
  dragged.draggable = false;
  dragged = null;
});

function press(form, value) {
  const button = document.createElement("button");
  button.name = "do";
  button.value = value;
  button.hidden = true;
  form.append(button);
  // Pressed, not submitted with: htmx knows of no other button than the one that was pressed.
  button.click();
  button.remove();
}
