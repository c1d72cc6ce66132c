#pragma once
// A word or text in both languages, where it is data and stands in no table of sentences: a kind's
// words for its phases, a title that names a period. Whoever reads chooses.
#include <string>
#include <string_view>

namespace workflow {

struct bilingual {
    bilingual() = default;
    bilingual(std::string in_indonesian, std::string in_english)
        : id(std::move(in_indonesian)), en(std::move(in_english))
    {
    }
    // The same in both: a name, a number, or the @key of a sentence.
    bilingual(const std::string& both) : id(both), en(both) {}
    bilingual(const char* both) : id(both), en(both) {}

    // English for "en" and "en-…", Indonesian otherwise, as sentences are said.
    const std::string& in(std::string_view locale) const
    {
        return locale == "en" || locale.starts_with("en-") ? en : id;
    }
    bool empty() const { return id.empty() && en.empty(); }
    friend bool operator==(const bilingual&, const bilingual&) = default;

    std::string id;
    std::string en;
};

// One behind the other, language by language.
inline bilingual operator+(const bilingual& left, const bilingual& right)
{
    return {left.id + right.id, left.en + right.en};
}

} // namespace workflow
