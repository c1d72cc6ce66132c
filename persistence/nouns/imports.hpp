#pragma once
// Files on their way into a draft, with what was answered about them and what became of them. Rows
// about files; the bytes are the caller's. Whoever writes holds the plan's stream.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/page.hpp"
#include "workflow/words/error.hpp"

namespace persistence {

namespace import_state {
// tidy allows names_where_defined: an import's own, which lives by no table
inline constexpr std::string_view open = "open";
inline constexpr std::string_view applied = "applied";
inline constexpr std::string_view undone = "undone";
} // namespace import_state

// Who did something with it, and when. Nobody has: an empty id.
struct import_act {
    workflow::reference by{};
    workflow::instant at{};
};

struct matrix_import {
    std::string id;
    std::int64_t version{1};
    std::string plan;
    int revision{};
    std::string kind; // xlsx, csv
    std::string state{import_state::open};
    std::string name; // of the file
    std::int64_t size{};
    std::string sha256;
    std::string document{};    // empty until it was applied
    std::string answers{"{}"}; // JSON
    std::string former{"[]"};  // the draft's actions before it was applied (actions_json.hpp)
    std::string draft{};       // digest of the draft looked at, or as it was left
    std::string outcome{"{}"}; // JSON
    import_act made{}, applied{}, undone{};
};

std::size_t count_imports(unit_of_work&, const std::string& plan);
void insert_import(unit_of_work&, const matrix_import&);
// Refusal: not_found, also when the principal does not see its revision.
workflow::result<matrix_import> find_import(unit_of_work&, const workflow::principal&,
                                            const std::string& import);
// A plan's imports, the newest first; those of revisions that the principal sees, all of them or
// those that were applied and stand.
workflow::result<page<matrix_import>> list_imports(unit_of_work&, const workflow::principal&,
                                                   const std::string& plan, const page_request&,
                                                   bool all);
// What may change, with the next version. Refusal: stale, unless the row has the version given.
workflow::result<void> save_import(unit_of_work&, const matrix_import&);

// What a region's offices mean by their words.
struct import_memory {
    std::string what;    // column, agency
    std::string words;   // in normal form
    std::string meaning; // a field, an agency's id; empty: it is not used
};
inline constexpr std::size_t memory_characters_max = 500;
std::vector<import_memory> read_import_memories(unit_of_work&, const std::string& region);
void remember_import(unit_of_work&, const std::string& region, const import_memory&);

} // namespace persistence
