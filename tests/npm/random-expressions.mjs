// random-expressions.mjs — expressions made up at random, most of them well typed.   [tests]
//
// randomQuestion(seed, feature): always the same for the same seed.

function generator(seed) {
    let state = seed >>> 0;
    return () => {
        // mulberry32
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

class Maker {
    constructor(seed) {
        this.next = generator(seed);
        this.variables = [];
    }
    below(n) {
        return Math.floor(this.next() * n);
    }
    pick(...choices) {
        return choices[this.below(choices.length)];
    }
    times(least, most, make) {
        return Array.from({ length: least + this.below(most - least + 1) }, make);
    }

    // One in forty values has another type than asked for.
    any(type, depth) {
        if (this.below(40) === 0) type = this.pick("number", "string", "boolean", "color", "array", "value");
        const known = this.variables.filter((v) => v.type === type);
        if (known.length > 0 && this.below(4) === 0) return ["var", this.pick(...known).name];
        if (depth <= 0) return this.leaf(type);
        if (this.below(8) === 0) return this.choice(type, depth);
        return this[type](depth - 1);
    }
    leaf(type) {
        switch (type) {
            case "number": return this.pick(0, 1, 2, 5, -3, 0.5, 100, 1e6, ["zoom"], ["get", "population"], ["get", "tint"]);
            case "string": return this.pick("", "a", "Köln", "Straße", "b,c", "10", ["get", "name"], ["geometry-type"]);
            case "boolean": return this.pick(true, false, ["has", "name"], ["has", "none"], ["get", "is_city"]);
            case "color": return this.pick("red", "#00f8", "hsl(120, 50%, 50%)", ["rgb", 10, 20, 30], ["get", "color"]);
            case "array": return this.pick(["literal", [1, 2, 3]], ["literal", ["a", "b"]], ["literal", []], ["get", "list"]);
            default: return this.pick(null, ["get", "none"], ["get", "nothing"], ["id"], ["get", "name"], ["get", "deep"], 4);
        }
    }
    choice(type, depth) {
        const d = depth - 1;
        switch (this.below(5)) {
            case 0: return ["case", this.any("boolean", d), this.any(type, d), this.any(type, d)];
            case 1: return ["match", this.any("string", d), "Köln", this.any(type, d), ["a", "b"], this.any(type, d), this.any(type, d)];
            case 2: return ["coalesce", ...this.times(1, 3, () => this.any(type, d))];
            case 3: return ["step", this.any("number", d), this.any(type, d), 1, this.any(type, d), 10, this.any(type, d)];
            default: return this.bind(type, d);
        }
    }
    bind(type, depth) {
        const name = `v${this.variables.length}`, kind = this.pick("number", "string", "boolean");
        const value = this.any(kind, depth);
        this.variables.push({ name, type: kind });
        const result = this.any(type, depth);
        this.variables.pop();
        return ["let", name, value, result];
    }
    number(d) {
        const n = () => this.any("number", d);
        switch (this.below(9)) {
            case 0: return [this.pick("+", "*", "min", "max"), ...this.times(1, 3, n)];
            case 1: return [this.pick("-", "/", "%"), n(), n()];
            case 2: return [this.pick("abs", "ceil", "floor", "round", "sqrt", "sin", "cos", "atan", "-"), n()];
            case 3: return ["length", this.any(this.pick("string", "array"), d)];
            case 4: return ["to-number", ...this.times(1, 2, () => this.any(this.pick("string", "boolean"), d))];
            case 5: return ["index-of", this.any(this.pick("string", "number"), d), this.any(this.pick("string", "array"), d)];
            case 6: return ["number", this.any("value", d), n()];
            case 7: return ["interpolate", this.curve(), n(), 0, n(), 5, n(), 100, n()];
            default: return ["at", this.pick(0, 1, 2), this.any("array", d)];
        }
    }
    curve() {
        return this.pick(["linear"], ["exponential", 1.5], ["exponential", 2]);
    }
    string(d) {
        const s = () => this.any("string", d);
        switch (this.below(8)) {
            case 0: return ["concat", ...this.times(0, 3, () => this.any(this.pick("string", "number", "boolean", "value"), d))];
            case 1: return [this.pick("upcase", "downcase"), s()];
            case 2: return ["slice", s(), this.pick(0, 1, -2), this.pick(2, 3, -1)];
            case 3: return ["to-string", this.any(this.pick("number", "boolean", "color", "array", "value"), d)];
            case 4: return ["typeof", this.any(this.pick("number", "string", "color", "array", "value"), d)];
            case 5: return ["join", ["split", s(), this.pick(",", "", "a")], this.pick("-", "")];
            case 6: return ["string", this.any("value", d), s()];
            default: return ["number-format", this.any("number", d), { locale: this.pick("de", "en"), "max-fraction-digits": this.pick(0, 2) }];
        }
    }
    boolean(d) {
        const b = () => this.any("boolean", d), type = this.pick("number", "string");
        switch (this.below(6)) {
            case 0: return [this.pick("all", "any"), ...this.times(0, 3, b)];
            case 1: return ["!", b()];
            case 2: return [this.pick("==", "!=", "<", "<=", ">", ">="), this.any(type, d), this.any(type, d)];
            case 3: return ["in", this.any(type, d), this.any(this.pick("string", "array"), d)];
            case 4: return ["to-boolean", this.any(this.pick("string", "number", "value", "array"), d)];
            default: return ["boolean", this.any("value", d), b()];
        }
    }
    color(d) {
        const c = () => this.any("color", d);
        switch (this.below(3)) {
            case 0: return [this.pick("interpolate", "interpolate-hcl", "interpolate-lab"), this.curve(), this.any("number", d), 0, c(), 8, c()];
            case 1: return ["to-color", ...this.times(1, 2, c)];
            default: return ["rgba", this.pick(0, 128, 255), this.pick(0, 50), this.pick(255, 300), this.pick(0.5, 1)];
        }
    }
    array(d) {
        switch (this.below(4)) {
            case 0: return ["slice", this.any("array", d), this.pick(0, 1, -1)];
            case 1: return ["split", this.any("string", d), ","];
            case 2: return ["array", this.pick("number", "string"), this.any("array", d)];
            default: return ["literal", this.times(0, 3, () => this.pick(1, 2.5, "a", true, null))];
        }
    }
    value(d) {
        return this.pick(() => ["get", "a", ["get", "deep"]], () => ["at", this.pick(0, 1), ["get", "list"]],
                         () => this.any(this.pick("number", "string", "boolean"), d))();
    }
}

export function randomQuestion(seed, feature) {
    const maker = new Maker(seed);
    const type = maker.pick("number", "string", "boolean", "color", "array", "value");
    const expression = maker.any(type, 1 + maker.below(4));
    const expect = maker.pick(undefined, type === "array" || type === "value" ? undefined : type, "formatted");
    return { expression, expect, zoom: maker.pick(0, 3.5, 7, 12), feature };
}
