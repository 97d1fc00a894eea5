/* text.mjs — CSV tables and the comparison of place names.
 *
 * Tables: UTF-8, comma, header line, LF; a cell is quoted only if it must be.
 */

/* Orders texts by code unit, so that no locale reaches a file. */
export function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function to_cell(value) {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/* Writes the named columns of `rows`; a missing value is a bug and throws. */
export function to_csv(columns, rows) {
  const lines = rows.map((row) =>
    columns
      .map((column) => {
        if (row[column] === undefined) throw new Error(`${JSON.stringify(row)}: no ${column}`);
        return to_cell(row[column]);
      })
      .join(','),
  );
  return [columns.join(','), ...lines].join('\n') + '\n';
}

/* Reads a table as objects keyed by the header. No line breaks inside cells. */
export function parse_csv(text) {
  const [header, ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g);
      return Array.from(cells, ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
    });
  return rows.map((cells) => {
    if (cells.length !== header.length) throw new Error(`"${cells}": expected ${header.length} cells`);
    return Object.fromEntries(header.map((name, i) => [name, cells[i]]));
  });
}

/* A place name without case, accents, punctuation and the e of ae, oe, ue:
 * "Zülpich", "Zuelpich" and "Zulpich" become one. */
export function fold(name) {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z]/g, '')
    .replace(/([aou])e/g, '$1');
}

/* "Wetter (Ruhr)" and "Fröndenberg/Ruhr" without what tells them from namesakes. */
export function short_name(name) {
  return name.replace(/ \(.*\)$|\/.*$/, '');
}
