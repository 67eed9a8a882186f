/* The question bank: the map of themes and phases filters the list beside it. */
(function () {
  "use strict";
  var bank = document.querySelector("[data-bank]");
  if (!bank) return;
  var all = function (selector) { return Array.prototype.slice.call(bank.querySelectorAll(selector)); };
  var groups = all(".bank-group"), cells = all(".map tbody td"), sets = all(".bank-map .inline a");
  var heading = bank.querySelector("[data-part=title]"), count = bank.querySelector("[data-part=count]");
  var words = bank.querySelector("#bank-words"), shownGroup = "";

  function fold(text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }

  function mark() {
    var on = cells.find(function (cell) { return cell.firstChild.hash === "#" + shownGroup; });
    cells.forEach(function (cell) {
      cell.classList.toggle("cross", !!on && cell !== on && (cell.parentNode === on.parentNode || cell.cellIndex === on.cellIndex));
      cell.firstChild.classList.toggle("on", cell === on);
    });
    cells.concat(sets).forEach(function (place) {
      var link = place.href ? place : place.firstChild;
      if (link.hash && link.hash === "#" + shownGroup) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    });
  }

  function show() {
    var role = bank.querySelector("input[name=role]:checked").value, typed = fold(words.value.trim());
    var chosen = groups.find(function (group) { return group.id === shownGroup; }), shown = 0;
    groups.forEach(function (group) {
      var near = chosen && group !== chosen && group.dataset.theme && group.dataset.theme === chosen.dataset.theme;
      var any = false;
      group.querySelectorAll(".bank-question").forEach(function (question) {
        var whose = question.dataset.role;
        var fits = (!role || whose === role || whose === "both") &&
          (!typed || fold(question.querySelector(".bank-text").textContent).indexOf(typed) >= 0);
        question.hidden = !fits;
        if (fits) any = true;
        if (fits && (!chosen || group === chosen)) shown += 1;
      });
      group.hidden = !any || !!(chosen && group !== chosen && !near);
      group.classList.toggle("near", !!near);
      var head = group.querySelector("h2");
      head.dataset.near = near ? bank.dataset.near + " · " : "";
    });
    if (chosen) chosen.parentNode.insertBefore(chosen, bank.querySelector(".bank-group"));
    else groups.forEach(function (group) { group.parentNode.appendChild(group); });
    heading.textContent = chosen ? "" : bank.dataset.all;
    heading.hidden = !!chosen;
    count.textContent = bank.dataset.count.replace("{n}", String(shown));
    mark();
  }

  bank.addEventListener("click", function (event) {
    var link = event.target.closest("a");
    if (!link) return;
    if (link.dataset.do === "show-all") { shownGroup = ""; words.value = ""; bank.querySelector("input[name=role]").checked = true; }
    else if (link.dataset.do === "print-cards") {
      document.documentElement.classList.add("as-cards");
      window.print();
      document.documentElement.classList.remove("as-cards");
    } else if (link.closest(".bank-map")) shownGroup = decodeURIComponent(link.hash.slice(1));
    else return;
    event.preventDefault();
    show();
  });
  bank.addEventListener("change", show);
  words.addEventListener("input", show);
  var asked = decodeURIComponent(location.hash.slice(1));
  if (groups.some(function (group) { return group.id === asked; })) shownGroup = asked;
  show();
})();
