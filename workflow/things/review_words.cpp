// What is said of an agency's review: why something is refused, what it is called, and the mails
// about it.
#include "workflow/things/thing.hpp"

namespace workflow {

// clang-format off
std::span<const wording> answer(words_of<review>)
{
    static constexpr wording table[]{
        {"machine_opd_review", "Telaahan perangkat daerah", "Agency review"},

        {"state_confirmed",         "setuju",                          "confirmed"},
        {"state_changes_requested", "minta perbaikan",                 "changes requested"},
        {"state_lapsed",            "lewat tenggat (dianggap setuju)", "lapsed (taken as consent)"},

        {"command_confirm",         "Setujui",         "Confirm"},
        {"command_request_changes", "Minta perbaikan", "Request changes"},

        // Why a command is refused: a sentence for each guard of the table.
        {"plan_is_in_review", "Rencana tidak sedang ditelaah perangkat daerah.",
         "The plan is not in agency review."},
        {"deadline_has_passed", "Tenggatnya belum lewat.", "The deadline has not passed."},
        {"silence_is_consent", "Pada jenis rencana ini, diam bukan berarti setuju.",
         "For this kind of plan, silence is not consent."},
        {"was_overtaken", "Telaahan ini masih berlaku.", "This review still stands."},

        // Mails: what is to be done, by what is waited for and by role.
        {"mail_ask_reviews", "Mohon telaah rancangan", "Please review the draft"},
        {"mail_ask_review_reviews_secretariat", "Telaah rancangan belum selesai",
         "A review of the draft is outstanding"},

        // What has happened, by notice.
        {"mail_event_review_requested", "Mohon telaah rancangan", "Please review the draft"},
        {"mail_event_changes_requested", "Perubahan rancangan diminta",
         "Changes to the draft were requested"},

        // What who gets it can do: by what is waited for and role, by notice and role.
        {"mail_can_review_reviews_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat mengonfirmasi rancangan ini atau meminta perubahan.",
         "As {who} you can confirm this draft or request changes."},
        {"mail_can_review_reviews_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat mengingatkan {agency} atau menarik kembali rancangan ini.",
         "As {who} you can remind {agency} or recall this draft."},
        {"mail_can_review_requested_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat mengonfirmasi rancangan ini atau meminta perubahan.",
         "As {who} you can confirm this draft or request changes."},
        {"mail_can_changes_requested_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat menarik kembali rancangan ini, memperbaikinya menurut "
         "permintaan {agency}, lalu mengajukannya lagi.",
         "As {who} you can recall this draft, revise it as {agency} requests, and submit it again."},
    };
    return table;
}
// clang-format on

} // namespace workflow
