/* boundaries.mjs — municipalities and districts of NRW out of VG250.
 *
 * A municipality carries `polygons`: polygons of rings of vertices, each vertex two
 * integers in 1e-6 degrees (WGS 84). Rings are closed, exteriors run counter-clockwise
 * (RFC 7946), start at their smallest vertex; the largest polygon comes first.
 */
import { compare } from './text.mjs';

const NRW = '05';
const LAND = 4; // GF 4: land with its subdivision; 1 and 3 are waters, 2 is the whole without subdivision
const PAIRS_PER_LINE = 8;
const MICRO = 1e6;

/* Some entries of the list are FeatureCollections themselves. */
function flatten(list) {
  return list.flatMap((entry) => (entry.type === 'FeatureCollection' ? flatten(entry.features) : [entry]));
}

function select_nrw(list) {
  const features = flatten(list).filter((f) => f.properties.AGS.startsWith(NRW));
  for (const { properties } of features) {
    if (properties.GF !== LAND) throw new Error(`${properties.AGS} ${properties.GEN}: GF ${properties.GF}, expected ${LAND}`);
  }
  features.sort((a, b) => compare(a.properties.AGS, b.properties.AGS));
  features.forEach(({ properties }, i) => {
    if (i > 0 && features[i - 1].properties.AGS === properties.AGS) throw new Error(`${properties.AGS}: more than one feature`);
  });
  return features;
}

/* Twice the area of a closed ring in (1e-6 degrees)^2; positive if counter-clockwise. Exact:
 * relative to the first vertex every product stays far below 2^53. */
export function doubled_area(ring) {
  const [ox, oy] = ring[0];
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    sum += (ring[i][0] - ox) * (ring[i + 1][1] - oy) - (ring[i + 1][0] - ox) * (ring[i][1] - oy);
  }
  return sum;
}

function smallest(ring) {
  let best = 0;
  ring.forEach(([x, y], i) => {
    const [bx, by] = ring[best];
    if (x < bx || (x === bx && y < by)) best = i;
  });
  return best;
}

/* Rounds a ring, drops vertices that became equal to their neighbour, turns it round
 * where needed and lets it start at its smallest vertex. */
function to_ring(positions, counter_clockwise) {
  const rounded = positions.map(([lon, lat]) => [Math.round(lon * MICRO), Math.round(lat * MICRO)]);
  const open = rounded.filter(([x, y], i) => i > 0 && (x !== rounded[i - 1][0] || y !== rounded[i - 1][1]));
  if (doubled_area([...open, open[0]]) > 0 !== counter_clockwise) open.reverse();
  const start = smallest(open);
  return [...open.slice(start), ...open.slice(0, start), open[start]];
}

function to_polygons({ type, coordinates }) {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons
    .map((rings) => rings.map((ring, i) => to_ring(ring, i === 0)))
    .sort((a, b) => doubled_area(b[0]) - doubled_area(a[0]));
}

/* The municipalities of NRW, sorted by AGS. */
export function read_municipalities(list) {
  return select_nrw(list).map(({ properties, geometry }) => ({
    ags: properties.AGS,
    name: properties.GEN,
    kind: properties.BEZ,
    district: properties.AGS.slice(0, 5),
    polygons: to_polygons(geometry),
  }));
}

/* The districts and district-free cities of NRW, sorted by code. */
export function read_districts(list) {
  return select_nrw(list).map(({ properties }) => ({
    code: properties.AGS,
    name: properties.GEN,
    kind: properties.BEZ,
  }));
}

/* 6357136 as "6.357136": no floating point on the way to the file. */
export function to_degrees(micro) {
  const digits = String(Math.abs(micro)).padStart(7, '0');
  return `${micro < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

function write_ring(ring) {
  const pairs = ring.map(([x, y]) => `[${to_degrees(x)},${to_degrees(y)}]`);
  const lines = [];
  for (let i = 0; i < pairs.length; i += PAIRS_PER_LINE) lines.push(pairs.slice(i, i + PAIRS_PER_LINE).join(','));
  return `[\n${lines.join(',\n')}\n]`;
}

function write_geometry(polygons) {
  const parts = polygons.map((rings) => `[${rings.map(write_ring).join(',')}]`);
  return parts.length === 1
    ? `{"type":"Polygon","coordinates":${parts[0]}}`
    : `{"type":"MultiPolygon","coordinates":[${parts.join(',')}]}`;
}

/* RFC 7946 text, one feature a paragraph, at most 8 positions a line. */
export function to_feature_collection(municipalities) {
  const features = municipalities.map(({ ags, name, kind, polygons }) => {
    const properties = JSON.stringify({ ags, name, kind });
    return `{"type":"Feature","id":"${ags}","properties":${properties},\n"geometry":${write_geometry(polygons)}}`;
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}
