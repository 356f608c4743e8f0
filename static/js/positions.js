// Rows that have a position, in a form or in a list, are put in order by two buttons each, or by dragging their handle.
// Without this module their numbers are typed.
const ROW = ".inline-related:not(.tabular), tr.form-row, #result_list > tbody > tr";
let dragged = null;

const box = (row) => row.querySelector("input[name$='-position']:not([type=hidden])");
const rowsOf = (group) => [...group.querySelectorAll(ROW)].filter((row) => box(row) && !row.matches(".empty-form") && !row.dataset.over);
// Among which others a row is moved: in a list perhaps only among those of its step or category.
const beside = (group, row) => rowsOf(group).filter((one) => box(one).dataset.among === box(row).dataset.among);

// The rows of a form are numbered from 1. A list may show a part of them: these keep the numbers that they have together.
function numbersFor(group, rows) {
  if (group.matches(".inline-group")) return rows.map((_, at) => at + 1);
  let last = -1;
  return rows.map((row) => Number(box(row).value) || 0).sort((a, b) => a - b).map((number) => (last = Math.max(number, last + 1)));
}

// Only a number that changes is touched, so that nothing else counts as edited.
function numbered(group, rows) {
  numbersFor(group, rows).forEach((number, at) => {
    const place = box(rows[at]);
    if (place.value === String(number)) return;
    place.value = String(number);
    place.dispatchEvent(new Event("change", { bubbles: true }));
  });
  ends(rows);
}

function ends(rows) {
  rows.forEach((row, at) => {
    const [up, down] = row.querySelectorAll(".move button");
    up.disabled = at === 0 && !beyond(row, -1);
    down.disabled = at === rows.length - 1 && !beyond(row, 1);
  });
}

// A long list goes on upon other pages. Its first and last row can go there, one each before the list is saved: by the number
// of the row that stands there, which the server wrote at the box that was first or last when the page was opened.
const edges = new Map();
const edge = (row, by) => `${box(row).dataset.among} ${by}`;
const beyond = (row, by) => edges.get(edge(row, by));

function typed(row, number) {
  box(row).value = number;
  box(row).dispatchEvent(new Event("change", { bubbles: true }));
}

function over(group, row, by) {
  Object.assign(row.dataset, { over: by, was: box(row).value });
  typed(row, beyond(row, by));
  edges.delete(edge(row, by));
  ends(beside(group, row));
  said.get(group).textContent = `${named(row)}: on the page ${by < 0 ? "before" : "after"} this one, once you save`;
}

function back(group, row) {
  edges.set(edge(row, Number(row.dataset.over)), box(row).value);
  typed(row, row.dataset.was);
  delete row.dataset.over;
  const rows = beside(group, row);
  ends(rows);
  said.get(group).textContent = `${named(row)}: now ${rows.indexOf(row) + 1} of ${rows.length}`;
}

function named(row) {
  const text = row.querySelector("input[type=text]:not([name$='-position']), textarea");
  return (text?.value || row.querySelector(".inline_label, th")?.textContent || "this row").trim().slice(0, 60);
}

function moved(group, row, before) {
  // Errors of a row of a table stand in a row of their own above it.
  const errors = row.previousElementSibling?.matches(".row-form-errors") ? row.previousElementSibling : null;
  before ? before.before(row) : beside(group, row).at(-1).after(row);
  if (errors) row.before(errors);
  const rows = beside(group, row);
  numbered(group, rows);
  said.get(group).textContent = `${named(row)}: now ${rows.indexOf(row) + 1} of ${rows.length}`;
}

function button(label, act) {
  const one = document.createElement("button");
  one.type = "button";
  one.textContent = label === "up" ? "↑" : "↓";
  one.addEventListener("click", act);
  return one;
}

function fitted(group, row) {
  if (row.querySelector(".move")) return;
  const place = document.createElement("span");
  place.className = "move";
  const step = (by) => () => {
    const rows = beside(group, row);
    const at = rows.indexOf(row);
    const [up, down] = place.querySelectorAll("button");
    if (row.dataset.over) {
      back(group, row);
    } else if (rows[at + by]) {
      moved(group, row, by < 0 ? rows[at - 1] : rows[at + 2]);
    } else {
      over(group, row, by);
      [up.disabled, down.disabled] = [by < 0, by > 0];
    }
    (by < 0 ? [up, down] : [down, up]).find((one) => !one.disabled)?.focus();
  };
  const handle = document.createElement("span");
  handle.className = "move-handle";
  handle.textContent = "⠿";
  handle.title = "Drag to another place";
  handle.setAttribute("aria-hidden", "true");
  place.append(handle, button("up", step(-1)), button("down", step(1)));
  for (const [at, one] of place.querySelectorAll("button").entries()) {
    one.setAttribute("aria-label", `Move ${at ? "down" : "up"}: ${named(row)}`);
  }
  box(row).before(place);
  handle.addEventListener("pointerdown", () => (row.draggable = true));
  row.addEventListener("dragstart", (event) => {
    if (event.target !== row) return;
    dragged = row;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
  });
  row.addEventListener("dragend", () => {
    row.draggable = false;
    dragged = null;
  });
}

const said = new Map();

// Where each group says what was moved. A list that is sorted by another column shows no order to move rows in.
const groups = [...document.querySelectorAll(".inline-group")].map((group) => [group, group]);
const list = document.querySelector("#result_list");
if (list && !new URLSearchParams(location.search).has("o")) groups.push([list, list.parentElement]);

for (const [group, place] of groups) {
  if (!rowsOf(group).length && !group.querySelector(".empty-form input[name$='-position']")) continue;
  const words = document.createElement("p");
  words.className = "move-said";
  words.setAttribute("role", "status");
  place.append(words);
  said.set(group, words);
  for (const row of rowsOf(group)) {
    const { before, after } = box(row).dataset;
    if (before) edges.set(edge(row, -1), before);
    if (after) edges.set(edge(row, 1), after);
  }
  const fit = () => {
    const rows = rowsOf(group);
    rows.forEach((row) => fitted(group, row));
    const kinds = new Set(rows.map((row) => box(row).dataset.among));
    kinds.forEach((kind) => ends(rows.filter((row) => box(row).dataset.among === kind)));
  };
  fit();
  group.addEventListener("dragover", (event) => {
    if (dragged && group.contains(dragged)) event.preventDefault();
  });
  group.addEventListener("drop", (event) => {
    if (!dragged || !group.contains(dragged)) return;
    event.preventDefault();
    if (dragged.dataset.over) return;
    const others = beside(group, dragged).filter((row) => row !== dragged);
    moved(group, dragged, others.find((row) => {
      const { top, height } = row.getBoundingClientRect();
      return event.clientY < top + height / 2;
    }));
  });
  document.addEventListener("formset:added", ({ target }) => {
    if (!group.contains(target) || !box(target)) return;
    fit();
    box(target).value = String(rowsOf(group).length);
  });
}
