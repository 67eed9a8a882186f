/* A run sheet with a clock: one step at a time, large, and how much of it is left.
   Buttons alone turn the steps: arrow keys belong to the reader. */
(function () {
  "use strict";
  var sheet = document.querySelector(".runsheet"), panel = document.querySelector(".presenter");
  if (!sheet || !panel) return;
  var root = document.documentElement;
  var steps = Array.prototype.slice.call(sheet.querySelectorAll(".step"));
  var starter = sheet.querySelector("[data-do=present]");
  var at = 0, stepMs = 0, totalMs = 0, last = 0, timer = null;

  function button(name) { return panel.querySelector("[data-do=" + name + "]"); }
  function clock(ms) {
    var s = Math.floor(Math.abs(ms) / 1000);
    return (ms < 0 ? "−" : "") + Math.floor(s / 60) + ":" + String(s % 60).padStart(2, "0");
  }
  function draw() {
    var left = steps[at].dataset.minutes * 60000 - stepMs;
    panel.querySelector("[data-part=left]").textContent = clock(left);
    panel.querySelector("[data-part=total]").textContent = clock(totalMs);
    panel.classList.toggle("over", left < 0);
  }
  function tick() {
    var now = Date.now();
    stepMs += now - last;
    totalMs += now - last;
    last = now;
    draw();
  }
  function run(on) {
    clearInterval(timer);
    timer = null;
    if (on) { last = Date.now(); timer = setInterval(tick, 500); }
    var pause = button("pause");
    pause.textContent = on ? pause.dataset.pause : pause.dataset.go;
  }
  function go(to) {
    at = Math.max(0, Math.min(steps.length - 1, to));
    stepMs = 0;
    steps.forEach(function (step, i) { step.classList.toggle("now", i === at); });
    button("back").disabled = at === 0;
    button("forward").disabled = at === steps.length - 1;
    var head = steps[at].querySelector("h2");
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    draw();
  }
  function leave() {
    run(false);
    root.classList.remove("presenting");
    panel.hidden = true;
    starter.focus();
  }

  starter.addEventListener("click", function () {
    root.classList.add("presenting");
    panel.hidden = false;
    totalMs = 0;
    go(0);
    run(true);
  });
  panel.addEventListener("click", function (event) {
    var name = event.target.dataset.do;
    if (name === "back") go(at - 1);
    if (name === "forward") go(at + 1);
    if (name === "pause") run(timer === null);
    if (name === "leave") leave();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && root.classList.contains("presenting")) leave();
  });
})();
