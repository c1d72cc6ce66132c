// Keys are looked for from the most particular to the general.
#include "workflow/reminding/told_words.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/words/sentences.hpp"
#include <initializer_list>

namespace workflow {
namespace {

std::string first_known(std::initializer_list<std::string> keys)
{
    for (const auto& key : keys)
        if (find_wording(key)) return key;
    return *(keys.end() - 1);
}

// review_requested, or report_targets
std::string subject_matter(const told_thing& told)
{
    if (!is_reminder(told.rule)) return told.rule;
    return told.matter.empty() ? told.resource : told.matter + '_' + told.resource;
}

std::string post_in_words(const std::string& locale, const held_post& post)
{
    const auto key = first_known({"mail_post_" + post.role, "mail_post_other"});
    return say(locale, {key, {{"post", post.of}}});
}

} // namespace

std::string heading_of(const std::string& locale, const told_thing& told)
{
    if (!is_reminder(told.rule))
        return say(locale, {first_known({"mail_event_" + told.rule, "mail_event_other"})});
    const auto matter = "mail_ask_" + subject_matter(told);
    return say(locale, {first_known({matter + '_' + told.to.role, matter,
                                     "mail_ask_" + told.resource, "mail_ask_other"})});
}

std::string why_key_of(const told_thing& told)
{
    if (told.to.of.empty()) return "mail_can_other"; // stored before posts were
    const auto matter = "mail_can_" + subject_matter(told);
    return first_known({matter + '_' + told.to.role, matter, "mail_can_other"});
}

std::string why_told(const std::string& locale, const told_thing& told)
{
    return say(locale, {why_key_of(told),
                        {{"who", post_in_words(locale, told.to)},
                         {"of", told.to.of},
                         {"agency", told.agency.empty() ? told.region : told.agency},
                         {"region", told.region}}});
}

} // namespace workflow
