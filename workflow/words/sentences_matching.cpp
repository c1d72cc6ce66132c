// What is asked and said where rows of a file are held against the actions of a draft.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> matching()
{
    static constexpr wording table[]{
        {"matrix_ask_renumbered",
         "{count} baris berjudul sama dengan rencana aksi yang bernomor lain. Apakah itu rencana "
         "aksi yang sama dengan nomor baru?",
         "{count} rows have the title of an action with another number. Are they the same actions, "
         "numbered anew?"},
        {"matrix_choice_renumbered_same",
         "Ya, rencana aksi yang sama; nomornya saja yang berubah",
         "Yes, the same actions; only the numbers change"},
        {"matrix_choice_renumbered_new",
         "Bukan, ini rencana aksi baru; yang lama tidak ada dalam berkas",
         "No, these are new actions; the former ones are not in the file"},
        {"matrix_ask_unsure",
         "{count} baris bernomor sama dengan rencana aksi dalam rancangan, tetapi judul atau "
         "penanggung jawabnya berbeda. Apakah itu rencana aksi yang sama?",
         "{count} rows have the number of an action of the draft, but another title or lead "
         "agency. Are they the same actions?"},
        {"matrix_choice_unsure_same",
         "Ya, rencana aksi yang sama dengan isi baru",
         "Yes, the same actions, reworded"},
        {"matrix_choice_unsure_new",
         "Bukan, ini rencana aksi baru; komentar, target, dan bukti yang lama tidak diwarisi",
         "No, new actions; they inherit no comment, target or evidence"},
        {"matrix_choice_unsure_each",
         "Berbeda-beda; tanyakan per baris",
         "It differs; ask row by row"},
        {"matrix_ask_unsure_row",
         "Baris {row}, \"{title}\": apakah ini rencana aksi nomor {number}, \"{before}\"?",
         "Row {row}, \"{title}\": is this action {number}, \"{before}\"?"},
        {"matrix_ask_missing",
         "{count} rencana aksi dalam rancangan tidak ada dalam berkas. Tetap disimpan?",
         "{count} actions of the draft are not in the file. Keep them?"},
        {"matrix_choice_missing_keep",
         "Tetap disimpan",
         "Keep them"},
        {"matrix_choice_missing_remove",
         "Hapus dari rancangan",
         "Remove them from the draft"},
        {"matrix_ask_changed_since",
         "{count} rencana aksi diubah orang lain setelah berkas ini diunduh. Mana yang dipakai?",
         "{count} actions were edited after this file was exported. Which is to stand?"},
        {"matrix_choice_changed_since_keep",
         "Yang ada dalam rancangan sekarang",
         "What the draft has now"},
        {"matrix_choice_changed_since_file",
         "Isi berkas",
         "What the file has"},
        {"matrix_changed_since",
         "Rencana aksi {number}, \"{title}\", diubah setelah berkas ini diunduh. Unduh matriks "
         "lagi, lalu ulangi perubahan Anda di sana.",
         "Action {number}, \"{title}\", was edited after this file was exported. Export the matrix "
         "again and make your changes there."},
        {"matrix_kept_moved",
         "Rencana aksi \"{title}\" tidak ada dalam berkas dan tetap disimpan; nomornya {old} "
         "dipakai berkas untuk yang lain, sehingga menjadi {number}.",
         "The action \"{title}\" is not in the file and is kept; the file gives its number {old} "
         "to another, so it becomes {number}."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
