// Words for numbers and for what is no number.
#include "workflow/matrix/matrix_number_words.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>

namespace workflow {

namespace {

template <class list> bool holds(const list& words, std::string_view word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

struct digit_word {
    std::string_view word;
    double value;
};
constexpr digit_word digits[]{{"nol", 0},     {"satu", 1},     {"dua", 2},  {"tiga", 3},
                              {"empat", 4},   {"lima", 5},     {"enam", 6}, {"tujuh", 7},
                              {"delapan", 8}, {"sembilan", 9}, {"se", 1},   {"sepuluh", 10},
                              {"sebelas", 11}};

// What a word makes of the digits before it: "dua puluh", "tiga ratus".
struct scale_word {
    std::string_view word;
    double times, plus;
    bool closes; // thousands and millions take all that stands before
};
constexpr scale_word scales[]{{"belas", 1, 10, false},
                              {"puluh", 10, 0, false},
                              {"ratus", 100, 0, false},
                              {"ribu", 1000, 0, true},
                              {"juta", 1000000, 0, true}};

// "seratus" is "se" and "ratus".
std::vector<std::string> spelled_words(std::string_view text)
{
    std::vector<std::string> out;
    for (const std::string& word : words_of(in_lower_case(text))) {
        const bool of_one = word == "seratus" || word == "seribu" || word == "sejuta";
        if (of_one) out.push_back("se");
        if (word != "persen") out.push_back(of_one ? word.substr(2) : word);
    }
    return out;
}

} // namespace

std::string in_lower_case(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words{""};
    for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\t')
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool is_ditto(std::string_view text)
{
    static constexpr std::array signs{"\"",           "\"\"",         "''",
                                      "\xE2\x80\x9D", "\xE2\x80\x9C", "\xE3\x80\x83"};
    static constexpr std::array words{"sda", "idem", "sdadiatas", "samadengandiatas", "ditto"};
    return holds(signs, text) || holds(words, spelling_key(text));
}

bool is_nil(std::string_view text)
{
    static constexpr std::array words{"nihil", "na", "tidakada", "belumada"};
    return holds(words, spelling_key(text));
}

bool is_mark(std::string_view text)
{
    static constexpr std::array words{"v", "x", "ya", "y"};
    static constexpr std::array quarters{"twi", "twii", "twiii", "twiv"};
    const std::string key = spelling_key(text);
    const bool spelled = std::any_of(key.begin(), key.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && is_letter(c);
    });
    return !spelled || holds(words, key) || holds(quarters, key);
}

bool looks_like_day(std::string_view text)
{
    std::size_t parts = 1;
    for (const char c : text) {
        if (!is_digit(c) && c != '-' && c != '/' && c != '.') return false;
        parts += c == '-' || c == '/' || c == '.';
    }
    return parts == 3;
}

std::optional<double> spelled_number_in(std::string_view text)
{
    double total = 0, group = 0, last = 0; // "dua juta" | "tiga ratus" | "lima"
    const auto words = spelled_words(text);
    for (const std::string& word : words) {
        const auto digit = std::find_if(std::begin(digits), std::end(digits),
                                        [&](const auto& each) { return each.word == word; });
        if (digit != std::end(digits)) {
            group += last, last = digit->value;
            continue;
        }
        const auto scale = std::find_if(std::begin(scales), std::end(scales),
                                        [&](const auto& each) { return each.word == word; });
        if (scale == std::end(scales)) return {};
        if (scale->closes) {
            total += (group + last) * scale->times;
            group = last = 0;
        } else {
            group += last * scale->times + scale->plus;
            last = 0;
        }
    }
    return words.empty() ? std::nullopt : std::optional(total + group + last);
}

} // namespace workflow
