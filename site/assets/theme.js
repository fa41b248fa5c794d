// Gloss: the colour scheme that the reader chose, set before the first paint.
(function () {
  "use strict";
  try {
    var scheme = localStorage.getItem("gloss-scheme");
    if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
  } catch (error) {
    // No storage: the system's scheme stays.
  }
})();
