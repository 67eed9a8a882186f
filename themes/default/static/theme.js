/* Runs before the first paint: says that scripts run, and recalls the reader's choice of light or dark. */
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var shade = localStorage.getItem("mentorbook-shade");
    if (shade === "dark" || shade === "light") root.setAttribute("data-shade", shade);
  } catch (e) { /* Storage may be refused; the system's preference then counts. */ }
})();
