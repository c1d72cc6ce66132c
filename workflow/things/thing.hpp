#pragma once
// A noun with a machine, described once: everything that anybody asks of such a thing. The engine,
// rights, inbox, ladder, mails and the replay are loops over these descriptions; what is asked of a
// resource that nobody described is a bug.
#include "workflow/things/command.hpp"
#include "workflow/things/nouns.hpp"
#include "workflow/words/sentences.hpp"
#include <memory>

namespace workflow {

// What of a thing decides who is who to it.
struct relation {
    std::string_view resource;
    reference agency{};       // that reviews it, or leads its target; empty: it is the region's
    std::string stage_role{}; // of an approval
    reference reporter{};     // who reported last
    bool report_stands{};     // and whether that report is what it waits with
};

// What a reminder says of a piece of work.
struct wait {
    std::string matter; // what is asked for: report, review … or revise
    date deadline{};
    int round{1}; // tells this wait from the next
};

// An effect of the tables: what it does to a world, and what the history tells of it later.
struct effect_row {
    std::string_view name;
    void (*apply)(ongoing_step&, const machine_ref&);
    void (*replayed)(played::history&, const event&);
};

// Plan-wide audiences beside the posts relative to one thing.
enum class audience { related, agencies_of_the_plan };

struct telling {
    std::string_view notice;
    std::vector<who> to;
    std::vector<std::string_view> holds_in; // states of the thing; later it has been overtaken
    audience whom{audience::related};
};

struct comparison;

struct thing {
    std::string_view resource;
    std::vector<std::string_view> states; // by the names that others use (names.hpp)
    bool is_of_revision{}; // part of how a revision comes into force, which waits for it

    // Its part in a world.
    std::vector<machine_ref> (*all)(const world&);
    item* (*find)(world&, const machine_ref&); // null: not in this world
    std::int64_t& (*version)(world&, item&);
    // The machine that a command of this name is about, and those whose commands are offered.
    machine_ref (*about)(const world&, const std::string& id, std::string_view command);
    std::vector<machine_ref> (*offering)(const world&, const std::string& id);

    // What decides. `needs` says what must be loaded of a world for a command.
    std::unique_ptr<facts> (*look)(const world&, const item&, const principal&);
    relation (*relate)(const world&, const item&);
    parts shown{}; // what must be loaded of a world to show it
    parts (*needs)(const command_given&);
    void (*check_body)(std::vector<field_error>&, const world&, const item&, const command_given&);

    // What follows.
    void (*take_body)(item&, const command_body&); // what is kept of it with the thing
    void (*describe)(event&, const world&, const machine_ref&, const command_body*);
    void (*settle)(world&, const std::string& id, std::string_view command); // is not due again
    std::vector<effect_row> effects;
    std::vector<telling> tellings;
    bool (*is_at_it)(const world&); // whether the plan is where such things wait
    const item* (*told_of)(const world&, const std::string& id, std::string_view notice);

    // What it is called, and by when it waits for its work.
    bilingual (*title)(const world&, const item&);
    int (*round)(const item&);
    std::optional<date> (*due)(const world&, const item&);
    bool tells_due{}; // whether notices of it name that day
    // Whether it counts as agreed to when that day passes without a word; null: never.
    bool (*silence_consents)(const world&, const item&){};
    instant (*since)(const world&, const item&);
    wait (*work_of)(const world&, const item&, std::string_view matter);
    bool (*lies_given_back)(const world&, const item&);
    std::vector<std::string_view> giving_back; // commands that send it to who must repair it
    std::vector<std::string_view> settling;    // commands that end such a return besides

    // Its history. A finding says what is wrong with an event.
    played::standing* (*played)(played::history&, const event&); // null: not made yet
    played::standing& (*make)(played::history&, const event&);
    std::optional<std::string> (*check_making)(const played::history&, const event&);
    std::optional<std::string> (*take)(played::history&, const event&);
    void (*compare)(comparison&); // what is stored of all of them
};

// Each noun's description, and the sentences that only it needs.
template <class Noun> struct described_as {
    friend const thing* answer(described_as);
};
template <class Noun> struct words_of {
    friend std::span<const wording> answer(words_of);
};
template <class Noun> const thing& described()
{
    return *answer(described_as<Noun>{});
}
template <class Noun> std::string_view resource_of()
{
    return described<Noun>().resource;
}

// The plan's revisions first.
const std::vector<const thing*>& things();
// Throws std::logic_error for a resource that nobody has described.
const thing& thing_of(std::string_view resource);
bool is_described(std::string_view resource);

// The thing in its world; throws std::logic_error when it is not there.
const item& item_in(const world&, const machine_ref&);
// Null when it is not there.
const item* find_item(const world&, const machine_ref&);
std::int64_t version_of(const world&, const machine_ref&);

// What catalogue and descriptions do not agree on, a sentence each: a machine without a thing, an
// effect without its twin in the history, a notice without an audience, a `who` without a post.
std::vector<std::string> faults_of(const std::vector<definition>&);
// Throws std::logic_error with them, when there are any.
void require_described(const std::vector<definition>&);

// For descriptions: what most of them say.
template <class List> auto* with_id(List& list, const std::string& id)
{
    for (auto& x : list)
        if (x.id == id) return &x;
    return static_cast<decltype(&list.front())>(nullptr);
}
template <class List> auto& found(List& list, const std::string& id)
{
    if (auto* x = with_id(list, id)) return *x;
    throw std::logic_error("no such thing in this world: " + id);
}
std::int64_t& own_version(world&, item&);
void no_check(std::vector<field_error>&, const world&, const item&, const command_given&);
void keep_reason(item&, const command_body&);
void keep_nothing(item&, const command_body&);
void describe_nothing(event&, const world&, const machine_ref&, const command_body*);
void settle_nothing(world&, const std::string& id, std::string_view command);
int first_round(const item&);
std::optional<date> own_due(const world&, const item&);
instant own_since(const world&, const item&);
bilingual plan_title(const world&, const item&);
std::optional<std::string> made_by_the_engine(const played::history&, const event&);
std::optional<std::string> nothing_wrong(played::history&, const event&);
// The kind's days for returned work, counted from then.
date some_days_from(const world&, instant since);
// What has come back is revised, whatever is waited for the first time.
std::string_view revised(bool has_come_back, std::string_view matter);

} // namespace workflow
