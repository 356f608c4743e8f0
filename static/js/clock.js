// How long a question has been open, against its target. The server says since when, so that a reload changes nothing,
// and it is asked again when this page has missed some time. It says nothing aloud unless it is asked to.
const box = document.querySelector("[data-clock]");
if (box) run(box);

function run(box) {
  const target = Number(box.dataset.target);
  const shown = box.querySelector("[data-clock-shown]");
  const said = box.querySelector("[data-clock-said]");
  const pause = box.querySelector("[data-clock-pause]");
  const watch = stopwatch(show);
  // What the server counted, and what the watch showed then; what the watch had missed when the server was last asked,
  // and how much of it was only guessed.
  let before = Number(box.dataset.elapsed);
  let from = 0;
  let known = 0;
  let guessed = 0;

  function elapsed() {
    return Math.floor(before + guessed + watch.seconds - from);
  }

  function two(number) {
    return String(number).padStart(2, "0");
  }

  function show() {
    const seconds = elapsed();
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor((seconds % 3600) / 60);
    shown.textContent = hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
    box.classList.toggle("over", seconds > target);
    if (watch.missed > known) catchUp();
  }

  // Only the server knows whether this device slept or its clock was set.
  async function catchUp() {
    const gap = watch.missed - known;
    known += gap;
    const where = document.querySelector("form[data-draft]").dataset.draft;
    try {
      const page = await pageNow();
      // Unless another window has gone on to the next question.
      if (page.querySelector("form[data-draft]")?.dataset.draft !== where) return;
      const now = Number(page.querySelector("[data-clock]").dataset.elapsed);
      const slept = now - elapsed();
      // An answer that was long on its way is older than what was counted here meanwhile.
      const seconds = watch.seconds;
      before = Math.max(now, before + seconds - from);
      from = seconds;
      guessed = 0;
      if (slept > 5) pause.textContent = `This device slept for ${duration(slept)}. The question stayed open meanwhile, and that is counted.`;
      show();
    } catch {
      // Away. Most likely this device slept, and the server's clock went on.
      guessed += gap;
    }
  }

  function words(seconds) {
    const parts = [[Math.floor(seconds / 3600), "hour"], [Math.floor((seconds % 3600) / 60), "minute"], [seconds % 60, "second"]];
    const spoken = parts.filter(([number]) => number).map(([number, noun]) => `${number} ${noun}${number === 1 ? "" : "s"}`);
    return spoken.join(" ") || "0 seconds";
  }

  box.querySelector("[data-clock-say]").addEventListener("click", () => {
    const seconds = elapsed();
    const left = target - seconds;
    said.textContent = `${words(seconds)}, ${left >= 0 ? `${words(left)} left` : `${words(-left)} over`}.`;
  });

  for (const hidden of box.querySelectorAll("[hidden]")) hidden.hidden = false;
  show();
  // A page that the browser had put away shows the right time at once.
  window.addEventListener("pageshow", show);
}

// The browser makes a page of it by itself, so that no script has to.
function pageNow() {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", location.href);
    request.setRequestHeader("Cache-Control", "no-cache");
    request.responseType = "document";
    request.onload = () => resolve(request.response);
    request.onerror = reject;
    request.send();
  });
}
