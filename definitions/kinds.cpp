// A kind, member by member in the order of its file, with the rules that its members must keep.
#include "definitions/kinds.hpp"
#include "definitions/kind_reader.hpp"
#include "embedded/kinds.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>
#include <boost/json/parse.hpp>
#include <fstream>
#include <iterator>
#include <set>

namespace definitions {

using namespace workflow;

namespace {

constexpr std::size_t periods_max = 12;
constexpr std::size_t stages_max = 8;
constexpr std::size_t classes_max = 12;
constexpr std::size_t steps_max = 20;
constexpr std::size_t evidence_max = 10;
constexpr int offset_days_max = 366;
constexpr int working_days_max = 250;

// The persisted phases of the law's three stages of conflict handling (UU 7/2012).
const std::set<std::string, std::less<>> known_phases{"prevention", "cessation", "recovery"};

bilingual read_bilingual(kind_reader in)
{
    bilingual text{in.member("id").text(), in.member("en").text()};
    in.expect_no_other_members();
    return text;
}

month_day read_month_day(kind_reader in)
{
    month_day rule;
    rule.month = static_cast<unsigned>(in.member("month").number(1, 12));
    const auto place = in.member("day");
    rule.day = static_cast<unsigned>(place.number(1, 31));
    if (auto years = in.optional_member("years_later")) rule.years_later = years->number(0, 1);
    in.expect_no_other_members();
    // 31 may stand for the last day of any month; another day must exist in a leap year.
    const date named{std::chrono::year{2024}, std::chrono::month{rule.month},
                     std::chrono::day{rule.day}};
    if (rule.day != 31 && !named.ok()) place.fail("expected a day of that month");
    return rule;
}

period_rule read_period(kind_reader& in)
{
    period_rule rule;
    rule.code = in.member("code").text();
    rule.from = read_month_day(in.member("from"));
    rule.to = read_month_day(in.member("to"));
    rule.cut_off_days = in.member("cut_off_days").number(-offset_days_max, offset_days_max);
    const auto due = in.member("due_days");
    rule.due_days = due.number(-offset_days_max, offset_days_max);
    if (rule.due_days < rule.cut_off_days) due.fail("expected not before cut_off_days");
    const auto lock = in.member("lock_days");
    rule.lock_days = lock.number(-offset_days_max, offset_days_max);
    if (rule.lock_days < rule.due_days) lock.fail("expected not before due_days");
    in.expect_no_other_members();
    return rule;
}

std::vector<period_rule> read_periods(const kind_reader& in)
{
    kind so_far;
    in.each(1, periods_max, [&](kind_reader& entry) {
        const auto rule = read_period(entry);
        for (const auto& other : so_far.periods) {
            if (other.code == rule.code) entry.fail("a second period " + rule.code);
        }
        so_far.periods.push_back(rule);
        // A leap year and a common one: February must fit in both.
        for (int year : {2024, 2025}) {
            const auto dated = periods_of(so_far, year);
            const auto& last = dated.back();
            if (last.to < last.from) entry.fail("expected an end after the beginning");
            if (last.cut_off < last.from) entry.fail("expected a cut-off after the beginning");
            if (dated.size() > 1 && last.from <= dated[dated.size() - 2].to) {
                entry.fail("begins before " + dated[dated.size() - 2].code + " has ended");
            }
        }
    });
    return so_far.periods;
}

std::vector<std::string> read_names(const kind_reader& in, std::size_t least, std::size_t most)
{
    std::vector<std::string> names;
    in.each(least, most, [&](kind_reader& entry) {
        names.push_back(entry.name());
        if (std::count(names.begin(), names.end(), names.back()) > 1) {
            entry.fail("named twice: " + names.back());
        }
    });
    return names;
}

std::vector<std::string> read_phases(const kind_reader& in)
{
    in.each(1, known_phases.size(), [](kind_reader& entry) {
        if (!known_phases.contains(entry.name())) {
            entry.fail("expected prevention, cessation or recovery, found " + entry.name());
        }
    });
    return read_names(in, 1, known_phases.size());
}

std::vector<chain_stage> read_chain(const kind_reader& in)
{
    // Whoever takes part in a plan otherwise, or decides nothing at all, approves no plan.
    static const std::set<std::string, std::less<>> no_approvers{"agency_staff", "agency_head",
                                                                 "observer", "administrator"};
    std::vector<chain_stage> chain;
    in.each(1, stages_max, [&](kind_reader& entry) {
        chain_stage stage;
        stage.name = entry.member("name").name();
        const auto role = entry.member("role");
        stage.role = role.name();
        if (no_approvers.contains(stage.role)) role.fail("a role that approves nothing");
        stage.quorum = entry.member("quorum").number(1, 20);
        entry.expect_no_other_members();
        for (const auto& other : chain) {
            if (other.name == stage.name) entry.fail("a second stage " + stage.name);
        }
        chain.push_back(stage);
    });
    return chain;
}

score_weights read_weights(kind_reader in)
{
    score_weights weights{in.member("administration").number(0, 100),
                          in.member("substance").number(0, 100)};
    in.expect_no_other_members();
    if (weights.administration + weights.substance != 100) in.fail("expected a sum of 100");
    return weights;
}

achievement_class read_class(kind_reader& in)
{
    achievement_class scale;
    scale.code = in.member("code").name();
    scale.colour = in.member("colour").name();
    scale.name = read_bilingual(in.member("name"));
    if (auto from = in.optional_member("from")) scale.from = from->real();
    if (auto above = in.optional_member("above")) {
        scale.above = above->flag();
        if (scale.above && !scale.from) above->fail("expected `from` beside it");
    }
    in.expect_no_other_members();
    return scale;
}

// Best class first; the last two have no `from`: all lower percentages, and nothing reported.
std::vector<achievement_class> read_classes(const kind_reader& in)
{
    std::vector<achievement_class> classes;
    in.each(1, classes_max, [&](kind_reader& entry) {
        auto scale = read_class(entry);
        for (const auto& other : classes) {
            if (other.code == scale.code) entry.fail("a second class " + scale.code);
        }
        if (!classes.empty() && scale.from) {
            const auto& before = classes.back();
            const bool lower =
                before.from && (*scale.from < *before.from ||
                                (*scale.from == *before.from && before.above && !scale.above));
            if (!lower) entry.fail("never reached: a class before it takes every such percentage");
        }
        classes.push_back(std::move(scale));
    });
    const auto open = std::count_if(classes.begin(), classes.end(),
                                    [](const auto& scale) { return !scale.from; });
    if (open != 2 || classes.back().code != "not_reported") {
        in.fail("expected to end with a class without `from` and then not_reported");
    }
    return classes;
}

std::vector<int> read_ladder(const kind_reader& in)
{
    std::vector<int> ladder;
    in.each(1, steps_max, [&](kind_reader& entry) {
        ladder.push_back(entry.number(-offset_days_max, offset_days_max));
        if (ladder.back() == 0) entry.fail("expected days before (-) or after (+), found 0");
        if (ladder.size() > 1 && ladder[ladder.size() - 2] >= ladder.back()) {
            entry.fail("expected a step after the one before it");
        }
    });
    return ladder;
}

kind read_kind(kind_reader in)
{
    kind kind;
    kind.name = in.member("name").name();
    kind.version = in.member("version").number(1, 1'000'000);
    kind.title = read_bilingual(in.member("title"));
    kind.periods = read_periods(in.member("periods"));
    kind.phases = read_phases(in.member("phases"));
    kind.approval_chain = read_chain(in.member("approval_chain"));
    kind.register_allowed = in.member("register_allowed").flag();
    kind.review_working_days = in.member("review_working_days").number(1, working_days_max);
    kind.approval_working_days = in.member("approval_working_days").number(1, working_days_max);
    kind.silence_is_consent = in.member("silence_is_consent").flag();
    kind.head_may_endorse_own_report = in.member("head_may_endorse_own_report").flag();
    kind.return_working_days = in.member("return_working_days").number(1, working_days_max);
    kind.evidence_required = read_names(in.member("evidence_required"), 0, evidence_max);
    kind.weights = read_weights(in.member("weights"));
    kind.classes = read_classes(in.member("classes"));
    kind.ladder = read_ladder(in.member("ladder"));
    if (auto days = in.optional_member("escalation_days"))
        kind.escalation_days = days->number(1, offset_days_max);
    in.expect_no_other_members();
    return kind;
}

std::string contents_of(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file) throw kind_fault(path.string(), "", "expected a file that can be read");
    return text;
}

void expect_different(const std::vector<kind>& kinds, const kind& next, const std::string& file)
{
    for (const auto& kind : kinds) {
        if (kind.name == next.name && kind.version == next.version) {
            throw kind_fault(file, "/name",
                             "another file gives " + next.name + " version " +
                                 std::to_string(next.version));
        }
    }
}

} // namespace

kind_fault::kind_fault(std::string in_file, std::string at_place, std::string what_fault)
    : std::runtime_error(in_file + ", at \"" + at_place + "\": " + what_fault),
      file(std::move(in_file)), place(std::move(at_place)), fault(std::move(what_fault))
{
}

kind load_kind(std::string_view file, std::string_view text)
{
    boost::json::error_code error;
    const auto document = boost::json::parse({text.data(), text.size()}, error);
    if (error) throw kind_fault(std::string(file), "", "expected JSON: " + error.message());
    auto kind = read_kind(kind_reader(file, document));
    kind.hash = workflow::sha256_hex(text);
    kind.file = std::make_shared<const std::string>(text);
    return kind;
}

std::vector<kind> built_in_kinds()
{
    std::vector<kind> kinds;
    for (const auto& [file, text] : embedded::kinds()) kinds.push_back(load_kind(file, text));
    return kinds;
}

std::vector<kind> kinds_from(const std::filesystem::path& directory)
{
    std::error_code error;
    std::set<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".json") files.insert(entry->path());
    }
    if (error) throw kind_fault(directory.string(), "", "expected a directory: " + error.message());
    std::vector<kind> kinds;
    for (const auto& path : files) {
        auto next = load_kind(path.string(), contents_of(path));
        expect_different(kinds, next, path.string());
        kinds.push_back(std::move(next));
    }
    return kinds;
}

std::vector<kind> known_kinds(const std::filesystem::path& directory)
{
    std::vector<kind> kinds = built_in_kinds();
    if (directory.empty()) return kinds;
    for (kind& k : kinds_from(directory)) kinds.push_back(std::move(k));
    return kinds;
}

} // namespace definitions
