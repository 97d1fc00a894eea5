#!/usr/bin/env bash
# Every kind of bad record is rejected with file, line, column and reason; the good ones go on; exit code 3.
. "$(dirname "$0")/harness.sh"
ws=$work/ws
mkdir "$ws"
printf '[map]\ntitle=Test\nlanguages=de;en\n[tiles]\nzoom=5-6\nvector_zoom=0-6\n' >"$ws/ideenkarte.conf"
{
    printf 'id,title,organisation,street,postcode,city,lon,lat,themes,farbe\n'         # 1
    printf 'good,Good,Org,Ottostr. 5,44145,Dortmund,,,work,blau\n'                     # 2
    printf ',No id,Org,Ottostr. 5,44145,Dortmund,,,work,\n'                            # 3
    printf 'good,Doubled,Org,Ottostr. 5,44145,Dortmund,,,work,\n'                      # 4
    printf 'noaddress,No address,Org,,,,,,work,\n'                                     # 5
    printf 'fourdigits,Four digits,Org,Ottostr. 5,4414,Dortmund,,,work,\n'             # 6
    printf 'berlin,Berlin,Org,Unter den Linden 1,10117,Berlin,,,work,\n'               # 7
    printf 'mismatch,Mismatch,Org,Ottostr. 5,44145,Aachen,,,work,\n'                   # 8
    printf 'swapped,Swapped,Org,,44135,Dortmund,51.511,7.466,work,\n'                  # 9
    printf 'outside,Outside,Org,,,,13.4,52.52,work,\n'                                 # 10
    printf 'other,Other town,Org,,59423,Unna,7.466,51.511,work,\n'                     # 11
    printf 'broken,Bro\xffken,Org,Ottostr. 5,44145,Dortm\xc3\xbcnd \xc3\xa4\xc3\xb6,,,work,\n' # 12
    printf 'nul,N\0L,Org,Ottostr. 5,44145,Dortmund,,,work,\n'                          # 13
    printf 'lines,"Two\nlines",Org,Ottostr. 5,44145,Dortmund,,,work,\n'                # 14, 15
    printf 'short,Short\n'                                                             # 16
    printf 'big,'; head -c 10485760 /dev/zero | tr '\0' x; printf ',Org,Ottostr. 5,44145,Dortmund,,,work,\n' # 17
    printf 'quote,"Never closed,Org,Ottostr. 5,44145,Dortmund,,,work,\n'               # 18
    printf 'last,Last,Org,Ottostr. 5,44145,Dortmund,,,work,\n'                         # 19
} >"$ws/projects.csv"

expect_code 3 "$program" check "$ws" --lang en
for expected in '3: ' '4: ' '5: ' '6: ' '7: ' '10: ' '12: ' '13: ' '16: ' '17: ' '18: '; do
    grep -q "^projects.csv:$expected.*(rejected)$" "$work/log" || fail "line $expected is not reported as rejected"
done
for expected in '8: ' '9: ' '11: '; do
    grep -q "^projects.csv:$expected.*(to check)$" "$work/log" || fail "line $expected is not reported as doubtful"
done
grep -q '^projects.csv:\(2\|14\|19\): ' "$work/log" && fail "a good record is reported"
grep -q 'farbe' "$work/log" || fail "the unknown column is not reported"
cp "$work/log" "$work/check.log"
[ "$failures" = 0 ] || cat "$work/check.log"

expect_code 3 "$program" build "$ws" -o "$work/out" --lang en
grep -qx 'projects.csv: .*farbe.*' "$work/log" || fail "build does not report the unknown column: $(cat "$work/log")"
for line in '6 placed' '3 to check (review.csv)' '11 rejected (rejects.csv)' '0 events' '3 tiles'; do
    grep -qxF "$line" "$work/log" || fail "the summary does not say '$line': $(cat "$work/log")"
done
expect "published ids" "good last lines mismatch other swapped" "$(node -e '
const c = JSON.parse(require("fs").readFileSync(process.argv[1]));
console.log(c.features.map(f => f.id).sort().join(" "))' "$work/out/data/projects.geojson")"
expect "rows of rejects.csv" 11 "$(grep -c '^projects.csv;' "$work/out/rejects.csv")"
expect "rows of review.csv" 3 "$(grep -c '^projects.csv;' "$work/out/review.csv")"
expect_code 0 "$program" build "$ws" -o "$work/out" --quiet --allow-rejects

# whole files that cannot be used: nothing is published
printf '' >"$ws/projects.csv"
expect_code 1 "$program" build "$ws" -o "$work/none" --quiet
grep -q 'projects.csv' "$work/log" || fail "an empty file is not named"
printf 'titel;ort\nA;Dortmund\n' >"$ws/projects.csv"
expect_code 1 "$program" build "$ws" -o "$work/none" --quiet
grep -q 'projects.csv.*id' "$work/log" || fail "a missing id column is not named: $(cat "$work/log")"
rm "$ws/projects.csv"
expect_code 1 "$program" build "$ws" -o "$work/none" --quiet
mkdir "$ws/projects.csv"
expect_code 1 "$program" build "$ws" -o "$work/none" --quiet
rmdir "$ws/projects.csv"
head -c 300000 /dev/urandom >"$ws/projects.csv"
"$program" build "$ws" -o "$work/none" --quiet >"$work/log" 2>&1
code=$?
[ "$code" = 1 ] || [ "$code" = 3 ] || fail "random bytes end with $code"
[ -e "$work/none" ] && [ "$code" = 1 ] && fail "something was published without a list"

# Windows-1252 with semicolons, as Excel writes it in German offices
printf 'Id;Titel;Organisation;Stra\337e;PLZ;Ort\r\na;B\374ro f\374r Arbeit;Tr\344ger;K\366nigswall 5;44137;Dortmund\r\nb;X;Y;Z;50667;K\366ln\r\n' >"$ws/projects.csv"
expect_code 0 "$program" build "$ws" -o "$work/out1252" --quiet
grep -q 'Büro für Arbeit' "$work/out1252/data/projects.geojson" || fail "umlauts of Windows-1252 are lost"
expect_code 0 "$program" check "$ws" --lang en
grep -q 'windows-1252' "$work/log" || fail "the encoding is not reported"

# an empty list does not wipe a map that was good
before=$(digest "$work/out1252")
printf 'id;titel;plz;ort\n' >"$ws/projects.csv"
expect_code 1 "$program" build "$ws" -o "$work/out1252" --quiet
grep -q 'nothing was published' "$work/log" || fail "an empty list is not named: $(cat "$work/log")"
printf 'id;titel;plz;ort\na;A;10115;Berlin\n' >"$ws/projects.csv"
expect_code 1 "$program" build "$ws" -o "$work/out1252" --quiet
expect "output after lists without a placed project" "$before" "$(digest "$work/out1252")"
expect_code 3 "$program" build "$ws" -o "$work/out1252" --quiet --allow-empty

# a workbook that only got another name
printf 'PK\003\004xl/workbook.xml' >"$ws/projects.csv"
expect_code 1 "$program" build "$ws" -o "$work/none" --quiet
grep -q 'Excel workbook' "$work/log" || fail "a workbook is not named: $(cat "$work/log")"
finish
