# How every C file of the project is compiled: the language, its warnings, the sanitizers.

set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Kind of build" FORCE)
endif()

add_library(ik_compiler INTERFACE)
target_link_libraries(ik_compiler INTERFACE m)
target_compile_definitions(ik_compiler INTERFACE _POSIX_C_SOURCE=200809L _XOPEN_SOURCE=700)
target_compile_options(
    ik_compiler
    INTERFACE
        -Wall
        -Wextra
        -Wpedantic
        -Wshadow
        -Wconversion
        -Wsign-conversion
        -Wstrict-prototypes
        -Wmissing-prototypes
        -Wformat=2
        -Wundef
        -Wvla
        -Wpointer-arith
        -Wcast-qual
        $<$<BOOL:${IK_WARNINGS_AS_ERRORS}>:-Werror>
        # Assertions name files from the root of the tree, so no folder of this machine is built in.
        -fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=
        # A fused multiply-add rounds once where two operations round twice: the same input would
        # give other bytes on another processor.
        -ffp-contract=off)

if(IK_SANITIZE)
    # With a sanitizer's checks woven in gcc no longer sees that MIN(x, 255) fits; the other presets
    # judge conversions.
    target_compile_options(
        ik_compiler INTERFACE -fsanitize=${IK_SANITIZE} -fno-omit-frame-pointer -Wno-conversion)
    target_link_options(ik_compiler INTERFACE -fsanitize=${IK_SANITIZE})
    if(IK_SANITIZE MATCHES "undefined")
        target_compile_options(ik_compiler INTERFACE -fno-sanitize-recover=all)
    endif()
endif()

# Linked into every program under the thread sanitizer, which cannot look into GLib's locks.
if(IK_SANITIZE STREQUAL "thread")
    add_library(ik_tsan_glib OBJECT "${PROJECT_SOURCE_DIR}/tests/support/tsan/glib_sync.c")
    target_link_libraries(ik_tsan_glib PRIVATE ik_compiler PkgConfig::IK_GLIB)
endif()
