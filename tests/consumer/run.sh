#!/bin/sh
# run.sh BUILD_DIR WORK_DIR cmake|pkg-config [COMPILER_FLAGS]
#
# Installs the built tree below WORK_DIR and builds and runs the program of this folder against it,
# as an outsider does: with the CMake package or with the pkg-config file.
set -eu

build=$1 work=$2 way=$3 flags=${4:-}
here=$(cd "$(dirname "$0")" && pwd)
prefix=$work/prefix

rm -rf "$work"
mkdir -p "$work"
cmake --install "$build" --prefix "$prefix" >"$work/install.log"
library=$(dirname "$(find "$prefix" -name 'libideenkarte.*' | head -n 1)")
LD_LIBRARY_PATH=$library
export LD_LIBRARY_PATH

case $way in
cmake)
    cmake -S "$here/project" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" \
        -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS="$flags" >"$work/configure.log"
    cmake --build "$work/build"
    "$work/build/consumer_c"
    "$work/build/consumer_cpp"
    ;;
pkg-config)
    PKG_CONFIG_PATH=$library/pkgconfig
    export PKG_CONFIG_PATH
    # The lists of flags are meant to be split into words.
    # shellcheck disable=SC2046,SC2086
    {
        cc -std=c17 -Wall -Wextra -Werror $flags $(pkg-config --cflags ideenkarte) \
            "$here/consumer.c" -o "$work/consumer_c" $(pkg-config --libs ideenkarte)
        c++ -std=c++17 -Wall -Wextra -Werror $flags -x c++ $(pkg-config --cflags ideenkarte) \
            "$here/consumer.c" -o "$work/consumer_cpp" $(pkg-config --libs ideenkarte)
    }
    "$work/consumer_c"
    "$work/consumer_cpp"
    ;;
*)
    echo "run.sh: unknown way \"$way\"" >&2
    exit 2
    ;;
esac
