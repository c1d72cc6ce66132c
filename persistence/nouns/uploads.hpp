#pragma once
// What uploads take of the disk, by who brought them and by plan. A file that was deleted lies
// there for a while longer and counts as long.
#include "persistence/sql/unit_of_work.hpp"
#include <chrono>
#include <cstdint>
#include <string>

namespace persistence {

// From the deletion of a row to that of its bytes: a day, and the day between two looks.
inline constexpr std::chrono::days deleted_uploads_kept{2};

struct upload_row {
    std::string id; // of the evidence or the document
    std::string user;
    std::string plan;
    std::int64_t bytes{};
};

void insert_upload(unit_of_work&, const upload_row&);
void mark_upload_gone(unit_of_work&, const std::string& id);
void forget_gone_uploads(unit_of_work&); // whose bytes are gone too; for a periodic job

// Deleted ones count, all of those that somebody brought in that time.
std::int64_t bytes_brought_since(unit_of_work&, const std::string& user, workflow::instant);
// That lie on the disk, deleted ones while they are kept.
std::int64_t bytes_kept_of(unit_of_work&, const std::string& plan);

} // namespace persistence
