// texts.ts — every word that the script shows, from assets/texts.<language>.json.

import {fetchJson, language, locale} from './page.ts';

let texts: Record<string, string> = {};

export async function loadTexts(): Promise<void> {
    texts = await fetchJson<Record<string, string>>(`assets/texts.${language}.json`);
}

export function hasText(key: string): boolean {
    return texts[key] !== undefined;
}

/** The text of `key` with {placeholders} filled in. A key without text shows itself: a fault to be seen. */
export function t(key: string, values: Record<string, string | number> = {}): string {
    return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        return value === undefined ? whole : typeof value === 'number' ? number(value) : value;
    });
}

/** `key`_one for 1, `key` else; {count} is filled in. */
export function counted(key: string, count: number, values: Record<string, string | number> = {}): string {
    const one = `${key}_one`;
    return t(count === 1 && hasText(one) ? one : key, {...values, count});
}

export function number(value: number): string {
    return new Intl.NumberFormat(locale).format(value);
}

/** "850 m", "3,4 km", "27 km". */
export function spokenDistance(metres: number): string {
    const far = metres >= 1000;
    const value = far ? metres / 1000 : Math.round(metres / 50) * 50;
    const format = new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: far ? 'kilometer' : 'meter',
        maximumFractionDigits: far && value < 10 ? 1 : 0,
    });
    return format.format(value);
}

/** A date as far as it is known: "2016", "2016-10", "2016-10-20". Other text is returned as it is. */
export function spokenDate(date: string): string {
    const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
    if (!match) return date;
    const [, year, month, day] = match;
    const options: Intl.DateTimeFormatOptions = {
        year: 'numeric',
        timeZone: 'UTC',
        ...(month && {month: 'long'}),
        ...(day && {day: 'numeric'}),
    };
    return new Intl.DateTimeFormat(locale, options).format(
        Date.UTC(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1),
    );
}
