// Records a spoken answer to listen back to. The recording lives in this page alone: nothing here sends anything.
const LONGEST = 3600;
// What is quieter is no voice, and after so many seconds without one it is said.
const VOICE = 0.01;
const SILENCE = 4;
// A voice near a microphone fills the meter about halfway.
const LOUD = 0.25;

const box = document.querySelector("[data-speak]");
if (box) speak(box);

function speak(box) {
  const form = box.closest("form");
  const button = box.querySelector("[data-speak-toggle]");
  const state = box.querySelector("[data-speak-state]");
  const player = box.querySelector("audio");
  const clock = box.querySelector("[data-speak-clock]");
  const meter = box.querySelector("meter");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let recorder = null;
  let address = "";

  function words() {
    const typed = ["text", "situation", "task", "action", "result"]
      .map((name) => form.elements[name]?.value ?? "").join(" ");
    return typed.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }

  function missed(watch) {
    return watch.missed ? `Not counted: ${duration(watch.missed)} in which this device slept or its clock was set. ` : "";
  }

  // How long the sound is. The audio clock counts what was played through it, and so neither sleep nor a clock that is
  // set; where there is nothing to play it on it stands still.
  function listen(audio, stream) {
    const began = audio?.currentTime ?? 0;
    const loudness = loudnessOf(audio, stream);
    let heard = false;
    const watch = stopwatch(() => {
      if (recorder?.state !== "recording") return;
      const now = loudness();
      heard ||= now > VOICE;
      show(length(), now);
      if (length() >= LONGEST) {
        recorder.stop();
      } else if (watch.missed) {
        say(`Recording. ${missed(watch)}`);
      } else {
        say(heard || watch.seconds < SILENCE ? "Recording." : "Recording, but there is no sound yet. Is this the right microphone?");
      }
    });

    function length() {
      return audio?.currentTime > began ? audio.currentTime - began : watch.seconds;
    }

    return { length, watch };
  }

  // How loud it is now, from 0 to 1; where that cannot be measured it counts as heard.
  function loudnessOf(audio, stream) {
    let analyser;
    try {
      analyser = audio.createAnalyser();
      // A third of a second: no sound falls between two looks.
      analyser.fftSize = 16384;
      audio.createMediaStreamSource(stream).connect(analyser);
    } catch {
      meter.hidden = true;
      return () => 1;
    }
    const wave = new Float32Array(analyser.fftSize);
    meter.hidden = still.matches;
    return () => {
      analyser.getFloatTimeDomainData(wave);
      return Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length);
    };
  }

  function show(seconds, loudness) {
    const whole = Math.floor(seconds);
    clock.textContent = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    meter.value = Math.min(loudness / LOUD, 1);
  }

  // Said again only if it is something else, so that it is read aloud once.
  function say(text) {
    if (state.textContent !== text) state.textContent = text;
  }

  function finished(pieces, type, heard, why) {
    button.textContent = "Record again";
    const recording = new Blob(pieces, { type });
    if (!recording.size) {
      state.textContent = "Nothing was recorded. Look whether this device has room left, or write your answer.";
      return;
    }
    const seconds = Math.min(Math.max(1, Math.round(heard)), LONGEST);
    if (address) URL.revokeObjectURL(address);
    address = URL.createObjectURL(recording);
    player.src = address;
    player.hidden = false;
    if (form.elements.spoken_seconds) form.elements.spoken_seconds.value = seconds;
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

  function release(stream, audio) {
    audio?.close();
    for (const track of stream?.getTracks() ?? []) track.stop();
  }

  async function start() {
    button.disabled = true;
    let stream = null;
    let audio = null;
    let why = "";
    try {
      // Before the question about the microphone: browsers start it only right after a press.
      audio = new AudioContext();
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const pieces = [];
      recorder = new MediaRecorder(stream);
      recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
      recorder.addEventListener("error", () => { why = "The recording broke off; what was recorded until then is here. "; });
      recorder.addEventListener("stop", () => {
        const heard = sound.length();
        if (heard >= LONGEST) why = "Stopped after an hour, the longest there is. ";
        sound.watch.stop();
        release(stream, audio);
        clock.hidden = meter.hidden = true;
        finished(pieces, recorder.mimeType, heard, why + missed(sound.watch));
        recorder = null;
      });
      recorder.start();
      clock.hidden = false;
      const sound = listen(audio, stream);
      show(0, 0);
      button.textContent = "Stop recording";
      state.textContent = "Recording.";
    } catch (error) {
      release(stream, audio);
      recorder = null;
      refused(error);
    } finally {
      button.disabled = false;
    }
  }

  button.addEventListener("click", () => (recorder ? recorder.stop() : start()));
  box.hidden = false;
}
