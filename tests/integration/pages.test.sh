#!/usr/bin/env bash
# All pages of the example in four languages: valid, linked, described; photos drawn anew, hostile ones told to the clerk.
. "$(dirname "$0")/harness.sh"
need node
need xmllint
need sqlite3
[ -d "$source/tests/npm/node_modules/html-validate" ] || { echo "skipped: no tests/npm/node_modules"; exit 77; }
cp -r "$source/examples/das-machen-wir" "$work/ws"
chmod -R u+w "$work/ws"
sed -i 's|^# portal_url = .*|portal_url = https://www.example.org/karte/|; s|^zoom = .*|zoom = 5-6|; s|^vector_zoom = .*|vector_zoom = 0-6|' "$work/ws/ideenkarte.conf"

# --- pictures: a PNG of ours, then a JPEG made of it by the first build with what a telephone writes beside the pixels
mkdir "$work/ws/images"
node - "$work/ws/images" <<'JS'
const fs = require("fs"), zlib = require("zlib"), folder = process.argv[2];
const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(zlib.crc32 ? zlib.crc32(body) : crc(body), body.length + 4);
    return out;
};
const crc = bytes => {
    let c = ~0;
    for (const b of bytes) { c ^= b; for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1; }
    return ~c >>> 0;
};
const png = (width, height, rows) => {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0); head.writeUInt32BE(height, 4); head.set([8, 2, 0, 0, 0], 8);
    return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", zlib.deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
};
const rows = Buffer.alloc(800 * (1200 * 3 + 1), 0);
for (let y = 0; y < 800; y++) for (let x = 0; x < 1200; x++) rows[y * 3601 + 1 + x * 3 + (x < 600 ? 0 : 1)] = 200;
fs.writeFileSync(`${folder}/gut.png`, png(1200, 800, rows));
fs.writeFileSync(`${folder}/abgeschnitten.png`, png(1200, 800, rows).subarray(0, 900));
fs.writeFileSync(`${folder}/bombe.png`, png(60000, 60000, Buffer.alloc(100)));
fs.writeFileSync(`${folder}/text.jpg`, "<script>attacked()</script>");
JS
printf geheim >"$work/geheim.png"
ln -s "$work/geheim.png" "$work/ws/images/hinaus.png"
cp "$work/ws/images/gut.png" "$work/aussen.png"
ln -s "$work/aussen.png" "$work/ws/images/link.png"
mkfifo "$work/ws/images/rohr.png"
cp "$work/ws/projects.csv" "$work/projects.csv"
# NUMBER NAME...: the field bild of the first projects
pictures() {
    node - "$work/projects.csv" "$@" >"$work/ws/projects.csv" <<'JS'
const fs = require("fs"), [, , file, ...names] = process.argv;
const lines = fs.readFileSync(file, "utf8").trim().split("\n"), at = lines[0].split(";").indexOf("bild");
names.forEach((name, i) => { const cells = lines[i + 1].split(";"); cells[at] = name; lines[i + 1] = cells.join(";"); });
console.log(lines.join("\n"));
JS
}
pictures gut.png
expect_code 0 "$program" build "$work/ws" -o "$work/first" --quiet
id=$(sed -n 2p "$work/projects.csv" | cut -d';' -f1)
node - "$work/first/images/project/$id-960.jpg" "$work/ws/images/telefon.jpg" <<'JS'
const fs = require("fs"), [, , from, to] = process.argv, jpeg = fs.readFileSync(from);
const tiff = Buffer.from("49492a0008000000" + "0200" + "1201030001000000" + "06000000" + "2588040001000000" + "26000000" + "00000000", "hex");
const data = Buffer.concat([Buffer.from("Exif\0\0"), tiff, Buffer.from("GPS 51.5142 7.4653")]);
const marker = Buffer.alloc(4);
marker.writeUInt16BE(0xffe1, 0); marker.writeUInt16BE(data.length + 2, 2);
fs.writeFileSync(to, Buffer.concat([jpeg.subarray(0, 2), marker, data, jpeg.subarray(2)]));
JS
pictures gut.png images/telefon.jpg abgeschnitten.png bombe.png text.jpg hinaus.png link.png ../ideenkarte.conf /etc/passwd fehlt.png rohr.png https://www.example.org/bild.jpg
expect_code 0 "$program" build "$work/ws" -o "$work/out" --quiet
expect_code 0 "$program" build "$work/ws" -o "$work/again" --jobs 1 --quiet
expect "the same bytes again" "$(digest "$work/out")" "$(digest "$work/again")"
out=$work/out
expect "photos" 4 "$(ls "$out/images/project" | wc -l | tr -d ' ')"
cat "$out"/images/project/*.jpg | grep -qa 'GPS\|Exif' && fail "a published photo has EXIF"
second=$(sed -n 3p "$work/projects.csv" | cut -d';' -f1)
node - "$out/data/project/$id.json" "$out/data/project/$second.json" <<'JS' || fail "sizes of photos"
const sizes = file => JSON.parse(require("fs").readFileSync(file)).images.map(i => `${i.width}x${i.height}`).join(" ");
const got = [sizes(process.argv[2]), sizes(process.argv[3])].join(", ");
if (got !== "320x213 960x640, 213x320 640x960") { console.log(got); process.exit(1); }
JS
faults=$(tail -n +2 "$out/review.csv" | grep -o 'image_[a-z_]*' | sort | uniq -c | tr -s ' ' | tr '\n' ',')
expect "what the clerk is told" " 1 image_damaged, 1 image_elsewhere, 1 image_foreign, 1 image_missing, 2 image_outside, 2 image_path, 1 image_too_large, 1 image_unreadable," "$faults"

# --- check says the same of each photo and writes nothing; a catalogue has the same faults; no place is in doubt for it
before=$(digest "$work/ws")
expect_code 0 "$program" check "$work/ws" --lang de
cp "$work/log" "$work/checked"
expect "check writes nothing" "$before" "$(digest "$work/ws")"
node - "$out/review.csv" "$work/checked" <<'JS' || fail "check and build differ"
const fs = require("fs"), [, , review, checked] = process.argv;
const rows = fs.readFileSync(review, "utf8").trim().split("\r\n").slice(1).filter(row => row.includes("image_"));
const said = fs.readFileSync(checked, "utf8");
const lines = said.split("\n").filter(line => line.includes(": bild: "));
const unquoted = row => row.replaceAll('""', '"');
const differ = lines.filter(line => !rows.some(row => {
    const [, number, sentence] = /^projects\.csv:(\d+): bild: (.*) \(wird nicht gezeigt\)$/.exec(line) ?? [];
    return row.startsWith(`projects.csv;${number};`) && unquoted(row).includes(sentence);
}));
if (rows.length !== 10 || lines.length !== 10 || differ.length || !said.includes("10 mit Foto, Link oder Datum")) {
    console.log(rows.length, lines.length, differ);
    process.exit(1);
}
JS
expect_code 0 "$program" catalogue import "$work/ws" -o "$work/office.sqlite" --quiet
faults_of() { sqlite3 "$1" "SELECT project, code, read, expected, penalty FROM project_faults WHERE field = 'image' ORDER BY project" ||
    fail "no faults in $1"; }
status_of() { sqlite3 "$1" "SELECT id, status, score FROM projects ORDER BY id" || fail "no status in $1"; }
expect "faults in the catalogue" "$(faults_of "$out/data/catalogue.sqlite")" "$(faults_of "$work/office.sqlite")"
expect "faults in the catalogue" 10 "$(faults_of "$work/office.sqlite" | wc -l | tr -d ' ')"
expect "a photo changes no status" "$(status_of "$work/first/data/catalogue.sqlite")" "$(status_of "$out/data/catalogue.sqlite")"
grep -rqa geheim "$out" && fail "a link led out of the workspace"

# --- pages
node "$source/tests/npm/check-pages.mjs" "$out" || fail "html-validate"
node - "$out" <<'JS' || fail "pages and their links"
const fs = require("fs"), path = require("path"), out = path.resolve(process.argv[2]);
const pages = fs.readdirSync(out, { recursive: true }).filter(name => name.endsWith(".html"));
const regions = JSON.parse(fs.readFileSync(out + "/data/regions.geojson")).features.map(f => f.properties.id ?? f.id);
const projects = JSON.parse(fs.readFileSync(out + "/data/projects.index.json"));
const languages = { "": "de", "en/": "en", "ar/": "ar", "leicht/": "de-simple" };
let wrong = 0;
const check = (holds, text) => { if (!holds && wrong++ < 20) console.log(text); };
for (const [folder, tag] of Object.entries(languages)) {
    for (const id of regions)
        check(pages.includes(`${folder}region/${id}.html`), `${folder}region/${id}.html`);
    for (const row of projects.rows)
        check(pages.includes(`${folder}projekt/${row[projects.columns.indexOf("page")] ?? row[0]}.html`), `${folder}projekt/${row[0]}`);
    const html = fs.readFileSync(`${out}/${folder}index.html`, "utf8");
    check(html.includes(`<html lang="${tag}" dir="${tag === "ar" ? "rtl" : "ltr"}"`), `language of ${folder}`);
    check((html.match(/<li class="project"/g) ?? []).length === projects.count, `projects in ${folder}index.html`);
}
check(pages.length === 4 * (1 + regions.length + projects.count) + 1, `${pages.length} pages`);
for (const page of pages) {
    const html = fs.readFileSync(path.join(out, page), "utf8");
    for (const [, address] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        const [target] = address.replaceAll("&amp;", "&").split(/[?#]/);
        if (/^https:\/\//.test(address)) {
            if (address.startsWith("https://www.example.org/karte/") && !target.endsWith("/") )
                check(fs.existsSync(path.join(out, target.slice(30))), `${page}: ${address}`);
            continue;
        }
        const file = target.startsWith("/karte/") ? path.join(out, target.slice(7)) : path.resolve(out, path.dirname(page), target);
        check(target === "" || fs.existsSync(file), `${page}: ${address}`);
    }
    if (page === "404.html")
        continue;
    const image = /property="og:image" content="https:\/\/www\.example\.org\/karte\/([^"]*)"/.exec(html);
    check(image && fs.existsSync(path.join(out, image[1])), `${page}: og:image`);
    check(/<meta name="description" content="[^"]{10}/.test(html), `${page}: description`);
    check((html.match(/hreflang="(de|en|ar|de-simple|x-default)"/g) ?? []).length === 9, `${page}: hreflang`);
}
process.exit(wrong ? 1 : 0);
JS

# --- lists for machines
for file in sitemap.xml feed.xml en/feed.xml ar/feed.xml leicht/feed.xml; do
    xmllint --noout --nonet "$out/$file" || fail "$file is no XML"
done
expect "pages in the sitemap" "$(($(find "$out" -name '*.html' | wc -l) - 1))" "$(grep -c '<url>' "$out/sitemap.xml")"
finish
