// A timer with the question's target, and the length of what is typed. Without this script nothing of it is shown.
const WORDS_A_MINUTE = 140;

const box = document.querySelector(".timer[data-target]");
if (box) {
  const button = box.querySelector("[data-timer-toggle]");
  const shown = box.querySelector("[data-timer-shown]");
  const target = Number(box.dataset.target);
  let began = 0;
  let ticking = 0;

  function show() {
    const seconds = Math.floor((Date.now() - began) / 1000);
    shown.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    box.classList.toggle("over", seconds > target);
  }

  button.addEventListener("click", () => {
    if (ticking) {
      clearInterval(ticking);
      ticking = 0;
      show();
      button.textContent = "Start again";
      return;
    }
    began = Date.now();
    ticking = setInterval(show, 250);
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
    const seconds = Math.round((words * 60) / WORDS_A_MINUTE);
    const spoken = [seconds >= 60 && `${Math.floor(seconds / 60)} min`, (seconds % 60 || seconds < 60) && `${seconds % 60} s`];
    line.textContent = `${words} ${words === 1 ? "word" : "words"}, about ${spoken.filter(Boolean).join(" ")} spoken at ${WORDS_A_MINUTE} words a minute.`;
    line.hidden = false;
  }

  form.addEventListener("input", count);
  form.addEventListener("written", count);
  count();
}
