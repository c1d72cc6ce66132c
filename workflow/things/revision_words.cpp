// What is said of a plan and its revisions: why something is refused, what they are called, and
// the mails about them.
#include "workflow/things/thing.hpp"

namespace workflow {

// clang-format off
std::span<const wording> answer(words_of<revision>)
{
    static constexpr wording table[]{
        {"machine_rad_drafting", "Penyusunan RAD", "Drafting of the plan"},

        {"state_draft",          "draf",                      "draft"},
        {"state_agency_review",  "ditelaah perangkat daerah", "in agency review"},
        {"state_sahli_approval", "menunggu persetujuan",      "awaiting approval"},
        {"state_in_force",       "berlaku",                   "in force"},
        {"state_cancelled",      "dibatalkan",                "cancelled"},
        {"state_closed",         "ditutup",                   "closed"},

        {"command_register",          "Daftarkan yang sudah ditetapkan", "Register as already adopted"},
        {"command_cancel",            "Batalkan",                        "Cancel"},
        {"command_conclude_review",   "Selesaikan telaahan",             "Conclude the review"},
        {"command_conclude_approval", "Selesaikan persetujuan",          "Conclude the approval"},
        {"command_return_to_draft",   "Kembalikan ke draf",              "Return to draft"},
        {"command_adopt",             "Tetapkan",                        "Adopt"},
        {"command_close",             "Tutup",                           "Close"},
        {"command_amend_of_plans",    "Mulai perubahan rencana",         "Begin an amendment"},

        // Why a command is refused: a sentence for each guard of the table.
        {"there_is_an_action", "Rencana belum memuat satu pun rencana aksi.",
         "The plan has no action yet."},
        {"actions_are_complete", "Belum lengkap (penanggung jawab, kriteria keberhasilan, atau target): {where}.",
         "Incomplete (lead agency, success criterion or target): {where}."},
        {"columns_are_complete", "Kolom yang wajib masih kosong: {where}.",
         "Required columns are empty: {where}."},
        {"targets_are_complete", "Target belum lengkap (uraian, atau satuan untuk angkanya): {where}.",
         "Targets are incomplete (a text, or a unit for the number): {where}."},
        {"agencies_can_confirm", "Belum ada kepala yang dapat menyetujui di: {where}. Minta administrator mengisi jabatannya.",
         "Nobody can confirm for: {where}. Ask the administrator to fill the post."},
        {"stages_can_be_filled", "Orang yang dapat memutus belum cukup, tidak termasuk yang mengajukan (ada/perlu): {where}. "
         "Minta administrator mengangkat sebanyak kekurangannya.",
         "Too few people can decide, not counting who submits (there/needed): {where}. "
         "Ask the administrator to appoint as many as are missing."},
        {"is_first_revision", "Hanya revisi pertama yang dapat didaftarkan sebagai sudah ditetapkan.",
         "Only the first revision can be registered as already adopted."},
        {"kind_allows_register", "Jenis rencana ini tidak membolehkan pendaftaran rencana yang sudah ditetapkan.",
         "This kind of plan does not allow registering one that was already adopted."},
        {"every_review_is_settled", "Masih ada perangkat daerah yang belum menyetujui.",
         "Some agencies have not confirmed yet."},
        {"every_stage_is_approved", "Belum semua tahap persetujuan selesai.",
         "Not every approval stage is complete."},
        {"a_stage_was_returned", "Tidak ada tahap persetujuan yang dikembalikan.",
         "No approval stage was returned."},
        {"a_stage_was_refused", "Tidak ada tahap persetujuan yang ditolak.",
         "No approval stage was refused."},
        {"a_later_revision_was_adopted", "Belum ada revisi yang lebih baru yang ditetapkan.",
         "No later revision was adopted."},
        {"every_target_is_final", "Target yang belum selesai: {where}.",
         "Targets that are not final: {where}."},
        {"no_amendment_is_open", "Masih ada perubahan rencana yang terbuka.",
         "An amendment is still open."},

        // What is refused while a plan is made and drafted.
        {"a_live_plan_exists",
         "Wilayah ini sudah memiliki rencana sejenis untuk tahun tersebut: {title} ({years}). Lanjutkan rencana itu, "
         "atau batalkan dahulu.",
         "This region already has a plan of this kind for that time: {title} ({years}). Go on with that plan, "
         "or cancel it first."},
        {"action_number_is_taken", "Nomor {number} sudah dipakai aksi lain.",
         "Number {number} belongs to another action."},
        {"only_a_draft_is_edited", "Rencana aksi hanya dapat diubah dalam draf; statusnya sekarang \"{state}\".",
         "Actions can be changed in a draft only; the state is now \"{state}\"."},

        // Mails: what is to be done, by what is waited for and by role.
        {"mail_ask_plans", "Mohon ajukan rancangan", "Please submit the draft"},
        {"mail_ask_revise_plans", "Mohon perbaiki rancangan", "Please revise the draft"},
        {"mail_ask_repair_plans", "Mohon perbaiki rancangan", "Please revise the draft"},
        {"mail_ask_adopt_plans", "Mohon tetapkan rencana aksi", "Please adopt the action plan"},

        // What has happened, by notice.
        {"mail_event_plan_returned", "Rancangan dikembalikan", "The draft was returned"},
        {"mail_event_plan_refused", "Rancangan ditolak", "The draft was refused"},
        {"mail_event_plan_approved", "Rancangan disetujui", "The draft was approved"},
        {"mail_event_plan_adopted", "Rencana aksi ditetapkan", "The action plan was adopted"},

        // What who gets it can do: by what is waited for and role, by notice and role.
        {"mail_can_submit_plans",
         "Sebagai {who}, Bapak/Ibu dapat melengkapi rancangan ini lalu mengajukannya.",
         "As {who} you can complete this draft and submit it."},
        {"mail_can_revise_plans",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki rancangan ini lalu mengajukannya lagi.",
         "As {who} you can revise this draft and submit it again."},
        {"mail_can_repair_plans",
         "Sebagai {who}, Bapak/Ibu dapat menarik kembali rancangan ini, memperbaikinya menurut "
         "permintaan perubahan, lalu mengajukannya lagi.",
         "As {who} you can recall this draft, revise it as was requested, and submit it again."},
        {"mail_can_adopt_plans",
         "Sebagai {who}, Bapak/Ibu dapat menetapkannya dengan nomor dan tanggal SK.",
         "As {who} you can adopt it with the number and date of the decree."},
        {"mail_can_plan_approved_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat menetapkannya dengan nomor dan tanggal SK.",
         "As {who} you can adopt it with the number and date of the decree."},
        {"mail_can_plan_returned_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat memperbaiki rancangan ini lalu mengajukannya lagi.",
         "As {who} you can revise this draft and submit it again."},
        {"mail_can_plan_refused_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat membaca alasannya dan menyusun rancangan baru.",
         "As {who} you can read the reason and draw up a new draft."},
        {"mail_can_plan_adopted_secretariat",
         "Sebagai {who}, Bapak/Ibu dapat memantau pelaksanaannya dan memulai perubahan bila perlu.",
         "As {who} you can follow its progress, and begin an amendment if need be."},
        {"mail_can_plan_adopted_agency_head",
         "Sebagai {who}, Bapak/Ibu dapat membaca rencana ini, yang memuat {of}; bila {of} memimpin "
         "sebuah target, pembukaan pelaporannya diberitahukan tersendiri.",
         "As {who} you can read this plan, which names {of}; where {of} leads a target, you are "
         "told separately when its reporting opens."},
        {"mail_can_plan_adopted_agency_staff",
         "Sebagai {who}, Bapak/Ibu dapat membaca rencana ini, yang memuat {of}; bila {of} memimpin "
         "sebuah target, pembukaan pelaporannya diberitahukan tersendiri.",
         "As {who} you can read this plan, which names {of}; where {of} leads a target, you are "
         "told separately when its reporting opens."},
        {"mail_can_plan_adopted", "Sebagai {who}, Bapak/Ibu dapat membaca rencana ini.",
         "As {who} you can read this plan."},
    };
    return table;
}
// clang-format on

} // namespace workflow
