/* Search: loads the engine and the documents when the reader goes to the box,
   finds by prefix and with a typo, groups by kind, shows the sentence. */
(function () {
  "use strict";
  var form = document.querySelector("form.finder[data-docs]");
  if (!form) return;
  var input = form.querySelector("input[type=search]");
  var whole = form.hasAttribute("data-page");
  var panel = document.querySelector("[data-results]");
  var filters = document.querySelectorAll(".filters select");
  var engine = null, asked = false;

  if (!panel) {
    panel = document.createElement("div");
    panel.className = "results-pop";
    panel.hidden = true;
    document.querySelector(".top").appendChild(panel);
  }
  var status = document.createElement("p");
  status.className = "aside";
  status.setAttribute("role", "status");
  var list = document.createElement("div");
  panel.append(status, list);

  function load(src, then) {
    var script = document.createElement("script");
    script.src = src;
    script.onload = then;
    document.head.appendChild(script);
  }

  function fold(word) {
    return word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }

  function start() {
    if (asked) return;
    asked = true;
    load(form.dataset.engine, function () {
      load(form.dataset.docs, function () {
        var built = new window.MiniSearch({
          fields: ["title", "heading", "text"],
          storeFields: ["href", "title", "heading", "kind", "group", "roles", "phase", "text"],
          processTerm: fold,
          searchOptions: { prefix: true, boost: { title: 4, heading: 3 }, combineWith: "AND",
            fuzzy: function (term) { return term.length > 4 ? 0.2 : false; } }
        });
        /* In portions, so that typing never waits for the index. */
        built.addAllAsync(window.mentorbookDocs || [], { chunkSize: 100 }).then(function () { engine = built; show(); });
      });
    });
  }

  function chosen(name) {
    var field = document.querySelector(".filters select[name=" + name + "]");
    return field ? field.value : "";
  }

  function fits(hit) {
    var role = chosen("role"), phase = chosen("phase"), kind = chosen("kind");
    return (!role || !hit.roles.length || hit.roles.indexOf(role) >= 0) &&
      (!phase || hit.phase === phase) && (!kind || hit.kind === kind);
  }

  /* The sentence that holds the first matched word, with the matched words marked. */
  function sentence(hit) {
    var terms = Object.keys(hit.match);
    var parts = hit.text.match(/[^.!?]+[.!?]*["”’»)]*\s*/g) || [hit.text];
    var typed = fold(input.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    var holding = function (words) {
      return parts.find(function (part) {
        var folded = fold(part);
        return words.some(function (word) { return folded.indexOf(word) >= 0; });
      });
    };
    var found = holding(typed) || holding(terms) || parts[0] || "";
    var line = document.createElement("p");
    (found.length > 240 ? found.slice(0, 240) + "…" : found).split(/([\p{L}\p{N}]+)/u).forEach(function (bit) {
      if (terms.indexOf(fold(bit)) < 0) { line.append(bit); return; }
      var mark = document.createElement("mark");
      mark.textContent = bit;
      line.append(mark);
    });
    return line;
  }

  function row(hit) {
    var item = document.createElement("li");
    var link = document.createElement("a");
    link.href = form.dataset.root + hit.href;
    link.textContent = hit.heading ? hit.title + ": " + hit.heading : hit.title;
    item.append(link, sentence(hit));
    return item;
  }

  function show() {
    var words = input.value.trim();
    list.textContent = "";
    status.textContent = "";
    if (!whole) panel.hidden = !words;
    if (!words) return;
    if (!engine) { status.textContent = form.dataset.loading; return; }
    var hits = engine.search(words).filter(fits);
    status.textContent = hits.length ? form.dataset.count.replace("{n}", String(hits.length)) : form.dataset.none;
    var groups = new Map();
    hits.slice(0, whole ? 80 : 12).forEach(function (hit) {
      if (!groups.has(hit.group)) groups.set(hit.group, []);
      groups.get(hit.group).push(hit);
    });
    groups.forEach(function (members, name) {
      var head = document.createElement("p");
      head.className = "hit-group";
      head.textContent = name;
      var ul = document.createElement("ul");
      ul.className = "hits";
      members.forEach(function (hit) { ul.append(row(hit)); });
      list.append(head, ul);
    });
  }

  function close() { if (!whole) panel.hidden = true; }

  input.addEventListener("focus", start);
  input.addEventListener("input", function () { start(); show(); });
  filters.forEach(function (field) { field.addEventListener("change", show); });
  form.addEventListener("submit", function (event) { if (whole) { event.preventDefault(); start(); show(); } });

  /* Arrow keys walk through the hits; Escape goes back to the box. */
  document.addEventListener("keydown", function (event) {
    var inside = form.contains(event.target) || panel.contains(event.target);
    if (event.key === "Escape" && !panel.hidden && inside) { close(); input.focus(); return; }
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || !inside || event.target.tagName === "SELECT") return;
    var stops = [input].concat(Array.prototype.slice.call(list.querySelectorAll("a")));
    var next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); }
  });
  document.addEventListener("click", function (event) {
    if (!form.contains(event.target) && !panel.contains(event.target)) close();
  });

  if (whole) {
    input.value = new URLSearchParams(location.search).get("q") || "";
    start();
    show();
  }
})();
