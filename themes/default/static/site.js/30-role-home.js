/* A role's home: which week is it? The page holds dated rows; only the reader's clock knows today. */
(function () {
  "use strict";
  var home = document.querySelector("[data-role-home]");
  if (!home) return;
  var cohorts = Array.prototype.slice.call(home.querySelectorAll(".cohort-weeks"));
  var title = document.querySelector("h1[data-default]");
  var DAY = 86400000;

  function part(name) { return document.querySelector("[data-part=" + name + "]"); }
  function recall(key) { try { return localStorage.getItem(key) || ""; } catch (e) { return ""; } }
  function keep(key, value) { try { localStorage.setItem(key, value); } catch (e) { /* It then lasts for this visit. */ } }
  function day(iso) { var d = iso.split("T")[0].split("-"); return Date.UTC(+d[0], d[1] - 1, +d[2]); }
  function today() { var n = new Date(); return Date.UTC(n.getFullYear(), n.getMonth(), n.getDate()); }

  /* The current week's number, or null where nobody can know it. */
  function weekOf(cohort, rows) {
    if (cohort.hasAttribute("data-rolling")) {
      var first = recall("mentorbook-first-meeting");
      return first ? Math.floor((today() - day(first)) / (7 * DAY)) + 1 : null;
    }
    var start = rows.find(function (row) { return row.dataset.week === "1" && row.dataset.starts; });
    return start ? Math.floor((today() - day(start.dataset.starts)) / (7 * DAY)) + 1 : null;
  }

  function markRuler(row) {
    var frame = document.querySelector(".ruler .frame"), label = document.querySelector(".ruler .frame-label");
    if (!frame || !label) return;
    var x = row && parseFloat(row.dataset.x) < 100 ? parseFloat(row.dataset.x) : -1;
    frame.setAttribute("visibility", x < 0 ? "hidden" : "visible");
    label.textContent = x < 0 ? "" : row.dataset.headline.split(/[.:,]/)[0];
    if (x < 0) return;
    var late = x > 50, width = parseFloat(frame.getAttribute("width"));
    frame.setAttribute("x", x + "%");
    label.setAttribute("x", (late ? x + width : x) + "%");
    label.setAttribute("text-anchor", late ? "end" : "start");
  }

  function nextDate(cohort) {
    var events = Array.prototype.slice.call(cohort.querySelectorAll("[data-at]"));
    var next = events.find(function (event) {
      var at = event.dataset.at;
      return at.length > 10 ? Date.parse(at) >= Date.now() : day(at) >= today();
    });
    part("next").hidden = !next;
    if (!next) return;
    var name = next.querySelector("[data-name]");
    part("next-date").textContent = next.dataset.long;
    part("next-title").textContent = name.textContent + (next.dataset.detail ? ", " + next.dataset.detail : "") + ".";
    var calendar = part("next-calendar");
    calendar.hidden = !cohort.dataset.calendar;
    if (cohort.dataset.calendar) calendar.href = cohort.dataset.calendar;
  }

  function around(cohort, rows, week) {
    var button = cohort.querySelector("[data-do=all-weeks]"), ahead = 0;
    var head = cohort.querySelector("h2");
    rows.forEach(function (row) {
      var n = +row.dataset.week, busy = !row.classList.contains("quiet");
      if (n > week && busy) ahead += 1;
      row.classList.toggle("now", n === week);
      row.classList.toggle("past", n < week);
      row.classList.toggle("far", n < week - 1 || (n > week && ahead > 5));
      if (n === week) row.setAttribute("aria-current", "date"); else row.removeAttribute("aria-current");
    });
    head.textContent = head.dataset.around;
    button.hidden = !cohort.querySelector(".far");
    button.onclick = function () {
      rows.forEach(function (row) { row.classList.remove("far"); });
      button.hidden = true;
    };
  }

  function choose(id) {
    var cohort = cohorts.find(function (c) { return c.id === id; }) || cohorts[0];
    var rows = Array.prototype.slice.call(cohort.querySelectorAll("tr[data-week]"));
    cohorts.forEach(function (c) { c.hidden = c !== cohort; });
    home.querySelectorAll(".choose a").forEach(function (a) {
      if (a.hash === "#" + cohort.id) a.setAttribute("aria-current", "true"); else a.removeAttribute("aria-current");
    });
    var line = document.querySelector(".cohort-line"), week = weekOf(cohort, rows);
    var now = rows.find(function (row) { return +row.dataset.week === week; });
    line.hidden = false;
    part("cohort").textContent = cohort.dataset.name;
    part("days").textContent = now && now.dataset.days ? "· " + now.dataset.days : "";
    if (week === null) title.textContent = title.dataset.default;
    else if (now && week >= 1 && week <= +cohort.dataset.weeks) title.textContent = now.dataset.headline.replace(". ", ".\n");
    else title.textContent = week < 1 ? cohort.dataset.before : cohort.dataset.after;
    document.querySelectorAll(".when-undated").forEach(function (p) { p.hidden = week !== null; });
    document.querySelectorAll(".role-head .questions li").forEach(function (li) { li.className = "tone-" + (now ? now.dataset.tone : "none"); });
    markRuler(now);
    nextDate(cohort);
    if (now || (week !== null && week < 1)) around(cohort, rows, Math.max(week, +rows[0].dataset.week));
  }

  home.addEventListener("click", function (event) {
    var link = event.target.closest(".choose a");
    if (!link) return;
    event.preventDefault();
    keep("mentorbook-cohort", link.hash.slice(1));
    choose(link.hash.slice(1));
  });
  home.querySelectorAll(".first-meeting input").forEach(function (input) {
    input.value = recall("mentorbook-first-meeting");
    input.addEventListener("change", function () {
      keep("mentorbook-first-meeting", input.value);
      choose(input.closest(".cohort-weeks").id);
    });
  });
  choose(location.hash.slice(1) || recall("mentorbook-cohort"));
})();
