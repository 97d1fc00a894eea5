// compare-expressions.mjs — our expressions against those of the MapLibre style specification's package.   [tests]
//
//   node tests/npm/compare-expressions.mjs PROGRAM TABLE [RANDOM]
//
// Asks both about every row of the table, a JSON line each, and holds both answers against the row, then about RANDOM
// expressions made up here. A row with "differs" says why the package is not followed. Prints each disagreement; exit
// code 1 when there is one.

import { readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { answer, outcome, same } from "./expression-peer.mjs";
import { randomQuestion } from "./random-expressions.mjs";

const [program, table, random = "0"] = process.argv.slice(2);
const lines = readFileSync(table, "utf8").trim().split("\n").map(JSON.parse);
const standard = lines.shift().feature;
const rows = lines.map((row) => ({ feature: standard, ...row }));

function ask(questions) {
    const input = questions
        .map(({ expression, expect, zoom, feature }) => JSON.stringify({ expression, expect, zoom, feature }) + "\n")
        .join("");
    const run = spawnSync(program, ["style", "eval", "--batch", "-"], { input, encoding: "utf8", maxBuffer: 1 << 28 });
    if (run.status !== 0) throw new Error(`${program}: ${run.stderr}`);
    return run.stdout.trim().split("\n").map(JSON.parse);
}

let disagreements = 0;
function complain(question, what, ...answers) {
    disagreements++;
    console.error(`${JSON.stringify(question.expression)} as ${question.expect ?? "anything"} at ${question.zoom ?? 0}: ${what}`);
    for (const given of answers) console.error(`    ${JSON.stringify(given)}`);
}

const agree = (a, b) => outcome(a) === outcome(b) && (!("value" in a) || same(a.value, b.value));

// The specification reads strings, booleans and null as numbers; ECMAScript's Number() takes [] and [5], too.
// What is wrong among constants alone is always found while compiling.
const differsOnPurpose = (ours, theirs) =>
    (outcome(ours) === "error" && outcome(theirs) === "fault") ||
    /could not read (array|object).* as number/.test(ours.error ?? ours.fault ?? "");

ask(rows).forEach((ours, i) => {
    const row = rows[i];
    const theirs = answer(row);
    const expected = outcome(row);
    const says = ours.error ?? ours.fault ?? "";
    if (outcome(ours) !== expected || (expected === "value" ? !same(ours.value, row.value) : !says.includes(row[expected])))
        complain(row, "ours is not what the table says", ours);
    if (row.differs ? agree(row, theirs) : !agree(row, theirs))
        complain(row, row.differs ? "does not differ" : "the package is not of the table's opinion", theirs);
});

const questions = Array.from({ length: Number(random) }, (_, i) => randomQuestion(i + 1, standard));
let counts = { value: 0, error: 0, fault: 0 };
if (questions.length > 0)
    ask(questions).forEach((ours, i) => {
        const theirs = answer(questions[i]);
        counts[outcome(theirs)]++;
        if (!agree(ours, theirs) && !differsOnPurpose(ours, theirs)) complain(questions[i], "the two differ", ours, theirs);
    });
console.log(
    `${rows.length} rows, ${questions.length} random expressions (${counts.value} values, ${counts.error} errors, ` +
        `${counts.fault} faults): ${disagreements} disagreements`
);
process.exit(disagreements > 0 ? 1 : 0);
