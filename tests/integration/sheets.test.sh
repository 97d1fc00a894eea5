#!/usr/bin/env bash
# A region with many projects is several pages: valid HTML, small, each project on one of them, and every link inside the
# folder leads to a place that is there, also where projects have no pages of their own.
. "$(dirname "$0")/harness.sh"
need node
[ -d "$source/tests/npm/node_modules/html-validate" ] || { echo "skipped: no tests/npm/node_modules"; exit 77; }
# workspace COUNT PARTS LANGUAGES: a workspace with so many projects in Aachen and one in Münster
workspace() {
    rm -rf "$work/ws"
    mkdir "$work/ws"
    printf '[map]\nportal_url = https://www.example.org/karte/\nlanguages = %s\n[output]\nwrite = %s\n' "$3" "$2" >"$work/ws/ideenkarte.conf"
    {
        echo 'id;title;city;postcode;start;summary'
        for i in $(seq "$1"); do echo "a-$i;Idee Nummer $i;Aachen;52062;2016;Ein kurzer Satz darüber, was hier geschieht."; done
        echo 'm;Münster;Münster;48143;2026;'
    } >"$work/ws/projects.csv"
}
check_folder() {
    node "$source/tests/npm/check-pages.mjs" "$work/out" || fail "html-validate: $1"
    node - "$work/out" "$2" "$3" "$4" <<'JS' || fail "pages and links: $1"
const fs = require("fs"), path = require("path"), [, , out, projects, sheets, homes] = process.argv, portal = "https://www.example.org/karte/";
const wrong = [], pages = fs.readdirSync(out, { recursive: true }).filter(name => name.endsWith(".html"));
const text = Object.fromEntries(pages.map(name => [name, fs.readFileSync(path.join(out, name), "utf8")]));
const ids = Object.fromEntries(pages.map(name => [name, new Set([...text[name].matchAll(/ id="([^"]*)"/g)].map(m => m[1]))]));
const follow = (from, link) => {
    const [file, fragment] = link.replaceAll("&amp;", "&").split("#");
    const [address] = file.split("?");
    const target = address === "" ? from : address.startsWith(portal) ? address.slice(portal.length) : path.join(path.dirname(from), address);
    const page = target === "" || target.endsWith("/") ? target + "index.html" : target;
    if (!fs.existsSync(path.join(out, page))) wrong.push(`${from}: ${link}: no such file`);
    else if (fragment && !ids[page]?.has(decodeURIComponent(fragment))) wrong.push(`${from}: ${link}: no such place`);
};
for (const name of pages) {
    if (text[name].length > 300000) wrong.push(`${name}: ${text[name].length} bytes`);
    if (name !== "404.html")
        for (const [, link] of text[name].matchAll(/ href="([^"]*)"/g)) if (!/^https?:/.test(link) || link.startsWith(portal)) follow(name, link);
}
for (const [, link] of fs.readFileSync(`${out}/feed.xml`, "utf8").matchAll(/<link rel="alternate"[^>]* href="([^"]*)"/g)) follow("feed.xml", link);
for (const [, link] of fs.readFileSync(`${out}/sitemap.xml`, "utf8").matchAll(/<loc>([^<]*)</g)) follow("sitemap.xml", link);
for (const home of homes.split(" ")) {
    const listed = pages.filter(name => name.startsWith(`${home}region/`)).flatMap(name => [...ids[name]].filter(id => id.startsWith("p-")));
    if (listed.length !== Number(projects) || new Set(listed).size !== listed.length) wrong.push(`${home}: ${listed.length} projects listed`);
    const aachen = pages.filter(name => new RegExp(`^${home}region/region-aachen(-\\d+)?\\.html$`).test(name));
    if (aachen.length !== Number(sheets)) wrong.push(`${home}: ${aachen.length} sheets`);
}
// the script counts places in the index as the pages do
const index = JSON.parse(fs.readFileSync(`${out}/data/projects.index.json`)), column = name => index.columns.indexOf(name), seen = {};
for (const row of index.rows) {
    const region = row[column("region")], name = row[column("page")] ?? row[column("id")], place = (seen[region] = (seen[region] ?? -1) + 1), sheet = Math.floor(place / index.sheet) + 1;
    const page = `region/${region}${sheet > 1 ? `-${sheet}` : ""}.html`;
    if (!ids[page]?.has(`p-${name}`)) wrong.push(`${name} is not on ${page}`);
}
for (const line of wrong.slice(0, 20)) console.log(line);
process.exit(wrong.length > 0 ? 1 : 0);
JS
}
workspace 401 page 'de;en;ar;leicht'
expect_code 0 "$program" build "$work/ws" -o "$work/out" --quiet
check_folder "401 projects without pages" 402 3 " en/ ar/ leicht/"
workspace 200 'page;project_pages' de
expect_code 0 "$program" build "$work/ws" -o "$work/out" --quiet
check_folder "200 projects with pages" 201 1 ""
finish
