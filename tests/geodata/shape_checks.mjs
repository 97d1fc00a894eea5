/* shape_checks.mjs — what must hold for the boundaries of the built-in geodata.
 *
 * Coordinates are integers of 1e-6 degrees: every test but the areas is exact. The
 * program compares vertices for equality, so neighbours must share each of them.
 */
import assert from 'node:assert/strict';

const CELL = 5000;

/* km², official figures of 31 December 2011; VG250 is generalised to 1 : 250,000. */
const AREAS = { '05913000': 280.71, '05315000': 405.17, '05958040': 303.1, '05515000': 302.95 };
const AREA_OF_NRW = 34098;

const key_of = ([x, y]) => `${x} ${y}`;
const is_same = (a, b) => a[0] === b[0] && a[1] === b[1];

function rings_of(shapes) {
  const rings = [];
  for (const [ags, polygons] of shapes) {
    for (const polygon of polygons) polygon.forEach((ring, i) => rings.push({ ags, ring, is_exterior: i === 0 }));
  }
  return rings;
}

function segments_of(shapes) {
  return rings_of(shapes).flatMap(({ ags, ring }) => ring.slice(1).map((to, i) => ({ ags, from: ring[i], to })));
}

function signed_area(ring) {
  const [ox, oy] = ring[0];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    sum += (ring[i - 1][0] - ox) * (ring[i][1] - oy) - (ring[i][0] - ox) * (ring[i - 1][1] - oy);
  }
  return sum / 2;
}

/* Even-odd rule over all rings, by the segments that a ray to the east meets. */
function is_inside(polygons, [px, py]) {
  let crossings = 0;
  for (const ring of polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [low, high] = ring[i - 1][1] < ring[i][1] ? [ring[i - 1], ring[i]] : [ring[i], ring[i - 1]];
      if (low[1] > py || high[1] <= py) continue;
      if ((high[0] - low[0]) * (py - low[1]) > (px - low[0]) * (high[1] - low[1])) crossings++;
    }
  }
  return crossings % 2 === 1;
}

/* The segments whose reverse is missing among those of a set of municipalities, as loops. */
function outer_loops(segments) {
  const all = new Set(segments.map(({ from, to }) => `${key_of(from)}>${key_of(to)}`));
  const next = new Map();
  for (const { ags, from, to } of segments) {
    if (all.has(`${key_of(to)}>${key_of(from)}`)) continue;
    assert.ok(!next.has(key_of(from)), `${ags}: two borders meet at ${key_of(from)}`);
    next.set(key_of(from), [from, to]);
  }
  const loops = [];
  while (next.size > 0) {
    const start = next.keys().next().value;
    const loop = [];
    let key = start;
    do {
      assert.ok(next.has(key), `border ends at ${key}`);
      const [from, to] = next.get(key);
      next.delete(key);
      loop.push(from);
      key = key_of(to);
    } while (key !== start);
    loops.push([...loop, loop[0]]);
  }
  return loops;
}

function side_of([ax, ay], [bx, by], [px, py]) {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
}

function is_within(p, { from, to }) {
  if (is_same(p, from) || is_same(p, to) || side_of(from, to, p) !== 0) return false;
  const dot = (p[0] - from[0]) * (p[0] - to[0]) + (p[1] - from[1]) * (p[1] - to[1]);
  return dot < 0;
}

function do_clash(s, t) {
  if (is_within(s.from, t) || is_within(s.to, t) || is_within(t.from, s) || is_within(t.to, s)) return true;
  return side_of(s.from, s.to, t.from) * side_of(s.from, s.to, t.to) < 0
    && side_of(t.from, t.to, s.from) * side_of(t.from, t.to, s.to) < 0;
}

/* Calls `visit` with every pair of segments that have a grid cell in common. */
function each_near_pair(segments, visit) {
  const grid = new Map();
  for (const s of segments) {
    const [west, east] = [Math.min(s.from[0], s.to[0]), Math.max(s.from[0], s.to[0])].map((v) => Math.floor(v / CELL));
    const [south, north] = [Math.min(s.from[1], s.to[1]), Math.max(s.from[1], s.to[1])].map((v) => Math.floor(v / CELL));
    for (let x = west; x <= east; x++) {
      for (let y = south; y <= north; y++) {
        const cell = grid.get(`${x} ${y}`) ?? [];
        for (const t of cell) visit(s, t);
        cell.push(s);
        grid.set(`${x} ${y}`, cell);
      }
    }
  }
}

/* Area of a ring on the ellipsoid WGS 84 in km², by the authalic function of latitude
 * (Snyder, Map Projections: A Working Manual, 1987, eq. 3-12). */
function area_km2(ring) {
  const a = 6378.137;
  const e = Math.sqrt(0.00669437999014);
  const q = (micro) => {
    const s = Math.sin((micro / 1e6) * (Math.PI / 180));
    return (1 - e * e) * (s / (1 - e * e * s * s) - Math.log((1 - e * s) / (1 + e * s)) / (2 * e));
  };
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum -= (ring[i][0] - ring[i - 1][0]) * (q(ring[i][1]) + q(ring[i - 1][1]));
  return ((sum / 1e6) * (Math.PI / 180) * a * a) / 4;
}

function assert_near(actual, expected, tolerance, what) {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what}: ${actual}, expected ${expected} ± ${tolerance}`);
}

function total_area(polygons) {
  return polygons.flat().reduce((sum, ring) => sum + area_km2(ring), 0);
}

export const SHAPE_CHECKS = {
  'features and rows agree in order, AGS, name and kind'({ collection, municipalities }) {
    assert.deepEqual(
      collection.features.map(({ id, properties }) => ({ id, ...properties })),
      municipalities.map(({ ags, name, kind }) => ({ id: ags, ags, name, kind })),
    );
  },

  'lines hold at most 8 positions, each with 6 decimals'({ texts }) {
    for (const line of texts['municipalities.geojson'].split('\n')) {
      if (line.startsWith('[') && line.length > 1) assert.match(line, /^(\[\d\.\d{6},5\d\.\d{6}\],?){1,8}$/);
    }
  },

  'rings are closed, have at least 4 positions and no vertex twice'({ shapes }) {
    for (const { ags, ring } of rings_of(shapes)) {
      assert.ok(ring.length >= 4, ags);
      assert.ok(is_same(ring[0], ring.at(-1)), `${ags}: open ring`);
      assert.equal(new Set(ring.map(key_of)).size, ring.length - 1, `${ags}: a vertex occurs twice`);
    }
  },

  'exteriors run counter-clockwise and holes clockwise'({ shapes }) {
    for (const { ags, ring, is_exterior } of rings_of(shapes)) assert.equal(signed_area(ring) > 0, is_exterior, ags);
  },

  'no directed segment occurs twice'({ shapes }) {
    const seen = new Map();
    for (const { ags, from, to } of segments_of(shapes)) {
      const key = `${key_of(from)}>${key_of(to)}`;
      assert.ok(!seen.has(key), `${key} is of ${seen.get(key)} and of ${ags}`);
      seen.set(key, ags);
    }
  },

  'segments without their reverse are the border of NRW and of its four exclaves'({ shapes }) {
    const areas = outer_loops(segments_of(shapes)).map(area_km2).sort((a, b) => b - a);
    assert.equal(areas.length, 5);
    assert.ok(areas[1] < 20 && areas[4] > 0, `${areas}`);
  },

  'no loop of the border lies within another'({ shapes }) {
    const loops = outer_loops(segments_of(shapes));
    for (const inner of loops) {
      for (const outer of loops) assert.ok(inner === outer || !is_inside([[outer]], inner[0]), key_of(inner[0]));
    }
  },

  'two segments meet in nothing but a common vertex'({ shapes }) {
    const undirected = new Map();
    for (const s of segments_of(shapes)) undirected.set([key_of(s.from), key_of(s.to)].sort().join('>'), s);
    each_near_pair(undirected.values(), (s, t) => {
      assert.ok(!do_clash(s, t), `${s.ags} and ${t.ags} clash at ${key_of(s.from)}`);
    });
  },

  'every region is one piece, Region Aachen with its four exclaves five'({ shapes, municipalities }) {
    for (const region of new Set(municipalities.map((m) => m.region))) {
      const own = municipalities.filter((m) => m.region === region).map((m) => [m.ags, shapes.get(m.ags)]);
      const loops = outer_loops(segments_of(own));
      assert.equal(loops.length, region === 'region-aachen' ? 5 : 1, region);
      const whole = own.reduce((sum, [, polygons]) => sum + total_area(polygons), 0);
      assert_near(loops.reduce((sum, loop) => sum + area_km2(loop), 0), whole, 1e-6, region);
    }
  },

  'areas are those of the official directory'({ shapes }) {
    for (const [ags, km2] of Object.entries(AREAS)) assert_near(total_area(shapes.get(ags)), km2, km2 * 0.01, ags);
    const total = [...shapes.values()].reduce((sum, polygons) => sum + total_area(polygons), 0);
    assert_near(total, AREA_OF_NRW, AREA_OF_NRW * 0.002, 'NRW');
  },

  'label points lie inside their municipality'({ shapes, municipalities }) {
    for (const { ags, name, lon, lat, point_source } of municipalities) {
      const point = [lon, lat].map((degrees) => Math.round(Number(degrees) * 1e6));
      assert.ok(is_inside(shapes.get(ags), point), `${ags} ${name}`);
      assert.ok(['geonames', 'interior'].includes(point_source), ags);
    }
  },

  'computed label points keep a distance of at least 1 km from the border'({ shapes, municipalities }) {
    for (const { ags, name, lon, lat } of municipalities.filter((m) => m.point_source === 'interior')) {
      for (const [x, y] of shapes.get(ags).flat(2)) {
        const km = Math.hypot((x / 1e6 - lon) * 69.3, (y / 1e6 - lat) * 111.2);
        assert.ok(km >= 1, `${name}: ${km} km`);
      }
    }
  },
};
