// check.mjs FOLDER — reads every page, feed and data file of a published folder as a browser would.
//
// A page may hold the elements and attributes listed here and no others; its links lead to files of the folder or to
// https; what a project is called stands there as text, letter by letter. Prints what is wrong and ends with 1.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { attacks } from "./attacks.mjs";

const require = createRequire(new URL("../../npm/package.json", import.meta.url));
const { parse } = await import(require.resolve("parse5"));

const out = path.resolve(process.argv[2]);
const elements = new Set(("html head meta title link script body a header div p nav ul ol li h1 h2 h3 h4 main aside section " +
    "figure picture source img figcaption span dl dt dd table caption thead tbody tfoot tr th td time bdi article footer small br " +
    "em strong").split(" "));
const attributes = new Set(("lang dir data-root data-language charset http-equiv content name property rel href type src " +
    "hreflang class id aria-label aria-labelledby aria-describedby aria-current tabindex role hidden scope datetime alt " +
    "width height srcset sizes media fetchpriority loading data-id data-region data-themes data-flags data-bounds data-picture-bounds data-style data-raster " +
    "data-raster-zoom data-archive data-records as crossorigin").split(" "));
const unwanted = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFDD0-\uFDEF\uFFFE\uFFFF]/u;

let wrong = 0, pages = 0;
const complain = (file, text) => {
    if (wrong++ < 40)
        console.log(`${path.relative(out, file)}: ${text.slice(0, 200)}`);
};

function* walk(node) {
    yield node;
    for (const child of node.childNodes ?? [])
        yield* walk(child);
}
const textOf = node => [...walk(node)].filter(n => n.nodeName === "#text").map(n => n.value).join("");
const get = (node, name) => node.attrs?.find(a => a.name === name)?.value;

// What is left of a text of strangers in one line.
const clean = text => text.replace(/[\s\u0085\u001C-\u001F\u2028\u2029]+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\p{Co}]/gu, "").replace(/[\p{Cf}]/gu, c => "\u200C\u200D".includes(c) ? c : "")
    .replace(/[\uFDD0-\uFDEF\uFFFE\uFFFF]/gu, "").replace(/ +/g, " ").trim().normalize("NFC");

function checkLink(file, address, root) {
    if (/^https:\/\/[^\s"'<>\\@]+$/.test(address) || address === "")
        return;
    if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("//"))
        return complain(file, `leads to ${address}`);
    const [target] = address.split(/[?#]/);
    if (target === "")
        return;
    const fromRoot = root && target.startsWith(root);
    const there = path.resolve(fromRoot ? out : path.dirname(file), decodeURI(fromRoot ? target.slice(root.length) : target));
    if (!there.startsWith(out + path.sep) || !fs.existsSync(there))
        if (!there.endsWith("assets/app.css"))
            complain(file, `leads to ${address}, which is not there`);
}

function checkScript(file, node) {
    const type = get(node, "type"), text = textOf(node);
    if (type === "module" && /^[./]*assets\/app\.js$/.test(get(node, "src")) && text === "")
        return;
    if (type !== "application/ld+json" || node.parentNode.nodeName !== "head")
        return complain(file, `a script: ${text}`);
    const data = JSON.parse(text);
    if (data["@context"] !== "https://schema.org" || !Array.isArray(data["@graph"]) || /[<>&]/.test(text))
        complain(file, "JSON-LD");
    const walkValues = value => {
        if (typeof value === "string" && (unwanted.test(value) || /^\s*(javascript|data|vbscript):/i.test(value)) &&
            value !== clean(value))
            complain(file, `JSON-LD: ${value}`);
        if (typeof value === "object" && value)
            for (const [key, inner] of Object.entries(value)) {
                if (["url", "image", "item", "mainEntityOfPage"].includes(key) && !/^https:\/\//.test(inner))
                    complain(file, `JSON-LD: ${key} ${inner}`);
                walkValues(inner);
            }
    };
    walkValues(data);
}

function checkPage(file) {
    const html = fs.readFileSync(file, "utf8"), errors = [];
    const document = parse(html, { onParseError: error => errors.push(error) });
    const root = path.basename(file) === "404.html" ? "/karte/" : null, ids = new Set();
    if (errors.length)
        complain(file, `${errors[0].code} at ${html.slice(errors[0].startOffset - 40, errors[0].startOffset + 40)}`);
    if (html.length !== Buffer.from(html, "utf8").toString("utf8").length || html.includes("\uFFFD\uFFFD\uFFFD"))
        complain(file, "no UTF-8");
    if (unwanted.test(html))
        complain(file, `holds ${html.match(unwanted)[0].codePointAt(0).toString(16)}`);
    for (const node of walk(document)) {
        if (node.nodeName === "#comment")
            complain(file, `a comment: ${node.data}`);
        if (!node.tagName)
            continue;
        if (!elements.has(node.tagName) || node.namespaceURI !== "http://www.w3.org/1999/xhtml")
            complain(file, `<${node.tagName}>`);
        for (const { name, value } of node.attrs) {
            if (!attributes.has(name))
                complain(file, `<${node.tagName} ${name}=${value}>`);
            if (name === "href")
                checkLink(file, value, root);
            if (name === "src")
                checkLink(file, value.startsWith("https:") ? "foreign:" : value, root);
            if (name === "id" && (ids.has(value) || /\s/.test(value) || ids.add(value) === null))
                complain(file, `id ${value}`);
        }
        if (node.tagName === "script")
            checkScript(file, node);
    }
    return document;
}

// The page of a project bears its title, letter by letter, in every language.
function checkTitle(file, document) {
    const n = /angriff-(\d+)\.html$/.exec(file)?.[1];
    if (n === undefined)
        return;
    const heading = [...walk(document)].find(node => node.tagName === "h1");
    if (textOf(heading) !== clean(attacks[n]))
        complain(file, `the title is ${textOf(heading)}, not ${clean(attacks[n])}`);
}

for (const entry of fs.readdirSync(out, { recursive: true })) {
    const file = path.join(out, entry);
    if (file.endsWith(".html")) {
        pages++;
        checkTitle(file, checkPage(file));
    } else if (/\.(geo)?json$/.test(file)) {
        const text = fs.readFileSync(file, "utf8");
        JSON.parse(text);
        if (/^data\/project/.test(entry) && /[<>&]/.test(text))
            complain(file, "markup that is not escaped");
    }
}
const titles = new Set(JSON.parse(fs.readFileSync(path.join(out, "data/projects.index.json"))).rows.map(row => row[1]));
attacks.forEach((attack, n) => {
    if (!titles.has(clean(attack)))
        complain(out, `attack ${n} is not in the index: ${clean(attack)}`);
});
console.log(`${pages} pages, ${attacks.length} attacks, ${wrong} faults`);
process.exit(wrong > 0 || pages < attacks.length * 8 ? 1 : 0);
