#!/usr/bin/env bash
# Same workspace, same bytes: whatever the number of threads, the locale, the time zone, the name of the target.
. "$(dirname "$0")/harness.sh"
workspace=$source/examples/das-machen-wir
build() { expect_code 0 "$@" build "$workspace" -o "$out" --quiet --zoom 5-10; }

out=$work/first
build "$program"
first=$(digest "$out")

out=$work/second/deeper
expect_code 0 "$program" build "$workspace" -o "$out" --quiet --zoom 5-10 --jobs 1
expect "one thread" "$first" "$(digest "$out")"
expect_code 0 "$program" build "$workspace" -o "$out" --quiet --zoom 5-10 --jobs 7
expect "seven threads" "$first" "$(digest "$out")"

# what follows looks at the same code with less to do
small_example "$work/small"
workspace=$work/small
out=$work/third
build "$program"
third=$(digest "$out")

sleep 1.1 # another second on the clock
for locale in tr_TR de_DE; do
    mkdir -p "$work/locales"
    if localedef -i "$locale" -f UTF-8 "$work/locales/$locale.UTF-8" 2>/dev/null; then
        build env LOCPATH="$work/locales" LC_ALL="$locale.UTF-8" LANG="$locale.UTF-8" TZ=Pacific/Kiritimati "$program"
        expect "$locale" "$third" "$(digest "$out")"
    else
        echo "not checked: no localedef for $locale"
    fi
done

# the order of the records does not matter to the map
cp -r "$workspace" "$work/shuffled"
out=$work/reverse
node - "$work/shuffled/projects.csv" <<'JS'
const fs = require("fs"), file = process.argv[2];
const text = fs.readFileSync(file, "utf8"), rows = [];
let row = "", quoted = false;
for (const c of text) { row += c; if (c === '"') quoted = !quoted; if (c === "\n" && !quoted) { rows.push(row); row = ""; } }
if (row) rows.push(row + "\n");
fs.writeFileSync(file, rows[0] + rows.slice(1).reverse().join(""));
JS
expect_code 0 "$program" build "$work/shuffled" -o "$out" --quiet --zoom 5-10
expect "tiles of the reversed list" "$(digest "$work/third/tiles")" "$(digest "$out/tiles")"
finish
