// noise.mjs — official houses written as people write them, and what the geocoder made of them.   [tests]
//
//   noise.mjs write SOURCE STEP > asked.csv     every STEP-th house of Essen's register in every kind of noise
//   noise.mjs judge SOURCE < answered.csv       a table by kind; exit code 1 where a limit is missed
//
// Right: the position of the very house. Silently wrong: status auto, placed at another house.
import fs from "fs";
import zlib from "zlib";

const [, , task, source, step = "1"] = process.argv;
// Some of Essen's postcodes, and some of the towns beside it (postcode tables of the territory).
const OWN = ["45127", "45130", "45138", "45219", "45276", "45326", "45359"], BESIDE = ["45468", "45879", "46047", "44866", "42551"];
const LIMITS = { "as in the register": [0.999, 0.0005] }, OTHERS = [0.99, 0.0005];

let seed = 20221005;
function random(n) { // Lehmer's generator: the same noise everywhere
    seed = (seed * 48271) % 2147483647;
    return seed % n;
}

function houses() {
    const bytes = fs.readFileSync(source), text = zlib.gunzipSync(bytes).toString("utf8");
    return text.split(/\r?\n/).slice(1).filter(Boolean).map(line => line.split(";"))
        .filter(cells => cells[3] && !cells[2].startsWith("#"))
        .map(cells => ({ street: cells[2], number: cells[3] + cells[4], lon: +cells[8], lat: +cells[9] }));
}

// One slip of the pen in the name: never in its digits, its first letter or the kind of street.
function slip(street) {
    const own = street.replace(/(str\.|straße|strasse|weg|platz|allee)$/i, ""), letters = [];
    for (let i = 1; i < own.length; i++) if (/[a-zäöüß]/i.test(own[i])) letters.push(i);
    if (letters.length < 4) return null;
    const at = letters[random(letters.length - 1)], letter = "enrstailu"[random(9)];
    const kinds = [street.slice(0, at) + street.slice(at + 1), street.slice(0, at) + letter + street.slice(at + 1),
        street.slice(0, at) + letter + street.slice(at), street.slice(0, at) + street[at + 1] + street[at] + street.slice(at + 2)];
    return kinds[random(4)];
}

const straight = (street, number, postcode) => [street, number, postcode, "Essen", ""];
const NOISE = {
    "as in the register": (s, n, p) => straight(s, n, p),
    "Str. / Straße": (s, n, p) => /str\.$/i.test(s) ? straight(s.replace(/tr\.$/, "traße"), n, p) : /straße$/i.test(s) ? straight(s.replace(/traße$/, "tr."), n, p) : null,
    "ß as ss": (s, n, p) => /ß|str\.$/i.test(s) ? straight(s.replace(/tr\.$/, "traße").replace(/ß/g, "ss"), n, p) : null,
    "ä as ae": (s, n, p) => /[äöü]/i.test(s) ? straight(s.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue").replace(/Ä/g, "Ae").replace(/Ö/g, "Oe").replace(/Ü/g, "Ue"), n, p) : null,
    "hyphen or blank": (s, n, p) => /[ -]/.test(s) ? straight(s.includes("-") ? s.replace(/-/g, " ") : s.replace(/ /g, "-"), n, p) : null,
    "number glued on": (s, n, p) => /\d/.test(s) ? null : straight(s + n, "", p),
    "number in the street": (s, n, p) => straight(`${s} ${n}`, "", p),
    "suffix apart": (s, n, p) => /[a-z]$/i.test(n) ? straight(s, n.replace(/([a-z]+)$/i, " $1").toUpperCase(), p) : null,
    "one slip": (s, n, p) => { const slipped = slip(s); return slipped && slipped !== s ? straight(slipped, n, p) : null; },
    "upper case": (s, n, p) => straight(s.toUpperCase(), n.toUpperCase(), p).map((text, i) => i === 3 ? "ESSEN" : text),
    "in one line": (s, n, p) => ["", "", "", "", `${s} ${n}, ${p} Essen`],
    "parts swapped": (s, n, p) => ["", "", "", "", `${p} Essen, ${s} ${n}`],
    "neighbouring postcode": (s, n) => straight(s, n, BESIDE[random(BESIDE.length)]),
    "c/o in front": (s, n, p) => ["", "", "", "", `c/o AWO Begegnung, ${s} ${n}, ${p} Essen`],
    "floor behind": (s, n, p) => straight(`${s} ${n} Hinterhaus, 2. OG`, "", p),
};

function write() {
    const all = houses();
    console.log("kind;wanted;street;house_number;postcode;city;address");
    for (const [kind, make] of Object.entries(NOISE))
        for (let i = 0; i < all.length; i += +step) {
            const row = make(all[i].street, all[i].number, OWN[random(OWN.length)]);
            if (row) console.log([kind, i, ...row].map(cell => /[;"]/.test(cell) ? `"${cell}"` : cell).join(";"));
        }
}

function judge() {
    const all = houses(), places = new Map();
    const name = house => `${house.street} ${house.number}`;
    for (const house of all) places.set(name(house), [...(places.get(name(house)) ?? []), house]);
    const lines = fs.readFileSync(0, "utf8").replace(/^\uFEFF/, "").split(/\r?\n/).filter(Boolean);
    const head = lines[0].split(";"), at = column => head.indexOf(column), table = new Map();
    const cell = { kind: at("kind"), wanted: at("wanted"), match: at("match"), status: at("status"), lon: at("lon"), lat: at("lat") };
    const shown = new Map();
    for (const line of lines.slice(1)) {
        const cells = line.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/), house = all[+cells[cell.wanted]], kind = cells[cell.kind];
        const row = table.get(kind) ?? table.set(kind, { asked: 0, right: 0, silent: 0 }).get(kind);
        const near = places.get(name(house)).some(place =>
            Math.hypot((place.lon - cells[cell.lon]) * 70000, (place.lat - cells[cell.lat]) * 111200) < 1);
        const isHouse = /^house/.test(cells[cell.match]);
        row.asked++;
        if (isHouse && near) row.right++;
        else if (isHouse && cells[cell.status] === "auto") row.silent++;
        if (!(isHouse && near) && (shown.get(kind) ?? 0) < 4) {
            shown.set(kind, (shown.get(kind) ?? 0) + 1);
            if (process.env.IK_SHOW) console.log(line);
        }
    }
    let missed = 0;
    console.log("kind                       asked    right  silently wrong");
    for (const [kind, row] of table) {
        const [right, silent] = LIMITS[kind] ?? OTHERS;
        const good = row.right / row.asked >= right && row.silent / row.asked <= silent;
        if (!good) missed++;
        console.log(`${kind.padEnd(24)} ${String(row.asked).padStart(7)} ${(row.right / row.asked * 100).toFixed(3).padStart(7)} % ${(row.silent / row.asked * 100).toFixed(3).padStart(7)} %${good ? "" : "   missed"}`);
    }
    process.exit(missed || table.size !== Object.keys(NOISE).length ? 1 : 0);
}

task === "write" ? write() : judge();
