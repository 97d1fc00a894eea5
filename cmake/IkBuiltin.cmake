# The built-in data of NRW: geodata/* is compiled into C tables by a program of the layer geodata,
# and the tables into that layer. The compiler is made of the readers, that is of every file of
# the layer but builtin.c, which needs the tables.

file(GLOB IK_BUILTIN_COMPILER CONFIGURE_DEPENDS "geodata/compile/*.c")
if(TARGET ik_base AND IK_BUILTIN_COMPILER)
    file(GLOB readers CONFIGURE_DEPENDS "geodata/*.c")
    list(FILTER readers EXCLUDE REGEX "/builtin\\.c$")
    file(GLOB tables CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/geodata/*.csv"
         "${PROJECT_SOURCE_DIR}/geodata/*.geojson")
    set(output "${CMAKE_CURRENT_BINARY_DIR}/geodata/builtin_tables.c")
    file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/geodata")

    add_executable(ik_compile_builtin ${IK_BUILTIN_COMPILER} ${readers})
    ik_target_see(ik_compile_builtin geodata/compile geodata base geo)
    get_property(foreign GLOBAL PROPERTY IK_LAYER_FOREIGN_geodata)
    target_link_libraries(ik_compile_builtin PRIVATE ik_geo ik_base ${foreign} m)

    add_custom_command(
        OUTPUT "${output}"
        COMMAND ik_compile_builtin "${PROJECT_SOURCE_DIR}/geodata" "${output}"
        DEPENDS ik_compile_builtin ${tables}
        COMMENT "Compiling the built-in data of NRW"
        VERBATIM)
    target_sources(ik_geodata PRIVATE "${output}")
endif()
