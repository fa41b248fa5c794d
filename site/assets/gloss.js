// Gloss: conveniences. Every page reads and works without this file.
(function () {
  "use strict";

  var root = document.documentElement;
  var here = document.currentScript ? document.currentScript.src : "";
  var assets = here.slice(0, here.lastIndexOf("/") + 1);

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // Boxes that scroll can be reached by the keyboard.
  function reachable() {
    document.querySelectorAll(".math-box, .table-box, pre, .excerpt, .scroll, .run, .counterexample").forEach(function (box) {
      if (box.scrollWidth <= box.clientWidth || box.tabIndex === 0) return;
      box.tabIndex = 0;
      if (box.matches("div")) {
        box.setAttribute("role", "group");
        if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", "scrolls sideways");
      }
    });
  }

  // Copying

  function copyButton(box, name, source) {
    var button = element("button", "copy", name);
    button.type = "button";
    button.lang = "en";
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
    document.querySelectorAll(".formula").forEach(function (box) {
      var source = box.querySelector(".math-box annotation");
      if (source) copyButton(box, "Copy LaTeX", function () { return source.textContent.trim(); });
    });
    document.querySelectorAll(".listing .source").forEach(function (box) {
      var code = box.querySelector("code");
      if (code) copyButton(box, "Copy", function () { return code.textContent; });
    });
  }

  // What is copied of the text has its formulas as LaTeX; a formula that is partly selected is copied whole.

  function copiedText(fragment) {
    fragment.querySelectorAll("math").forEach(function (math) {
      var source = math.querySelector("annotation");
      var mark = math.getAttribute("display") === "block" ? "$$" : "$";
      math.replaceWith(source ? mark + source.textContent.trim() + mark : math.textContent);
    });
    fragment.querySelectorAll(".bubble, .copy, .result").forEach(function (box) { box.remove(); });
    fragment.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6, tr, pre, blockquote, .formula").forEach(function (block) { block.append("\n\n"); });
    return fragment.textContent.replace(/\n\s*\n\s*/g, "\n\n").trim();
  }

  function copySources(event) {
    var selection = document.getSelection();
    if (!event.clipboardData || !selection || selection.isCollapsed || !selection.rangeCount) return;
    var range = selection.getRangeAt(0).cloneRange();
    var mathOf = function (node) { return (node.nodeType === 1 ? node : node.parentElement).closest("math"); };
    var first = mathOf(range.startContainer), last = mathOf(range.endContainer);
    if (first) range.setStartBefore(first);
    if (last) range.setEndAfter(last);
    var fragment = range.cloneContents();
    if (!fragment.querySelector("math annotation")) return;
    var box = document.createElement("div");
    box.appendChild(fragment.cloneNode(true));
    event.clipboardData.setData("text/html", box.innerHTML);
    event.clipboardData.setData("text/plain", copiedText(fragment));
    event.preventDefault();
  }

  // Escape hides what lies over the text: the result of an inline formula, until the pointer or the focus comes back,
  // and the details of a result. A click elsewhere closes the latter too.

  function openResults() { return document.querySelectorAll(".result > details[open]"); }

  function panels() {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      document.querySelectorAll(".mark:hover, .mark:focus").forEach(function (mark) { mark.classList.add("quiet"); });
      openResults().forEach(function (details) {
        var held = details.contains(document.activeElement);
        details.open = false;
        if (held) details.querySelector("summary").focus();
      });
    });
    document.addEventListener("click", function (event) {
      if (!window.matchMedia("(min-width: 64rem)").matches) return;
      openResults().forEach(function (details) { if (!details.contains(event.target)) details.open = false; });
    });
    document.addEventListener("toggle", reachable, true);
    ["mouseout", "focusout"].forEach(function (name) {
      document.addEventListener(name, function (event) {
        var mark = event.target.closest && event.target.closest(".mark.quiet");
        if (mark) mark.classList.remove("quiet");
      });
    });
  }

  // The section that is being read, in the table of contents.
  function currentSection() {
    var links = Array.from(document.querySelectorAll(".contents-side .contents a"));
    var targets = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
    if (!links.length) return;
    var waiting = false;
    var last = null;
    function mark() {
      waiting = false;
      var current = 0;
      for (var i = 0; i < targets.length; i++) {
        if (targets[i] && targets[i].getBoundingClientRect().top < window.innerHeight * 0.3) current = i;
      }
      if (window.innerHeight + window.scrollY >= root.scrollHeight - 2) current = targets.length - 1;
      if (links[current] === last) return;
      if (last) last.removeAttribute("aria-current");
      last = links[current];
      last.setAttribute("aria-current", "location");
      var side = last.closest(".beside");
      if (side && side.scrollHeight > side.clientHeight) {
        var place = last.getBoundingClientRect().top - side.getBoundingClientRect().top;
        if (place < 40 || place > side.clientHeight - 60) side.scrollTop += place - side.clientHeight / 2;
      }
    }
    window.addEventListener("scroll", function () {
      if (!waiting) { waiting = true; requestAnimationFrame(mark); }
    }, { passive: true });
    mark();
  }

  // Light or dark, whatever the system says.
  function scheme() {
    var list = document.querySelector(".site-nav ul");
    if (!list) return;
    var button = element("button", "scheme");
    button.type = "button";
    button.lang = "en";
    function isDark() {
      var chosen = root.dataset.scheme;
      return chosen ? chosen === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
    }
    function name() {
      button.setAttribute("aria-label", isDark() ? "Light colours" : "Dark colours");
      button.title = button.getAttribute("aria-label");
    }
    button.addEventListener("click", function () {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try { localStorage.setItem("gloss-scheme", root.dataset.scheme); } catch (error) { /* for this page only */ }
      name();
    });
    name();
    var item = element("li");
    item.appendChild(button);
    list.appendChild(item);
  }

  // The ledger: rows that hold the words typed.
  function ledgerSearch() {
    var filters = document.querySelector(".filters");
    if (!filters) return;
    var field = element("input");
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

  // The search: its own script and the index come when it is first opened.

  var loading = null;

  function loadSearch() {
    if (!loading) {
      loading = new Promise(function (resolve, reject) {
        var script = element("script");
        script.src = assets + "search.js";
        script.onload = function () { resolve(window.glossSearch); };
        script.onerror = reject;
        document.head.appendChild(script);
      });
    }
    return loading;
  }

  function search() {
    var link = document.querySelector(".to-search a");
    if (!link) return;
    var page = link.href;
    function follow() { window.location.href = page; }
    function open() { loadSearch().then(function (search) { search.open(assets); }, follow); }
    var key = element("kbd", "", "/");
    key.setAttribute("aria-hidden", "true");
    link.appendChild(key);
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      open();
    });
    document.addEventListener("keydown", function (event) {
      var target = event.target;
      var isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== "checkbox";
      var isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
      if (!isSlash && !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) return;
      event.preventDefault();
      open();
    });
    var place = document.getElementById("search-here");
    if (place) loadSearch().then(function (search) { search.mount(place, assets); }, function () {});
  }

  reachable();
  // Fonts change widths when they come, and so does the window.
  if (document.fonts) document.fonts.ready.then(reachable);
  window.addEventListener("load", reachable);
  window.addEventListener("resize", reachable);
  copying();
  document.addEventListener("copy", copySources);
  panels();
  currentSection();
  ledgerSearch();
  search();
  scheme();
})();
