// dark_colors.ts — the colours of a light style sheet for dark surroundings: light and dark change
// places, hues stay, so that one sheet serves both and regions keep their colours.

type Rgb = [number, number, number];

/** A style value with every colour in it turned; what is no colour stays. */
export function darken<T>(value: T): T {
    if (typeof value === 'string') return darkenColor(value) as T;
    if (Array.isArray(value)) return value.map(darken) as T;
    if (value !== null && typeof value === 'object')
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, darken(inner)])) as T;
    return value;
}

/** "#b9cfe8" → a dark blue; "rgba(255, 255, 255, 0.85)" keeps its opacity. */
export function darkenColor(text: string): string {
    const color = parse(text);
    if (!color) return text;
    const [h, s, l] = toHsl(color.rgb);
    // Full white becomes a deep blue grey, black nearly white; pale fills keep a hint of their hue.
    const lightness = 0.93 - 0.8 * l;
    const saturation = l > 0.6 ? Math.min(0.26, s * 0.5) : s * 0.7;
    // Greys become those of the dark page.
    const isGrey = s < 0.15;
    const [r, g, b] = fromHsl(isGrey ? 205 : h, isGrey ? 0.16 : saturation, lightness);
    return `rgba(${r}, ${g}, ${b}, ${color.alpha})`;
}

function parse(text: string): {rgb: Rgb; alpha: number} | undefined {
    const hex = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
    if (hex) {
        const n = parseInt(hex, 16);
        return {rgb: [n >> 16, (n >> 8) & 255, n & 255], alpha: 1};
    }
    const parts = /^rgba?\(([^)]*)\)$/i.exec(text)?.[1]?.split(',').map(Number);
    if (!parts || parts.length < 3 || parts.some(Number.isNaN)) return undefined;
    return {rgb: parts.slice(0, 3) as Rgb, alpha: parts[3] ?? 1};
}

function toHsl([r, g, b]: Rgb): [number, number, number] {
    const max = Math.max(r, g, b) / 255;
    const min = Math.min(r, g, b) / 255;
    const l = (max + min) / 2;
    const d = max - min;
    if (d === 0) return [0, 0, l];
    const s = d / (1 - Math.abs(2 * l - 1));
    const [red, green, blue] = [r / 255, g / 255, b / 255];
    const h = max === red ? ((green - blue) / d + 6) % 6 : max === green ? (blue - red) / d + 2 : (red - green) / d + 4;
    return [h * 60, s, l];
}

function fromHsl(h: number, s: number, l: number): Rgb {
    const channel = (n: number) => {
        const k = (n + h / 30) % 12;
        return Math.round(255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
    };
    return [channel(0), channel(8), channel(4)];
}
