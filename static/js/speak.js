// Records a spoken answer to listen back to. The recording lives in this page alone: nothing here sends anything.
const box = document.querySelector("[data-speak]");
if (box) speak(box);

function speak(box) {
  const form = box.closest("form");
  const button = box.querySelector("[data-speak-toggle]");
  const state = box.querySelector("[data-speak-state]");
  const player = box.querySelector("audio");
  let recorder = null;
  let began = 0;
  let address = "";

  function duration(seconds) {
    const parts = [seconds >= 60 && `${Math.floor(seconds / 60)} min`, (seconds % 60 || seconds < 60) && `${seconds % 60} s`];
    return parts.filter(Boolean).join(" ");
  }

  function words() {
    const typed = ["text", "situation", "task", "action", "result"].map((name) => form.elements[name].value).join(" ");
    return typed.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }

  function finished(pieces, type) {
    const seconds = Math.max(1, Math.round((Date.now() - began) / 1000));
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob(pieces, { type }));
    player.src = address;
    player.hidden = false;
    form.elements.spoken_seconds.value = Math.min(seconds, 3600);
    const target = Number(box.dataset.target);
    const beside = seconds > target ? `${duration(seconds - target)} over the target` : `within the target of ${duration(target)}`;
    const counted = words();
    const pace = counted
      ? ` If you spoke the ${counted} ${counted === 1 ? "word" : "words"} written below, that is ${Math.round((counted * 60) / seconds)} a minute; 140 is an even pace.`
      : " Write the answer down and the pace can be counted too.";
    state.textContent = `Recorded ${duration(seconds)}, ${beside}.${pace}`;
    button.textContent = "Record again";
  }

  function refused(error) {
    state.textContent = {
      NotAllowedError: "The microphone was refused. Nothing was recorded. Allow it for this site in the browser's settings, or write your answer.",
      NotFoundError: "No microphone was found. Connect one and press again, or write your answer.",
      NotReadableError: "The microphone is in use elsewhere. Close what uses it and press again.",
    }[error.name] ?? "This browser cannot record here. Write your answer, or speak it with the timer.";
  }

  async function start() {
    button.disabled = true;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const pieces = [];
      recorder = new MediaRecorder(stream);
      recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
      recorder.addEventListener("stop", () => {
        for (const track of stream.getTracks()) track.stop();
        finished(pieces, recorder.mimeType);
        recorder = null;
      });
      recorder.start();
      began = Date.now();
      button.textContent = "Stop recording";
      state.textContent = "Recording.";
    } catch (error) {
      recorder = null;
      refused(error);
    } finally {
      button.disabled = false;
    }
  }

  button.addEventListener("click", () => (recorder ? recorder.stop() : start()));
  box.hidden = false;
}
