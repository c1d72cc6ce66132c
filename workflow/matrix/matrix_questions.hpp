#pragma once
// What an office's file leaves open, and what a person said to it.
#include "workflow/words/error.hpp"
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace workflow {

struct matrix_choice {
    std::string id; // "action", "step", "2026-04"
    sentence text;
};
// One matter, asked once however many rows it is about. Ids are stable while the file is the same.
struct matrix_question {
    std::string id; // "sub_activities", "sheets", "period:Matriks:E", "renumbered"
    sentence text;
    std::vector<matrix_choice> choices;
    std::string proposed; // id of a choice; empty: it must be answered
    std::string answer;   // as given; empty: open
};

// A distinct spelling of an agency, once however often it stands.
struct told_agency {
    std::string text;
    std::size_t count{};
    std::string agency;                   // its id; empty: unknown, or left open by an answer
    std::vector<std::string> suggestions; // ids, the likeliest first
    bool leads{};                         // it stands in the lead's column at least once
    bool is_answered{};
};

// Answers of a person (or remembered of the region); what is not in here is as proposed.
struct matrix_answers {
    using column = std::pair<std::string, std::string>; // sheet, letter
    std::optional<std::vector<std::string>> sheets{};   // to be read, by name, in their order
    std::map<column, std::string> columns{};            // field, see field_of; empty: not used
    std::map<std::string, std::string> agencies{};      // spelling to id; empty: left open
    std::map<std::string, std::string> choices{};       // question's id to choice's id
};

} // namespace workflow
