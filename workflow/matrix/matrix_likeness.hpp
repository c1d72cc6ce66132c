#pragma once
// Whether two titles may be the same action's, edited.
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

class title_words {
public:
    explicit title_words(std::string_view title);

    // 2: the same but for case, spaces and punctuation; else the share of common words, 0 to 1.
    double likeness(const title_words&) const;

private:
    std::string key_;
    std::vector<std::string> words_; // sorted
};

inline constexpr double alike_min = 0.6;        // three words of five
inline constexpr double surely_alike_min = 0.8; // where no number speaks for it

} // namespace workflow
