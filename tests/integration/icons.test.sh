#!/usr/bin/env bash
# Icons of themes: those of the program, and those of a workspace, on the map, in its sprites and in the data of the
# page; what is no icon ends a build before anything is written.
. "$(dirname "$0")/harness.sh"
need python3
ws=$work/ws
mkdir -p "$ws/icons"
conf='[tiles]\nzoom=5-5\nvector_zoom=0-3\n[output]\nwrite=tiles;page\n[icons]\n'
printf "$conf"'Boule = boule.svg\nAlltag = meeting\n' >"$ws/ideenkarte.conf"
{
    printf 'id,title,street,postcode,city,themes\n'
    printf 'a,A,Ottostr. 5,44145,Dortmund,Boule|Arbeit\n'
    printf 'b,B,Ottostr. 6,44145,Dortmund,Arbeit|Alltag\n'
    printf 'c,C,Ottostr. 7,44145,Dortmund,Gesundheit\n'
    printf 'd,D,Ottostr. 8,44145,Dortmund,Zauberei\n'
    printf 'e,E,Ottostr. 9,44145,Dortmund,\n'
} >"$ws/projects.csv"
# white on black, filled: only the shape counts
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="#fff"/></svg>' >"$ws/icons/boule.svg"

expect_code 0 "$program" build "$ws" -o "$work/out" --quiet
python3 - "$work/out" <<'PY' || fail "the published folder"
import json, sys
from xml.etree import ElementTree
out = sys.argv[1]
index = json.load(open(f"{out}/data/projects.index.json"))
icon = dict(zip(index["themes"], index["icons"]))
# everyday_life is the key of Alltag
want = {"Boule": "boule", "Gesundheit": "health", "Zauberei": "other", "everyday_life": "meeting", "work": "work"}
assert icon == want, icon
rows = [dict(zip(index["columns"], row)) for row in index["rows"]]
first = {row["id"]: index["themes"][row["themes"][0]] if row["themes"] else None for row in rows}
assert first == {"a": "Boule", "b": "work", "c": "Gesundheit", "d": "Zauberei", "e": None}, first

symbols = ElementTree.parse(f"{out}/sprites/icons.svg").getroot()
names = [symbol.get("id") for symbol in symbols]
assert names == ["boule", "health", "meeting", "other", "work"], names
circle = symbols[0].find(".//{http://www.w3.org/2000/svg}circle")
assert circle.attrib == {"cx": "8", "cy": "8", "r": "8", "fill": "currentColor"}, circle.attrib

for suffix, ratio in (("", 1), ("@2x", 2)):
    sprite = json.load(open(f"{out}/sprites/ideenkarte{suffix}.json"))
    for name in names:
        for kind, side in (("theme", 28), ("area", 28), ("sign", 16), ("ink", 16)):
            image = sprite[f"{kind}-{name}"]
            assert (image["width"], image["height"], image["pixelRatio"]) == (side * ratio, side * ratio, ratio), image
    assert "hatch-0" in sprite and "theme-language" not in sprite
PY

grep -qF '"icons/boule.svg"' "$work/out/manifest.json" || fail "the manifest does not name the icon"

# the shape on the map: a disc of 16 px, white within the marker of a place that is known
printf 'id,title,lon,lat,themes\na,A,7.4653,51.5136,Boule\n' >"$ws/projects.csv"
printf "$conf"'Boule = boule.svg\n' >"$ws/ideenkarte.conf"
expect_code 0 "$program" render --style regions --center 7.4653,51.5136 --zoom 12 --size 60x60 --quiet "$ws" "$work/near.png"
python3 - "$work/near.png" <<'PY' || fail "the marker of a project"
import struct, sys, zlib
data = open(sys.argv[1], "rb").read()
at, parts, palette = 8, b"", None
while at < len(data):
    size, kind = struct.unpack(">I4s", data[at:at + 8])
    body = data[at + 8:at + 8 + size]
    if kind == b"IHDR":
        width, height, depth, color = struct.unpack(">IIBB", body[:10])
    elif kind == b"PLTE":
        palette = [tuple(body[i:i + 3]) for i in range(0, size, 3)]
    elif kind == b"IDAT":
        parts += body
    at += 12 + size
channels = {2: 3, 3: 1, 6: 4}[color]
assert depth == 8 and (width, height) == (60, 60), (depth, width, height)
raw, rows, above = zlib.decompress(parts), [], bytes(width * channels)
for y in range(height):
    line = bytearray(raw[y * (width * channels + 1) + 1:(y + 1) * (width * channels + 1)])
    method = raw[y * (width * channels + 1)]
    for i in range(len(line)):
        a = line[i - channels] if i >= channels else 0
        b, c = above[i], above[i - channels] if i >= channels else 0
        p = a + b - c
        paeth = a if abs(p - a) <= abs(p - b) and abs(p - a) <= abs(p - c) else b if abs(p - b) <= abs(p - c) else c
        line[i] = (line[i] + (0, a, b, (a + b) // 2, paeth)[method]) & 255
    rows.append(bytes(line))
    above = bytes(line)
def pixel(x, y):
    value = rows[y][x * channels:(x + 1) * channels]
    return palette[value[0]] if palette else tuple(value[:3])
white, strong = (255, 255, 255), (0xd6, 0, 0x4f)
assert pixel(30, 30) == white and pixel(24, 30) == white, "the icon: 8 px around the middle"
assert pixel(20, 30) == strong and pixel(30, 40) == strong, "the disc: 12 px around the middle"
PY

# --- what is refused, and where
refused() { # EXPECTED CONF-LINE [SVG]
    printf "$conf%s\n" "$2" >"$ws/ideenkarte.conf"
    [ $# -lt 3 ] || printf '%s' "$3" >"$ws/icons/bad.svg"
    rm -rf "$work/none"
    expect_code 1 "$program" build "$ws" -o "$work/none" --quiet --lang en
    grep -qF "$1" "$work/log" || fail "no \"$1\" in: $(cat "$work/log")"
    [ -e "$work/none" ] && fail "something was published: $2"
}
refused 'icons/bad.svg:1: <script> is not taken' 'Boule = bad.svg' '<svg viewBox="0 0 1 1"><script/></svg>'
refused 'icons/bad.svg:1: <image> is not taken' 'Boule = bad.svg' '<svg viewBox="0 0 1 1"><image href="http://127.0.0.1/a.png"/></svg>'
refused 'icons/bad.svg:2: url() is not taken' 'Boule = bad.svg' '<svg viewBox="0 0 1 1">
<rect fill="url(http://127.0.0.1/a.svg#b)"/></svg>'
refused 'icons/bad.svg: this is no SVG' 'Boule = bad.svg' ''
refused 'icons/bad.svg:1: this is no SVG' 'Boule = bad.svg' 'GIF89a'
head -c 70000 /dev/zero | tr '\0' ' ' >"$ws/icons/bad.svg"
refused 'icons/bad.svg: more than 65536 bytes' 'Boule = bad.svg'
rm "$ws/icons/bad.svg" && mkfifo "$ws/icons/bad.svg"
refused 'icons/bad.svg: there is no such file' 'Boule = bad.svg'
refused 'icons/missing.svg: there is no such file' 'Boule = missing.svg'
refused '[icons] Boule: a file in the folder icons is named with' 'Boule = ../secret.svg'
refused '[icons] Boule: there is no icon "metting"; did you mean "meeting"?' 'Boule = metting'
refused '[icons] Boule: expected a file or the name of an icon' 'Boule ='

# a theme that no project has is told, and nothing else
printf "$conf"'Boole = meeting\n' >"$ws/ideenkarte.conf"
expect_code 0 "$program" check "$ws" --lang en
grep -qF 'ideenkarte.conf: [icons] Boole: no project has this theme' "$work/log" || fail "a theme without projects: $(cat "$work/log")"
finish
