# The program `ideenkarte`: src/cli on top of libideenkarte and nothing else.

file(GLOB IK_MAIN CONFIGURE_DEPENDS "cli/main.c")
if(IK_MAIN)
    add_executable(ideenkarte_program ${IK_MAIN})
    set_target_properties(ideenkarte_program PROPERTIES OUTPUT_NAME ideenkarte
                                                        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
    ik_target_see(ideenkarte_program cli)
    target_link_libraries(ideenkarte_program PRIVATE ik_cli ideenkarte)
endif()
