// Prints the lines of malformed.txt that KaTeX accepts after all: none.
//
// Run with Node and a KaTeX 0.16.22 (the file katex.min.js, from the npm package katex or from PyPI's sphinxcontrib-katex):
//     node rejected.js path/to/katex.min.js
const fs = require("fs");
const path = require("path");
const katex = require(path.resolve(process.argv[2]));
console.warn = () => {};
for (const latex of fs.readFileSync(path.join(__dirname, "malformed.txt"), "utf8").split("\n").slice(0, -1)) {
  try {
    katex.renderToString(latex, { displayMode: true, output: "mathml", strict: false, maxExpand: 1000 });
    console.log(latex);
  } catch (error) {}
}
