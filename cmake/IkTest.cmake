# ik_add_test(NAME COMMAND command... [LABELS label...] [TIMEOUT seconds])
#
# A test as ctest knows it, in the surroundings that every test of the project gets.

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
    add_test(NAME ${name} COMMAND ${arg_COMMAND})
    set_tests_properties(
        ${name} PROPERTIES ENVIRONMENT "${IK_TEST_ENVIRONMENT}" LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT})
endfunction()
