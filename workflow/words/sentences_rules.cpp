// Why a command is refused: one sentence for each guard of the tables, and for what a body lacks.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> rules()
{
    static constexpr wording table[]{
        {"wrong_state", "Perintah \"{command}\" tidak berlaku pada status \"{state}\".",
         "\"{command}\" is not possible while the state is \"{state}\"."},

        // rad_drafting
        {"there_is_an_action", "Rencana belum memuat satu pun rencana aksi.",
         "The plan has no action yet."},
        {"actions_are_complete", "Belum lengkap (penanggung jawab, kriteria keberhasilan, atau target): {where}.",
         "Incomplete (lead agency, success criterion or target): {where}."},
        {"targets_are_complete", "Target belum lengkap (uraian, atau satuan untuk angkanya): {where}.",
         "Targets are incomplete (a text, or a unit for the number): {where}."},
        {"agencies_can_confirm", "Belum ada kepala yang dapat menyetujui di: {where}. Minta administrator mengisi jabatannya.",
         "Nobody can confirm for: {where}. Ask the administrator to fill the post."},
        {"stages_can_be_filled", "Orang yang dapat memutus belum cukup, tidak termasuk yang mengajukan (ada/perlu): {where}. "
         "Minta administrator mengisi jabatannya.",
         "Too few people can decide, not counting who submits (there/needed): {where}. "
         "Ask the administrator to fill the posts."},
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

        // opd_review
        {"plan_is_in_review", "Rencana tidak sedang ditelaah perangkat daerah.",
         "The plan is not in agency review."},
        {"deadline_has_passed", "Tenggatnya belum lewat.", "The deadline has not passed."},
        {"silence_is_consent", "Pada jenis rencana ini, diam bukan berarti setuju.",
         "For this kind of plan, silence is not consent."},
        {"was_overtaken", "Telaahan ini masih berlaku.", "This review still stands."},

        // sahli_approval
        {"is_not_the_submitter", "Yang mengajukan rencana tidak boleh menyetujuinya.",
         "Who submitted the plan may not approve it."},
        {"has_not_voted", "Anda sudah memberikan suara pada tahap ini.",
         "You have already voted in this stage."},
        {"quorum_is_reached", "Kuorum belum tercapai.", "The quorum is not reached."},
        {"plan_went_back", "Rencana belum dikembalikan.", "The plan has not gone back."},

        // target_signoff
        {"plan_is_in_force", "Rencana belum atau tidak lagi berlaku.",
         "The plan is not in force."},
        {"period_has_begun", "Periodenya belum dimulai.", "The period has not begun."},
        {"end_has_passed", "Batas akhirnya belum lewat.", "Its end has not passed."},
        {"end_has_not_passed", "Batas akhirnya sudah lewat; minta sekretariat membukanya kembali.",
         "Its end has passed; ask the secretariat to reopen it."},
        {"achievement_is_given", "Isi dahulu capaiannya: uraian atau angka.",
         "Give the achievement first: a text or a number."},
        {"evidence_is_there", "Data dukung belum lengkap: {where}.",
         "Evidence is missing: {where}."},
        {"never_final", "Target ini pernah selesai.", "This target was final before."},
        {"last_final_state", "Target ini belum pernah selesai pada status itu.",
         "This target was never final in that state."},
        {"was_revised", "Target ini tidak berubah.", "This target was not revised."},
        {"was_dropped", "Target ini masih ada dalam rencana.", "This target is still in the plan."},
        {"is_not_the_reporter", "Yang melaporkan tidak boleh mengesahkannya.",
         "Who reported it may not sign it off."},
        {"is_not_the_endorser", "Yang menyetujui laporan tidak boleh mengesahkannya.",
         "Who endorsed it may not sign it off."},
        {"is_not_the_claimant", "Yang mengajukan pernyataan ini tidak boleh menerimanya.",
         "Who made the claim may not accept it."},
        {"may_endorse", "Yang melaporkan tidak boleh menyetujui laporannya sendiri.",
         "Who reported it may not endorse their own report."},

        // period_report
        {"something_has_changed", "Belum ada yang berubah sejak laporan diterima.",
         "Nothing has changed since the report was received."},

        // what a body lacks, seen from the thing it is about
        {"unknown_class", "Kelas capaian ini tidak ada pada jenis rencananya.",
         "The plan's kind has no such class."},
        {"class_follows_from_percent", "Kelas mengikuti persentasenya; jangan diisi.",
         "The class follows from the percentage; leave it out."},
        {"gap_needs_a_reason", "Kekosongan {gap} perlu alasan.", "The gap {gap} needs a reason."},
        {"not_a_gap", "Ini bukan kekosongan laporan ini.", "This is not a gap of this report."},
        {"date_has_passed", "Tanggal ini sudah lewat.", "This date has passed."},
        {"until_is_too_late",
         "Paling lama sepanjang satu periode, yaitu sampai {latest}; pilih tanggal yang lebih awal.",
         "One period's length at most, that is until {latest}; choose an earlier date."},
        // what exists already, or no longer may be touched
        {"a_live_plan_exists", "Sudah ada rencana yang berlaku atau sedang disusun untuk wilayah, jenis, dan tahun ini.",
         "There is already a live plan for this region, kind and year."},
        {"action_number_is_taken", "Nomor {number} sudah dipakai aksi lain.",
         "Number {number} belongs to another action."},

        {"unknown_action", "Rencana aksi ini tidak ada dalam rencana.",
         "There is no such action in the plan."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
