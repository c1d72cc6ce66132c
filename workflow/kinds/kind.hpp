#pragma once
// A kind of plan as data: periods, phases, approval chain, rules and scales. Read from JSON by
// definitions/kinds, kept in the database by hash, and carried by every plan with its version.
#include "workflow/days/clock.hpp"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace workflow {

struct bilingual {
    std::string id;
    std::string en;
    const std::string& in(std::string_view locale) const { return locale == "en" ? en : id; }
};

struct month_day {
    unsigned month{};
    unsigned day{}; // 31 in February means its last day
    int years_later{};
};

// A period as the kind declares it. Offsets count calendar days after the last day.
struct period_rule {
    std::string code; // B04
    month_day from;
    month_day to;
    int cut_off_days{};
    int due_days{};
    int lock_days{};
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
    std::string role;
    int quorum{1};
};

struct achievement_class {
    std::string code;   // persisted: above, on, near, below, not_reported
    std::string colour; // biru, hijau, kuning, merah, hitam
    bilingual name;
    std::optional<double> from; // percent, inclusive unless `above`
    bool above{};               // strictly greater than `from`
};

struct score_weights {
    int administration{30};
    int substance{70};
};

struct kind {
    std::string name; // rad_pks
    int version{1};
    bilingual title;
    std::vector<period_rule> periods;
    std::vector<std::string> phases; // prevention, cessation, recovery
    std::vector<chain_stage> approval_chain;
    bool register_allowed{true};
    int review_working_days{10};
    int approval_working_days{10};
    bool silence_is_consent{};
    bool head_may_endorse_own_report{}; // relaxes four eyes between reporter and endorser
    std::vector<std::string> evidence_required;
    score_weights weights;
    std::vector<achievement_class> classes; // first match wins
    int return_working_days{5};
    std::vector<int> ladder;                 // days from the deadline: -30 … -1, +1, +7
    int escalation_days{7};                  // from this step of it on the secretariat is told
    std::string hash;                        // SHA-256 of the file's bytes, hex
    std::shared_ptr<const std::string> file; // those bytes, shared by all copies
};

// The kind's periods in the given year, without overrides.
std::vector<period> periods_of(const kind&, int year);

// The class of a percentage; the last class (not reported) when there is none to judge (NaN).
// A class without `from` takes what the classes before it left. Null when the kind has no classes.
const achievement_class* class_of(const kind&, double percent);

} // namespace workflow
