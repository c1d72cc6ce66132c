#pragma once
// SHA-256 over length-prefixed fields: the same content gives the same digest on every machine.
#include "workflow/things/plan.hpp"
#include "workflow/things/report.hpp"
#include "workflow/things/review.hpp"
#include "workflow/things/sha256.hpp"
#include "workflow/things/target.hpp"
#include <string>
#include <string_view>

namespace workflow {

class digest {
public:
    digest& add(std::string_view field);
    digest& add(std::int64_t number);
    digest& add(const std::optional<double>& number);
    std::string hex() const; // 64 lower-case hexadecimal digits

private:
    std::string bytes_;
};

std::string decimal(double number); // the shortest text that reads back as the same number

// The rows an agency leads: every field of its actions and their targets but ids and versions.
std::string rows_digest(const std::vector<action>&, std::string_view agency);
// The whole matrix, ids included: what exactly was submitted.
std::string matrix_digest(const std::vector<action>&);
// What was reported in a round, evidence included.
std::string record_digest(const achievement_record&, const std::vector<evidence>&);
// What the files of a round are called and how big they are; of no files: empty.
std::string files_digest(const std::vector<evidence>&);
// What an agency asks to be changed, why a report has gaps, and what it answers; of none: empty.
std::string items_digest(const std::vector<review_item>&);
std::string gaps_digest(const std::vector<gap>&);
std::string answers_digest(const report_answers&);

} // namespace workflow
