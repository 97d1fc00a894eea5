# web_build.cmake — builds web/ when it changed and lists what came out as a GResource.
#
#   WEB     whether to build at all; the list is empty otherwise
#   NPM     the program
#   SOURCE  the folder web/
#   OUTPUT  shared by all presets: OUTPUT/files holds what is published below assets/
#   LIST    the file of glib-compile-resources to write
#
# Two presets may be built at the same time: a lock lets one work, and a checksum over the sources,
# kept beside the result, lets the other take it as it is.

cmake_minimum_required(VERSION 3.25)

# run(WHAT COMMAND...): shows what the command said when it fails.
function(run what)
    execute_process(
        COMMAND ${ARGN}
        WORKING_DIRECTORY "${SOURCE}"
        RESULT_VARIABLE status
        OUTPUT_VARIABLE said
        ERROR_VARIABLE said)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${what} failed in ${SOURCE} (-DIK_WEB=OFF builds without the interactive map)\n${said}")
    endif()
endfunction()

# checksum(VARIABLE FILE...)
function(checksum variable)
    set(all "")
    foreach(file IN LISTS ARGN)
        file(SHA256 "${file}" sum)
        file(RELATIVE_PATH name "${SOURCE}" "${file}")
        string(APPEND all "${name} ${sum}\n")
    endforeach()
    string(SHA256 sum "${all}")
    set(${variable} ${sum} PARENT_SCOPE)
endfunction()

function(read_or_empty variable file)
    set(text "")
    if(EXISTS "${file}")
        file(READ "${file}" text)
    endif()
    set(${variable} "${text}" PARENT_SCOPE)
endfunction()

function(build)
    file(MAKE_DIRECTORY "${OUTPUT}")
    file(LOCK "${OUTPUT}/lock" GUARD FUNCTION)

    set(packages "${SOURCE}/package.json" "${SOURCE}/package-lock.json" "${SOURCE}/.npmrc")
    checksum(wanted ${packages})
    read_or_empty(there "${SOURCE}/node_modules/.ideenkarte")
    if(NOT wanted STREQUAL there)
        run("npm ci" "${NPM}" ci --no-progress)
        file(WRITE "${SOURCE}/node_modules/.ideenkarte" ${wanted})
    endif()

    file(GLOB_RECURSE sources "${SOURCE}/src/*")
    file(GLOB configuration "${SOURCE}/*.ts" "${SOURCE}/tsconfig.json")
    checksum(wanted ${packages} ${configuration} ${sources} "${CMAKE_CURRENT_FUNCTION_LIST_FILE}")
    read_or_empty(there "${OUTPUT}/checksum")
    if(NOT wanted STREQUAL there)
        file(REMOVE "${OUTPUT}/checksum")
        run("npm run check" "${NPM}" run --silent check)
        run("npm run build" "${NPM}" run --silent build -- --outDir "${OUTPUT}/files")
        file(WRITE "${OUTPUT}/checksum" ${wanted})
    endif()
endfunction()

set(entries "")
if(WEB)
    build()
    file(GLOB_RECURSE files RELATIVE "${OUTPUT}/files" "${OUTPUT}/files/*")
    list(SORT files)
    foreach(file IN LISTS files)
        string(APPEND entries "    <file compressed=\"true\">${file}</file>\n")
    endforeach()
endif()
file(WRITE "${LIST}" "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<gresources>
  <gresource prefix=\"/ideenkarte/web\">
${entries}  </gresource>
</gresources>
")
