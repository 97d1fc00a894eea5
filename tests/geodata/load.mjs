/* load.mjs — reads the built-in geodata for the tests.
 *
 * Shares no code with the derivation, so that an error there cannot hide itself here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const FILES = ['municipalities.geojson', 'municipalities.csv', 'districts.csv', 'regions.csv', 'region_members.csv',
  'postcodes.csv', 'attribution.csv'];

function split_line(line) {
  const cells = [''];
  let quoted = false;
  for (const c of line) {
    if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) cells.push('');
    else cells[cells.length - 1] += c;
  }
  return cells;
}

/* Rows as objects. No cell of these tables holds a quote or a line break. */
function to_rows(text) {
  const [header, ...lines] = text.split('\n').filter((line) => line !== '').map(split_line);
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]])));
}

function to_micro(degrees) {
  const micro = Math.round(degrees * 1e6);
  if (Math.abs(degrees * 1e6 - micro) > 1e-4) throw new Error(`${degrees}: more than 6 decimals`);
  return micro;
}

/* AGS to polygons of rings of positions, each two integers of 1e-6 degrees. */
function to_shapes(collection) {
  const to_ring = (ring) => ring.map(([lon, lat]) => [to_micro(lon), to_micro(lat)]);
  return new Map(collection.features.map(({ id, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return [id, polygons.map((rings) => rings.map(to_ring))];
  }));
}

/* The texts of FILES, read from a folder. */
export function read_texts(folder) {
  return Object.fromEntries(FILES.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/* What the checks look at: `texts`, the parsed `collection`, its `shapes`, and a table a CSV file. */
export function to_data(texts) {
  const collection = JSON.parse(texts['municipalities.geojson']);
  const data = { texts, collection, shapes: to_shapes(collection) };
  for (const name of FILES.filter((file) => file.endsWith('.csv'))) data[name.replace('.csv', '')] = to_rows(texts[name]);
  return data;
}
