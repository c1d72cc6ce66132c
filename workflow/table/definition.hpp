#pragma once
// A workflow definition as a plain value: what the engine runs, the API offers, the pages draw and
// the tests walk. Made once from a table of `definitions/` by the words of `vocabulary.hpp`.
#include "workflow/words/error.hpp"
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <typeinfo>
#include <vector>

namespace workflow {

// Who may give a command, relative to the thing it is given to. `system` is the engine itself.
enum class who : std::uint16_t {
    secretariat = 1,        // of the plan's region
    parent_secretariat = 2, // of the region above
    reviewing_head = 4,     // agency_head of the reviewing agency
    stage_member = 8,       // holds the role of the approval's stage
    lead_staff = 16,        // agency_staff of the target's lead agency
    lead_head = 32,         // agency_head of the target's lead agency
    reporter = 64,          // the person whose report stands
    system = 128,
};

// Which of them somebody is.
class actor_set {
public:
    actor_set() = default;
    actor_set(who w) : bits_(static_cast<std::uint16_t>(w)) {}
    bool has(who w) const { return (bits_ & static_cast<std::uint16_t>(w)) != 0; }
    void add(who w) { bits_ |= static_cast<std::uint16_t>(w); }

private:
    std::uint16_t bits_{};
};

// What a guard may look at; every machine derives its own. Filled once per decision.
struct facts {
    actor_set actor;
    bool has_reporter{};                      // whether `who::reporter` means anybody now
    std::vector<std::string_view> not_needed; // body members that this state does without
    virtual ~facts() = default;
};

// A fact that can say where it fails, in the world that the facts are of.
struct located_fact {
    bool holds{};
    std::function<bilingual()> where{}; // asked only when it does not hold
    operator bool() const { return holds; }
};

// What one accepted command leads to, as MSM ran it.
struct decision {
    std::string_view from, command, to, event;
    std::vector<std::string_view> notices;
    std::vector<std::string_view> effects;
    std::string_view begins{}; // the effect that makes another thing; this one stays as it is
};

// What it takes for a guard that fails to hold.
enum class guard_kind {
    circumstance, // time, or somebody else
    four_eyes,    // another person: it fails because of who somebody is, not because of the work
    asked_for,    // the work itself: what the page of the command asks for
};

struct guard {
    std::string_view key; // of its sentence
    bool (*holds)(const facts&);
    bool selects{};  // tells rows of one (state, command) apart; never a refusal by itself
    bool opposite{}; // holds when the fact of this name does not
    guard_kind kind{};
    bilingual (*where)(const facts&){}; // what is amiss; null: it cannot say more
};

struct transition {
    std::string_view from, command, to;
    std::vector<guard> guards;
    std::vector<std::string_view> notices;
    std::vector<std::string_view> effects;
    std::optional<decision> (*fire)(const facts&); // runs the MSM machine from `from`
    bool by_the_engine{};                          // of a system command
    std::string_view begins{};                     // as in the decision
};

// That a command is waited for. A command without it is a right: it may be given, and nobody waits.
struct work_mark {
    std::string_view matter;              // what a reminder asks for: report, review …
    std::vector<std::string_view> states; // where it is waited for; empty: wherever it has a row
    bool (*when)(const facts&){};         // null: always
};

struct command_word {
    std::string_view name;
    std::string_view event; // past tense, in the history
    std::vector<who> by;
    std::vector<std::string_view> needs; // members the body must have
    std::vector<std::string_view> takes; // members it may have beside reason and note
    bool sensitive{};                    // wants a recent sign-in, not for bearer tokens
    std::optional<work_mark> work{};

    bool is_system() const { return by.size() == 1 && by.front() == who::system; }
};

struct definition {
    std::string_view name;     // rad_drafting
    std::string_view resource; // plans
    int version{1};
    std::string_view initial;
    std::vector<std::string_view> states;
    std::vector<std::string_view> finals;
    std::vector<command_word> commands;
    std::vector<transition> transitions;
    const std::type_info* facts_type{};

    bool is_final(std::string_view state) const;
    const command_word* command(std::string_view name) const; // null when there is none
};

} // namespace workflow
