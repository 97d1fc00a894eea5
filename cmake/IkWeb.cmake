# What runs in the browser: web/ is built by npm and Vite into one folder for all presets, and the
# files into libideenkarte, which writes them into every published folder (src/site/web_assets.c).
#
# Without npm, or with IK_WEB off, everything else builds and the published pages stay plain.

find_program(NPM npm)
find_program(NODE node)
if(NPM AND NODE)
    set(ik_has_npm ON)
else()
    set(ik_has_npm OFF)
endif()
option(IK_WEB "Build the interactive map (needs node 18 or later and npm)" ${ik_has_npm})
if(IK_WEB AND NOT ik_has_npm)
    message(FATAL_ERROR "IK_WEB needs node and npm (Debian: nodejs, npm)")
elseif(NOT IK_WEB)
    message(STATUS "The interactive map is left out (no npm, or IK_WEB is off): pages stay plain")
endif()

# One folder for all presets; a tree built elsewhere has its own.
cmake_path(IS_PREFIX PROJECT_SOURCE_DIR "${PROJECT_BINARY_DIR}" NORMALIZE ik_inside)
if(ik_inside)
    set(IK_WEB_OUTPUT "${PROJECT_SOURCE_DIR}/build/web")
else()
    set(IK_WEB_OUTPUT "${PROJECT_BINARY_DIR}/web")
endif()

# Adds the files to `target`, which gets at them with ik_web_get_resource() of "web_resources.h"; none
# without IK_WEB.
function(ik_web_resources target)
    set(folder "${PROJECT_BINARY_DIR}/src/web")
    set(base "${folder}/web_resources")
    set(list "${folder}/web.gresource.xml")
    file(MAKE_DIRECTORY "${folder}")
    set(inputs "")
    if(IK_WEB)
        file(GLOB_RECURSE inputs CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/src/*")
        file(GLOB fixed CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/web/*.json" "${PROJECT_SOURCE_DIR}/web/*.ts"
             "${PROJECT_SOURCE_DIR}/web/.npmrc")
        list(APPEND inputs ${fixed})
    endif()
    set(script "${PROJECT_SOURCE_DIR}/cmake/web_build.cmake")
    add_custom_command(
        OUTPUT "${list}"
        COMMAND ${CMAKE_COMMAND} -DWEB=$<BOOL:${IK_WEB}> "-DNPM=${NPM}" "-DSOURCE=${PROJECT_SOURCE_DIR}/web"
                "-DOUTPUT=${IK_WEB_OUTPUT}" "-DLIST=${list}" -P "${script}"
        DEPENDS ${inputs} "${script}"
        COMMENT "Building what runs in the browser"
        VERBATIM)
    set(common "--sourcedir=${IK_WEB_OUTPUT}/files" --c-name=ik_web --internal)
    add_custom_command(
        OUTPUT "${base}.c" "${base}.h"
        COMMAND ${GLIB_COMPILE_RESOURCES} ${common} --generate-source --target=${base}.c ${list}
        COMMAND ${GLIB_COMPILE_RESOURCES} ${common} --generate-header --target=${base}.h ${list}
        DEPENDS "${list}"
        VERBATIM)
    set_source_files_properties("${base}.c" PROPERTIES COMPILE_OPTIONS "-w")
    target_sources(${target} PRIVATE "${base}.c" "${base}.h")
    target_compile_options(${target} PRIVATE "SHELL:-iquote ${folder}")
endfunction()
