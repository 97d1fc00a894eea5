#!/usr/bin/env bash
# Gazetteers of real registers: what they count is what awk and osmium count in the files themselves.
. "$(dirname "$0")/harness.sh"
need_shared geodata/addresses_essen
essen=$(realpath "$shared"/geodata/addresses_essen/*.csv.gz)
streets=$(realpath "$shared"/geodata/streets_nrw/*.csv.gz)
aachen=$(realpath "$shared/geodata/osm/aachen.osm.pbf")

build() { # FILE SOURCE...
    local file=$1
    shift
    "$program" gazetteer build -o "$work/$file" "$@" --quiet 2>"$work/log" || { fail "build of $file"; cat "$work/log"; }
    "$program" gazetteer info "$work/$file" --verify --lang en >"$work/$file.txt" || fail "info of $file"
}

# figure FILE WORD: the number in front of a word
figure() {
    sed -n "s/^\([0-9,]*\) $2.*/\1/p" "$work/$1.txt" | head -n 1 | tr -d ,
}

# Essen: rows with a number and a known street; no two rows are one house
build essen.gaz "$essen"
expect "houses of Essen" "$(zcat "$essen" | awk -F';' 'NR > 1 && $3 !~ /^###/ && $4 != "" { n[$2 FS $3 FS $4 FS tolower($5)] } END { print length(n) }')" \
    "$(figure essen.gaz houses)"
expect "streets of Essen" "$(zcat "$essen" | awk -F';' 'NR > 1 && $3 !~ /^###/ { n[$2 FS $3] } END { print length(n) }')" \
    "$(figure essen.gaz streets)"
grep -q "2022-10-05, dl-de/by-2-0, Stadt Essen" "$work/essen.gaz.txt" || fail "source of Essen"

# all municipalities have streets
build streets.gaz "$streets"
expect "municipalities" 396 "$(figure streets.gaz municipalities)"

# Aachen: every house number of the extract is a record, used or counted
"$program" gazetteer build -o "$work/aachen.gaz" "$aachen" --lang en >"$work/report" 2>/dev/null || fail "build of Aachen"
rows=$(sed -n 's/.*: \([0-9,]*\) records, .*/\1/p' "$work/report" | head -n 1 | tr -d ,)
if command -v osmium >/dev/null; then
    numbers=$(osmium tags-filter -R "$aachen" nwr/addr:housenumber -f opl 2>/dev/null | wc -l)
    places=$(osmium tags-filter -R "$aachen" n/place=borough,suburb,quarter,neighbourhood,village,hamlet,town -f opl 2>/dev/null | grep -c '[T,]name=')
    ways=$(osmium tags-filter -R "$aachen" w/highway -f opl 2>/dev/null | grep '[T,]name=' |
        grep -cvE '[T,]highway=(platform|proposed|construction|rest_area|services|elevator|bus_stop|razed)[, ]')
    expect "records of Aachen" "$((numbers + places + ways))" "$rows"
else
    echo "osmium: not compared"
fi

# any order of the sources gives the same bytes, and more than one process of them
build one.gaz "$essen" "$streets" "$aachen"
build other.gaz "$aachen" "$essen" "$streets"
cmp -s "$work/one.gaz" "$work/other.gaz" || fail "the order of the sources changes the file"
expect "houses of both" "$(($(figure essen.gaz houses) + $("$program" gazetteer info "$work/aachen.gaz" --lang en | sed -n 's/^\([0-9,]*\) houses/\1/p' | tr -d ,)))" \
    "$(figure one.gaz houses)"
finish
