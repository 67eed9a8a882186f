// Reloads the page when the site, or what is wrong with it, has changed.
(function () {
  var first = null;
  new EventSource('/_mentorbook/events').onmessage = function (event) {
    if (first === null) first = event.data;
    else if (event.data !== first) location.reload();
  };
})();
