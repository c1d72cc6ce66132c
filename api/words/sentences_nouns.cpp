// What single nouns say of what is asked for, and the titles of what waits and of messages.
#include "api/words/sentences.hpp"

namespace api::sentences_of {

using workflow::wording;

// clang-format off
std::span<const wording> nouns()
{
    static constexpr wording table[]{
        {"actions_too_many", "Satu rencana memuat paling banyak {limit} rencana aksi.",
         "One plan holds at most {limit} actions."},
        {"unknown_kind", "Jenis rencana ini tidak ada. Yang ada: {choices}.",
         "There is no such kind of plan. There are: {choices}."},
        {"agency_elsewhere", "Perangkat daerah ini tidak ada di wilayah rencana.",
         "The plan's region has no such agency."},
        {"column_unknown", "Jenis rencana ini hanya memiliki kolom sendiri: {choices}.",
         "This kind of plan has only these columns of its own: {choices}."},
        {"target_period_unknown", "Jenis rencana ini hanya memiliki periode: {choices}.",
         "This kind of plan has only the periods: {choices}."},
        {"target_period_twice", "Periode {code} tertulis dua kali.",
         "The period {code} is there twice."},
        {"document_elsewhere", "Bukan berkas yang diunggah ke rencana ini.",
         "No file that was uploaded to this plan."},
        {"supporting_agency_unnamed", "Sebutkan id atau nama.", "Give an id or a name."},

        {"evidence_type_refused", "Berkas harus PDF, PNG, JPG, DOCX, atau XLSX yang sesungguhnya.",
         "The file must really be a PDF, PNG, JPG, DOCX or XLSX."},
        {"evidence_item_of_other_kind", "{item} harus berupa {kind}; pilih jenis itu.",
         "{item} has to be of the kind {kind}; choose that kind."},
        {"evidence_without_checklist",
         "Jenis rencana ini tidak punya daftar berkas; unggah tanpa menyebut berkasnya.",
         "This kind of plan has no checklist of files; upload without naming an item."},
        {"evidence_empty", "Berkas ini kosong.", "This file is empty."},
        {"evidence_name_missing", "Berkas harus bernama.", "The file must have a name."},
        {"uploads_of_user", "Dalam 24 jam Anda mengunggah {there} MB dari batas {limit} MB, termasuk yang sudah dihapus. Cobalah lagi besok.",
         "Within 24 hours you uploaded {there} MB of at most {limit} MB, deleted files included. Try again tomorrow."},
        {"uploads_of_plan", "Berkas rencana ini {there} MB dari batas {limit} MB; yang dihapus dihitung dua hari lagi. Unggah yang lebih kecil.",
         "The files of this plan take {there} MB of at most {limit} MB; deleted ones count for two days. Upload smaller ones."},
        {"documents_too_many", "Paling banyak {limit} berkas untuk satu rencana.",
         "At most {limit} files for one plan."},
        {"evidence_too_many", "Paling banyak {limit} berkas untuk satu target.",
         "At most {limit} files for one target."},

        // Titles in the list of what waits for somebody.
        {"waiting_target", "{number}. {title} ({period})", "{number}. {title} ({period})"},
        {"waiting_report", "Laporan {period} {year}: {region}", "Report {period} {year}: {region}"},

        // The same in a calendar, where nothing else says what kind of thing it is.
        {"calendar_name", "Tugas Rampung", "Rampung tasks"},
        {"calendar_targets", "Capaian: {title}", "Achievement: {title}"},
        {"calendar_reviews", "Tinjauan: {title}", "Review: {title}"},
        {"calendar_approvals", "Persetujuan: {title}", "Approval: {title}"},
        {"calendar_reports", "{title}", "{title}"},

        {"targets_stay_lapsed",
         "{count} target periode {period} sudah ditutup sebagai tidak dilaporkan dan tetap demikian meskipun "
         "tanggalnya diubah; sekretariat dapat membukanya kembali satu per satu.",
         "{count} targets of {period} were closed as not reported and stay so although the dates have moved; the "
         "secretariat can reopen them one by one."},
        {"upkeep_holidays_missing",
         "Hari libur tahun {year} belum dimasukkan. Administrator nasional memasukkannya menurut keputusan bersama "
         "tentang hari libur nasional dan cuti bersama; sebelum itu hanya akhir pekan dan hari libur bertanggal "
         "tetap yang diperhitungkan.",
         "The holidays of {year} have not been entered. The national administrator enters them as the joint decree on "
         "national holidays and joint leave gives them; until then only weekends and the days that fall on the same "
         "date every year are counted."},
        {"upkeep_scheduler_late",
         "Penjadwal tidak bekerja: pengingat dan surel tidak terkirim, dan batas waktu tidak dijalankan. Mintalah "
         "operator peladen memeriksa catatan peladen.",
         "The scheduler is not at work: no reminder and no mail leaves, and no deadline is acted upon. Ask who runs "
         "the server to look at its log."},

        // What becomes of a message.
        {"message_not_failed",
         "Hanya pesan yang gagal dapat dikirim lagi; keadaan pesan ini: {state}.",
         "Only a message that has failed can be sent again; this one is {state}."},
        {"message_ready", "menunggu dikirim", "waiting to be sent"},
        {"message_sending", "sedang dikirim", "being sent"},
        {"message_sent", "terkirim", "sent"},
        {"message_dead", "gagal", "failed"},
        {"message_dropped", "tidak jadi dikirim", "not sent after all"},

        // Why a notice is not told after all, in the ledger.
        {"mail_dropped_overtaken", "Tidak dikirim: keadaannya sudah berubah sebelum surel berangkat.",
         "Not sent: things had changed before the mail left."},
        {"mail_dropped_round", "Tidak dikirim: putaran baru sudah dimulai.",
         "Not sent: a new round had begun."},
        {"mail_dropped_deadline", "Tidak dikirim: tenggatnya sudah dipindahkan.",
         "Not sent: the deadline had moved."},
        {"mail_dropped_step", "Tidak dikirim: pengingat berikutnya sudah menggantikannya.",
         "Not sent: the next reminder had taken its place."},
        {"mail_dropped_post", "Tidak dikirim: jabatan penerima sudah berakhir.",
         "Not sent: the recipient's post had ended."},
        {"mail_dropped_account", "Tidak dikirim: akun penerima dinonaktifkan.",
         "Not sent: the recipient's account was disabled."},
        {"mail_dropped_twice", "Tidak disebut dua kali: pesan ini sudah memuatnya.",
         "Not said twice: this message tells it already."},
        {"mail_dropped_gathered", "Dikirim bersama ringkasan berikutnya.",
         "Sent together with a later digest."},
    };
    return table;
}
// clang-format on

} // namespace api::sentences_of
