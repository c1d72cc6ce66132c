// A kind, member by member in the order of its file. Rules that came with this format's second
// version are `later` ones: kinds kept from before them are still read.
#include "definitions/kind_members.hpp"
#include "definitions/kind_periods.hpp"
#include "definitions/kind_reader.hpp"
#include "definitions/kind_words.hpp"
#include "definitions/nearest_word.hpp"
#include "workflow/kinds/colours.hpp"
#include "workflow/people/person.hpp"
#include "workflow/people/roles.hpp"
#include <algorithm>

namespace definitions {

using namespace workflow;

namespace {

constexpr int version_max = 1'000'000;
constexpr int quorum_max = 20;
constexpr std::size_t stages_max = 8;
constexpr std::size_t classes_max = 12;
constexpr std::size_t steps_max = 20;
constexpr std::size_t evidence_max = 10;
constexpr int offset_days_max = 366;
constexpr int working_days_max = 250;
constexpr std::string_view last_class = "not_reported";

void read_name(kind_reader in, kind& kind)
{
    kind.name = in.name();
    if (!kind.name.empty() && !is_kind_name(kind.name))
        in.fail_later("expected a name of its own, found " + kind.name +
                      ", which addresses need for themselves");
}

// Whoever takes part in a plan otherwise, or decides nothing at all, approves no plan.
bool approves_nothing(std::string_view name)
{
    return name == role::agency_staff || name == role::agency_head || name == role::observer ||
           name == role::administrator;
}

// The product's roles that approve, those that a dictionary has, and the kind's own.
std::vector<std::string> approvers(const std::vector<coded>& of_kind)
{
    std::vector<std::string> roles = codes_of(defaults(dictionary::role));
    for (const auto& [name, place] : own_roles())
        if (!approves_nothing(name)) roles.push_back(name);
    for (const auto& each : of_kind)
        if (std::find(roles.begin(), roles.end(), each.code) == roles.end())
            roles.push_back(each.code);
    return roles;
}

chain_stage read_stage(kind_reader& in, const std::vector<coded>& of_kind)
{
    chain_stage stage;
    stage.name = in.member("name").name();
    const auto role = in.member("role");
    if (role.is_text() && approves_nothing(stage.role = role.text()))
        role.fail("expected " + one_of(approvers(of_kind)) + ", found " + stage.role +
                  ", a role that approves nothing");
    else
        stage.role = role.name_among(approvers(of_kind));
    stage.quorum = in.member("quorum").number(1, quorum_max);
    if (const auto title = in.optional_member("title")) stage.title = read_bilingual(*title);
    in.expect_no_other_members();
    return stage;
}

std::vector<chain_stage> read_chain(const kind_reader& in, const std::vector<coded>& of_kind)
{
    std::vector<chain_stage> chain;
    in.each(1, stages_max, [&](kind_reader& entry) {
        auto stage = read_stage(entry, of_kind);
        for (const auto& other : chain)
            if (other.name == stage.name && !stage.name.empty())
                entry.fail("named twice: " + stage.name);
        chain.push_back(std::move(stage));
    });
    return chain;
}

// A role that no stage asks could be given to people who would never have anything to do.
void expect_all_asked(const kind_reader& roles, const kind& kind)
{
    for (std::size_t i = 0; i < kind.roles.size(); ++i) {
        const auto& code = kind.roles[i].code;
        const auto asks = [&](const auto& stage) { return stage.role == code; };
        if (std::none_of(kind.approval_chain.begin(), kind.approval_chain.end(), asks))
            roles.fail_at(i, "expected a stage of approval_chain for it, found none that asks " +
                                 code);
    }
}

void read_roles_and_chain(kind_reader& in, kind& kind)
{
    const auto then = in.mistakes();
    const auto roles = in.optional_member("roles");
    if (roles) kind.roles = read_roles(*roles);
    kind.approval_chain = read_chain(in.member("approval_chain"), kind.roles);
    if (roles && in.faultless_since(then) && !kind.approval_chain.empty())
        expect_all_asked(*roles, kind);
    for (auto& stage : kind.approval_chain) {
        add_role(kind.roles, stage.role);
        if (stage.title.empty()) stage.title = name_of_role(kind.roles, stage.role);
    }
}

std::vector<std::string> read_required(const kind_reader& in, const std::vector<coded>& kinds)
{
    std::vector<std::string> codes;
    in.each(0, evidence_max, [&](kind_reader& entry) {
        auto code = entry.name_among(codes_of(kinds));
        if (std::find(codes.begin(), codes.end(), code) != codes.end())
            entry.fail("named twice: " + code);
        codes.push_back(std::move(code));
    });
    return codes;
}

void read_evidence(kind_reader& in, kind& kind)
{
    const auto kinds = in.optional_member("evidence_kinds");
    kind.evidence_kinds =
        kinds ? read_words(*kinds, dictionary::evidence_kind) : usual_evidence_kinds();
    kind.evidence_required = read_required(in.member("evidence_required"), kind.evidence_kinds);
    if (auto list = in.optional_member("evidence_checklist"))
        kind.evidence_checklist = read_checklist(*list, kind.evidence_kinds);
    // Of former times, without words. Last, or a misspelt one would be offered as a right one.
    for (const auto& code : kind.evidence_required)
        if (!find_coded(kind.evidence_kinds, code))
            kind.evidence_kinds.push_back({code, {code, code}});
}

score_weights read_weights(kind_reader in)
{
    const auto then = in.mistakes();
    score_weights weights{in.member("administration").number(0, 100),
                          in.member("substance").number(0, 100)};
    in.expect_no_other_members();
    const int sum = weights.administration + weights.substance;
    if (in.is_there() && in.faultless_since(then) && sum != 100)
        in.fail("expected a sum of 100, found " + std::to_string(sum));
    return weights;
}

std::string read_colour(const kind_reader& in)
{
    std::vector<std::string> known;
    for (const auto& each : colours()) known.push_back(each.code);
    if (in.is_text()) {
        const auto found = in.text();
        for (const auto& each : colours())
            if (each.name.en == found) {
                in.fail_later("expected " + one_of(known) + ", found " + found +
                              "; did you mean \"" + each.code + "\"?");
                return found;
            }
    }
    return in.name_among(known);
}

achievement_class read_class(kind_reader& in)
{
    achievement_class scale;
    scale.code = in.member("code").name();
    scale.colour = read_colour(in.member("colour"));
    scale.name = read_bilingual(in.member("name"));
    if (auto from = in.optional_member("from")) scale.from = from->real();
    if (auto above = in.optional_member("above")) {
        scale.above = above->flag();
        if (scale.above && !scale.from) above->fail("expected `from` beside it, found nothing");
    }
    in.expect_no_other_members();
    return scale;
}

// Whether a percentage that the first leaves can be of the second.
bool leaves_some(const achievement_class& first, const achievement_class& second)
{
    if (!second.from) return true;
    if (!first.from) return false;
    return *second.from < *first.from ||
           (*second.from == *first.from && first.above && !second.above);
}

// Best class first; the last two have no `from`: all lower percentages, and nothing reported.
std::vector<achievement_class> read_classes(const kind_reader& in)
{
    std::vector<achievement_class> classes;
    const auto then = in.mistakes();
    in.each(1, classes_max, [&](kind_reader& entry) {
        auto scale = read_class(entry);
        for (const auto& other : classes)
            if (other.code == scale.code && !scale.code.empty())
                entry.fail("named twice: " + scale.code);
        if (!classes.empty() && !leaves_some(classes.back(), scale))
            entry.fail("never reached: " + classes.back().code +
                       " before it takes every such percentage");
        classes.push_back(std::move(scale));
    });
    const auto open = std::count_if(classes.begin(), classes.end(),
                                    [](const auto& scale) { return !scale.from; });
    if (in.is_there() && in.faultless_since(then) &&
        (open != 2 || classes.back().code != last_class))
        in.fail("expected to end with one class without `from` and then not_reported, found " +
                std::to_string(open) + " without and " + classes.back().code + " at the end");
    return classes;
}

std::vector<int> read_ladder(const kind_reader& in)
{
    std::vector<int> ladder;
    in.each(1, steps_max, [&](kind_reader& entry) {
        const auto then = entry.mistakes();
        const int step = entry.number(-offset_days_max, offset_days_max);
        if (!entry.faultless_since(then)) return;
        if (step == 0) entry.fail("expected days before (-) or after (+), found 0");
        if (!ladder.empty() && ladder.back() >= step)
            entry.fail("expected a step after the one before it, found " + std::to_string(step) +
                       " after " + std::to_string(ladder.back()));
        ladder.push_back(step);
    });
    return ladder;
}

void read_reminders(kind_reader& in, kind& kind)
{
    const auto ladder = in.member("ladder");
    const auto then = ladder.mistakes();
    kind.ladder = read_ladder(ladder);
    const bool is_clear = ladder.is_there() && ladder.faultless_since(then);
    const auto days = in.optional_member("escalation_days");
    if (!days) return; // of a ladder without such a step nobody else is told, which may be meant
    kind.escalation_days = days->number(1, offset_days_max);
    if (is_clear && !kind.ladder.empty() && kind.ladder.back() < kind.escalation_days)
        days->fail_later("expected a step of the ladder on which the secretariat is told (" +
                         std::to_string(kind.escalation_days) + " days or later), found " +
                         std::to_string(kind.ladder.back()) + " as the last");
}

void read_terms(kind_reader& in, kind& kind)
{
    kind.register_allowed = in.member("register_allowed").flag();
    kind.review_working_days = in.member("review_working_days").number(1, working_days_max);
    kind.approval_working_days = in.member("approval_working_days").number(1, working_days_max);
    kind.silence_is_consent = in.member("silence_is_consent").flag();
    kind.head_may_endorse_own_report = in.member("head_may_endorse_own_report").flag();
    kind.return_working_days = in.member("return_working_days").number(1, working_days_max);
}

} // namespace

kind read_kind(kind_text& text)
{
    kind_reader in(text);
    kind kind;
    read_name(in.member("name"), kind);
    kind.version = in.member("version").number(1, version_max);
    kind.title = read_bilingual(in.member("title"));
    if (auto years = in.optional_member("years")) kind.years = years->number(1, years_max);
    kind.periods = read_periods(in.member("periods"), kind.years);
    kind.phases = read_words(in.member("phases"), dictionary::phase);
    read_roles_and_chain(in, kind);
    read_terms(in, kind);
    read_evidence(in, kind);
    kind.weights = read_weights(in.member("weights"));
    kind.classes = read_classes(in.member("classes"));
    read_reminders(in, kind);
    if (auto columns = in.optional_member("columns"))
        kind.columns = read_columns(*columns, kind.periods);
    if (auto questions = in.optional_member("questions"))
        kind.questions = read_questions(*questions);
    in.expect_no_other_members();
    return kind;
}

} // namespace definitions
