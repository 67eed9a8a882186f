/* Every page: light and dark, the menu on a phone, print buttons, the contents' place. */
(function () {
  "use strict";
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  var shade = document.querySelector(".shade");
  if (shade) shade.addEventListener("click", function () {
    var now = root.getAttribute("data-shade") || (dark.matches ? "dark" : "light");
    var next = now === "dark" ? "light" : "dark";
    root.setAttribute("data-shade", next);
    try { localStorage.setItem("mentorbook-shade", next); } catch (e) { /* It then lasts for this page. */ }
  });

  var link = document.querySelector(".menu-link");
  if (link) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-controls", "menu");
    var turn = function (event) {
      if (event.type === "keydown" && event.key !== " ") return;
      event.preventDefault();
      link.setAttribute("aria-expanded", String(root.classList.toggle("menu-open")));
    };
    link.addEventListener("click", turn);
    link.addEventListener("keydown", turn);
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-do=print]")) window.print();
  });

  /* What is typed on a sheet grows with it, so that paper shows all of it. */
  document.querySelectorAll("textarea.lines").forEach(function (area) {
    area.addEventListener("input", function () {
      while (area.scrollHeight > area.clientHeight + 4 && area.rows < 60) area.rows += 1;
    });
  });

  var links = Array.prototype.slice.call(document.querySelectorAll(".contents a[href^='#']"));
  if (!links.length || !("IntersectionObserver" in window)) return;
  var heads = links.map(function (a) { return document.getElementById(decodeURIComponent(a.hash.slice(1))); });
  var mark = function () {
    var here = 0;
    heads.forEach(function (head, i) { if (head && head.getBoundingClientRect().top < 140) here = i; });
    links.forEach(function (a, i) { a.classList.toggle("here", i === here); });
  };
  var observer = new IntersectionObserver(mark, { rootMargin: "-120px 0px -40% 0px" });
  heads.forEach(function (head) { if (head) observer.observe(head); });
  mark();
})();
