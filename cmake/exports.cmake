# cmake -DOUTPUT=FILE -DHEADERS=LIST -P exports.cmake
#
# Writes the linker's list of exported symbols: every ik_ name in the public headers. Names of
# types and parameters among them do no harm, because no symbol is called so.

set(names "")
foreach(header IN LISTS HEADERS)
    file(READ "${header}" text)
    string(REGEX MATCHALL "ik_[a-z0-9_]+" found "${text}")
    list(APPEND names ${found})
endforeach()
list(REMOVE_DUPLICATES names)
list(SORT names)
list(JOIN names ";\n        " lines)
file(WRITE "${OUTPUT}" "{\n    global:\n        ${lines};\n    local:\n        *;\n};\n")
