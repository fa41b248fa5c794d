// Gloss: conveniences. Every page reads and works without this file.
(function () {
  "use strict";

  // Boxes that scroll can be reached by the keyboard.
  function reachable() {
    document.querySelectorAll(".math-box, .table-box, pre, .excerpt, .scroll, .run, .counterexample").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth + 1) {
        box.tabIndex = 0;
        if (box.matches("div")) {
          box.setAttribute("role", "group");
          if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", "scrolls sideways");
        }
      }
    });
  }

  function copyButton(box, name, source) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.lang = "en";
    button.textContent = name;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(source()).then(
        function () { button.textContent = "Copied"; },
        function () { button.textContent = "Not allowed"; }
      ).then(function () { setTimeout(function () { button.textContent = name; }, 1500); });
    });
    box.appendChild(button);
  }

  function copying() {
    if (!navigator.clipboard) return;
    document.querySelectorAll(".formula > .math-box").forEach(function (box) {
      var source = box.querySelector("annotation");
      if (source) copyButton(box, "Copy LaTeX", function () { return source.textContent.trim(); });
    });
    document.querySelectorAll(".listing .source").forEach(function (box) {
      var code = box.querySelector("code");
      if (code) copyButton(box, "Copy", function () { return code.textContent; });
    });
  }

  // Escape hides the result of an inline formula until the pointer or the focus comes back.
  function tips() {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      document.querySelectorAll(".mark:hover, .mark:focus").forEach(function (mark) { mark.classList.add("quiet"); });
    });
    ["mouseout", "focusout"].forEach(function (name) {
      document.addEventListener(name, function (event) {
        var mark = event.target.closest && event.target.closest(".mark.quiet");
        if (mark) mark.classList.remove("quiet");
      });
    });
  }

  // The ledger: rows that hold the words typed.
  function ledgerSearch() {
    var filters = document.querySelector(".filters");
    if (!filters) return;
    var field = document.createElement("input");
    field.type = "search";
    field.placeholder = "Words in a row";
    field.setAttribute("aria-label", "Show rows that hold these words");
    filters.appendChild(field);
    var rows = Array.from(document.querySelectorAll(".rows tbody tr"));
    field.addEventListener("input", function () {
      var words = field.value.toLowerCase().trim();
      rows.forEach(function (row) { row.hidden = words !== "" && row.textContent.toLowerCase().indexOf(words) < 0; });
    });
  }

  reachable();
  copying();
  tips();
  ledgerSearch();
})();
