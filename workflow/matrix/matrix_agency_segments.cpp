// Finds separators of lists of names.
#include "workflow/matrix/matrix_agency_segments.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>

namespace workflow {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

// Bytes of white space at the beginning; line breaks only where they are asked for.
std::size_t space_at(std::string_view text, bool lines)
{
    std::size_t size = 0;
    while (size < text.size()) {
        const char c = text[size];
        if (c == ' ' || c == '\t' || (lines && c == '\n'))
            ++size;
        else if (text.substr(size).starts_with(no_break_space))
            size += no_break_space.size();
        else
            break;
    }
    return size;
}

// "1. ", "2) ", "(3) ", "a) ", "b. ".
std::size_t enumerator_at(std::string_view text)
{
    std::size_t size = text.starts_with('(') ? 1 : 0;
    const std::size_t first = size;
    while (size < text.size() && is_digit(text[size]) && size < first + 2) ++size;
    const bool counted = size > first;
    if (!counted && size < text.size() && text[size] >= 'a' && text[size] <= 'h') ++size;
    if (size == first || size == text.size()) return 0;
    if (text[size] != ')' && (first == 1 || text[size] != '.')) return 0;
    ++size;
    const auto space = space_at(text.substr(size), false);
    const bool letter_follows = size < text.size() && is_letter(text[size]);
    if (space == 0 && !(counted && letter_follows)) return 0;
    return size + space;
}

// A bullet at the beginning of a line; a dash is one only before white space.
std::size_t bullet_at(std::string_view text)
{
    struct bullet {
        std::string_view sign;
        bool needs_space;
    };
    static constexpr bullet bullets[]{{"\xE2\x80\xA2", false},
                                      {"\xE2\x96\xAA", false},
                                      {"\xC2\xB7", false},
                                      {"\xEF\x82\xB7", false},
                                      {"\xE2\x9E\xA2", false},
                                      {"-", true},
                                      {"*", true},
                                      {"\xE2\x80\x93", true},
                                      {"\xE2\x80\x94", true}};
    for (const bullet& each : bullets) {
        if (!text.starts_with(each.sign)) continue;
        const auto space = space_at(text.substr(each.sign.size()), false);
        if (space > 0 || !each.needs_space) return each.sign.size() + space;
    }
    return 0;
}

std::size_t list_mark_at(std::string_view text)
{
    const auto enumerator = enumerator_at(text);
    return enumerator > 0 ? enumerator : bullet_at(text);
}

// A word for "and" that stands alone, with the space behind it.
std::size_t and_word_at(std::string_view text)
{
    static constexpr std::array words{"dan/atau", "dan", "serta", "and", "maupun", "&", "+", "-"};
    for (const std::string_view word : words) {
        if (text.size() <= word.size()) continue;
        const bool same = std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
            return a == b || (b >= 'A' && b <= 'Z' && a == b - 'A' + 'a');
        });
        const auto space = space_at(text.substr(word.size()), true);
        if (same && space > 0) return word.size() + space;
    }
    return 0;
}

class segmenter {
public:
    explicit segmenter(std::string_view text) : text_(text) {}

    std::vector<text_segment> segments()
    {
        at_ = space_at(text_, true);
        is_list_ = enumerator_at(text_.substr(at_)) > 0;
        at_ += list_mark_at(text_.substr(at_));
        open(parting::none);
        while (at_ < text_.size()) {
            if (const auto size = enclosed(); size > 0)
                at_ += size;
            else if (const auto kind = separator(); kind != parting::none)
                close(), at_ = next_, open(kind);
            else
                ++at_;
        }
        end_ = at_;
        close();
        return std::move(found_);
    }

private:
    void open(parting kind) { begin_ = at_, end_ = at_, kind_ = kind; }

    void close()
    {
        auto end = std::min(end_, text_.size());
        while (end > begin_ && space_at(text_.substr(end - 1, 1), true) > 0) --end;
        while (end >= begin_ + 2 && text_.substr(end - 2, 2) == no_break_space) end -= 2;
        if (end > begin_) found_.push_back({begin_, end, found_.empty() ? parting::none : kind_});
    }

    // Bytes of what stands in parentheses or quotation marks from here on.
    std::size_t enclosed() const
    {
        const auto rest = text_.substr(at_);
        if (rest.starts_with('"')) {
            const auto end = rest.find('"', 1);
            return end == rest.npos ? 0 : end + 1;
        }
        if (!rest.starts_with('(')) return 0;
        int depth = 0;
        for (std::size_t size = 0; size < rest.size(); ++size) {
            depth += (rest[size] == '(') - (rest[size] == ')');
            if (depth == 0) return size + 1;
        }
        return 0;
    }

    bool digit_at(std::size_t at) const { return at < text_.size() && is_digit(text_[at]); }

    // What parts the text here; sets end_ and next_.
    parting separator()
    {
        end_ = at_;
        const auto space = space_at(text_.substr(at_), true);
        if (space > 0) return behind_space(space);
        const char c = text_[at_];
        if (c != ',' && c != '/' && c != '&' && c != '+') return parting::none;
        const bool in_number =
            at_ > 0 && is_digit(text_[at_ - 1]) && (c != ',' || digit_at(at_ + 1));
        if (in_number && c != '&') return parting::none;
        return passed(at_ + 1, parting::soft);
    }

    parting behind_space(std::size_t space)
    {
        const bool breaks = text_.substr(at_, space).find('\n') != text_.npos;
        const auto behind = text_.substr(at_ + space);
        if (breaks && behind.starts_with('(') && enumerator_at(behind) == 0) return parting::none;
        const auto mark = breaks ? list_mark_at(behind) : is_list_ ? enumerator_at(behind) : 0;
        if (mark > 0) return next_ = at_ + space + mark, parting::list;
        if (const auto word = and_word_at(behind)) return passed(at_ + space + word, parting::soft);
        return breaks ? passed(at_ + space, parting::line) : parting::none;
    }

    // Over further separators: ", dan", ",\n2. ".
    parting passed(std::size_t next, parting kind)
    {
        for (bool more = true; more;) {
            const auto before = next;
            next += space_at(text_.substr(next), true);
            const bool breaks =
                text_.substr(before, next - before).find('\n') != text_.npos || before == 0;
            const auto rest = text_.substr(next);
            const auto mark = breaks ? list_mark_at(rest) : is_list_ ? enumerator_at(rest) : 0;
            if (mark > 0) return next_ = next + mark, parting::list;
            const auto word = and_word_at(rest);
            const bool comma = rest.starts_with(',');
            if (word > 0 || comma) kind = parting::soft;
            next += word + (word == 0 && comma ? 1 : 0);
            more = word > 0 || comma;
        }
        next_ = next;
        return kind;
    }

    std::string_view text_;
    std::vector<text_segment> found_;
    std::size_t at_{}, begin_{}, end_{}, next_{};
    parting kind_{};
    bool is_list_{};
};

// From the opening quotation mark on; takes the name out of the text.
std::string quoted_name(std::string_view& text)
{
    std::string name;
    text.remove_prefix(1);
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c != '"')
            name += c;
        else if (text.starts_with('"'))
            name += c, text.remove_prefix(1);
        else
            break;
    }
    return name;
}

} // namespace

std::vector<text_segment> segments_of(std::string_view text)
{
    return segmenter(text).segments();
}

std::string in_one_line(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto space = space_at(text.substr(at), true);
        if (space == 0)
            out += text[at++];
        else
            out += ' ', at += space;
    }
    return out;
}

std::vector<listed_name> names_listed_in(std::string_view text)
{
    std::vector<listed_name> names;
    while (!text.empty()) {
        if (text.front() == '"') {
            if (auto name = quoted_name(text); !name.empty()) names.push_back({name, true});
        } else if (text.front() == ';' || text.front() == '\n' || text.front() == ' ') {
            text.remove_prefix(1);
        } else {
            // A line of its own may begin with a quotation mark as well.
            const auto end = std::min({text.find(';'), text.find("\n\""), text.size()});
            if (auto name = tidy_text(text.substr(0, end)); !name.empty())
                names.push_back({std::move(name), false});
            text.remove_prefix(end);
        }
    }
    return names;
}

} // namespace workflow
