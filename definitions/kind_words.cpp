// A code has its words beside it, or in the dictionary: nobody reads a bare code.
#include "definitions/kind_words.hpp"
#include "definitions/nearest_word.hpp"
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/people/roles.hpp"
#include <algorithm>

namespace definitions {

using namespace workflow;

namespace {

constexpr std::size_t words_max = 20;
constexpr std::size_t columns_max = 20;
constexpr std::size_t choices_max = 30;

// The three members that every word has; the caller says that there are no others.
coded read_code(kind_reader& in)
{
    return {in.member("code").name(), {in.member("id").text(), in.member("en").text()}};
}

coded read_coded(kind_reader& in)
{
    coded word = read_code(in);
    in.expect_no_other_members();
    return word;
}

// A code that nobody gave words is called by itself.
coded read_word(kind_reader& in, dictionary words)
{
    if (!in.is_text()) return read_coded(in);
    const auto code = in.name();
    if (const coded* known = find_default(words, code)) return *known;
    const auto known = codes_of(defaults(words));
    if (!code.empty())
        in.fail_later("expected {code, id, en}, or alone " + one_of(known) + ", found " + code +
                      did_you_mean(code, known));
    return {code, code};
}

// Notes a code that the list has already, and words that another code has.
template <class entry> void add_new(std::vector<entry>& list, entry next, const kind_reader& in)
{
    for (const auto& other : list) {
        if (other.code == next.code) {
            if (!next.code.empty()) in.fail("named twice: " + next.code);
        } else if (other.name.id == next.name.id && !next.name.id.empty()) {
            in.fail_later("expected words of its own, found \"" + next.name.id + "\", as " +
                          other.code + " is called");
        }
    }
    list.push_back(std::move(next));
}

std::vector<coded> read_coded_list(const kind_reader& in, std::size_t least, std::size_t most)
{
    std::vector<coded> list;
    in.each(least, most, [&](kind_reader& entry) { add_new(list, read_coded(entry), entry); });
    return list;
}

// Members that an action has for every kind, and columns that each period has.
bool is_taken(std::string_view code, const std::vector<period_rule>& periods)
{
    for (std::size_t i = 0; i < matrix_columns; ++i)
        if (field_of(static_cast<matrix_column>(i)) == code) return true;
    for (const char* member : {"mandatory", "targets", "plan", "revision", "version"})
        if (code == member) return true;
    for (const auto& each : periods)
        for (const char* begins : {"target_", "unit_", "quantity_"})
            if (code == begins + each.code) return true;
    return false;
}

// A sheet's heading as it is compared there: those of the fixed columns and of the periods.
bool is_taken_heading(std::string_view words, const std::vector<period_rule>& periods)
{
    const std::string key = spelling_key(words);
    if (key == "target") return true;
    for (std::size_t i = 0; i < matrix_columns; ++i)
        if (spelling_key(heading_of(static_cast<matrix_column>(i))) == key) return true;
    for (const auto& each : periods)
        for (const std::string begins : {"", "Target ", "Satuan ", "Kuantitas "})
            for (const std::string& word : {each.code, each.title.id, each.title.en})
                if (!word.empty() && spelling_key(begins + word) == key) return true;
    return false;
}

void read_choices(kind_reader& in, matrix_column_rule& column)
{
    if (column.type == column_type::choice) {
        column.choices = read_coded_list(in.member("choices"), 2, choices_max);
    } else if (const auto choices = in.optional_member("choices")) {
        choices->fail("expected only beside the type choice, found beside " +
                      std::string(name_of(column.type)));
    }
}

matrix_column_rule read_column(kind_reader& in, const std::vector<period_rule>& periods)
{
    const coded word = read_code(in);
    if (is_taken(word.code, periods))
        in.fail("expected a code of its own, found " + word.code +
                ", which the matrix has for every kind");
    if (is_taken_heading(word.name.id, periods))
        in.fail_later("expected words of its own, found \"" + word.name.id +
                      "\", a heading that the matrix has for every kind");
    matrix_column_rule column{word.code, word.name, {}, {}, false};
    const auto type = in.member("type").name_among(column_types());
    column.type = column_type_of(type).value_or(column_type::text);
    if (column_type_of(type))
        read_choices(in, column);
    else
        in.optional_member("choices");
    if (const auto required = in.optional_member("required")) column.required = required->flag();
    in.expect_no_other_members();
    return column;
}

evidence_item read_item(kind_reader& in, const std::vector<coded>& kinds)
{
    const coded word = read_code(in);
    evidence_item item{word.code, word.name, {}, {}, {}};
    item.kind = in.member("kind").name_among(codes_of(kinds));
    if (const auto by = in.optional_member("signed_by")) item.signed_by = read_bilingual(*by);
    if (const auto example = in.optional_member("example")) item.example = read_bilingual(*example);
    in.expect_no_other_members();
    return item;
}

} // namespace

bilingual read_bilingual(kind_reader in)
{
    bilingual text{in.member("id").text(), in.member("en").text()};
    in.expect_no_other_members();
    return text;
}

std::vector<coded> read_words(const kind_reader& in, dictionary words)
{
    std::vector<coded> list;
    in.each(1, words_max,
            [&](kind_reader& entry) { add_new(list, read_word(entry, words), entry); });
    return list;
}

std::vector<coded> read_roles(const kind_reader& in)
{
    const auto taken = own_roles();
    std::vector<coded> roles;
    in.each(1, words_max, [&](kind_reader& entry) {
        auto role = read_coded(entry);
        if (taken.contains(role.code) || role.code == "system")
            entry.fail("expected a role of the kind's own, found " + role.code +
                       ", which every installation has");
        add_new(roles, std::move(role), entry);
    });
    return roles;
}

void add_role(std::vector<coded>& own, const std::string& role)
{
    if (role.empty() || find_coded(own, role) || own_roles().contains(role)) return;
    const coded* known = find_default(dictionary::role, role);
    own.push_back(known ? *known : coded{role, role});
}

bilingual name_of_role(const std::vector<coded>& own, const std::string& role)
{
    if (const auto* found = find_coded(own, role)) return found->name;
    return title_of_role(role);
}

std::vector<evidence_item> read_checklist(const kind_reader& in, const std::vector<coded>& kinds)
{
    std::vector<evidence_item> list;
    in.each(1, words_max,
            [&](kind_reader& entry) { add_new(list, read_item(entry, kinds), entry); });
    return list;
}

std::vector<matrix_column_rule> read_columns(const kind_reader& in,
                                             const std::vector<period_rule>& periods)
{
    std::vector<matrix_column_rule> columns;
    in.each(1, columns_max,
            [&](kind_reader& entry) { add_new(columns, read_column(entry, periods), entry); });
    return columns;
}

std::vector<report_question> read_questions(const kind_reader& in)
{
    std::vector<report_question> questions;
    in.each(1, words_max, [&](kind_reader& entry) {
        const coded word = read_code(entry);
        report_question question{word.code, word.name, false};
        if (const auto required = entry.optional_member("required"))
            question.required = required->flag();
        entry.expect_no_other_members();
        add_new(questions, std::move(question), entry);
    });
    return questions;
}

} // namespace definitions
