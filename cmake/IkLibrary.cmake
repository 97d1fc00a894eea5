# libideenkarte: the objects of all layers in one library behind the public headers.

get_property(targets GLOBAL PROPERTY IK_OBJECT_TARGETS)
get_property(foreign GLOBAL PROPERTY IK_FOREIGN)
list(REMOVE_DUPLICATES foreign)

if(targets)
    list(TRANSFORM targets REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE objects)
    add_library(ideenkarte ${objects})
    target_link_libraries(ideenkarte PUBLIC PkgConfig::GLIB PRIVATE ${foreign} m)
    target_link_options(ideenkarte PRIVATE $<$<BOOL:${IK_SANITIZE}>:-fsanitize=${IK_SANITIZE}>)
else()
    add_library(ideenkarte INTERFACE)
    target_link_libraries(ideenkarte INTERFACE PkgConfig::GLIB)
endif()
