#pragma once
// Kinds of plan that the product was not written for (tests/data/kinds), and a plan of one of them
// that lives through its year in a district, each step over HTTP as its people take it.
#include "tests/scenarios/support/newcomers.hpp"
#include "tests/support/temporary_directory.hpp"

namespace scenarios {

// What a test expects of a kind; of its own version 1 where nothing else is said.
struct strange_kind {
    std::string name;
    std::vector<std::string> periods;
    std::string phase;              // of its rows, as offices write it
    std::vector<std::string> chain; // roles
    bool head_reports{};            // relaxed four eyes: who reports is who endorses
    std::string reported[3];        // the period of which something is reported at each visit
    std::string class_at_nine_tenths;
    std::string reminded_of; // a cut-off that this year reminds of, at each visit still to come
    std::vector<std::string> next_periods; // of version 2, like those below
    std::string next_phase;                // persisted
    std::string next_role;                 // of its chain, and of no other version's
};
const std::vector<strange_kind>& strange_kinds();

// A directory for --kinds.
class kinds_folder {
public:
    kinds_folder() { fill(""); }
    std::string path() const { return folder_.path().string(); }
    void raise() { fill("raised"); } // every file becomes that of version 2
    void clear();

private:
    void fill(const std::string& from); // of tests/data/kinds
    support::temporary_directory folder_{"rampung-kinds"};
};

class strange_plan {
public:
    strange_plan(district&, const strange_kind&);

    void import_matrix(); // two actions with a target in every period
    void go_through_review_and_chain();
    void adopt();
    void amend(); // an action gets another criterion; all the way to the decree
    // The first open target of that period: reported, endorsed, signed off. Its answer at the end.
    json::object report(const std::string& period);
    void report_to_region_above(const std::string& period);

    const std::string& id() const { return id_; }
    const strange_kind& kind() const { return kind_; }
    person& keeper() { return here_.as("sekretariat"); }
    district& at() { return here_; }

private:
    json::object await_open(const std::string& period);
    void show_checklist(person&,
                        const std::string& target);   // a file to each item, where it has some
    void answer_questions(const std::string& report); // all, where the kind asks some

    district& here_;
    const strange_kind& kind_;
    std::string id_;
};

std::vector<std::string> codes_of(const json::value& periods); // of each its "code"

} // namespace scenarios
