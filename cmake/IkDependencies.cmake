# The foreign libraries as PkgConfig::IK_<NAME>. Which layer may use which stands in
# src/CMakeLists.txt; GLib is open to all. The installed package reads this file again, because a
# program that links the static library links them too.

find_package(PkgConfig REQUIRED)

set(IK_PKG_GLIB glib-2.0>=2.74 gio-2.0>=2.74)
set(IK_PKG_JANSSON jansson)
set(IK_PKG_XXHASH libxxhash)
set(IK_PKG_PROJ proj)
set(IK_PKG_GEOS geos)
set(IK_PKG_SQLITE sqlite3)
set(IK_PKG_SPATIALITE spatialite)
set(IK_PKG_CAIRO cairo)
set(IK_PKG_PANGO pangocairo)
set(IK_PKG_HARFBUZZ harfbuzz)
set(IK_PKG_PNG libpng)
set(IK_PKG_DEFLATE libdeflate)
set(IK_PKG_ZIP libzip)

# libcsv comes without a pkg-config file.
macro(ik_find_csv)
    find_path(IK_CSV_INCLUDE_DIR csv.h)
    find_library(IK_CSV_LIBRARY csv)
    mark_as_advanced(IK_CSV_INCLUDE_DIR IK_CSV_LIBRARY)
    if(NOT IK_CSV_INCLUDE_DIR OR NOT IK_CSV_LIBRARY)
        message(FATAL_ERROR "libcsv was not found (Debian: libcsv-dev)")
    endif()
    if(NOT TARGET PkgConfig::IK_CSV)
        add_library(PkgConfig::IK_CSV INTERFACE IMPORTED GLOBAL)
        target_include_directories(PkgConfig::IK_CSV SYSTEM INTERFACE "${IK_CSV_INCLUDE_DIR}")
        target_link_libraries(PkgConfig::IK_CSV INTERFACE "${IK_CSV_LIBRARY}")
    endif()
endmacro()

# ik_find_dependencies(NAME...): the libraries named, or an error that says which is missing.
macro(ik_find_dependencies)
    foreach(ik_name ${ARGN})
        if(ik_name STREQUAL "CSV")
            ik_find_csv()
        elseif(NOT TARGET PkgConfig::IK_${ik_name})
            pkg_check_modules(IK_${ik_name} REQUIRED QUIET IMPORTED_TARGET GLOBAL ${IK_PKG_${ik_name}})
        endif()
    endforeach()
endmacro()
