// expression-peer.mjs — one question about an expression, answered by the MapLibre style specification's package.   [tests]
//
// answer(question) takes what `ideenkarte style eval --batch` takes and gives {value}, {error} or {fault}, values in
// the form that program prints.

import * as spec from "@maplibre/maplibre-gl-style-spec";

const TYPES = {
    number: { type: "number" },
    string: { type: "enum" }, // "string" would convert, and no property has that type
    boolean: { type: "boolean" },
    color: { type: "color" },
    formatted: { type: "formatted" },
    resolvedImage: { type: "resolvedImage" },
    padding: { type: "padding" },
    variableAnchorOffsetCollection: { type: "variableAnchorOffsetCollection" },
};
const EXTENT = 8192;

export function propertySpec(name) {
    for (const [group, properties] of Object.entries(spec.latest))
        if (/^(layout|paint)_/.test(group) && properties[name]) return properties[name];
    return null;
}

// In tile units of the tile of zoom 14 that holds the first position: about 0.2 mm.
function feature(json) {
    if (!json) return undefined;
    const kind = json.geometry?.type ?? "Unknown";
    const out = { type: kind.replace("Multi", ""), properties: json.properties ?? {} };
    if (json.id !== undefined) out.id = json.id;
    if (!json.geometry) return { feature: out };
    const world = 2 ** 14 * EXTENT;
    const mercator = ([lon, lat]) => ({
        x: ((180 + lon) / 360) * world,
        y: ((180 - (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))) / 360) * world,
    });
    const depth = { Point: 0, MultiPoint: 1, LineString: 1, MultiLineString: 2, Polygon: 2, MultiPolygon: 3 }[kind];
    let parts = json.geometry.coordinates;
    for (let d = depth; d < 2; d++) parts = [parts];
    for (let d = depth; d > 2; d--) parts = parts.flat();
    const rings = parts.map((ring) => ring.map(mercator));
    const canonical = { z: 14, x: Math.floor(rings[0][0].x / EXTENT), y: Math.floor(rings[0][0].y / EXTENT) };
    out.geometry = rings.map((r) => r.map((p) => ({ x: p.x - canonical.x * EXTENT, y: p.y - canonical.y * EXTENT })));
    return { feature: out, canonical };
}

export function plain(value) {
    if (value === undefined) return null;
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    if (value instanceof spec.Color || value instanceof spec.ResolvedImage) return value.toString();
    if (value instanceof spec.Padding || value instanceof spec.VariableAnchorOffsetCollection) return value.values;
    if (value instanceof spec.Formatted)
        return value.sections.map((s) => ({
            text: s.text,
            image: s.image ? s.image.name : null,
            scale: s.scale ?? 1,
            fonts: s.fontStack,
            color: s.textColor ? s.textColor.toString() : null,
            "vertical-align": s.verticalAlign ?? "bottom",
        }));
    if (Array.isArray(value)) return value.map(plain);
    if (value && typeof value === "object")
        return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
    return value;
}

function resolveTokens(name, value, properties) {
    if (!propertySpec(name)?.tokens || value === null || value === undefined) return value;
    const text = value.toString().replace(/{([^{}]+)}/g, (_, key) => (key in properties ? String(properties[key]) : ""));
    return name === "text-field" ? spec.Formatted.fromString(text) : spec.ResolvedImage.fromString(text);
}

// What a style of one layer says about the value of a property, and its filter.
function validate(question) {
    const { expect, expression } = question;
    const group = Object.keys(spec.latest).find((g) => /^(layout|paint)_/.test(g) && spec.latest[g][expect]);
    const [part, type] = group ? group.split("_") : [null, "symbol"];
    const source = type === "raster" ? { type: "raster" } : { type: "geojson", data: {}, lineMetrics: true };
    const layer = { id: "l", type };
    if (type !== "background") layer.source = "s";
    if (part) layer[part] = { [expect]: expression };
    else layer.filter = expression;
    const style = { version: 8, glyphs: "{fontstack}/{range}", sources: { s: source }, layers: [layer] };
    return spec.validateStyleMin(style).filter((e) => e.severity !== "warning" && !/glyphs|sprite/.test(e.message));
}

// What the package throws while it compiles is an error of the expression.
function compiled(make) {
    try {
        return make();
    } catch (e) {
        return { error: e.message };
    }
}

function evaluateProperty(question, globals, made) {
    const key = question.expect;
    const faults = validate(question);
    if (faults.length > 0) return { error: faults[0].message };
    if (key === "filter") {
        const made2 = compiled(() => spec.featureFilter(question.expression, "filter"));
        if (made2.error) return made2;
        let warned = null;
        const warn = console.warn;
        console.warn = (text) => (warned = text);
        const value = made2.filter(globals, made?.feature, made?.canonical);
        console.warn = warn;
        return warned ? { fault: warned } : { value };
    }
    const property = spec.normalizePropertyExpression(question.expression, "p", propertySpec(key));
    const evaluate = property._styleExpression ?? property;
    const value = evaluate.evaluateWithoutErrorHandling
        ? evaluate.evaluateWithoutErrorHandling(globals, made?.feature, {}, made?.canonical, [])
        : property.evaluate(globals, made?.feature, {}, made?.canonical, []);
    const isPlain = !Array.isArray(question.expression) && question.expression?.property === undefined;
    const known = propertySpec(key).type === "formatted" && typeof value === "string" ? spec.Formatted.fromString(value) : value;
    return { value: plain(isPlain ? resolveTokens(key, known, made?.feature.properties ?? {}) : known) };
}

export function answer(question) {
    const globals = { zoom: question.zoom ?? 0 };
    const made = feature(question.feature);
    const { expect } = question;
    try {
        if (expect === "filter" || (expect && propertySpec(expect))) return evaluateProperty(question, globals, made);
        const array = /^array(?:<(\w+)(?:, (\d+))?>)?$/.exec(expect ?? "");
        const type = array ? { type: "array", value: array[1], length: array[2] && Number(array[2]) } : TYPES[expect];
        const made2 = compiled(() => spec.createExpression(question.expression, "e", type));
        if (made2.error) return made2;
        if (made2.result === "error") return { error: made2.value[0].message, path: made2.value[0].key };
        const value = made2.value.evaluateWithoutErrorHandling(globals, made?.feature, {}, made?.canonical, []);
        return { value: plain(value) };
    } catch (e) {
        return { fault: e.message };
    }
}

// ---- comparing

const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]\d+)?/g;

// The same but for the last digits of numbers; channels of colours are rounded to whole numbers when they are written.
function sameText(a, b) {
    if (a === b) return true;
    if (a.replace(NUMBER, "#") !== b.replace(NUMBER, "#")) return false;
    const step = a.startsWith("rgba(") ? 1 : 0;
    const numbers = b.match(NUMBER) ?? [];
    return (a.match(NUMBER) ?? []).every((text, i) => {
        const [x, y] = [Number(text), Number(numbers[i])];
        return Math.abs(x - y) <= Math.max(i < 3 ? step : 0, 1e-9 * Math.abs(x), 1e-12);
    });
}

export function same(a, b) {
    // the package solves Bézier curves to a millionth
    if (typeof a === "number" && typeof b === "number")
        return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
    if (typeof a === "string" && typeof b === "string") return sameText(a, b);
    if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((v, i) => same(v, b[i]));
    if (a && b && typeof a === "object" && typeof b === "object") {
        const keys = Object.keys(a);
        return keys.length === Object.keys(b).length && keys.every((k) => k in b && same(a[k], b[k]));
    }
    return a === b;
}

export const outcome = (given) => ("value" in given ? "value" : "error" in given ? "error" : "fault");
