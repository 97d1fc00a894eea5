/* interior.mjs — point in polygon, and the interior point farthest from the border.
 *
 * The latter is the pole of inaccessibility by the quadtree search of Vladimir Agafonkin's
 * "polylabel" (2016), to 20 micro-degrees. Only + - * / and sqrt are used, which IEEE 754
 * rounds the same everywhere, so the result never depends on the machine.
 * Coordinates are integers of 1e-6 degrees.
 */

const PRECISION = 20;

/* How much shorter a degree of longitude is than one of latitude at 51.5° N, the middle of NRW. */
const SHRINK = 0.6225;

function crosses([px, py], [ax, ay], [bx, by]) {
  if (ay > py === by > py) return false;
  const side = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
  return by > ay ? side > 0 : side < 0;
}

/* Whether a position lies in one of the polygons and in none of its holes. */
export function contains(polygons, position) {
  let inside = false;
  for (const rings of polygons) {
    for (const ring of rings) {
      for (let i = 0; i + 1 < ring.length; i++) if (crosses(position, ring[i], ring[i + 1])) inside = !inside;
    }
  }
  return inside;
}

function distance_to_segment([px, py], [ax, ay], [bx, by]) {
  const dx = (bx - ax) * SHRINK;
  const dy = by - ay;
  const qx = (px - ax) * SHRINK;
  const qy = py - ay;
  const t = Math.min(1, Math.max(0, (qx * dx + qy * dy) / (dx * dx + dy * dy)));
  const ex = qx - t * dx;
  const ey = qy - t * dy;
  return Math.sqrt(ex * ex + ey * ey);
}

/* Distance to the border in 1e-6 degrees of latitude; negative outside. */
function depth(polygon, position) {
  let nearest = Infinity;
  for (const ring of polygon) {
    for (let i = 0; i + 1 < ring.length; i++) {
      nearest = Math.min(nearest, distance_to_segment(position, ring[i], ring[i + 1]));
    }
  }
  return contains([polygon], position) ? nearest : -nearest;
}

/* A square cell of the search with half its height and the most it could offer. */
function to_cell(polygon, x, y, half) {
  const d = depth(polygon, [x, y]);
  return { x, y, half, d, most: d + half * Math.SQRT2 };
}

function start_cells(polygon) {
  const xs = polygon[0].map(([x]) => x);
  const ys = polygon[0].map(([, y]) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const half = Math.min((east - west) * SHRINK, north - south) / 2;
  const cells = [];
  for (let x = west; x < east; x += (2 * half) / SHRINK) {
    for (let y = south; y < north; y += 2 * half) cells.push(to_cell(polygon, x + half / SHRINK, y + half, half));
  }
  return cells;
}

function split(polygon, { x, y, half }) {
  const h = half / 2;
  const w = h / SHRINK;
  return [
    to_cell(polygon, x - w, y - h, h),
    to_cell(polygon, x + w, y - h, h),
    to_cell(polygon, x - w, y + h, h),
    to_cell(polygon, x + w, y + h, h),
  ];
}

/* The point of the first (largest) polygon that lies farthest from its border. */
export function interior_point(polygons) {
  const polygon = polygons[0];
  let cells = start_cells(polygon);
  let best = cells.reduce((a, b) => (b.d > a.d ? b : a));
  while (cells.length > 0) {
    cells = cells.filter((cell) => cell.most > best.d + PRECISION).flatMap((cell) => split(polygon, cell));
    best = cells.reduce((a, b) => (b.d > a.d ? b : a), best);
  }
  return [Math.round(best.x), Math.round(best.y)];
}
