# libideenkarte: the objects of all layers in one library behind the public headers.

get_property(IK_OBJECT_TARGETS GLOBAL PROPERTY IK_OBJECT_TARGETS)
get_property(IK_FOREIGN GLOBAL PROPERTY IK_FOREIGN)
list(REMOVE_DUPLICATES IK_FOREIGN)

if(NOT IK_OBJECT_TARGETS)
    add_library(ideenkarte INTERFACE)
    target_link_libraries(ideenkarte INTERFACE PkgConfig::IK_GLIB)
    return()
endif()

list(TRANSFORM IK_OBJECT_TARGETS REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE objects)
list(TRANSFORM IK_FOREIGN PREPEND PkgConfig::IK_ OUTPUT_VARIABLE foreign)
add_library(ideenkarte ${objects})
add_library(ideenkarte::ideenkarte ALIAS ideenkarte)
target_include_directories(
    ideenkarte PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>"
                      "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
target_link_libraries(ideenkarte PUBLIC PkgConfig::IK_GLIB PRIVATE ${foreign} m)
set_target_properties(
    ideenkarte PROPERTIES LINKER_LANGUAGE C VERSION ${PROJECT_VERSION}
                          SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
if(IK_SANITIZE)
    target_link_options(ideenkarte PUBLIC "$<BUILD_INTERFACE:-fsanitize=${IK_SANITIZE}>")
endif()

# A shared library shows what the public headers declare and nothing else.
if(BUILD_SHARED_LIBS)
    file(GLOB headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/ideenkarte/*.h")
    set(exports "${CMAKE_CURRENT_BINARY_DIR}/ideenkarte.map")
    set(script "${PROJECT_SOURCE_DIR}/cmake/exports.cmake")
    add_custom_command(
        OUTPUT "${exports}"
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${exports} "-DHEADERS=${headers}" -P "${script}"
        DEPENDS ${headers} "${script}"
        VERBATIM)
    add_custom_target(ik_exports DEPENDS "${exports}")
    add_dependencies(ideenkarte ik_exports)
    set_target_properties(ideenkarte PROPERTIES LINK_DEPENDS "${exports}")
    target_link_options(ideenkarte PRIVATE "LINKER:--version-script=${exports}")
    if(NOT IK_SANITIZE)
        target_link_options(ideenkarte PRIVATE "LINKER:--no-undefined")
    endif()
endif()
