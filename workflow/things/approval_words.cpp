// What is said of a stage of the approval chain: why something is refused, what it is called, and
// the mails about it.
#include "workflow/things/thing.hpp"

namespace workflow {

// clang-format off
std::span<const wording> answer(words_of<approval>)
{
    static constexpr wording table[]{
        {"machine_sahli_approval", "Persetujuan", "Approval"},

        {"state_returned", "dikembalikan", "returned"},

        {"command_approve", "Setujui", "Approve"},

        // Why a command is refused: a sentence for each guard of the table.
        {"is_not_the_submitter", "Yang mengajukan rencana tidak boleh menyetujuinya.",
         "Who submitted the plan may not approve it."},
        {"has_not_voted", "Anda sudah memberikan suara pada tahap ini.",
         "You have already voted in this stage."},
        {"quorum_is_reached", "Kuorum belum tercapai.", "The quorum is not reached."},
        {"plan_went_back", "Rencana belum dikembalikan.", "The plan has not gone back."},

        // Mails: what is to be done, by what is waited for and by role.
        {"mail_ask_approvals", "Mohon putusan persetujuan", "Please decide on the approval"},
        {"mail_ask_approve_approvals_secretariat", "Persetujuan belum diputuskan",
         "The approval is not decided yet"},

        // What has happened, by notice.
        {"mail_event_approval_requested", "Mohon putusan persetujuan",
         "Please decide on the approval"},

        // What who gets it can do: by what is waited for and role, by notice and role.
        {"mail_can_approve_approvals",
         "Sebagai {who}, Bapak/Ibu dapat menyetujui, mengembalikan, atau menolak rancangan ini.",
         "As {who} you can approve, return or refuse this draft."},
        {"mail_can_approve_approvals_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat mengingatkan pemberi persetujuan atau menarik kembali "
         "rancangan ini.",
         "As {who} you can remind those who approve, or recall this draft."},
        {"mail_can_approval_requested",
         "Sebagai {who}, Bapak/Ibu dapat menyetujui, mengembalikan, atau menolak rancangan ini.",
         "As {who} you can approve, return or refuse this draft."},
    };
    return table;
}
// clang-format on

} // namespace workflow
