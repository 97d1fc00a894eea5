#!/usr/bin/env bash
# Every official house of Essen, asked as written in the register and as people write it: right at least 99.9 % and
# 99 %, silently wrong at most 0.05 %. A sample; tests/bench/geocode asks all of them.
. "$(dirname "$0")/harness.sh"
need node
register=geodata/addresses_essen/essen_hauskoordinaten_2022-10-05.csv.gz
need_shared "$register"
step=${IK_STEP:-20}

expect_code 0 "$program" gazetteer build -o "$work/essen.gaz" --ags 05113000 "$shared/$register" --quiet
node "$source/tests/integration/noise.mjs" write "$shared/$register" "$step" >"$work/asked.csv"
"$program" geocode "$work/asked.csv" --gazetteer "$work/essen.gaz" -o "$work/answered.csv" --quiet --allow-rejects ||
    fail "geocode"
node "$source/tests/integration/noise.mjs" judge "$shared/$register" <"$work/answered.csv" || fail "the limits"
finish
