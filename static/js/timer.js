// A timer with the question's target, and the length of what is typed. Without this script nothing of it is shown.
const WORDS_A_MINUTE = 140;

const box = document.querySelector(".timer[data-target]");
if (box) {
  const button = box.querySelector("[data-timer-toggle]");
  const shown = box.querySelector("[data-timer-shown]");
  const said = box.querySelector("[data-timer-said]");
  const target = Number(box.dataset.target);
  let watch = null;

  function show() {
    const seconds = Math.floor(watch.seconds);
    shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    box.classList.toggle("over", seconds > target);
    const words = watch.missed ? `Stood still for ${duration(watch.missed)}: this device slept or its clock was set.` : "";
    if (said.textContent !== words) said.textContent = words;
  }

  button.addEventListener("click", () => {
    if (watch) {
      watch.stop();
      show();
      watch = null;
      button.textContent = "Start again";
      return;
    }
    watch = stopwatch(show);
    show();
    button.textContent = "Stop";
  });
  box.hidden = false;
}

const form = document.querySelector(".answer-form");
if (form) {
  const line = form.querySelector("[data-length]");
  const fields = ["text", "situation", "task", "action", "result"].map((name) => form.elements[name]);

  function count() {
    const words = fields.flatMap((field) => field.value.split(/\s+/)).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    const spoken = duration((words * 60) / WORDS_A_MINUTE);
    line.textContent = `${words} ${words === 1 ? "word" : "words"}, about ${spoken} spoken at ${WORDS_A_MINUTE} words a minute.`;
    line.hidden = false;
  }

  form.addEventListener("input", count);
  form.addEventListener("written", count);
  count();
}
