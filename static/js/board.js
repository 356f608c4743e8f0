// Cards are dragged to the column of another stage. The select and the button of each card do the same.
const BOARD = "[data-board]";
let dragged = null;

const card = (target) => target instanceof Element && target.closest(`${BOARD} [data-card]`);
const place = (target) => target instanceof Element && target.closest(`${BOARD} [data-stage]`);

document.addEventListener("pointerdown", ({ target, pointerType }) => {
  const one = card(target);
  // What can be pressed stays so, and a finger scrolls.
  if (one && pointerType === "mouse" && !target.closest("a, button, select")) one.draggable = true;
});

document.addEventListener("dragstart", (event) => {
  dragged = card(event.target);
  if (!dragged?.draggable) dragged = null;
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", "");
  // Once the picture of the card is taken: what moves at once ends the drag before it began.
  requestAnimationFrame(() => {
    dragged?.classList.add("is-dragged");
    dragged?.closest(BOARD).classList.add("is-dragging");
  });
});

document.addEventListener("dragover", (event) => {
  const over = dragged && place(event.target);
  mark(over);
  if (!over) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "move";
});

document.addEventListener("drop", (event) => {
  const over = dragged && place(event.target);
  if (!over) return;
  event.preventDefault();
  const form = dragged.querySelector("form");
  if (form.elements.stage.value === over.dataset.stage) return;
  form.elements.stage.value = over.dataset.stage;
  // Pressed, not submitted: so that htmx sends it and the page stays.
  form.querySelector("button").click();
});

document.addEventListener("dragend", () => {
  if (!dragged) return;
  mark(null);
  dragged.classList.remove("is-dragged");
  dragged.draggable = false;
  document.querySelector(BOARD)?.classList.remove("is-dragging");
  dragged = null;
});

function mark(over) {
  for (const one of document.querySelectorAll(".is-over")) if (one !== over) one.classList.remove("is-over");
  if (over) over.classList.add("is-over");
}
