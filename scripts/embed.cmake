# embed_text(library name glob): makes embedded/<name>.hpp with `embedded::<name>()`, a table of
# {file name, contents}, from the files that match the glob; made anew when one of them changes.
function(embed_text library name pattern)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${pattern})
    embed_files(${library} ${name} "${files}")
endfunction()

# The same for a list of files, which the build itself may make.
function(embed_files library name files)
    list(SORT files)
    set(header ${CMAKE_BINARY_DIR}/embedded/${name}.hpp)
    string(REPLACE ";" "|" joined "${files}")
    add_custom_command(OUTPUT ${header}
        COMMAND ${CMAKE_COMMAND} -DNAME=${name} -DFILES=${joined} -DOUTPUT=${header}
            -P ${CMAKE_SOURCE_DIR}/scripts/embed_files.cmake
        DEPENDS ${files} ${CMAKE_SOURCE_DIR}/scripts/embed_files.cmake VERBATIM)
    target_sources(${library} PRIVATE ${header})
    target_include_directories(${library} PRIVATE ${CMAKE_BINARY_DIR})
endfunction()
