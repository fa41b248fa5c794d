// Gloss: the search. Loaded when it is opened first; loads the parts of the index that a query needs, as scripts, so
// that it works from a folder as from a server.
(function () {
  "use strict";

  var TITLE = 1, HEADING = 2, TEXT = 4;
  var SHOWN = 30, READ = 120;
  var assets = "", manifest = null;
  var shards = {}, texts = {}, scripts = {};

  function load(name) {
    if (!scripts[name]) {
      scripts[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = assets + "search/" + name + ".js";
        script.onload = resolve;
        script.onerror = reject;
        document.head.appendChild(script);
      });
    }
    return scripts[name];
  }

  // Folding: what the index was built with, character by character so that a match is found again in the text shown.

  function fold(text) { return text.normalize("NFKC").toLowerCase().normalize("NFKC"); }

  function foldWithPlaces(text) {
    var folded = "", places = [], at = 0;
    for (var character of text) {
      var piece = fold(character);
      for (var i = 0; i < piece.length; i++) places.push(at);
      folded += piece;
      at += character.length;
    }
    places.push(at);
    return { folded: folded, places: places };
  }

  // Postings

  var digits = {};
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_").forEach(function (c, i) { digits[c] = i; });

  function decode(text, into) {
    var value = 0, shift = 0, unit = 0;
    for (var i = 0; i < text.length; i++) {
      var digit = digits[text[i]];
      value += (digit & 31) * Math.pow(2, shift);
      shift += 5;
      if (digit & 32) continue;
      unit += Math.floor(value / 16);
      into(unit, value & 15);
      value = 0;
      shift = 0;
    }
  }

  function shardOf(character) { return character.codePointAt(0) % manifest.shards; }

  // Sections that hold every pair of a run of word characters: Map from section to the fields that have all of them.
  function sectionsWith(run) {
    var characters = Array.from(run);
    var found = null;
    if (characters.length === 1) {
      var table = shards[shardOf(characters[0])] || {};
      found = new Map();
      Object.keys(table).forEach(function (pair) {
        if (!pair.startsWith(characters[0])) return;
        decode(table[pair], function (unit, fields) { found.set(unit, (found.get(unit) || 0) | fields); });
      });
      return found;
    }
    for (var i = 0; i + 1 < characters.length; i++) {
      var postings = (shards[shardOf(characters[i])] || {})[characters[i] + characters[i + 1]] || "";
      var next = new Map();
      decode(postings, function (unit, fields) {
        if (!found) next.set(unit, fields);
        else if (found.has(unit)) next.set(unit, found.get(unit) & fields);
      });
      found = next;
      if (!found.size) break;
    }
    return found;
  }

  function textFileOf(unit) {
    var low = 0, high = manifest.first.length;
    while (high - low > 1) {
      var middle = (low + high) >> 1;
      if (manifest.first[middle] <= unit) low = middle; else high = middle;
    }
    return low;
  }

  // A query is words between blanks; each must stand in a section, as a part of anything.
  function find(query) {
    var words = fold(query).split(/\s+/).filter(Boolean);
    var runs = [];
    words.forEach(function (word) { runs = runs.concat(word.match(/[\p{L}\p{N}\p{M}]+/gu) || []); });
    if (!runs.length) return Promise.resolve({ words: words, hits: [], total: 0 });
    // A single letter beside longer words is left to the comparison with the text.
    var long = runs.filter(function (run) { return Array.from(run).length > 1; });
    var used = long.length ? long : runs.slice(0, 1);
    var needed = new Set();
    used.forEach(function (run) {
      var characters = Array.from(run);
      characters.slice(0, Math.max(1, characters.length - 1)).forEach(function (c) { needed.add(shardOf(c)); });
    });
    return Promise.all(Array.from(needed, function (n) { return load("pairs-" + n); })).then(function () {
      var candidates = null;
      used.forEach(function (run) {
        var found = sectionsWith(run);
        if (!candidates) { candidates = found; return; }
        var both = new Map();
        candidates.forEach(function (fields, unit) { if (found.has(unit)) both.set(unit, fields & found.get(unit)); });
        candidates = both;
      });
      var ranked = Array.from(candidates).sort(function (a, b) { return rank(a[1]) - rank(b[1]) || a[0] - b[0]; });
      return read(ranked, words);
    });
  }

  function rank(fields) { return fields & TITLE ? 0 : fields & HEADING ? 1 : fields & TEXT ? 2 : fields ? 3 : 4; }

  function read(ranked, words) {
    var first = ranked.slice(0, READ);
    var files = new Set(first.map(function (candidate) { return textFileOf(candidate[0]); }));
    return Promise.all(Array.from(files, function (n) { return load("text-" + n); })).then(function () {
      var hits = [];
      first.forEach(function (candidate) {
        var hit = compare(candidate[0], words);
        if (hit) hits.push(hit);
      });
      hits.sort(function (a, b) { return a.rank - b.rank || a.unit - b.unit; });
      return { words: words, hits: hits.slice(0, SHOWN), total: hits.length, isCut: ranked.length > first.length };
    });
  }

  function compare(unit, words) {
    var file = textFileOf(unit);
    var row = (texts[file] || [])[unit - manifest.first[file]];
    if (!row) return null;
    var page = manifest.pages[row[0]];
    var title = row[2] === "" && row[1] === "" ? page[1] : "";
    var body = foldWithPlaces(row[3]);
    var foldedTitle = fold(title), foldedHeading = fold(row[2]);
    var worst = 0, place = -1, length = 0;
    for (var i = 0; i < words.length; i++) {
      var at = body.folded.indexOf(words[i]);
      var level = 4;
      if (foldedTitle.indexOf(words[i]) >= 0) level = 0;
      else if (foldedHeading.indexOf(words[i]) >= 0) level = 1;
      else if (at >= 0) level = isInFormula(body.folded, at) ? 3 : 2;
      if (level === 4) return null;
      if (foldedTitle === words[i] || foldedHeading === words[i]) level -= 0.5;
      // A reader looks for notes first.
      if (row[0] >= manifest.notes) level += 0.6;
      worst = Math.max(worst, level);
      if (at >= 0 && place < 0) { place = at; length = words[i].length; }
    }
    return {
      unit: unit, rank: worst, page: page, anchor: row[1], title: page[1], heading: row[2], text: row[3], body: body,
      place: place, length: length
    };
  }

  function isInFormula(text, at) { return text.lastIndexOf("\u0002", at) > text.lastIndexOf("\u0003", at); }

  // Showing

  function marked(parent, text, words) {
    var body = foldWithPlaces(text), at = 0, from = 0;
    while (at < body.folded.length) {
      var best = -1, length = 0;
      words.forEach(function (word) {
        var found = body.folded.indexOf(word, at);
        if (found >= 0 && (best < 0 || found < best || found === best && word.length > length)) { best = found; length = word.length; }
      });
      if (best < 0) break;
      var start = body.places[best], end = body.places[best + length - 1] + 1;
      if (end <= from) end = from + 1;
      parent.appendChild(document.createTextNode(text.slice(from, start)));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      parent.appendChild(mark);
      from = end;
      at = best + length;
    }
    parent.appendChild(document.createTextNode(text.slice(from)));
  }

  function snippet(hit, words) {
    var line = document.createElement("span");
    line.className = "hit-words";
    var text = hit.text, start = 0, end = text.length;
    if (hit.place >= 0) {
      start = Math.max(0, hit.body.places[hit.place] - 36);
      end = Math.min(text.length, hit.body.places[hit.place] + hit.length + 90);
    } else {
      end = Math.min(text.length, 110);
    }
    // Not through the middle of a formula that is short.
    var open = text.lastIndexOf("\u0002", start);
    if (open > text.lastIndexOf("\u0003", start) && start - open < 60) start = open;
    while (end < text.length && /[\uDC00-\uDFFF]/.test(text[end])) end++;
    var pieces = text.slice(start, end).split(/([\u0002\u0003])/);
    var inside = isInFormula(text, Math.max(0, start - 1)) && start > 0 && text[start] !== "\u0002";
    if (start > 0) line.appendChild(document.createTextNode("… "));
    pieces.forEach(function (piece) {
      if (piece === "\u0002") inside = true;
      else if (piece === "\u0003") inside = false;
      else if (piece) {
        var target = line;
        if (inside) { target = document.createElement("code"); line.appendChild(target); }
        marked(target, piece, words);
      }
    });
    if (end < text.length) line.appendChild(document.createTextNode(" …"));
    return line;
  }

  function show(list, said, answer, base) {
    list.textContent = "";
    answer.hits.forEach(function (hit) {
      var item = document.createElement("li");
      var link = document.createElement("a");
      link.href = base + hit.page[0] + (hit.anchor ? "#" + hit.anchor : "");
      var title = document.createElement("span");
      title.className = "hit-title";
      marked(title, hit.title, answer.words);
      link.appendChild(title);
      if (hit.heading) {
        link.appendChild(document.createTextNode(" "));
        var section = document.createElement("span");
        section.className = "hit-section";
        marked(section, hit.heading, answer.words);
        link.appendChild(section);
      }
      link.appendChild(snippet(hit, answer.words));
      item.appendChild(link);
      list.appendChild(item);
    });
    var count = answer.total + (answer.isCut ? "+" : "");
    said.textContent = answer.total === 0 ? "Nothing found" : answer.total === 1 ? "1 section" : count + " sections";
  }

  // `place` gets a field and a list; `base` leads to the top of the site.
  function build(place, query) {
    var base = assets.replace(/assets\/$/, "");
    place.lang = "en";
    var field = document.createElement("div");
    field.className = "search-field";
    var input = document.createElement("input");
    input.type = "search";
    input.placeholder = "Words, formulas, 中文";
    input.setAttribute("aria-label", "Search the notes");
    input.autocomplete = "off";
    input.spellcheck = false;
    field.appendChild(input);
    var said = document.createElement("p");
    said.className = "search-said";
    said.setAttribute("role", "status");
    var list = document.createElement("ol");
    list.className = "search-hits";
    list.setAttribute("aria-label", "Sections found");
    place.appendChild(field);
    place.appendChild(said);
    place.appendChild(list);
    var turn = 0;
    function run() {
      var mine = ++turn;
      var words = input.value.trim();
      if (!words) { list.textContent = ""; said.textContent = ""; return; }
      load("manifest").then(function () { return find(words); }).then(
        function (answer) { if (mine === turn) show(list, said, answer, base); },
        function () { said.textContent = "The index cannot be loaded"; });
    }
    var timer = 0;
    input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(run, 90); });
    place.addEventListener("keydown", function (event) {
      if (event.isComposing || event.key !== "ArrowDown" && event.key !== "ArrowUp" && event.key !== "Enter") return;
      var links = Array.from(list.querySelectorAll("a"));
      var at = links.indexOf(document.activeElement);
      if (event.key === "Enter") {
        if (document.activeElement === input && links.length) { event.preventDefault(); links[0].click(); }
        return;
      }
      event.preventDefault();
      var next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (next < 0) input.focus(); else if (links[next]) links[next].focus();
    });
    if (query) { input.value = query; run(); }
    return { input: input, field: field };
  }

  var dialog = null, parts = null;

  window.glossSearch = {
    manifest: function (value) { manifest = value; },
    shard: function (number, table) { shards[number] = table; },
    texts: function (number, rows) { texts[number] = rows; },
    open: function (folder) {
      assets = folder;
      if (!dialog) {
        dialog = document.createElement("dialog");
        dialog.className = "search-box";
        dialog.setAttribute("aria-label", "Search");
        document.body.appendChild(dialog);
        parts = build(dialog, "");
        var close = document.createElement("button");
        close.type = "button";
        close.textContent = "Close";
        close.addEventListener("click", function () { dialog.close(); });
        parts.field.appendChild(close);
        // A browser empties the field first.
        dialog.addEventListener("keydown", function (event) {
          if (event.key !== "Escape" || event.isComposing) return;
          event.preventDefault();
          dialog.close();
        });
        dialog.addEventListener("click", function (event) {
          if (event.target === dialog || event.target.closest("a")) dialog.close();
        });
      }
      if (!dialog.open) dialog.showModal();
      parts.input.focus();
      parts.input.select();
    },
    mount: function (place, folder) {
      assets = folder;
      build(place, new URLSearchParams(window.location.search).get("q") || "");
    }
  };
})();
