# ik_layer(NAME [USES layer...] [FOREIGN library...] [ON_PUBLIC])
#
# One folder src/NAME, one static library ik_NAME. Its own headers and those of the layers it
# USES are found by their bare names; an upward include is "No such file". The folders are
# given with -iquote, which serves #include "csv.h" alone: <csv.h> stays libcsv's.
#
#   USES       every layer whose headers it includes; nothing is inherited
#   FOREIGN    libraries whose headers no other layer sees, by their names in IkDependencies
#   ON_PUBLIC  it stands on the public headers and libideenkarte instead of on layers
#
# A layer whose folder has no sources yet is an INTERFACE library, so that those above it can name it.

define_property(GLOBAL PROPERTY IK_OBJECT_TARGETS BRIEF_DOCS "Targets whose objects make libideenkarte")
define_property(GLOBAL PROPERTY IK_LAYERS BRIEF_DOCS "All layers, lowest first")

# How a target inside the house is compiled: the layers named after it give it their headers.
function(ik_target_see target)
    target_link_libraries(${target} PRIVATE ik_compiler PkgConfig::IK_GLIB)
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/include")
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "EXECUTABLE" AND IK_SANITIZE STREQUAL "thread")
        target_link_libraries(${target} PRIVATE ik_tsan_glib)
    endif()
    foreach(layer IN LISTS ARGN)
        target_compile_options(${target} PRIVATE "SHELL:-iquote ${PROJECT_SOURCE_DIR}/src/${layer}")
    endforeach()
endfunction()

# Adds src/<layer>/<layer>.gresource.xml, where there is one, to `target`. The code gets at it with
# ik_<layer>_get_resource() from "<layer>_resources.h". File names in the list start at the root
# of the repository.
function(ik_layer_resources target layer)
    file(GLOB list CONFIGURE_DEPENDS "${layer}/${layer}.gresource.xml")
    if(NOT list)
        return()
    endif()
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/${layer}")
    set(base "${folder}/${layer}_resources")
    file(MAKE_DIRECTORY "${folder}")
    set(common --sourcedir=${PROJECT_SOURCE_DIR} --c-name=ik_${layer} --internal)
    add_custom_command(
        OUTPUT "${base}.c"
        COMMAND ${GLIB_COMPILE_RESOURCES} ${common} --generate-source --target=${base}.c
                --dependency-file=${base}.d ${list}
        DEPENDS "${list}"
        DEPFILE "${base}.d"
        VERBATIM)
    add_custom_command(
        OUTPUT "${base}.h"
        COMMAND ${GLIB_COMPILE_RESOURCES} ${common} --generate-header --target=${base}.h ${list}
        DEPENDS "${list}"
        VERBATIM)
    # One long string literal, longer than C17 promises to take.
    set_source_files_properties("${base}.c" PROPERTIES COMPILE_OPTIONS "-w")
    target_sources(${target} PRIVATE "${base}.c" "${base}.h")
    target_compile_options(${target} PRIVATE "SHELL:-iquote ${folder}")
endfunction()

function(ik_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "ON_PUBLIC" "" "USES;FOREIGN")
    ik_find_dependencies(${arg_FOREIGN})
    set_property(GLOBAL APPEND PROPERTY IK_LAYERS ${name})
    set_property(GLOBAL PROPERTY IK_LAYER_USES_${name} ${arg_USES})
    set(below ${arg_USES})
    list(TRANSFORM below PREPEND ik_)
    if(arg_ON_PUBLIC)
        list(APPEND below ideenkarte)
    endif()

    file(GLOB sources CONFIGURE_DEPENDS "${name}/*.c")
    list(FILTER sources EXCLUDE REGEX "/cli/main\\.c$")
    if(NOT sources)
        add_library(ik_${name} INTERFACE)
        target_link_libraries(ik_${name} INTERFACE ${below})
        return()
    endif()

    add_library(ik_${name} STATIC ${sources})
    ik_target_see(ik_${name} ${name} ${arg_USES})
    list(TRANSFORM arg_FOREIGN PREPEND PkgConfig::IK_ OUTPUT_VARIABLE foreign)
    set_property(GLOBAL PROPERTY IK_LAYER_FOREIGN_${name} ${foreign})
    target_link_libraries(ik_${name} PUBLIC ${below} PRIVATE ${foreign})
    ik_layer_resources(ik_${name} ${name})
    if(name STREQUAL "site")
        ik_web_resources(ik_${name})
    endif()
    if(NOT arg_ON_PUBLIC)
        set_property(GLOBAL APPEND PROPERTY IK_OBJECT_TARGETS ik_${name})
        set_property(GLOBAL APPEND PROPERTY IK_FOREIGN ${arg_FOREIGN})
    endif()
endfunction()
