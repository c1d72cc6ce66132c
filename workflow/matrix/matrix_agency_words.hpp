#pragma once
// The words of agencies' names, in one form however an office writes them. Pure.
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

using name_words = std::vector<std::string>;

// In lower case, without punctuation and "dan", abbreviations written out: "Din. Sosial Prov.
// Kalteng" is {dinas, sosial, provinsi, kalteng}.
name_words name_words_of(std::string_view);
std::string run_together(const name_words&); // {dinas, sosial} is "dinassosial"

// A kind of agency, after which its field follows, in as many words as it has: dinas, badan, biro.
bool is_kind_of_agency(std::string_view word);

// Whether a name may begin so: a kind of agency, or somebody else whom offices name (camat, tokoh).
bool begins_like_agency(const name_words&);

// "disdik" is "dinas pendidikan"; empty: not one of those that all offices use.
std::string_view acronym_written_out(std::string_view word);

// What stands behind an agency's name and says only which region's it is.
struct region_words {
    bool is_province{};
    std::vector<name_words> names; // {{kalimantan, tengah}, {kalteng}}; empty: not known
};
region_words region_words_of(std::string_view code);

// Without the region's own words at the end, nor "Kepala" and "UPT" in front of a kind of agency.
name_words without_region(name_words, const region_words&);

// Whether the words say that it is another region's: a district's, another province's.
bool names_other_region(const name_words&, const region_words&);

} // namespace workflow
