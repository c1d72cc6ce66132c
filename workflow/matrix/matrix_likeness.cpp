// Compares titles word by word.
#include "workflow/matrix/matrix_likeness.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <iterator>

namespace workflow {

title_words::title_words(std::string_view title) : key_(spelling_key(title))
{
    std::string word;
    const auto keep = [&] {
        if (!word.empty()) words_.push_back(spelling_key(word));
        word.clear();
    };
    for (const char c : title) {
        if (is_letter(c) || is_digit(c))
            word += c;
        else
            keep();
    }
    keep();
    std::sort(words_.begin(), words_.end());
}

double title_words::likeness(const title_words& other) const
{
    if (key_.empty() || other.key_.empty()) return 0;
    if (key_ == other.key_) return 2;
    std::vector<std::string_view> common;
    std::set_intersection(words_.begin(), words_.end(), other.words_.begin(), other.words_.end(),
                          std::back_inserter(common));
    const auto both = static_cast<double>(words_.size() + other.words_.size());
    return both == 0 ? 0 : 2 * static_cast<double>(common.size()) / both;
}

} // namespace workflow
