#pragma once
// Which agency of the region a name means that stands alone, and how surely.
//
// Sure: its name or short name but for case, punctuation and abbreviations, with or without the
// region's own words, its kind ("Badan Kesbangpol") and an aside in parentheses; the acronym that
// all offices use, or that its name spells by initials ("DP3A") or syllables ("Bakesbangpol"); a
// long name with a letter in twelve that is wrong. Never of two that are equally near, nor where
// the words name another region.
#include "workflow/matrix/matrix_agency_words.hpp"
#include "workflow/people/person.hpp"
#include <map>
#include <optional>
#include <set>

namespace workflow {

inline constexpr std::size_t agency_suggestions_max = 3;

struct agency_match {
    const agency* is{}; // surely; or nobody
    bool exact{};       // by its name or short name but for case, spaces and punctuation
    bool elliptical{};  // its kind is left out: "PMD" for "Dinas PMD"
    std::vector<const agency*> suggestions{}; // without `is`, the likeliest first
};

// Precondition: the agencies outlive it.
class agency_matcher {
public:
    explicit agency_matcher(const std::vector<agency>&);

    agency_match match(std::string_view) const; // with suggestions
    agency_match surely(std::string_view) const;
    // The one whose name has the same words in whatever order, not looking at the region's.
    const agency* with_words_of(std::string_view) const;
    // Whether some name or short name begins with the word that the text begins with.
    bool may_begin(std::string_view) const;

private:
    struct known_names {
        const agency* of{};
        name_words name, short_name; // without the region's words
    };
    using index = std::map<std::string, std::vector<const agency*>>;

    void learn(const agency&);
    agency_match exactly(std::string_view) const;
    agency_match by_words(const name_words&) const;
    agency_match by_acronym(const std::string& word) const;
    agency_match by_kind_and_acronym(const name_words&) const;
    agency_match by_short_name_and_more(const name_words&) const;
    const agency* but_for_letters(const name_words&) const;
    std::optional<double> likeness(const name_words&, const known_names&) const;

    region_words region_;
    std::vector<known_names> all_;
    index texts_, keys_, words_, initials_, ellipses_;
    std::set<std::string> beginnings_;
};

// "Kesbangpol (Bidang Waspadanas)" without what stands in parentheses.
std::string without_asides(std::string_view);

} // namespace workflow
