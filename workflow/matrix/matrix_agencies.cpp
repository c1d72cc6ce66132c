// Reads cells of agencies, and keeps what is told and asked of each spelling.
#include "workflow/matrix/matrix_agencies.hpp"
#include "workflow/matrix/matrix_agency_segments.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>

namespace workflow {

namespace {

constexpr std::size_t rows_told_max = 20, leads_offered_max = 12, spellings_compared_max = 500;

// Words for no agency at all.
bool names_none(std::string_view text)
{
    static constexpr std::array words{"", "na", "nihil", "tidakada", "belumada", "kosong"};
    return says_nothing(text) ||
           std::find(words.begin(), words.end(), spelling_key(text)) != words.end();
}

// "OPD terkait", "Instansi terkait": somebody, but nobody in particular.
bool names_nobody(std::string_view text)
{
    static constexpr std::array wholes{
        "seluruhopd",          "semuaopd", "lintassektor", "lintasopd", "seluruhperangkatdaerah",
        "semuaperangkatdaerah"};
    const std::string key = spelling_key(text);
    constexpr std::size_t letters_max = 40;
    return (key.ends_with("terkait") && key.size() <= letters_max) ||
           std::find(wholes.begin(), wholes.end(), key) != wholes.end();
}

std::string numbers_listed(const std::vector<int>& numbers)
{
    std::string out;
    for (std::size_t at = 0; at < std::min(numbers.size(), rows_told_max); ++at)
        out += (at == 0 ? "" : ", ") + std::to_string(numbers[at]);
    return numbers.size() > rows_told_max ? out + ", …" : out;
}

std::string listed(const std::vector<std::string>& names)
{
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
    return out;
}

std::string quoted(const std::string& name)
{
    std::string out = "\"";
    for (const char c : name) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + '"';
}

} // namespace

agency_book::agency_book(const std::vector<agency>& agencies, const matrix_answers& answers)
    : agencies_(agencies), matcher_(agencies), answers_(answers)
{
    for (const auto& [text, id] : answers_.agencies)
        answers_by_key_.emplace(spelling_key(text), id);
}

cell_agencies agency_book::lead(std::string_view cell, int row)
{
    cell_agencies found = read(cell, true);
    if (found.names.empty()) {
        rows_without_lead_.push_back(row);
        const std::string id = answer(no_lead_question);
        if (std::string name = name_of(id); !name.empty())
            found.names.push_back({std::move(name), id, {}, false, true, false});
        return found;
    }
    if (found.names.size() > 1) rows_with_several_.push_back(row);
    if (!found.names[0].agency.empty()) leading_.insert(found.names[0].agency);
    return found;
}

cell_agencies agency_book::supporting(std::string_view cell)
{
    return read(cell, false);
}

bool agency_book::several_leads_open() const
{
    return answer(several_leads_question) == "left_open";
}

cell_agencies agency_book::read(std::string_view cell, bool leads)
{
    const std::string text = tidy_text(cell);
    cell_agencies found;
    if (names_none(text)) return found;
    if (leads && (answer_to(text) || matcher_.surely(text).exact)) {
        found.names.push_back(named(text, leads));
        return found;
    }
    for (const agency_part& part : agency_parts_in(text, matcher_)) {
        if (!part.several.empty())
            add_one_or_several(part, found, leads);
        else if (part.is_quoted || !names_none(part.text))
            found.names.push_back(named(part.text, leads));
    }
    return found;
}

void agency_book::add_one_or_several(const agency_part& part, cell_agencies& found, bool leads)
{
    const std::string id = "agencies:" + spelling_key(part.text);
    const matrix_question& doubt = doubt_about(part, id);
    if (doubt.answer == "several") {
        for (const std::string& text : part.several) found.names.push_back(named(text, leads));
        return;
    }
    named_agency whole = looked_up(part.text);
    const bool is_one = doubt.answer == "one" || whole.is_answered;
    const agency* meant =
        is_one && !whole.is_answered ? matcher_.with_words_of(part.text) : nullptr;
    if (meant && whole.agency.empty()) whole = {part.text, meant->id, {}, false, false, true};
    if (!is_one) {
        whole.agency.clear();
        found.undecided = id;
        for (const std::string& text : part.several) {
            const named_agency one = looked_up(text);
            if (!one.agency.empty()) whole.suggestions.push_back(one.agency);
            whole.suggestions.insert(whole.suggestions.end(), one.suggestions.begin(),
                                     one.suggestions.end());
        }
        std::set<std::string> there;
        std::erase_if(whole.suggestions,
                      [&](const std::string& each) { return !there.insert(each).second; });
    }
    tell(whole, leads);
    found.names.push_back(std::move(whole));
}

matrix_question& agency_book::doubt_about(const agency_part& part, const std::string& id)
{
    for (matrix_question& each : doubts_)
        if (each.id == id) return each;
    matrix_question doubt{id, {"matrix_ask_one_or_several", {{"text", part.text}}}, {}, "", ""};
    doubt.choices = {{"several", {"matrix_choice_several", {{"names", listed(part.several)}}}},
                     {"one", {"matrix_choice_one", {{"text", part.text}}}}};
    doubt.answer = answer(id);
    doubts_.push_back(std::move(doubt));
    return doubts_.back();
}

named_agency agency_book::named(const std::string& text, bool leads)
{
    auto place = seen_.find(text);
    if (place == seen_.end()) place = seen_.emplace(text, looked_up(text)).first;
    tell(place->second, leads);
    return place->second;
}

named_agency agency_book::looked_up(const std::string& text) const
{
    named_agency out{text, "", {}, false, false, false};
    if (const std::string* id = answer_to(text)) {
        out.agency = *id;
        out.is_answered = true;
        return out;
    }
    // Whoever names so many has no agencies in the column.
    const bool too_many = seen_.size() >= spellings_compared_max;
    const agency_match found = too_many ? matcher_.surely(text) : matcher_.match(text);
    if (found.is) out.agency = found.is->id;
    out.is_guessed = found.is && !found.exact;
    out.ambiguous = !found.is && found.exact;
    for (const agency* each : found.suggestions) out.suggestions.push_back(each->id);
    return out;
}

// Nothing where the answer names an agency that the region does not have (any more).
const std::string* agency_book::answer_to(const std::string& text) const
{
    const std::string* id = nullptr;
    if (const auto same = answers_.agencies.find(text); same != answers_.agencies.end())
        id = &same->second;
    else if (const auto alike = answers_by_key_.find(spelling_key(text));
             alike != answers_by_key_.end())
        id = &alike->second;
    return !id || id->empty() || !name_of(*id).empty() ? id : nullptr;
}

std::string agency_book::answer(std::string_view question) const
{
    const auto found = answers_.choices.find(std::string(question));
    return found == answers_.choices.end() ? std::string() : found->second;
}

void agency_book::tell(const named_agency& name, bool leads)
{
    if (!leads && name.agency.empty() && !name.is_answered && names_nobody(name.text)) return;
    const auto [place, is_new] = places_.emplace(spelling_key(name.text), told_.size());
    if (is_new)
        told_.push_back({name.text, 0, name.agency, name.suggestions, false, name.is_answered});
    told_agency& told = told_[place->second];
    ++told.count;
    told.leads |= leads;
}

bool agency_book::reads_back(const std::string& name) const
{
    if (names_none(name)) return false;
    const auto parts = agency_parts_in(name, matcher_);
    return parts.size() == 1 && !parts[0].is_quoted && parts[0].several.empty() &&
           parts[0].text == name;
}

std::string agency_book::joined(const std::vector<std::string>& names) const
{
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : "; ") + (reads_back(name) ? name : quoted(name));
    return out;
}

std::vector<matrix_question> agency_book::questions() const
{
    std::vector<matrix_question> all = doubts_;
    const matrix_choice open{"left_open", {"matrix_choice_lead_open", {}}};
    if (!rows_with_several_.empty())
        all.push_back({std::string(several_leads_question),
                       {"matrix_ask_several_leads", {{"rows", numbers_listed(rows_with_several_)}}},
                       {{"first", {"matrix_choice_first_leads", {}}}, open},
                       "first",
                       answer(several_leads_question)});
    if (rows_without_lead_.empty()) return all;
    matrix_question none{std::string(no_lead_question),
                         {"matrix_ask_no_lead", {{"rows", numbers_listed(rows_without_lead_)}}},
                         {open},
                         "left_open",
                         answer(no_lead_question)};
    for (const std::string& id : leading_)
        if (none.choices.size() <= leads_offered_max)
            none.choices.push_back({id, {"matrix_choice_lead", {{"name", full_name_of(id)}}}});
    all.push_back(std::move(none));
    return all;
}

std::string agency_book::name_of(const std::string& id) const
{
    for (const agency& each : agencies_)
        if (each.id == id) return each.short_name.empty() ? each.name : each.short_name;
    return {};
}

std::string agency_book::full_name_of(const std::string& id) const
{
    for (const agency& each : agencies_)
        if (each.id == id) return each.name;
    return {};
}

} // namespace workflow
