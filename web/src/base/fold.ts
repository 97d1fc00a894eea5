// fold.ts — how text is compared: without case, accents, umlauts and punctuation.

const SPECIAL: Record<string, string> = {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', 'ـ': ''};
const SPECIAL_ANY = new RegExp(`[${Object.keys(SPECIAL).join('')}]`, 'gu');

/** "Straße am Köln-Deutzer Tor" → "strasse am koln deutzer tor". */
export function fold(text: string): string {
    return text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(SPECIAL_ANY, (letter) => SPECIAL[letter] ?? letter)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}

/** For those who type "Duesseldorf" on a keyboard without umlauts: of folded text. "duesseldorf" → "dusseldorf". */
export function squeeze(folded: string): string {
    return folded.replace(/([aou])e/g, '$1');
}

/** How well folded `name` fits folded `query`: 0 begins with it, 1 a word does, 2 holds it, -1 does not. */
export function rank(name: string, query: string): number {
    const best = rankPlainly(name, query);
    if (best >= 0) return best;
    const squeezed = squeeze(query);
    return squeezed === '' ? -1 : rankPlainly(squeeze(name), squeezed);
}

function rankPlainly(name: string, query: string): number {
    const at = name.indexOf(query);
    if (at < 0) return -1;
    if (at === 0) return 0;
    return name.includes(` ${query}`) ? 1 : 2;
}
