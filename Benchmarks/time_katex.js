// KaTeX as MathML on requests of `gloss render --jsonl`.
//   node time_katex.js KATEX FILE          formulas a second: the best of seven runs, warm
//   node time_katex.js KATEX FILE --jsonl  answers on standard output, as gloss writes them
const katex = require(process.argv[2]);
const lines = require("fs").readFileSync(process.argv[3], "utf8").split("\n").filter((line) => line);
const options = (display) => ({ displayMode: display, output: "mathml", throwOnError: true, strict: "ignore" });

if (process.argv[4] === "--jsonl") {
    const answers = lines.map((line) => {
        const { latex, display } = JSON.parse(line);
        try {
            return JSON.stringify({ ok: true, mathml: katex.renderToString(latex, options(display)) });
        } catch (error) {
            return JSON.stringify({ ok: false, error: { message: String(error) } });
        }
    });
    process.stdout.write(answers.join("\n") + "\n");
} else {
    const formulas = lines.map((line) => JSON.parse(line)).filter(({ latex, display }) => {
        try {
            katex.renderToString(latex, options(display));
            return true;
        } catch (error) {
            return false;
        }
    });
    const times = [];
    for (let run = 0; run < 7; run++) {
        const start = process.hrtime.bigint();
        let calls = 0;
        while (process.hrtime.bigint() - start < 200000000n) {
            for (const { latex, display } of formulas) katex.renderToString(latex, options(display));
            calls++;
        }
        times.push(Number(process.hrtime.bigint() - start) / 1e9 / calls);
    }
    console.log(Math.round(formulas.length / Math.min(...times)), formulas.length);
}
