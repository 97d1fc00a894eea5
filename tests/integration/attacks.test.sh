#!/usr/bin/env bash
# Text of strangers through the whole build: whatever they write, pages, feeds and data files hold it as text.
. "$(dirname "$0")/harness.sh"
need node
need xmllint
[ -d "$source/tests/npm/node_modules/parse5" ] || { echo "skipped: no tests/npm/node_modules"; exit 77; }
node "$source/tests/web/attacks/workspace.mjs" "$work/ws" || fail "the workspace cannot be written"
expect_code 3 "$program" build "$work/ws" -o "$work/out" --quiet
node "$source/tests/web/attacks/check.mjs" "$work/out" || fail "a page, a feed or a file of data"

for file in feed.xml en/feed.xml ar/feed.xml leicht/feed.xml sitemap.xml; do
    xmllint --noout --nonet "$work/out/$file" || fail "$file is no XML"
done
expect "entries of the feed" 50 "$(grep -c '<entry>' "$work/out/feed.xml")"
expect "hosts in the sitemap" "" "$(xmllint --xpath '//*[local-name()="loc"]/text()' "$work/out/sitemap.xml" | grep -v '^https://www.example.org/karte/')"

# the check must be able to fail
page=$work/out/region/muensterland.html
for harm in '<script>attacked()</script>' '<p onclick="attacked()">' '<a href="javascript:attacked()">x</a>' '<img src="https://x.example/">'; do
    cp "$page" "$work/page"
    printf '%s' "$harm" >>"$page"
    expect_code 1 node "$source/tests/web/attacks/check.mjs" "$work/out"
    cp "$work/page" "$page"
done
finish
