#!/usr/bin/env bash
# What is private stays in the workspace: contact and unknown columns reach no published file but the clerk's list of
# rejected rows.
. "$(dirname "$0")/harness.sh"
mkdir "$work/ws"
printf '[map]\ntitle=Test\n[tiles]\nzoom=5-6\n' >"$work/ws/ideenkarte.conf"
{
    printf 'id;titel;plz;ort;kontakt;interne Notiz\n'
    printf 'a;Offen;44135;Dortmund;geheim@example.org;streng-vertraulich\n'
    printf 'b;Fern;10115;Berlin;geheim@example.org;streng-vertraulich\n'
} >"$work/ws/projects.csv"
expect_code 3 "$program" build "$work/ws" -o "$work/out" --quiet
grep -q streng-vertraulich "$work/out/rejects.csv" || fail "rejects.csv does not repeat the rejected row"
for secret in geheim@example.org streng-vertraulich; do
    found=$(grep -ral "$secret" "$work/out" | grep -v '/rejects.csv$')
    [ -z "$found" ] || fail "$secret stands in $found"
done
grep -q Offen "$work/out/data/projects.geojson" || fail "the project itself is not published"

# the office's own catalogue has everything
expect_code 3 "$program" catalogue import "$work/ws" -o "$work/office.sqlite" --quiet
grep -qa streng-vertraulich "$work/office.sqlite" || fail "the office's catalogue lacks the unknown column"
finish
