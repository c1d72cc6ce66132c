// What a workbook of achievement says in its cells, and what is said of one that comes back.
#include "api/words/sentences.hpp"

namespace api::sentences_of {

using workflow::wording;

// clang-format off
std::span<const wording> achievement()
{
    static constexpr wording table[]{
        {"achievement_sheet", "Capaian", "Achievement"},
        {"achievement_help",
         "Isi hanya sel berwarna kuning, simpan sebagai .xlsx, lalu unggah kembali. Baris boleh "
         "diurutkan atau dihapus; yang tidak ada di berkas tidak berubah.",
         "Fill in the yellow cells only, save as .xlsx, then upload it again. Rows may be sorted or "
         "deleted; what is not in the file does not change."},
        {"achievement_target", "ID target", "Target ID"},
        {"achievement_version", "Versi target", "Target version"},
        {"achievement_number", "No", "No"},
        {"achievement_title", "Rencana Aksi", "Action"},
        {"achievement_criterion", "Kriteria Keberhasilan", "Success criterion"},
        {"achievement_wanted", "Target", "Target"},
        {"achievement_unit", "Satuan", "Unit"},
        {"achievement_returned", "Dikembalikan karena", "Returned because"},
        {"achievement_evidence", "Bukti yang diminta", "Evidence asked for"},
        {"achievement_quantity", "Capaian (angka)", "Achieved (number)"},
        {"achievement_text", "Capaian (uraian)", "Achieved (in words)"},
        {"achievement_obstacles", "Kendala", "Obstacles"},
        {"achievement_follow_up", "Tindak lanjut", "Follow-up"},
        {"achievement_report", "Laporkan?", "Report?"},
        {"achievement_report_what",
         "\"ya\": target ini dilaporkan begitu berkas diunggah; kosong atau \"tidak\": isiannya "
         "disimpan saja.",
         "\"yes\": this target is reported as soon as the file is uploaded; empty or \"no\": what "
         "is filled in is only saved."},
        {"achievement_yes", "ya", "yes"},
        {"achievement_no", "tidak", "no"},
        {"achievement_files", "Nama berkas: {kind}", "File names: {kind}"},
        {"achievement_number_title", "Bukan angka", "Not a number"},
        {"achievement_number_why",
         "Tulis angka 0 atau lebih, tanpa satuan. Uraian ditulis di kolom sebelahnya.",
         "Write a number from 0 on, without its unit. Words go into the next column."},
        {"achievement_not_ours",
         "Berkas ini bukan buku kerja capaian: kolom ID dan versi target tidak ditemukan. Unduh "
         "buku kerja capaian, isi, lalu unggah lagi.",
         "The file is no workbook of achievement: its columns of target ids and versions were not "
         "found. Download the workbook of achievement, fill it in, then upload it again."},
        {"achievement_rows_too_many",
         "Berkas berisi lebih dari {max} target. Hapus baris yang tidak diisi.",
         "The file has more than {max} targets. Delete the rows that are not filled in."},
        {"achievement_row_unknown",
         "Baris ini tidak menyebut target mana: kolom ID tersembunyinya kosong. Isi di baris "
         "targetnya.",
         "The row does not say which target it is of: its hidden id is empty. Fill in the row of "
         "the target."},
        {"achievement_version_lost",
         "Versi target di kolom tersembunyi hilang atau diubah. Unduh buku kerja capaian lagi.",
         "The target's version in the hidden column is lost or was changed. Download the workbook "
         "of achievement again."},
        {"achievement_row_twice",
         "Target ini sudah ada di baris lain. Hapus salah satunya.",
         "This target stands in another row already. Delete one of them."},
        {"achievement_number_unclear",
         "\"{text}\" bukan angka 0 atau lebih. Tulis angkanya saja; uraian ditulis di kolom "
         "sebelahnya.",
         "\"{text}\" is no number from 0 on. Write the number alone; words go into the next "
         "column."},
    };
    return table;
}
// clang-format on

} // namespace api::sentences_of
