#pragma once
// A kind of plan as data: its words, periods, phases, roles, approval chain, rules and scales. Read
// from JSON by definitions/kinds, which gives every code its words, kept in the database by hash,
// and carried by every plan with its version.
#include "workflow/days/clock.hpp"
#include "workflow/words/bilingual.hpp"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflow {

// What is persisted and compared, and what people read instead of it.
struct coded {
    std::string code;
    bilingual name;
    std::vector<std::string> spellings{}; // other words, or beginnings, by which sheets mean it
    friend bool operator==(const coded&, const coded&) = default;
};

struct month_day {
    unsigned month{};
    unsigned day{}; // 31 in February means its last day
    int years_later{};
};

// A period as the kind declares it. Offsets count calendar days after the last day.
struct period_rule {
    std::string code; // persisted, and what sheets and addresses name it by
    month_day from;
    month_day to;
    int cut_off_days{};
    int due_days{};
    int lock_days{};
    bilingual title{}; // the code where the file gives none
};

// A period of one plan's year, overrides applied.
struct period {
    std::string code;
    date from{};
    date to{};
    date cut_off{}; // agencies
    date due{};     // the region, outward
    date lock{};    // the end of its targets
    friend bool operator==(const period&, const period&) = default;
};

struct chain_stage {
    std::string name;
    std::string role; // one that every installation has, or one of the kind's own
    int quorum{1};
    bilingual title{}; // what the role is called where the file gives none
};

// A sort of file that every target must show, beyond that one of its kind is there.
struct evidence_item {
    std::string code;
    bilingual name;
    std::string kind; // one of the kind's evidence kinds
    std::optional<bilingual> signed_by;
    std::optional<bilingual> example;
};

enum class column_type { text, number, day, choice }; // a day is written `date` in files

// A column of the matrix beyond the fixed ones.
struct matrix_column_rule {
    std::string code;
    bilingual name;
    column_type type{};
    std::vector<coded> choices; // of a choice, else none
    bool required{};
};

// A narrative question of a period's report.
struct report_question {
    std::string code;
    bilingual name;
    bool required{};
};

struct achievement_class {
    std::string code;   // persisted: above, on, near, below, not_reported
    std::string colour; // one of colours()
    bilingual name;
    std::optional<double> from; // percent, inclusive unless `above`
    bool above{};               // strictly greater than `from`
};

struct score_weights {
    int administration{30};
    int substance{70};
};

inline constexpr int plan_years_max = 3;

struct kind {
    std::string name; // rad_pks
    int version{1};
    bilingual title;
    int years{1};                     // that one plan is for, plan_years_max at most
    std::vector<period_rule> periods; // of all its years, without gap or overlap
    std::vector<coded> phases;        // in the order in which they are shown
    std::vector<coded> roles;         // its own, beside those that every installation has
    std::vector<chain_stage> approval_chain;
    bool register_allowed{true};
    int review_working_days{10};
    int approval_working_days{10};
    bool silence_is_consent{};
    bool head_may_endorse_own_report{}; // relaxes four eyes between reporter and endorser
    std::vector<std::string> evidence_required;
    std::vector<coded> evidence_kinds; // all that a file may be; read from a file never empty
    std::vector<evidence_item> evidence_checklist;
    std::vector<matrix_column_rule> columns;
    std::vector<report_question> questions;
    score_weights weights;
    std::vector<achievement_class> classes; // first match wins
    int return_working_days{5};
    std::vector<int> ladder;                 // days from the deadline: -30 … -1, +1, +7
    int escalation_days{7};                  // from this step of it on the secretariat is told
    std::string hash;                        // SHA-256 of the file's bytes, hex
    std::shared_ptr<const std::string> file; // those bytes, shared by all copies
};

std::vector<std::string> codes_of(const std::vector<coded>&);
// Null when there is no such code.
const coded* find_coded(const std::vector<coded>&, std::string_view code);

std::vector<std::string> column_types();
std::string_view name_of(column_type); // text, number, date, choice
std::optional<column_type> column_type_of(std::string_view name);

// The kind's periods of a plan that begins in the given year, without overrides.
std::vector<period> periods_of(const kind&, int year);

// The class of a percentage; the last class (not reported) when there is none to judge (NaN).
// A class without `from` takes what the classes before it left. Null when the kind has no classes.
const achievement_class* class_of(const kind&, double percent);

} // namespace workflow
