// How long this page was awake: the stopwatch of the scripts that come after it. It counts by the steady clock in small
// steps, so that neither a clock that is set back or forward nor a device that sleeps is counted as time.
const TICK = 250;
// A page in the background is called once a minute, and no later while it is awake.
const LONGEST_STEP = 90_000;
const NOTICED = 5_000;

// Calls ``show`` every quarter of a second. ``seconds`` were counted; ``missed`` are those that went by without this
// page: the device slept, or its clock was set forward, which from here look alike.
globalThis.stopwatch = (show) => {
  let steady = performance.now();
  let clock = Date.now();
  let counted = 0;
  let missed = 0;

  function step() {
    const went = performance.now() - steady;
    const said = Date.now() - clock;
    steady += went;
    clock += said;
    const awake = went > LONGEST_STEP ? 0 : Math.max(went, 0);
    counted += awake;
    // The steady clock goes on during sleep on some devices only; the other one does on all.
    const gap = Math.max(went, said) - awake;
    if (gap > NOTICED) missed += gap;
  }

  function tick() {
    step();
    show();
  }

  const ticking = setInterval(tick, TICK);
  return {
    get seconds() { step(); return counted / 1000; },
    get missed() { step(); return missed / 1000; },
    stop() { step(); clearInterval(ticking); },
  };
};

// As "45 s", "2 min" or "1 min 30 s", as the server says it; from two hours on as "2 h 5 min".
globalThis.duration = (seconds) => {
  const whole = Math.round(seconds);
  const hours = whole < 7200 ? 0 : Math.floor(whole / 3600);
  const minutes = Math.floor((whole - hours * 3600) / 60);
  const parts = [[hours, "h"], [minutes, "min"], [hours ? 0 : whole % 60, "s"]];
  return parts.filter(([number]) => number).map(([number, unit]) => `${number} ${unit}`).join(" ") || "0 s";
};
