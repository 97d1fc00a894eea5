#!/bin/sh
# public_headers.sh INCLUDE_DIR [COMPILER_FLAGS...]
#
# Compiles each public header alone and twice over, as C17 and as C++17 under strict warnings: a
# user may include any of them first, in either language. The umbrella ideenkarte.h includes them all.
set -u
folder=$1
shift
strict="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wundef -Wcast-qual -Werror"
failed=0 headers=0

for path in "$folder"/*.h "$folder"/ideenkarte/*.h; do
    [ -e "$path" ] || continue
    name=${path#"$folder"/}
    headers=$((headers + 1))
    for language in c:c17 c++:c++17; do
        # The lists of flags are meant to be split into words.
        # shellcheck disable=SC2086
        if ! printf '#include <%s>\n#include <%s>\nextern int not_empty;\n' "$name" "$name" |
            cc -x "${language%%:*}" -std="${language##*:}" $strict "$@" -I"$folder" -fsyntax-only -; then
            echo "$name does not compile alone as ${language##*:}"
            failed=1
        fi
    done
done
for path in "$folder"/ideenkarte/*.h; do
    name=${path#"$folder"/}
    grep -qx "#include <$name>" "$folder/ideenkarte.h" || {
        echo "ideenkarte.h does not include $name"
        failed=1
    }
done
echo "$headers public headers"
[ "$headers" -gt 0 ] && exit $failed
