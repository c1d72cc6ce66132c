// Joins the tables of sentences into one catalogue and fills in their arguments.
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

namespace workflow {

std::span<const std::span<const wording>> all_wordings()
{
    // clang-format off
    static const std::array parts{
        sentences_of::http(),
        sentences_of::directory(),
        sentences_of::rules(),
        sentences_of::names(),
        sentences_of::matrix(),
        sentences_of::mail(),
        sentences_of::work(),
        sentences_of::rehearsal(),
        sentences_of::plans(),
        sentences_of::pages(),
    };
    // clang-format on
    return parts;
}

const wording* find_wording(std::string_view key)
{
    static const auto by_key = [] {
        std::unordered_map<std::string_view, const wording*> found;
        for (const auto part : all_wordings())
            for (const wording& each : part) found.emplace(each.key, &each);
        return found;
    }();
    const auto place = by_key.find(key);
    return place == by_key.end() ? nullptr : place->second;
}

namespace {

// A word that begins with @ names another sentence, and what stands after a space stays behind it;
// what people wrote may begin with @ too and stays as it is.
std::string word(std::string_view locale, const std::string& given)
{
    if (!given.starts_with('@')) return given;
    const auto end = std::min(given.find(' '), given.size());
    const auto key = given.substr(1, end - 1);
    return find_wording(key) ? say(locale, {key, {}}) + given.substr(end) : given;
}

// One word, or several with ", " between them.
std::string argument(std::string_view locale, std::string_view given)
{
    constexpr std::string_view between = ", ";
    const auto end = given.find(between);
    std::string out = word(locale, std::string(given.substr(0, end)));
    if (end == given.npos) return out;
    return out.append(between) + argument(locale, given.substr(end + between.size()));
}

std::string filled(std::string_view locale, std::string_view text,
                   const std::map<std::string, std::string>& arguments)
{
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = text.find('}', open == text.npos ? 0 : open);
        if (open == text.npos || close == text.npos) break;
        out += text.substr(0, open);
        const auto given = arguments.find(std::string(text.substr(open + 1, close - open - 1)));
        out += given == arguments.end() ? std::string(text.substr(open, close - open + 1))
                                        : argument(locale, given->second);
        text.remove_prefix(close + 1);
    }
    return out += text;
}

} // namespace

std::string say(std::string_view locale, const sentence& what)
{
    const wording* found = find_wording(what.key);
    assert(found && "a sentence without words; add it to workflow/words/sentences_*.cpp");
    if (!found) return what.key;
    const bool english = locale == "en" || locale.starts_with("en-");
    return filled(locale, english ? found->english : found->indonesian, what.arguments);
}

} // namespace workflow
