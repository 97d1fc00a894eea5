# The program `ideenkarte`: src/cli on top of libideenkarte and nothing else.

if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/cli/main.c")
    add_executable(ideenkarte_program cli/main.c)
    set_target_properties(ideenkarte_program PROPERTIES OUTPUT_NAME ideenkarte)
    ik_target_see(ideenkarte_program cli)
    target_link_libraries(ideenkarte_program PRIVATE ik_cli ideenkarte)
endif()
