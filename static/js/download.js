// Shows how an archive comes in, and says so if it breaks off. Without this script the browser downloads it by itself.
const link = document.getElementById("download");
const box = document.querySelector(".download");
const bar = box?.querySelector("progress");
const said = box?.querySelector("[role=status]");

// What every zip ends with: its list of contents. One that broke off has none.
function isWhole(end) {
  return [0x50, 0x4b, 0x05, 0x06].every((byte, place) => end[place] === byte);
}

function amount(bytes) {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

async function taken() {
  const answer = await fetch(link.href);
  // Signed out meanwhile, or the site says what is wrong: its page is for the reader.
  if (answer.headers.get("Content-Type") !== "application/zip") return location.assign(answer.url);
  const pieces = [];
  const reader = answer.body.getReader();
  let size = 0;
  let next = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    size += value.length;
    // A screen reader would be told of every piece.
    if (Date.now() >= next) {
      said.textContent = `${amount(size)} so far…`;
      next = Date.now() + 2000;
    }
  }
  const file = new Blob(pieces, { type: "application/zip" });
  if (!isWhole(new Uint8Array(await file.slice(-22).arrayBuffer()))) throw new Error("broken off");
  const saving = document.createElement("a");
  saving.href = URL.createObjectURL(file);
  saving.download = link.dataset.name;
  saving.click();
  setTimeout(() => URL.revokeObjectURL(saving.href), 60_000);
  said.textContent = `Done: ${link.dataset.name}, ${amount(size)}.`;
}

link?.addEventListener("click", async (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (!bar.hidden && !box.hidden) return;
  box.hidden = bar.hidden = false;
  said.textContent = "Making it…";
  try {
    await taken();
  } catch {
    said.textContent = "The download broke off, and nothing of it was saved. Your data is safe here: try again.";
  }
  bar.hidden = true;
});
