# ik_add_test(NAME COMMAND command... [LABELS label...] [TIMEOUT seconds])
#
# A test as ctest knows it, in the surroundings that every test of the project gets. Without
# TIMEOUT it may take 300 seconds; sanitizers get five times as long.

set(IK_TEST_ENVIRONMENT
    "IK_SOURCE_DIR=${PROJECT_SOURCE_DIR}"
    "IK_BINARY_DIR=${PROJECT_BINARY_DIR}"
    "G_SLICE=always-malloc"
    "G_DEBUG=fatal-warnings"
    "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1"
    "UBSAN_OPTIONS=print_stacktrace=1"
    "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0"
    "TSAN_OPTIONS=halt_on_error=1:suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp")

function(ik_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "COMMAND;LABELS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    if(IK_SANITIZE)
        math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 5")
    endif()
    add_test(NAME ${name} COMMAND ${arg_COMMAND})
    set_tests_properties(
        ${name} PROPERTIES ENVIRONMENT "${IK_TEST_ENVIRONMENT}" LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT})
endfunction()

# ik_unit_test(LAYER SOURCE)
#
# One file of tests as a program, linked with its layer whole and with nothing but what the layer
# uses. Whole, because the linker takes from an archive only what is asked for: a call into a layer
# above, in a file that no test reaches, would pass unseen.
#
# Tests that start threads say so in their head comment, with the line " * labels: parallel": the
# thread sanitizer runs those.
function(ik_unit_test layer source)
    get_target_property(type ik_${layer} TYPE)
    if(type STREQUAL "INTERFACE_LIBRARY")
        return()
    endif()
    get_filename_component(file "${source}" NAME_WE)
    set(target unit_${layer}_${file})
    get_property(uses GLOBAL PROPERTY IK_LAYER_USES_${layer})
    get_property(foreign GLOBAL PROPERTY IK_LAYER_FOREIGN_${layer})
    file(STRINGS "${source}" labels REGEX "^ \\* labels: ")
    string(REGEX REPLACE "^ \\* labels: " "" labels "${labels}")
    separate_arguments(labels)

    add_executable(${target} "${source}")
    ik_target_see(${target} ${layer} ${uses})
    target_link_libraries(
        ${target} PRIVATE ik_test_support "$<LINK_LIBRARY:WHOLE_ARCHIVE,ik_${layer}>" ${foreign})
    ik_add_test(unit/${layer}/${file} COMMAND ${target} LABELS unit ${layer} ${labels})
endfunction()
