#!/usr/bin/env bash
# A writer of archives that is killed at any moment leaves the former archive or the new one, whole. strace kills it
# when it enters its first, second, third... call that changes a file, so that every moment is there, in the middle of the
# writing as well. And targets that are read-only.
. "$(dirname "$0")/harness.sh"
need python3
python3 "$source/tests/integration/foreign_archives.py" "$work/made" || fail "foreign_archives.py"
cd "$work" || exit 1
input=$work/made/sound/view.mbtiles
calls="write pwrite64 fsync fdatasync ftruncate mkdir mkdirat rename renameat renameat2 unlink unlinkat rmdir"
mkdir former
for name in a.pmtiles a.mbtiles a; do
    expect_code 0 "$program" tiles extract "$input" --zoom 5 --bbox 5,50,10,53 -o "former/$name" --quiet
    expect_code 0 "$program" tiles convert "$input" -o "new.$name" --quiet
done

# same ONE OTHER: files or folders with the same bytes
same() { diff -r "$1" "$2" >/dev/null 2>&1; }

# kill_at NAME CALL N: converts, killed at the N-th of such a call; false: there is no N-th. Counts what is found then.
kill_at() {
    # a leak is looked for by tracing, and there is one tracer already
    ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 strace -f -qq -o /dev/null -e trace="$2" -e inject="$2:signal=KILL:when=$3" \
        "$program" tiles convert "$input" -o "target/$1" --quiet >"$work/log" 2>&1
    local code=$?
    if [ "$code" != 137 ]; then
        expect "exit code of the $1 that nobody killed" 0 "$code"
        return 1
    fi
    if same "target/$1" "new.$1"; then
        after=$((after + 1))
    elif ! same "target/$1" "former/$1"; then
        fail "$1: neither the former nor the new one after a kill at call $3 of $2"
    elif [ -n "$(find target -path 'target/.*' -type f -size +0)" ]; then
        inside=$((inside + 1))
    else
        before=$((before + 1))
    fi
}

if ! command -v strace >/dev/null || ! strace -o /dev/null true 2>/dev/null; then
    echo "not checked: no strace, or it may not trace here"
else
    for name in a.pmtiles a.mbtiles a; do
        rm -rf target
        mkdir target
        before=0 inside=0 after=0
        for call in $calls; do
            for ((number = 1; number < 1000; number++)); do
                [ ! -e "target/$name" ] || same "target/$name" "former/$name" || rm -rf "target/$name"
                [ -e "target/$name" ] || cp -r "former/$name" target
                kill_at "$name" "$call" "$number" 2>/dev/null || break
            done
        done
        echo "$name: killed $before times before a byte was written, $inside times in the middle of the writing, $after times when the new one was in place"
        [ "$inside" -gt 0 ] || fail "$name: no kill in the middle of the writing"
        [ "$after" -gt 0 ] || fail "$name: no kill after the rename"
        same "target/$name" "new.$name" || fail "$name: not as without kills"
        expect "what lies beside $name after the kills" "$name" "$(ls -A target)"
    done
fi

# who may not write there says so and changes nothing; root may write everywhere, so another user does it
as_user=()
if [ "$(id -u)" = 0 ]; then
    as_user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    chmod 755 "$work"
fi
if "${as_user[@]}" "$program" --version >/dev/null 2>&1 && "${as_user[@]}" test -r "$input"; then
    for name in a.pmtiles a.mbtiles a; do
        rm -rf readonly
        mkdir readonly
        cp -r "former/$name" readonly
        chmod -R a-w readonly
        for target in "readonly/$name" "readonly/other.$name"; do
            expect_code 1 "${as_user[@]}" "$program" tiles convert "$input" -o "$target"
            grep -q "^ideenkarte: .*readonly.*Permission denied" "$work/log" || fail "no reason for $target: $(cat "$work/log")"
        done
        same "readonly/$name" "former/$name" || fail "$name was changed"
        expect "what lies in the read-only folder" "$name" "$(ls -A readonly)"
        chmod -R u+w readonly
    done
else
    echo "not checked: no other user to write as"
fi
finish
