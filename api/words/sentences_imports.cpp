// What is said of an office's file on its way into a draft.
#include "api/words/sentences.hpp"

namespace api::sentences_of {

using workflow::wording;

// clang-format off
std::span<const wording> imports()
{
    static constexpr wording table[]{
        {"imports_too_many",
         "Paling banyak {limit} impor untuk satu rencana.",
         "At most {limit} imports for one plan."},
        {"import_is_open",
         "Impor ini belum diterapkan, jadi tidak ada yang dibatalkan.",
         "This import was not applied, so there is nothing to undo."},
        {"import_is_applied",
         "Impor ini sudah diterapkan. Batalkan dahulu, atau unggah berkasnya lagi.",
         "This import was applied already. Undo it first, or upload the file again."},
        {"import_is_undone",
         "Impor ini sudah dibatalkan. Unggah berkasnya lagi untuk mengulanginya.",
         "This import was undone. Upload the file again to repeat it."},
        {"import_of_other_revision",
         "Impor ini dibuat untuk rancangan sebelumnya. Unggah berkasnya lagi.",
         "This import was made for a former draft. Upload the file again."},
        {"import_has_problems",
         "Masih ada {count} masalah dalam berkas. Perbaiki berkasnya atau jawab apa yang "
         "ditanyakan, lalu terapkan.",
         "The file still has {count} problems. Mend the file or answer what is asked, then apply."},
        {"import_asks",
         "Masih ada {count} pertanyaan yang belum dijawab.",
         "{count} questions are not answered yet."},
        {"import_asks_agency",
         "\"{text}\" belum dikenal sebagai perangkat daerah. Pilih yang dimaksud, atau kosongkan "
         "untuk diisi nanti.",
         "\"{text}\" is not known as an agency. Choose which it is, or leave it open for now."},
        {"import_draft_changed",
         "Rancangan diubah setelah perubahan ini ditampilkan. Lihat lagi perubahannya, lalu "
         "terapkan.",
         "The draft was edited after these changes were shown. Look at the changes again, then "
         "apply."},
        {"import_is_not_the_last_change",
         "Rancangan diubah setelah impor ini, jadi impor tidak dapat dibatalkan sekaligus. Ubah "
         "baris yang keliru di halaman matriks.",
         "The draft was edited after this import, so it cannot be undone in one step. Change the "
         "rows that are wrong on the matrix page."},
        {"import_sheets_needed", "Pilih sekurangnya satu lembar.", "Choose one sheet at least."},
        {"import_sheet_unknown",
         "Berkas tidak mempunyai lembar \"{name}\".",
         "The file has no sheet \"{name}\"."},
        {"import_field_unknown",
         "\"{field}\" bukan kolom rencana ini; lihat available_fields.",
         "\"{field}\" is no column of this plan; see available_fields."},
        {"import_question_unknown",
         "Berkas ini tidak menanyakan hal itu.",
         "This file does not ask that."},
    };
    return table;
}
// clang-format on

} // namespace api::sentences_of
