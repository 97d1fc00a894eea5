#!/usr/bin/env bash
# No published picture holds more than its pixels: not where a photo was taken, not what program drew a tile. The
# manifest names the photos that were read, the page doubts no place because a photo is not there.
. "$(dirname "$0")/harness.sh"
need python3
check=$(dirname "$0")/image_metadata.py
photos=$source/tests/fuzz/corpus/photo

# the check sees what a camera writes, and what a program adds to a PNG
mkdir "$work/camera" "$work/program" "$work/none"
cp "$photos/jpeg_exif" "$work/camera/a.jpg"
expect_code 1 python3 "$check" "$work/camera"
grep -q 'a.jpg: segment E1' "$work/log" || fail "EXIF passes"
python3 - "$photos/png" "$work/program/a.png" <<'PY'
import struct, sys, zlib
data, text = open(sys.argv[1], "rb").read(), b"tEXtSoftware\0program"
open(sys.argv[2], "wb").write(data[:33] + struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text)) + data[33:])
PY
expect_code 1 python3 "$check" "$work/program"
grep -q 'a.png: chunk tEXt' "$work/log" || fail "a text passes"
expect_code 1 python3 "$check" "$work/none"

cp -r "$source/examples/das-machen-wir" "$work/ws"
sed -i 's/^zoom = .*/zoom = 5-6/; s/^vector_zoom = .*/vector_zoom = 0-2/' "$work/ws/ideenkarte.conf"
mkdir -p "$work/ws/images"
cp "$photos/jpeg_exif" "$work/ws/images/telefon.jpg"
cp "$photos/webp" "$work/ws/images/bild.webp"
python3 - "$work/ws/projects.csv" <<'PY'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8"), delimiter=";"))
column = rows[0].index("bild")
rows[1][column], rows[2][column], rows[3][column] = "telefon.jpg", "bild.webp", "images/telefon.jpg"
rows[4][column] = "fehlt.jpg"
csv.writer(open(sys.argv[1], "w", encoding="utf-8", newline=""), delimiter=";").writerows(rows)
PY
expect_code 0 "$program" build "$work/ws" -o "$work/out" --quiet
expect_code 0 python3 "$check" "$work/out"
expect "sizes of three photos" 6 "$(find "$work/out/images/project" -type f | wc -l)"
grep -q GPSSECRET "$work/ws/images/telefon.jpg" || fail "the photo has lost its position before"
grep -rl GPSSECRET "$work/out" && fail "a position was published"
python3 - "$work/ws" "$work/out" <<'PY' || fail "photos among the inputs"
import hashlib, json, sys
workspace, out = sys.argv[1:]
got = {i["name"]: i["sha256"] for i in json.load(open(f"{out}/manifest.json"))["inputs"] if i["name"].startswith("images/")}
want = {name: hashlib.sha256(open(f"{workspace}/{name}", "rb").read()).hexdigest() for name in ("images/bild.webp", "images/telefon.jpg")}
sys.exit(got != want or list(got) != sorted(want))
PY
finish
