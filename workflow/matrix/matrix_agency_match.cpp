// Looks names up by ever looser forms; the first form that means one agency alone decides.
#include "workflow/matrix/matrix_agency_match.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>

namespace workflow {

namespace {

constexpr std::size_t acronym_letters_min = 3, syllable_letters_min = 2;
constexpr std::size_t letters_for_one_wrong = 12, compared_letters_max = 120;

// "DP3A" spells DPPPA.
std::string with_repeated_letters(const std::string& word)
{
    std::string out;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool repeats =
            at > 0 && word[at] >= '2' && word[at] <= '5' && is_letter(word[at - 1]);
        if (repeats)
            out.append(static_cast<std::size_t>(word[at] - '1'), word[at - 1]);
        else
            out += word[at];
    }
    return out;
}

std::string initials_of(const name_words& words)
{
    std::string out;
    for (const std::string& word : words) out += word[0];
    return out;
}

// "pendidikan" may be abbreviated by "didik" as well.
name_words roots_of(const std::string& word)
{
    static constexpr std::array prefixes{"peng", "pen", "pem", "per", "pe", "ke"};
    name_words roots{word};
    for (const std::string_view prefix : prefixes)
        if (word.starts_with(prefix) && word.size() > prefix.size() + acronym_letters_min)
            roots.push_back(word.substr(prefix.size()));
    return roots;
}

std::size_t common_letters(std::string_view one, std::string_view other)
{
    const auto end = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    return static_cast<std::size_t>(end.first - one.begin());
}

// Whether the text is made of the beginnings of every word, in their order.
bool is_of_syllables(std::string_view text, const name_words& words, std::size_t from = 0)
{
    if (from == words.size()) return text.empty();
    for (const std::string& root : roots_of(words[from]))
        for (auto size = common_letters(text, root); size >= syllable_letters_min; --size)
            if (is_of_syllables(text.substr(size), words, from + 1)) return true;
    return false;
}

// "pjg" abbreviates "panjupanjung".
bool is_abbreviation(std::string_view word, std::string_view of)
{
    if (word.empty() || of.empty() || word[0] != of[0]) return false;
    std::size_t found = 0;
    for (const char c : of)
        if (found < word.size() && word[found] == c) ++found;
    return found == word.size();
}

bool same_digits(const std::string& one, const std::string& other)
{
    const auto digits = [](std::string text) {
        std::erase_if(text, [](char c) { return !is_digit(c); });
        return text;
    };
    return digits(one) == digits(other);
}

const agency* only(const std::map<std::string, std::vector<const agency*>>& among,
                   const std::string& key)
{
    const auto found = among.find(key);
    return found != among.end() && found->second.size() == 1 ? found->second[0] : nullptr;
}

void add_to(std::map<std::string, std::vector<const agency*>>& index, const std::string& key,
            const agency& each)
{
    if (key.empty()) return;
    auto& there = index[key];
    if (std::find(there.begin(), there.end(), &each) == there.end()) there.push_back(&each);
}

// Without words that many agencies have: their kind, and what they all are.
name_words telling_words(const name_words& words)
{
    static constexpr std::array common{"daerah", "provinsi",  "wilayah", "umum",
                                       "kota",   "kabupaten", "terkait", "pemerintah"};
    name_words telling;
    for (const std::string& word : words)
        if (!is_kind_of_agency(word) &&
            std::find(common.begin(), common.end(), word) == common.end())
            telling.push_back(word);
    return telling;
}

double shared_words(const name_words& one, const name_words& other)
{
    const auto mine = telling_words(one), theirs = telling_words(other);
    const auto shared = std::count_if(mine.begin(), mine.end(), [&](const std::string& word) {
        return std::find(theirs.begin(), theirs.end(), word) != theirs.end();
    });
    const auto most = std::max(mine.size(), theirs.size());
    return most == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(most);
}

} // namespace

std::string without_asides(std::string_view text)
{
    std::string out;
    int depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        if (depth == 0) out += c;
        if (c == ')' && depth > 0) --depth;
    }
    return depth == 0 ? tidy_text(out) : std::string(text);
}

agency_matcher::agency_matcher(const std::vector<agency>& agencies)
{
    if (!agencies.empty()) region_ = region_words_of(agencies.front().region);
    for (const agency& each : agencies) {
        const name_words words = name_words_of(each.name);
        const auto level = std::find_if(words.begin(), words.end(), [](const std::string& word) {
            return word == "kabupaten" || word == "kota";
        });
        if (!region_.is_province && level + 1 < words.end())
            region_.names.emplace_back(level, words.end());
    }
    for (const agency& each : agencies) learn(each);
}

void agency_matcher::learn(const agency& each)
{
    known_names names{&each, without_region(name_words_of(each.name), region_),
                      without_region(name_words_of(each.short_name), region_)};
    for (const auto* text : {&each.name, &each.short_name}) {
        add_to(texts_, *text, each);
        add_to(keys_, spelling_key(*text), each);
    }
    for (const auto* words : {&names.name, &names.short_name}) {
        add_to(words_, run_together(*words), each);
        if (!words->empty()) beginnings_.insert(words->front());
        if (words->size() > 1 && is_kind_of_agency(words->front()))
            add_to(ellipses_, run_together({words->begin() + 1, words->end()}), each);
    }
    const std::string initials = initials_of(names.name);
    const std::string acronym = names.short_name.size() == 1 ? names.short_name[0] : "";
    for (const std::string& spelled : {initials, with_repeated_letters(acronym)}) {
        if (spelled.size() < acronym_letters_min) continue;
        add_to(initials_, spelled, each);
        const bool begins_so = !names.name.empty() && spelled[0] == names.name[0][0];
        if (begins_so && spelled.size() > acronym_letters_min)
            add_to(ellipses_, spelled.substr(1), each);
    }
    all_.push_back(std::move(names));
}

agency_match agency_matcher::exactly(std::string_view text) const
{
    const auto of = [](const index& among, const std::string& key) {
        const auto found = among.find(key);
        return found == among.end() ? std::vector<const agency*>{} : found->second;
    };
    auto meant = of(texts_, std::string(text));
    if (meant.empty()) meant = of(keys_, spelling_key(text));
    if (meant.empty()) return {};
    if (meant.size() == 1) return {meant[0], true, false, {}};
    return {nullptr, true, false, std::move(meant)};
}

agency_match agency_matcher::surely(std::string_view text) const
{
    if (const auto found = exactly(text); found.is || found.exact) return found;
    const std::string base = without_asides(text);
    if (base.size() < text.size() && !base.empty()) {
        auto found = surely(base);
        found.exact = false;
        return found;
    }
    const name_words words = without_region(name_words_of(text), region_);
    return words.empty() ? agency_match{} : by_words(words);
}

agency_match agency_matcher::by_words(const name_words& words) const
{
    if (const auto* found = only(words_, run_together(words))) return {found, false, false, {}};
    if (words.size() == 1)
        if (auto found = by_acronym(words[0]); found.is) return found;
    if (auto found = by_kind_and_acronym(words); found.is) return found;
    return by_short_name_and_more(words);
}

agency_match agency_matcher::by_acronym(const std::string& word) const
{
    const auto meant = acronym_written_out(word);
    if (const auto* found =
            meant.empty() ? nullptr : only(words_, run_together(name_words_of(meant))))
        return {found, false, false, {}};
    if (word.size() < acronym_letters_min) return {};
    if (const auto* found = only(initials_, with_repeated_letters(word)))
        return {found, false, false, {}};
    const agency* spelled = nullptr;
    for (const known_names& each : all_) {
        if (each.name.size() < 2 || word[0] != each.name[0][0]) continue;
        name_words parts = each.name;
        if (parts.front() == "dinas" && word.starts_with("dis")) parts.front() = "dis";
        if (!is_of_syllables(word, parts)) continue;
        if (spelled) return {};
        spelled = each.of;
    }
    if (spelled) return {spelled, false, false, {}};
    const auto* left_out = only(ellipses_, with_repeated_letters(word));
    return {left_out, false, left_out != nullptr, {}};
}

// "Badan Kesbangpol", "Dinas P3APPKB", "Kanwil BPN": of the kind that the agency is, or a kind that
// its short name continues.
agency_match agency_matcher::by_kind_and_acronym(const name_words& words) const
{
    if (words.size() < 2 || !is_kind_of_agency(words[0])) return {};
    const bool is_office = words.size() == 3 && words[1] == "wilayah";
    if (words.size() != 2 && !is_office) return {};
    const agency* found = only(words_, words.back());
    const std::string with_initial = words[0].substr(0, 1) + words.back();
    if (!found) found = only(words_, with_initial);
    if (!found) found = only(initials_, with_repeated_letters(with_initial));
    for (const known_names& each : all_)
        if (each.of == found && !each.name.empty() && each.name[0] == words[0])
            return {found, false, false, {}};
    return {};
}

// "Korem 102/PJG" for the Korem whose name is "Korem 102/Panju Panjung".
agency_match agency_matcher::by_short_name_and_more(const name_words& words) const
{
    const agency* found = nullptr;
    for (const known_names& each : all_) {
        const auto& first = each.short_name;
        if (first.empty() || words.size() <= first.size()) continue;
        if (!std::equal(first.begin(), first.end(), words.begin())) continue;
        if (each.name.size() <= first.size()) continue;
        if (!std::equal(first.begin(), first.end(), each.name.begin())) continue;
        name_words rest(each.name.begin() + static_cast<std::ptrdiff_t>(first.size()),
                        each.name.end());
        const bool fits = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(first.size()),
                                      words.end(), [&](const std::string& word) {
                                          const auto same =
                                              std::find(rest.begin(), rest.end(), word);
                                          if (same == rest.end())
                                              return is_abbreviation(word, run_together(rest));
                                          rest.erase(same);
                                          return true;
                                      });
        if (!fits) continue;
        if (found) return {};
        found = each.of;
    }
    return {found, false, false, {}};
}

const agency* agency_matcher::but_for_letters(const name_words& words) const
{
    const std::string text = run_together(words);
    if (text.size() < letters_for_one_wrong || text.size() > compared_letters_max) return nullptr;
    constexpr std::size_t apart_min = 2; // from the next
    std::size_t nearest = text.size(), next = text.size();
    const known_names* found = nullptr;
    for (const known_names& each : all_) {
        std::size_t edits = text.size();
        for (const auto* name : {&each.name, &each.short_name})
            if (same_digits(text, run_together(*name)))
                edits = std::min(edits, edits_between(text, run_together(*name)));
        if (edits < nearest)
            next = nearest, nearest = edits, found = &each;
        else
            next = std::min(next, edits);
    }
    const bool is_near = nearest * letters_for_one_wrong <= text.size();
    if (!found || !is_near || next < nearest + apart_min) return nullptr;
    const bool elsewhere = names_other_region(words, region_);
    return elsewhere && !names_other_region(found->name, region_) ? nullptr : found->of;
}

// Smaller is nearer; nothing where the two are not alike.
std::optional<double> agency_matcher::likeness(const name_words& words,
                                               const known_names& names) const
{
    constexpr std::size_t contained_min = 4, edited_letters_min = 3;
    constexpr double edited_max = 0.25, shared_min = 0.3;
    const std::string text = run_together(words);
    std::optional<double> best;
    const auto take = [&](double far) { best = std::min(best.value_or(far), far); };
    for (const auto* name : {&names.name, &names.short_name}) {
        const std::string form = run_together(*name);
        if (form.empty() || form.size() > compared_letters_max) continue;
        const auto [shorter, longer] = std::minmax({text.size(), form.size()});
        const auto spare = static_cast<double>(longer - shorter) / static_cast<double>(longer);
        if (shorter >= contained_min &&
            (text.find(form) != text.npos || form.find(text) != form.npos))
            take(spare * 0.5);
        const auto edits = static_cast<double>(edits_between(text, form));
        const auto share = edits / static_cast<double>(longer);
        if (shorter >= edited_letters_min && (share <= edited_max || (edits == 1))) take(share);
        const double shared = shared_words(words, *name);
        if (shared >= shared_min) take(1 - shared * 0.75);
    }
    return best;
}

agency_match agency_matcher::match(std::string_view text) const
{
    agency_match found = surely(text);
    if (found.is || found.exact) return found;
    const name_words words = without_region(name_words_of(without_asides(text)), region_);
    const std::string key = run_together(words);
    if (key.empty() || key.size() > compared_letters_max) return found;
    if (const auto* meant = but_for_letters(words)) return {meant, false, false, {}};
    // "Badan Kesbanpol" is as near to Kesbangpol as "Kesbanpol".
    const bool has_kind = words.size() > 1 && is_kind_of_agency(words[0]);
    const name_words fields(words.begin() + has_kind, words.end());
    const bool tells = has_kind && !telling_words(fields).empty();
    std::vector<std::pair<double, const agency*>> near;
    for (const known_names& each : all_) {
        auto far = likeness(words, each);
        const auto of_fields = tells ? likeness(fields, each) : std::nullopt;
        if (of_fields) far = std::min(far.value_or(*of_fields), *of_fields);
        if (far) near.emplace_back(*far, each.of);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto& one, const auto& other) { return one.first < other.first; });
    for (const auto& [far, each] : near)
        if (found.suggestions.size() < agency_suggestions_max) found.suggestions.push_back(each);
    return found;
}

bool agency_matcher::may_begin(std::string_view text) const
{
    const name_words words = without_region(name_words_of(text), region_);
    return !words.empty() &&
           (beginnings_.contains(words[0]) || words[0] == "kepala" || words[0] == "upt");
}

const agency* agency_matcher::with_words_of(std::string_view text) const
{
    const auto sorted = [&](std::string_view name) {
        name_words words = name_words_of(name);
        for (const name_words& own : region_.names) {
            const auto at = std::search(words.begin(), words.end(), own.begin(), own.end());
            if (at != words.end()) words.erase(at, at + static_cast<std::ptrdiff_t>(own.size()));
        }
        std::sort(words.begin(), words.end());
        return words;
    };
    const name_words wanted = sorted(text);
    const agency* found = nullptr;
    for (const known_names& each : all_) {
        if (sorted(each.of->name) != wanted) continue;
        if (found) return nullptr;
        found = each.of;
    }
    return found;
}

} // namespace workflow
