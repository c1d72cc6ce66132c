// Joins the tables of sentences into one catalogue and fills in their arguments.
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace workflow {

namespace {

class catalogue {
public:
    catalogue()
    {
        for (const auto own : {sentences_of::refusals(), sentences_of::directory(),
                               sentences_of::rules(), sentences_of::names(), sentences_of::matrix(),
                               sentences_of::mail(), sentences_of::rehearsal()})
            add(own);
        for (const auto own : sentences_of::nouns()) add(own);
    }

    void add(std::span<const wording> table)
    {
        const auto is_it = [&](const auto& each) { return each.data() == table.data(); };
        if (std::any_of(tables_.begin(), tables_.end(), is_it)) return;
        for (const wording& each : table)
            if (!by_key_.emplace(each.key, &each).second)
                throw std::logic_error("two sentences have the key " + std::string(each.key));
        tables_.push_back(table);
    }
    std::span<const std::span<const wording>> tables() const { return tables_; }
    const wording* find(std::string_view key) const
    {
        const auto place = by_key_.find(key);
        return place == by_key_.end() ? nullptr : place->second;
    }

private:
    std::vector<std::span<const wording>> tables_;
    std::unordered_map<std::string_view, const wording*> by_key_;
};

// Made when first asked for, so that whoever adds to it finds it there.
catalogue& all()
{
    static catalogue made;
    return made;
}

} // namespace

void add_wordings(std::span<const wording> table)
{
    all().add(table);
}

std::span<const std::span<const wording>> all_wordings()
{
    return all().tables();
}

const wording* find_wording(std::string_view key)
{
    return all().find(key);
}

std::string key_of_command(std::string_view resource, std::string_view command)
{
    const std::string common = "command_" + std::string(command);
    const std::string own = common + "_of_" + std::string(resource);
    return find_wording(own) ? own : common;
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
                   const std::map<std::string, bilingual>& arguments)
{
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = text.find('}', open == text.npos ? 0 : open);
        if (open == text.npos || close == text.npos) break;
        out += text.substr(0, open);
        const auto given = arguments.find(std::string(text.substr(open + 1, close - open - 1)));
        out += given == arguments.end() ? std::string(text.substr(open, close - open + 1))
                                        : argument(locale, given->second.in(locale));
        text.remove_prefix(close + 1);
    }
    return out += text;
}

} // namespace

std::string say(std::string_view locale, const sentence& what)
{
    const wording* found = find_wording(what.key);
    assert(found && "a sentence without words; add it to a table of sentences");
    if (!found) return what.key;
    const bool english = locale == "en" || locale.starts_with("en-");
    return filled(locale, english ? found->english : found->indonesian, what.arguments);
}

} // namespace workflow
