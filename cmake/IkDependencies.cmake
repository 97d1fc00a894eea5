# The foreign libraries, each as PkgConfig::<NAME>. Which layer may use which stands in
# src/CMakeLists.txt; GLib is open to all.

find_package(PkgConfig REQUIRED)

# Name of the imported target, then its pkg-config modules.
set(IK_PKG_GLIB glib-2.0>=2.74 gio-2.0)
set(IK_PKG_JANSSON jansson)
set(IK_PKG_XXHASH libxxhash)
set(IK_PKG_PROJ proj)
set(IK_PKG_SQLITE sqlite3)
set(IK_PKG_SPATIALITE spatialite)
set(IK_PKG_CAIRO cairo)
set(IK_PKG_PANGO pangocairo)
set(IK_PKG_PNG libpng)
set(IK_PKG_DEFLATE libdeflate)

set(IK_PKG_NAMES GLIB JANSSON XXHASH PROJ SQLITE SPATIALITE CAIRO PANGO PNG DEFLATE)
foreach(name IN LISTS IK_PKG_NAMES)
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${IK_PKG_${name}})
endforeach()

# Two libraries of Debian that come without a pkg-config file for their C interface.
function(ik_find_plain_library name header library)
    find_path(${name}_INCLUDE_DIR ${header} REQUIRED)
    find_library(${name}_LIBRARY ${library} REQUIRED)
    add_library(PkgConfig::${name} INTERFACE IMPORTED GLOBAL)
    target_include_directories(PkgConfig::${name} SYSTEM INTERFACE "${${name}_INCLUDE_DIR}")
    target_link_libraries(PkgConfig::${name} INTERFACE "${${name}_LIBRARY}")
    mark_as_advanced(${name}_INCLUDE_DIR ${name}_LIBRARY)
endfunction()

ik_find_plain_library(CSV csv.h csv)
ik_find_plain_library(GEOS geos_c.h geos_c)

find_program(GLIB_COMPILE_RESOURCES glib-compile-resources REQUIRED)
