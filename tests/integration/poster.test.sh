#!/usr/bin/env bash
# Pages of the map: what other programs read in them, and whether places lie where the official grid has them.
. "$(dirname "$0")/harness.sh"
workspace=$source/examples/das-machen-wir
for tool in cs2cs xmllint pdfinfo pdftotext pdftoppm python3; do
    need $tool
done
cd "$work" || exit 1

# page FILE OPTION...
page() {
    local file=$1
    shift
    expect_code 0 "$program" render "$@" --lang de --quiet "$file"
}

# holds FILE TEXT...
holds() {
    local file=$1 text
    shift
    for text in "$@"; do
        grep -qF "$text" "$file" || fail "$file: no \"$text\""
    done
}

box=(--bbox 6.6,51.3,7.8,51.7 --width 1000)
words=(--title "Zwölf Ideen" --subtitle "Das Ruhrgebiet")
for kind in pdf svg png; do
    page ruhr.$kind "$workspace" "${box[@]}" "${words[@]}" --crs EPSG:25832
    cp ruhr.$kind former.$kind
    LC_ALL=de_DE.UTF-8 page ruhr.$kind "$workspace" "${box[@]}" "${words[@]}" --crs EPSG:25832
    cmp -s ruhr.$kind former.$kind || fail "the same page as .$kind has other bytes"
done

# --- PDF: 1000 pixels are 750 points
pdfinfo ruhr.pdf >info || fail "pdfinfo cannot read it"
pdftotext -layout ruhr.pdf text || fail "pdftotext cannot read it"
holds info "Zwölf Ideen" "Page size:       750 x " "Pages:           1"
grep -q CreationDate info && fail "the PDF says when it was made"
holds text "Zwölf Ideen" "Das Ruhrgebiet" "Landesgrenze" "Grenze einer Arbeitsmarktregion" "Gemeindegrenze" "Projekt" \
    "Veranstaltung" "10 km" "UTM, Zone 32 (EPSG:25832)" "GeoBasis-DE" "Dortmund" "Gelsenkirchen"

page web.pdf "$workspace" "${box[@]}"
pdftotext -layout web.pdf text
holds text "Landkarte der guten Ideen" "Web-Mercator (EPSG:3857)" "51,5°"
expect_code 0 "$program" render "${box[@]}" --no-legend --lang en plain.pdf
pdftotext -layout plain.pdf text
holds text "Labour-market regions of North Rhine-Westphalia" "GeoBasis-DE"
grep -q "State border" text && fail "a page without legend has one"

# --- SVG and PNG
xmllint --noout ruhr.svg || fail "xmllint cannot read it"
expect title "Zwölf Ideen" "$(xmllint --xpath 'string(/*/*[local-name()="title"])' ruhr.svg)"
xmllint --xpath 'string(/*/*[local-name()="desc"])' ruhr.svg >text
holds text "Das Ruhrgebiet" "Landesgrenze" "Veranstaltung" "GeoBasis-DE"
page fine.png "$workspace" "${box[@]}" "${words[@]}" --crs EPSG:25832 --pixel-ratio 2
if command -v pngcheck >/dev/null; then
    pngcheck ruhr.png fine.png >"$work/log" || fail "pngcheck: $(cat "$work/log")"
    holds log "ruhr.png (1000x" "fine.png (2000x"
fi

# --- a patterned style and groups: every reference of an SVG leads somewhere
page print.svg --style print --width 500
xmllint --noout print.svg || fail "xmllint cannot read print.svg"
python3 - print.svg <<'END' || fail "references of print.svg"
import re, sys
svg = open(sys.argv[1]).read()
ids, used = re.findall(r' id="([^"]+)"', svg), set(re.findall(r'(?:url\(|href=")#([^")]+)', svg))
missing = used - set(ids)
if missing or not used or len(ids) != len(set(ids)):
    sys.exit(f'{len(used)} references, missing: {sorted(missing)[:5]}, {len(ids) - len(set(ids))} ids twice')
END

# --- the town hall of Essen and two corners of the box as a triangle: 60 pixels of the page are margin, 940 are the map,
# which is as wide as the easternmost corner is from the westernmost
cat >town_hall.json <<'END'
{"version": 8, "sources": {"t": {"type": "geojson", "data": {"type": "Polygon", "coordinates":
  [[[7.0139, 51.4581], [6.6, 51.7], [7.8, 51.7], [7.0139, 51.4581]]]}}},
 "layers": [{"id": "t", "type": "fill", "source": "t", "paint": {"fill-color": "#0000ff"}}]}
END
page triangle.svg "${box[@]}" --style town_hall.json --crs EPSG:25832
printf '%s\n' "51.4581 7.0139" "51.7 6.6" "51.7 7.8" "51.3 6.6" | cs2cs EPSG:4326 EPSG:25832 -f %.4f >metres
python3 - triangle.svg metres <<'END' || fail "places in the official grid"
import re, sys
path = re.search(r'fill:rgb\(0%,0%,100%\)[^>]* d="([^"]+)"', open(sys.argv[1]).read()).group(1)
drawn = [tuple(map(float, p)) for p in re.findall(r'[ML] ([-0-9.]+) ([-0-9.]+)', path)][:3]
hall, northwest, northeast, southwest = [tuple(map(float, line.split()[:2])) for line in open(sys.argv[2])]
pixel = (northeast[0] - southwest[0]) / 940
wanted = [(30 + (e - southwest[0]) / pixel, (northwest[1] - n) / pixel) for e, n in (hall, northwest, northeast)]
top = min(y for _, y in drawn)
for x, y in wanted:
    if not any(abs(x - a) < 0.05 and abs(y - (b - top)) < 0.05 for a, b in drawn):
        sys.exit(f'{x:.2f} {y:.2f} is not among {drawn}, top {top}')
END

# --- vector tiles: what is one area stays one on paper, in either reference system, though it comes in tiles
python3 - <<'END'
import os
def varint(n):
    out = b''
    while n > 127:
        out, n = out + bytes([n & 127 | 128]), n >> 7
    return out + bytes([n])
def field(number, data):
    return varint(number << 3 | 2) + varint(len(data)) + data
zigzag = lambda n: varint(n << 1 if n >= 0 else -n * 2 - 1)
# a square that reaches 64 units beyond its tile
square = varint(9) + zigzag(-64) + zigzag(-64) + varint(3 << 3 | 2)
for dx, dy in ((4224, 0), (0, 4224), (-4224, 0)):
    square += zigzag(dx) + zigzag(dy)
feature = b'\x18\x03' + field(4, square + varint(15))
layer = field(3, b'\x78\x02' + field(1, b'l') + field(2, feature) + b'\x28' + varint(4096))
for x in range(130, 136):
    for y in range(83, 88):
        os.makedirs(f't/8/{x}', exist_ok=True)
        open(f't/8/{x}/{y}.pbf', 'wb').write(layer)
END
cat >sea.json <<'END'
{"version": 8, "sources": {"t": {"type": "vector", "tiles": ["t/{z}/{x}/{y}.pbf"], "maxzoom": 8}},
 "layers": [{"id": "t", "type": "fill", "source": "t", "source-layer": "l", "paint": {"fill-color": "#204080"}}]}
END
for crs in EPSG:25832 EPSG:3857; do
    page sea.pdf --bbox 6.6,51.3,7.8,51.7 --width 1000 --style sea.json --crs $crs --no-legend
    pdftoppm -r 130 sea.pdf sea || fail "pdftoppm cannot draw it"
    python3 - sea-1.ppm <<'END' || fail "an area has seams in $crs"
import sys
data = open(sys.argv[1], 'rb').read()
head = data.split(b'\n', 3)
width, height = map(int, head[1].split())
rows = [head[3][i * width * 3:(i + 1) * width * 3] for i in range(height)]
inside = [row[60 * 3:(width - 60) * 3] for row in rows[200:500]]
colours = {row[i:i + 3] for row in inside for i in range(0, len(row), 3)}
if colours != {b'\x20\x40\x80'}:
    sys.exit(f'{len(colours)} colours: {sorted(colours)[:5]}')
END
done

# --- what cannot be drawn leaves the former page
cp web.pdf kept.pdf
sed 's/"geojson", "data".*/"vector", "tiles": ["none\/{z}\/{x}\/{y}.pbf"]}},/; /coordinates\|\[\[\[7/d' town_hall.json |
    sed 's/"source": "t"/"source": "t", "source-layer": "l"/' >tiles.json
expect_code 1 "$program" render --style tiles.json --crs EPSG:25832 kept.pdf
holds log 'no such folder'
expect_code 1 "$program" render --bbox 6,50.5,6.001,52 kept.pdf
holds log 'pixels high'
expect_code 1 "$program" render --bbox 6.6,51.3,7.8,51.7 --width 19200 --pixel-ratio 3 kept.png
holds log 'too large'
cmp -s web.pdf kept.pdf || fail "a failure changed the former page"
[ ! -e kept.png ] || fail "a failure left a picture"
finish
