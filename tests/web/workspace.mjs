// workspace.mjs — workspaces for the tests: some projects that have all that a project can have, and
// many of them for the figures. The same number gives the same files.

import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import * as zlib from 'node:zlib';

const THEMES = ['coaching', 'everyday_life', 'internship', 'language', 'recognition', 'training', 'volunteering', 'work'];
const HEADER = 'id;titel;organisation;plz;ort;lon;lat;themen;kurztext;text;website;bild;video;beginn;ende';

const CONFIGURATION = `[map]
title = Landkarte der guten Ideen
title_en = Map of good ideas
title_ar = خريطة الأفكار الجيدة
subtitle = Projekte in Nordrhein-Westfalen
operator = Testbetreiber
languages = de;en;ar;leicht
[tiles]
zoom = 5-9
vector_zoom = 0-11
styles = regions
archives = folder
[output]
write = tiles;geojson;page;project_pages
[projects]
file = projects.csv
[events]
file = events.csv
`;

/** Three projects in full: with photo, video and story; known to its street; known to its town alone. */
export function writeSmall(folder) {
    mkdirSync(path.join(folder, 'images'), {recursive: true});
    writeFileSync(path.join(folder, 'images/werkstatt.png'), picture(960, 640));
    write(folder, [
        'werkstatt;Werkstatt der Sprachen;Verein Brücke e. V.;58452;Witten;7.3353;51.4436;language|work;' +
            'Wer Deutsch lernt, baut nebenbei Fahrräder.;"Montags und **donnerstags** in der Werkstatt.\n\nJeder ist willkommen.";' +
            'https://www.example.org/werkstatt;werkstatt.png;https://video.example.org/watch?v=1;2015-03;',
        'lehrstelle;Lehrstelle gefunden;Handwerk Köln;50667;Köln;6.9583;50.9413;training|internship;Der Weg in die Lehre.;;;;;2014;2016',
        'begegnung;Begegnung im Stadtteil;Nachbarschaftshaus;33602;Bielefeld;;;volunteering;Kochen, reden, helfen.;;;;;;',
    ]);
}

/** `count` projects spread around `towns` ({name, lon, lat}); more than 10,000 without a page for each. */
export function writeLarge(folder, count, towns) {
    const random = generator(20161);
    const rows = [];
    for (let i = 0; i < count; i++) {
        const town = towns[Math.floor(random() ** 2 * towns.length)];
        const lon = (town.lon + (random() - 0.5) * 0.01).toFixed(6);
        const lat = (town.lat + (random() - 0.5) * 0.006).toFixed(6);
        const first = Math.floor(random() * THEMES.length);
        const themes = [THEMES[first], THEMES[(first + 3) % THEMES.length]].join('|');
        const video = i % 10 === 0 ? `https://video.example.org/${i}` : '';
        rows.push(
            `projekt-${i};Gute Idee Nummer ${i} für ${town.name};Verein ${1 + (i % 700)} in ${town.name};;${town.name};${lon};${lat};${themes};` +
                `Ein kurzer Satz darüber, was hier geschieht.;Ein längerer Text.;https://www.example.org/${i};;${video};;`,
        );
    }
    write(folder, rows, count > 10_000 ? (text) => text.replace(';project_pages', '').replace('de;en;ar;leicht', 'de') : undefined);
}

function write(folder, rows, change = (text) => text) {
    mkdirSync(folder, {recursive: true});
    writeFileSync(path.join(folder, 'ideenkarte.conf'), change(CONFIGURATION));
    writeFileSync(path.join(folder, 'projects.csv'), [HEADER, ...rows, ''].join('\n'));
    writeFileSync(
        path.join(folder, 'events.csv'),
        'id;titel;datum;ort;plz;stadt;region;beschreibung\nfest;Fest der Ideen;2016-10-20;Rathaus;44135;Dortmund;;Alle Projekte stellen sich vor.\n',
    );
}

/** Numbers of [0, 1), the same every time. */
function generator(seed) {
    let state = seed;
    return () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
}

/** A PNG of soft colours. */
function picture(width, height) {
    const rows = Buffer.alloc((width * 3 + 1) * height);
    for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
            const at = y * (width * 3 + 1) + 1 + x * 3;
            const inside = Math.hypot(x - width * 0.62, y - height * 0.45) < height * 0.28;
            rows[at] = inside ? 240 : 60 + (150 * y) / height;
            rows[at + 1] = inside ? 190 : 110 + (90 * x) / width;
            rows[at + 2] = inside ? 90 : 140;
        }
    const chunk = (kind, data) => {
        const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
        const frame = Buffer.alloc(8);
        frame.writeUInt32BE(data.length, 0);
        frame.writeUInt32BE(checksum(body), 4);
        return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
    };
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 2, 0, 0, 0], 8);
    return Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        chunk('IHDR', head),
        chunk('IDAT', zlib.deflateSync(rows)),
        chunk('IEND', Buffer.alloc(0)),
    ]);
}

/** CRC of the PNG specification; node has one of its own from version 22. */
function checksum(bytes) {
    if (zlib.crc32) return zlib.crc32(bytes);
    let sum = 0xffffffff;
    for (const byte of bytes) {
        sum ^= byte;
        for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
}
