// How long a question has been open, against its target. The server says since when, so that a reload changes nothing.
// It says nothing aloud unless it is asked to.
const box = document.querySelector("[data-clock]");
if (box) run(box);

function run(box) {
  const began = Date.now() - Number(box.dataset.elapsed) * 1000;
  const target = Number(box.dataset.target);
  const shown = box.querySelector("[data-clock-shown]");
  const said = box.querySelector("[data-clock-said]");

  function elapsed() {
    return Math.max(Math.floor((Date.now() - began) / 1000), 0);
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
  setInterval(show, 250);
  // A page that the browser had put away shows the right time at once.
  window.addEventListener("pageshow", show);
}
