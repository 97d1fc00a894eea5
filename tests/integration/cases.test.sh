#!/usr/bin/env bash
# German addresses out of the test suites of other projects, parsed: at least 95 % of those that fit our semantics
# (src/geocoder/README.md, "Semantics") as they expect. The others are listed in cases.mjs, each with its reason.
. "$(dirname "$0")/harness.sh"
need node
cases=geocoding/cases_de.csv
need_shared "$cases"

node "$source/tests/integration/cases.mjs" write "$shared/$cases" >"$work/asked.ndjson" || fail "the cases"
"$program" geocode - --format ndjson --quiet --allow-rejects <"$work/asked.ndjson" >"$work/answered.ndjson" ||
    fail "geocode"
node "$source/tests/integration/cases.mjs" judge "$shared/$cases" <"$work/answered.ndjson" || fail "the limit"
finish
