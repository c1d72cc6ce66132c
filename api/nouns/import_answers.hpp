#pragma once
// What a person said to an import: kept as JSON, given member by member, remembered for the region.
#include "api/http/json_body.hpp"
#include "api/http/json_values.hpp"
#include "api/nouns/transact.hpp"
#include "persistence/nouns/imports.hpp"
#include "workflow/matrix/matrix.hpp"

namespace api {

struct import_preview;

// Stored answers and back. Throws std::exception when the text is not what `text_of` writes.
std::string text_of(const workflow::matrix_answers&);
workflow::matrix_answers answers_in(const std::string& json);

// Takes what the body of a PATCH gives over into the answers; what is null is asked again. Faults
// are told by the reader: sheets, fields and agencies that there are not.
void read_answers(body_reader&, const json::value& body, const import_preview& before,
                  workflow::matrix_answers&);
// Answers to questions that the file does not ask, or that are none of their choices.
void check_answers(body_reader&, const json::value& body, const import_preview& after);

// Whether somebody must still say something before the import can be applied.
bool is_open(const workflow::matrix_question&);
bool is_open(const workflow::told_agency&);

// Every field that a column may be taken for.
std::vector<std::string> fields_of(const workflow::matrix_frame&);

// What the region's offices meant the last time, of words that stand in this file.
workflow::matrix_answers remembered_answers(const work&, const std::string& region,
                                            const workflow::matrix_reading&,
                                            const workflow::matrix_frame&);
void remember_answers(const work&, const std::string& region, const import_preview&);

std::string_view media_type_of_sheet(std::string_view kind); // xlsx, csv

} // namespace api
