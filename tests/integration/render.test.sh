#!/usr/bin/env bash
# Pictures of the map: their size, what makes them differ, and what a failure leaves behind.
. "$(dirname "$0")/harness.sh"
workspace=$source/examples/das-machen-wir
cd "$work" || exit 1

# render NAME OPTION...: draws NAME.png
render() {
    local name=$1
    shift
    expect_code 0 "$program" render "$@" -o "$name.png" --quiet
}

# size NAME: width and height as its IHDR says
size() {
    node -e 'const b=require("fs").readFileSync(process.argv[1]);console.log(b.readUInt32BE(16)+"x"+b.readUInt32BE(20))' "$1.png"
}

# differ WHAT NAME NAME
differ() {
    cmp -s "$2.png" "$3.png" && fail "$1 makes no difference"
}

# 3 degrees of longitude are 300 pixels wide; Mercator: (ln tan(π/4+52°/2) - ln tan(π/4+51°/2)) / 3° = 0.5355 as high
box=(--bbox 6,51,9,52 --width 300)
render plain "${box[@]}" --lang de
expect "size" 300x161 "$(size plain)"
render fine "${box[@]}" --lang de --pixel-ratio 2
expect "size with two pixels a pixel" 600x321 "$(size fine)"
if command -v pngcheck >/dev/null; then
    pngcheck -q plain.png fine.png >"$work/log" || fail "pngcheck: $(cat "$work/log")"
fi

render again "${box[@]}" --lang de
cmp -s plain.png again.png || fail "the same picture has other bytes"
render english "${box[@]}" --lang en
differ "the language of the source line" plain english
render projects "$workspace" "${box[@]}" --lang de
differ "a workspace" plain projects
cp -r "$workspace" "$work/quiet"
chmod -R u+w "$work/quiet"
sed -i '/^\[events/,$d' "$work/quiet/ideenkarte.conf"
rm "$work/quiet/events.csv"
render eventless "$work/quiet" --bbox 7.3,51.4,7.6,51.6 --width 300
render events "$workspace" --bbox 7.3,51.4,7.6,51.6 --width 300
differ "an event" eventless events
render elsewhere --bbox 6,50,9,51 --width 300 --lang de
differ "another box" plain elsewhere

# what cannot be drawn leaves the former picture
cp plain.png kept.png
expect_code 1 "$program" render -o kept.png --bbox 6,50.5,6.0000001,52 --width 1200
grep -q 'too large' "$work/log" || fail "no reason: $(cat "$work/log")"
expect_code 1 "$program" render -o kept.png --style nowhere.json
expect_code 1 "$program" render "$work/nowhere" -o kept.png
cmp -s plain.png kept.png || fail "a failure changed the former picture"
expect "what lies in the folder" "again.png elsewhere.png english.png eventless.png events.png fine.png kept.png plain.png projects.png" \
    "$(ls -A | grep -v -e '^log$' -e '^quiet$' | xargs)"
finish
