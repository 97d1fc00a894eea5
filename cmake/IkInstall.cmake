# What `cmake --install` puts where.

if(TARGET ideenkarte)
    install(TARGETS ideenkarte)
endif()
if(TARGET ideenkarte_program)
    install(TARGETS ideenkarte_program)
endif()
