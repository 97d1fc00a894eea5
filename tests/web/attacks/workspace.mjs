// workspace.mjs FOLDER — writes a workspace in which every field of projects and events is an attack.
//
// Attack number N is project N in the places of three regions, with the attack as title, body, summary, text, theme,
// links, picture, contact and dates; project N + 1000 has it as its id. Events likewise.
import fs from "node:fs";
import path from "node:path";
import { attacks } from "./attacks.mjs";

const folder = process.argv[2];
const cell = text => `"${text.replaceAll('"', '""')}"`;
const row = cells => cells.map(cell).join(";") + "\n";
const places = [["44135", "Dortmund"], ["48143", "Münster"], ["52062", "Aachen"]];

const conf = `[map]
title = Titel <b>fett</b> "quer" & 'mehr'
subtitle = </title><script>attacked()</script>
notice = <img src=x onerror=attacked()>
operator = <svg onload=attacked()>
languages = de;en;ar;leicht
portal_url = https://www.example.org/karte/
[tiles]
zoom = 5-6
`;
let projects = row(["id", "titel", "organisation", "strasse", "hausnummer", "plz", "ort", "themen", "kurztext", "text",
    "website", "bild", "video", "kontakt", "beginn", "ende", "eigene Spalte"]);
let events = row(["id", "titel", "datum", "ort", "strasse", "plz", "stadt", "region", "beschreibung", "quelle"]);
attacks.forEach((attack, n) => {
    const [postcode, town] = places[n % places.length];
    projects += row([`angriff-${n}`, attack, `${attack}.`, "", "", postcode, town, `${attack}|praktikum`, attack, attack,
        attack, attack, attack, attack, attack, attack, attack]);
    projects += row([attack.slice(0, 40), `Kennung ${n}`, "", "", "", postcode, town, "", "", `Text **${n}**`,
        "https://www.example.org/", "", "", "", "2024-05", "", ""]);
    events += row([`e-${n}`, attack, n % 2 ? "2024-05-01" : attack, attack, attack, postcode, town, "muensterland", attack,
        attack]);
});
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(path.join(folder, "ideenkarte.conf"), conf);
fs.writeFileSync(path.join(folder, "projects.csv"), projects);
fs.writeFileSync(path.join(folder, "events.csv"), events);
