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
std::string subject_matter(const told& what)
{
    if (!is_reminder(what.rule)) return what.rule;
    return what.matter.empty() ? what.resource : what.matter + '_' + what.resource;
}

std::string post_in_words(const std::string& locale, const held_post& post)
{
    if (!post.called.empty())
        return say(locale, {"mail_post_of_kind", {{"role", post.called}, {"post", post.of}}});
    const auto key = first_known({"mail_post_" + post.role, "mail_post_other"});
    return say(locale, {key, {{"post", post.of}}});
}

} // namespace

std::string heading_of(const std::string& locale, const told& what)
{
    if (!is_reminder(what.rule))
        return say(locale, {first_known({"mail_event_" + what.rule, "mail_event_other"})});
    const auto matter = "mail_ask_" + subject_matter(what);
    return say(locale, {first_known({matter + '_' + what.post.role, matter,
                                     "mail_ask_" + what.resource, "mail_ask_other"})});
}

std::string why_key_of(const told& what)
{
    if (what.post.of.empty()) return "mail_can_other"; // stored before posts were
    const auto matter = "mail_can_" + subject_matter(what);
    return first_known({matter + '_' + what.post.role, matter, "mail_can_other"});
}

std::string why_told(const std::string& locale, const told& what)
{
    return say(locale, {why_key_of(what),
                        {{"who", post_in_words(locale, what.post)},
                         {"of", what.post.of},
                         {"agency", what.agency.empty() ? what.region.name : what.agency},
                         {"region", what.region.name}}});
}

} // namespace workflow
