#!/bin/sh
# expect_failure.sh TEXT COMMAND...
#
# Runs a command that must fail and say TEXT: a check that has never failed proves nothing.
text=$1
shift
if output=$("$@" 2>&1); then
    printf '%s\nit should have failed with "%s"\n' "$output" "$text"
    exit 1
fi
case $output in
*"$text"*)
    printf 'failed as it should: %s\n' "$text"
    ;;
*)
    printf '%s\nit failed, but did not say "%s"\n' "$output" "$text"
    exit 1
    ;;
esac
