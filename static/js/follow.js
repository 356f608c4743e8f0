// Shows on a helper's page where the run stands, as it goes on. It asks less and less often while nothing happens, and
// not at all while nobody looks. Nothing that is being written is touched.
const SOON = 3_000;
const CALM = 15_000;
const AWAY = 60_000;

const box = document.querySelector("[data-follow]");
if (box) follow(box);

function follow(box) {
  const heading = box.querySelector("h1");
  const said = box.querySelector("[role=status]");
  let pause = SOON;
  let timer = 0;
  let ended = false;

  function later() {
    clearTimeout(timer);
    if (!ended && !document.hidden) timer = setTimeout(ask, pause);
  }

  async function ask() {
    try {
      // Beside this page, whose address has the secret in it.
      const response = await fetch(`where/?seen=${encodeURIComponent(box.dataset.seen)}`);
      if (response.status === 404) {
        ended = true;
        said.textContent = "This link has ended. Copy what you have not saved.";
        said.className = "notice notice-warning";
      } else if (response.status === 204) {
        pause = Math.min(pause * 1.3, CALM);
      } else if (response.ok) {
        show(await response.json());
        pause = SOON;
      } else {
        pause = Math.min(pause * 2, AWAY);
      }
    } catch {
      // The site cannot be reached for a moment.
      pause = Math.min(pause * 2, AWAY);
    }
    later();
  }

  function show({ seen, place, where }) {
    box.dataset.seen = seen;
    heading.textContent = where;
    said.textContent = where;
    document.querySelector(".help-now")?.remove();
    const question = place && document.getElementById(`question-${place}`);
    if (!question) return;
    const now = document.createElement("span");
    now.className = "help-now";
    now.textContent = "Now";
    question.querySelector("summary h2").after(" ", now);
    question.open = true;
  }

  document.addEventListener("visibilitychange", () => {
    pause = SOON;
    if (document.hidden) clearTimeout(timer);
    else if (!ended) ask();
  });
  later();
}
