// cases.mjs — addresses of other projects' test suites, and how the geocoder parses them.   [tests]
//
//   cases.mjs write CASES > asked.ndjson
//   cases.mjs judge CASES < answered.ndjson   exit code 1 where fewer than 95 % of the rows in scope are as expected,
//                                             or a row listed here as failing is not
//
// Compared are street, house number and postcode, each where the case says one, without regard to case, blanks and the
// spellings of "Straße"; an answer may have no street or number where a case of kind "parse" or "split" has none.
import fs from "fs";

const [, , task, source] = process.argv;
const LEAST = 0.95;

// Out of scope, by reason. Besides: every row whose note is "foreign form".
const OUT_OF_SCOPE = {
    "a house number alone: its parts are not in the answer (tests/unit/gazetteer reads them)":
        ["pickware-hnr-001", "pickware-hnr-002", "pickware-hnr-003", "pickware-hnr-004", "pickware-hnr-005", "pickware-hnr-006", "pickware-hnr-007", "pickware-hnr-008", "pickware-hnr-009"],
    "squares of Mannheim have no street":
        ["pickware-007", "geocoder-tester-030", "geocoder-tester-031"],
    "the suite itself expects another answer for the same line, or another town":
        ["geocoder-tester-003", "geocoder-tester-029"],
    "foreign words, though the note is empty":
        ["pelias-parser-016", "pelias-parser-017"],
};

// Our semantics expect something else than the suite.
const EXPECTED = {
    "pickware-029": { exp_hnr: "15" }, // a flat is no part of the number
    "geocoder-tester-028": { exp_hnr: "11-13" }, // ranges stay whole
    "geocoder-tester-032": { exp_hnr: "29D" }, // the suite says what OpenStreetMap has; we parse what is written
    "geocoder-tester-033": { exp_hnr: "29D" },
    "geocoder-tester-034": { exp_hnr: "29C" },
};

// In scope and not as expected: a gazetteer that has the street parts or mends them, the parser alone does not.
const FAILING = Object.fromEntries([
    ...["libpostal-001", "libpostal-002", "libpostal-003", "geocoder-tester-002", "geocoder-tester-005"]
        .map(id => [id, "a name in front of the street without a comma (words_passed_over)"]),
    ["geocoder-tester-013", "the street is misspelt (street_spelling)"],
]);

function parseCsv(text) {
    const rows = [];
    let row = [], cell = "", quoted = false;
    for (let i = 0; i < text.length; i++) {
        const c = text[i];
        if (quoted && c === '"' && text[i + 1] === '"') { cell += '"'; i++; }
        else if (c === '"') quoted = !quoted;
        else if (!quoted && c === ",") { row.push(cell); cell = ""; }
        else if (!quoted && c === "\n") { rows.push([...row, cell]); row = []; cell = ""; }
        else if (quoted || c !== "\r") cell += c;
    }
    return rows;
}

const [head, ...rows] = parseCsv(fs.readFileSync(source, "utf8"));
const cases = rows.map(row => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""])))
    .map(row => ({ ...row, ...EXPECTED[row.id] }));
const reasons = new Map(Object.entries(OUT_OF_SCOPE).flatMap(([reason, ids]) => ids.map(id => [id, reason])));
const street = text => (text ?? "").toLowerCase().replace(/ß/g, "ss").replace(/str\.?$/, "strasse").replace(/[\s.-]/g, "");
const number = text => (text ?? "").toLowerCase().replace(/\s/g, "");

function isAsExpected(row, found) {
    const isWhole = ["parse", "split", "split-must-fail"].includes(row.kind), asked = value => isWhole || value !== "";
    return (!asked(row.exp_street) || street(row.exp_street) === street(found.street)) &&
        (!asked(row.exp_hnr) || number(row.exp_hnr) === number(found.house_number)) &&
        (!row.exp_plz || row.exp_plz === found.postcode);
}

function judge() {
    const found = new Map(fs.readFileSync(0, "utf8").split("\n").filter(Boolean).map(line => JSON.parse(line)).map(row => [row.id, row]));
    const inScope = cases.filter(row => row.note !== "foreign form" && !reasons.has(row.id));
    const wrong = inScope.filter(row => !isAsExpected(row, found.get(row.id)));
    const unlisted = wrong.filter(row => !FAILING[row.id]), mended = Object.keys(FAILING).filter(id => !wrong.some(row => row.id === id));
    for (const row of wrong) {
        const { street, house_number, postcode } = found.get(row.id);
        console.log(`${row.id} "${row.input}": ${street} | ${house_number} | ${postcode}; ${FAILING[row.id] ?? "not listed"}`);
    }
    for (const id of mended) console.log(`${id}: listed as failing, but is not`);
    const share = 1 - wrong.length / inScope.length;
    console.log(`${cases.length} rows, ${cases.length - inScope.length} out of scope, ${inScope.length} in scope, ${(share * 100).toFixed(1)} % as expected`);
    process.exit(share < LEAST || unlisted.length || mended.length ? 1 : 0);
}

if (task === "write") for (const row of cases) console.log(JSON.stringify({ id: row.id, address: row.input }));
else judge();
