# harness.sh — what every integration test sources: program, folders, assertions.
set -u
program=$1 source=$2
shared=${IK_SHARED:-$source/../shared}
export LC_ALL=C.UTF-8 G_DEBUG=
work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
failures=0

fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# expect WHAT EXPECTED ACTUAL
expect() {
    [ "$2" = "$3" ] || fail "$1: expected '$2', got '$3'"
}

# expect_code CODE COMMAND...: the command's output goes to $work/log
expect_code() {
    local code=$1 got
    shift
    "$@" >"$work/log" 2>&1
    got=$?
    [ "$got" = "$code" ] || { fail "exit code $got instead of $code: $*"; tail -20 "$work/log"; }
}

need() {
    command -v "$1" >/dev/null || { echo "skipped: no $1"; exit 77; }
}

need_shared() {
    [ -e "$shared/$1" ] || { echo "skipped: no ../shared"; exit 77; }
}

# digest FOLDER: one checksum over names and bytes of all files
digest() {
    (cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | sha256sum
}

# small_example FOLDER: a copy of the example that is built in a fraction of the time: two languages, fewer zooms of vector tiles
small_example() {
    cp -r "$source/examples/das-machen-wir" "$1"
    chmod -R u+w "$1"
    sed -i 's/^languages = .*/languages = de;ar/; s/^vector_zoom = .*/vector_zoom = 0-8/' "$1/ideenkarte.conf"
}

finish() {
    [ "$failures" = 0 ] || { echo "$failures failures"; exit 1; }
    echo ok
    exit 0
}
