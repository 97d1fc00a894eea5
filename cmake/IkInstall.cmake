# What `cmake --install` puts where: the program, the library with its headers, the CMake package
# and the pkg-config file.

include(CMakePackageConfigHelpers)

get_target_property(type ideenkarte TYPE)
if(type STREQUAL "INTERFACE_LIBRARY")
    return()
endif()

set(IK_PACKAGE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/ideenkarte")

install(TARGETS ideenkarte EXPORT ideenkarteTargets)
install(FILES include/ideenkarte.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/ideenkarte DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
if(TARGET ideenkarte_program)
    set_target_properties(
        ideenkarte_program PROPERTIES INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
    install(TARGETS ideenkarte_program)
endif()

# Libraries that a program linked with ours has to find as well: of a static library all that it
# uses. They stand among the plain Requires, for `pkg-config --static` would ask for the static
# needs of those shared libraries too.
set(needs GLIB)
if(NOT BUILD_SHARED_LIBS)
    get_property(foreign GLOBAL PROPERTY IK_FOREIGN)
    list(APPEND needs ${foreign})
    list(REMOVE_DUPLICATES needs)
endif()
set(requires "")
set(IK_PC_LIBS "")
foreach(name IN LISTS needs)
    if(name STREQUAL "CSV")
        string(APPEND IK_PC_LIBS " -lcsv")
    else()
        list(APPEND requires ${IK_PKG_${name}})
    endif()
endforeach()
list(TRANSFORM requires REPLACE ">=" " >= ")
list(JOIN requires ", " IK_PC_REQUIRES)
list(JOIN needs " " IK_PACKAGE_NEEDS)

# The pkg-config file finds its neighbours from where it lies, so that the tree can be moved.
file(RELATIVE_PATH IK_PC_PREFIX "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" IK_PC_PREFIX "${IK_PC_PREFIX}")

configure_package_config_file(
    cmake/ideenkarteConfig.cmake.in "${PROJECT_BINARY_DIR}/ideenkarteConfig.cmake"
    INSTALL_DESTINATION ${IK_PACKAGE_DIR} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
    "${PROJECT_BINARY_DIR}/ideenkarteConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
configure_file(cmake/ideenkarte.pc.in "${PROJECT_BINARY_DIR}/ideenkarte.pc" @ONLY)

install(EXPORT ideenkarteTargets NAMESPACE ideenkarte:: DESTINATION ${IK_PACKAGE_DIR})
install(FILES "${PROJECT_BINARY_DIR}/ideenkarteConfig.cmake"
              "${PROJECT_BINARY_DIR}/ideenkarteConfigVersion.cmake" cmake/IkDependencies.cmake
        DESTINATION ${IK_PACKAGE_DIR})
install(FILES "${PROJECT_BINARY_DIR}/ideenkarte.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
