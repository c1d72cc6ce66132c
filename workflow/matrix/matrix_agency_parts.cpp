// Covers the text with known names first, and parts the rest only where a name certainly ends.
#include "workflow/matrix/matrix_agency_parts.hpp"
#include "workflow/matrix/matrix_agency_segments.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>

namespace workflow {

namespace {

constexpr std::size_t segments_in_a_name_max = 8;
constexpr std::size_t names_in_a_cell_max = 60; // of more it is one text
constexpr std::size_t names_in_doubt_max = 6;   // asked about as one or several

// Some segments in a row that are one name, or one that is not known.
struct name_span {
    std::size_t first{}, last{};
    agency_match is{};
    name_words words{};

    bool known() const { return is.is != nullptr || is.exact; }
    bool surely_one() const { return known() && !is.elliptical; }
    // A short name; a kind of agency may go on with further fields.
    bool ends() const { return surely_one() && !words.empty() && !is_kind_of_agency(words[0]); }
};

enum class border { parted, doubtful, joined };

bool looks_like_acronym(std::string_view text)
{
    constexpr std::size_t letters_min = 3, letters_max = 10;
    return text.size() >= letters_min && text.size() <= letters_max &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); }) &&
           !is_digit(text[0]);
}

class cell_parter {
public:
    cell_parter(std::string_view text, const agency_matcher& matcher)
        : text_(text), matcher_(matcher), segments_(segments_of(text))
    {
    }

    std::vector<agency_part> parts()
    {
        if (segments_.size() > names_in_a_cell_max) return {{in_one_line(text_), false, {}}};
        cover();
        std::vector<agency_part> out;
        for (std::size_t first = 0; first < spans_.size();) {
            std::size_t last = first;
            bool doubtful = false;
            for (; last + 1 < spans_.size(); ++last) {
                const border is = border_between(spans_[last], spans_[last + 1]);
                if (is == border::parted) break;
                doubtful |= is == border::doubtful;
            }
            add(first, last, doubtful, out);
            first = last + 1;
        }
        return out;
    }

private:
    std::string text_of(std::size_t first, std::size_t last) const
    {
        const auto begin = segments_[first].begin;
        return in_one_line(text_.substr(begin, segments_[last].end - begin));
    }

    // Longest known names first, from the left.
    void cover()
    {
        for (std::size_t first = 0; first < segments_.size();) {
            const bool begins = matcher_.may_begin(text_of(first, first));
            const auto most =
                begins ? std::min(segments_.size(), first + segments_in_a_name_max) : first + 1;
            std::size_t end = most;
            for (; end > first + 1; --end)
                if (holds_together(first, end) && surely_with_all(text_of(first, end - 1))) break;
            const std::string text = text_of(first, end - 1);
            spans_.push_back(
                {first, end - 1, matcher_.surely(text), name_words_of(without_asides(text))});
            first = end;
        }
    }

    bool holds_together(std::size_t first, std::size_t end) const
    {
        for (std::size_t at = first + 1; at < end; ++at)
            if (segments_[at].before == parting::list) return false;
        return true;
    }

    bool surely_with_all(const std::string& text) const
    {
        const agency_match found = matcher_.surely(text);
        return found.exact || (found.is && !found.elliptical);
    }

    border border_between(const name_span& left, const name_span& right) const
    {
        const parting before = segments_[right.first].before;
        if (before == parting::list) return border::parted;
        const bool begins =
            right.surely_one() || begins_like_agency(right.words) ||
            (!right.known() && looks_like_acronym(text_of(right.first, right.last)));
        if (before == parting::line) return line_between(left, begins);
        if (begins && doubtful_as_one(left, right)) return border::doubtful;
        if (begins || left.ends()) return border::parted;
        return left.known() || right.known() ? border::doubtful : border::joined;
    }

    // A line break parts, but for a name that is only wrapped.
    static border line_between(const name_span& left, bool begins)
    {
        const bool goes_on =
            !left.known() && !left.words.empty() && is_kind_of_agency(left.words[0]) && !begins;
        return goes_on ? border::joined : border::parted;
    }

    // "Kementerian Agama, Kanwil Kalteng": two, and together the words of one agency's name.
    bool doubtful_as_one(const name_span& left, const name_span& right) const
    {
        return !(left.surely_one() && right.surely_one()) &&
               matcher_.with_words_of(text_of(left.first, right.last)) != nullptr;
    }

    void add(std::size_t first, std::size_t last, bool doubtful, std::vector<agency_part>& out)
    {
        agency_part part{text_of(spans_[first].first, spans_[last].last), false, {}};
        if (doubtful && last - first < names_in_doubt_max)
            for (std::size_t at = first; at <= last; ++at)
                part.several.push_back(text_of(spans_[at].first, spans_[at].last));
        out.push_back(std::move(part));
    }

    std::string_view text_;
    const agency_matcher& matcher_;
    std::vector<text_segment> segments_;
    std::vector<name_span> spans_;
};

} // namespace

std::vector<agency_part> agency_parts_in(std::string_view cell, const agency_matcher& matcher)
{
    std::vector<agency_part> parts;
    for (const listed_name& each : names_listed_in(cell)) {
        if (each.is_quoted) {
            parts.push_back({each.text, true, {}});
            continue;
        }
        for (agency_part& part : cell_parter(each.text, matcher).parts())
            parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace workflow
