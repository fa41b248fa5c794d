// Says of each line of formulas.txt whether KaTeX accepts it, and where it stops.
//
// Run with Node and a KaTeX 0.16.22 (the file katex.min.js, from the npm package katex or from PyPI's sphinxcontrib-katex):
//     node verdicts.js path/to/katex.min.js > verdicts.json
const fs = require("fs");
const path = require("path");
const katex = require(path.resolve(process.argv[2]));
console.warn = () => {};
const lines = fs.readFileSync(path.join(__dirname, "formulas.txt"), "utf8").split("\n").slice(0, -1);
const verdicts = lines.map((latex) => {
  try {
    katex.renderToString(latex, { displayMode: true, output: "mathml", strict: false, maxExpand: 1000 });
    return { latex, accepted: true, position: null };
  } catch (error) {
    return { latex, accepted: false, position: error.position === undefined ? null : error.position };
  }
});
console.log(JSON.stringify({ version: katex.version, verdicts }, null, 1));
