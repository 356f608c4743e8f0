// Records a spoken answer to listen back to. The recording lives in this page alone: nothing here sends anything.
const LONGEST = 3600;

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
  let limit = 0;

  function duration(seconds) {
    const parts = [seconds >= 60 && `${Math.floor(seconds / 60)} min`, (seconds % 60 || seconds < 60) && `${seconds % 60} s`];
    return parts.filter(Boolean).join(" ");
  }

  function words() {
    const typed = ["text", "situation", "task", "action", "result"].map((name) => form.elements[name].value).join(" ");
    return typed.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }

  function finished(pieces, type, why) {
    button.textContent = "Record again";
    const recording = new Blob(pieces, { type });
    if (!recording.size) {
      state.textContent = "Nothing was recorded. Look whether this device has room left, or write your answer.";
      return;
    }
    const seconds = Math.min(Math.max(1, Math.round((Date.now() - began) / 1000)), LONGEST);
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(recording);
    player.src = address;
    player.hidden = false;
    form.elements.spoken_seconds.value = seconds;
    const target = Number(box.dataset.target);
    const beside = seconds > target ? `${duration(seconds - target)} over the target` : `within the target of ${duration(target)}`;
    const counted = words();
    const pace = counted
      ? ` If you spoke the ${counted} ${counted === 1 ? "word" : "words"} written below, that is ${Math.round((counted * 60) / seconds)} a minute; 140 is an even pace.`
      : " Write the answer down and the pace can be counted too.";
    state.textContent = `${why}Recorded ${duration(seconds)}, ${beside}.${pace}`;
  }

  function refused(error) {
    state.textContent = {
      NotAllowedError: "The microphone was refused. Nothing was recorded. Allow it for this site in the browser's settings, or write your answer.",
      NotFoundError: "No microphone was found. Connect one and press again, or write your answer.",
      NotReadableError: "The microphone is in use elsewhere. Close what uses it and press again.",
    }[error.name] ?? "This browser cannot record here. Write your answer, or speak it with the timer.";
  }

  function release(stream) {
    for (const track of stream?.getTracks() ?? []) track.stop();
  }

  async function start() {
    button.disabled = true;
    let stream = null;
    let why = "";
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const pieces = [];
      recorder = new MediaRecorder(stream);
      recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
      recorder.addEventListener("error", () => { why = "The recording broke off; what was recorded until then is here. "; });
      recorder.addEventListener("stop", () => {
        clearTimeout(limit);
        release(stream);
        finished(pieces, recorder.mimeType, why);
        recorder = null;
      });
      recorder.start();
      began = Date.now();
      limit = setTimeout(() => {
        why = "Stopped after an hour, the longest there is. ";
        recorder.stop();
      }, LONGEST * 1000);
      button.textContent = "Stop recording";
      state.textContent = "Recording.";
    } catch (error) {
      release(stream);
      recorder = null;
      refused(error);
    } finally {
      button.disabled = false;
    }
  }

  button.addEventListener("click", () => (recorder ? recorder.stop() : start()));
  box.hidden = false;
}
