/* topology.mjs — proves that the rounded municipalities still tile the plane.
 *
 * All coordinates are integers of 1e-6 degrees, so every test here is exact. The
 * conditions: no directed segment occurs twice; two segments meet only in a vertex both
 * of them have (no crossing, no vertex on another's segment); a vertex occurs once in a
 * ring; segments without their reverse form closed counter-clockwise loops, none within
 * another: the outer border of NRW. Together: no overlap, no gap, no spike. Anything else
 * throws. Nothing is repaired here, because nothing had to be.
 */
import { doubled_area } from './boundaries.mjs';
import { contains } from './interior.mjs';

const CELL = 4000; // 0.004 degrees: a few segments a cell

function name_of([x, y]) {
  return `${x},${y}`;
}

function each_ring(municipalities, visit) {
  for (const { ags, polygons } of municipalities) for (const rings of polygons) for (const ring of rings) visit(ring, ags);
}

/* All directed segments, keyed "x,y>x,y"; the value is [from, to, ags]. */
function collect_segments(municipalities) {
  const segments = new Map();
  each_ring(municipalities, (ring, ags) => {
    const seen = new Set();
    for (let i = 0; i + 1 < ring.length; i++) {
      const from = name_of(ring[i]);
      if (seen.has(from)) throw new Error(`${ags}: ring touches itself at ${from}`);
      seen.add(from);
      const key = `${from}>${name_of(ring[i + 1])}`;
      if (segments.has(key)) throw new Error(`${ags}: segment ${key} is also of ${segments.get(key)[2]}`);
      segments.set(key, [ring[i], ring[i + 1], ags]);
    }
  });
  return segments;
}

function reverse_of(key) {
  return key.split('>').reverse().join('>');
}

/* Follows the segments that no neighbour shares into closed loops, the outer border. */
function collect_outer_loops(segments) {
  const next = new Map();
  for (const [key, [from, to, ags]] of segments) {
    if (segments.has(reverse_of(key))) continue;
    if (next.has(name_of(from))) throw new Error(`${ags}: two outer borders meet at ${name_of(from)}`);
    next.set(name_of(from), [from, to]);
  }
  const loops = [];
  while (next.size > 0) {
    let [from, to] = next.values().next().value;
    const loop = [from];
    while (next.delete(name_of(from))) {
      loop.push(to);
      [from, to] = next.get(name_of(to)) ?? [to];
    }
    if (!is_same(loop[0], from)) throw new Error(`outer border ends at ${name_of(from)}`);
    loops.push(loop);
  }
  return loops;
}

/* A clockwise loop surrounds a gap; a loop within another is a municipality upon another. */
function check_outer_loops(loops) {
  for (const loop of loops) {
    if (doubled_area(loop) < 0) throw new Error(`gap between municipalities at ${name_of(loop[0])}`);
    const around = loops.find((other) => other !== loop && contains([[other]], loop[0]));
    if (around !== undefined) throw new Error(`overlap at ${name_of(loop[0])}`);
  }
}

function orientation([ax, ay], [bx, by], [cx, cy]) {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

function in_box([px, py], [ax, ay], [bx, by]) {
  return Math.min(ax, bx) <= px && px <= Math.max(ax, bx) && Math.min(ay, by) <= py && py <= Math.max(ay, by);
}

function is_same(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}

/* Whether two segments have a point in common that is not an end of both. */
function do_clash([a, b], [c, d]) {
  const [c_side, d_side] = [orientation(a, b, c), orientation(a, b, d)];
  const [a_side, b_side] = [orientation(c, d, a), orientation(c, d, b)];
  if (c_side * d_side < 0 && a_side * b_side < 0) return true;
  const is_inside = (side, p, s, e) => side === 0 && in_box(p, s, e) && !is_same(p, s) && !is_same(p, e);
  return is_inside(c_side, c, a, b) || is_inside(d_side, d, a, b) || is_inside(a_side, a, c, d) || is_inside(b_side, b, c, d);
}

function each_cell([[ax, ay], [bx, by]], visit) {
  const cell = (v) => Math.floor(v / CELL);
  for (let x = cell(Math.min(ax, bx)); x <= cell(Math.max(ax, bx)); x++) {
    for (let y = cell(Math.min(ay, by)); y <= cell(Math.max(ay, by)); y++) visit(`${x},${y}`);
  }
}

function check_clashes(segments) {
  const cells = new Map();
  for (const [key, segment] of segments) {
    if (segments.has(reverse_of(key)) && reverse_of(key) < key) continue; // the same line
    each_cell(segment, (cell) => {
      const others = cells.get(cell) ?? [];
      for (const other of others) {
        if (do_clash(segment, other)) throw new Error(`${segment[2]}: ${key} clashes with ${other[2]} at ${name_of(other[0])}`);
      }
      others.push(segment);
      cells.set(cell, others);
    });
  }
}

/* Throws where a condition fails; returns counts for the account of the run. */
export function check_coverage(municipalities) {
  const segments = collect_segments(municipalities);
  const outer_loops = collect_outer_loops(segments);
  check_outer_loops(outer_loops);
  check_clashes(segments);
  let rings = 0;
  each_ring(municipalities, () => rings++);
  const vertices = new Set(Array.from(segments.values(), ([from]) => name_of(from)));
  return {
    rings,
    segments: segments.size,
    vertices: vertices.size,
    outer_segments: outer_loops.reduce((sum, loop) => sum + loop.length - 1, 0),
    outer_loops: outer_loops.length,
  };
}
