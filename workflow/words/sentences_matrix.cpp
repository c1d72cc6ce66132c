// What is said about spreadsheets: problems by row and column, and files that cannot be read.
#include "workflow/words/sentences.hpp"

namespace workflow::sentences_of {

// clang-format off
std::span<const wording> matrix()
{
    static constexpr wording table[]{
        {"matrix_header_missing",
         "Baris judul kolom tidak ditemukan: diperlukan kolom Rencana Aksi dan sedikitnya dua "
         "kolom lain, misalnya No dan Penanggung Jawab.",
         "No header row was found: a column Rencana Aksi and at least two others, such as No "
         "and Penanggung Jawab, are needed."},
        {"matrix_column_twice",
         "Kolom {name} ada dua kali; hapus atau ganti nama salah satunya.",
         "Column {name} is there twice; remove or rename one of them."},
        {"matrix_period_unknown",
         "Kolom {name} tidak menyebut periode yang dikenal. Periode jenis rencana ini: {known}.",
         "Column {name} does not name a known period. The periods of this kind of plan: "
         "{known}."},
        {"matrix_periods_missing",
         "Tidak ada kolom target yang menyebut periode, padahal diperlukan sedikitnya satu dari: "
         "{known}. Judul kolom yang tidak dikenal: {unknown}. Ganti judulnya, misalnya menjadi "
         "Target {example}.",
         "No target column names a period; at least one of {known} is needed. Headings that are "
         "not known: {unknown}. Rename them, for instance to Target {example}."},
        {"matrix_sheet_not_read",
         "Lembar \"{sheet}\" memuat {count} rencana aksi yang tidak ada di lembar \"{read}\", "
         "padahal hanya satu lembar yang dibaca. Satukan semuanya dalam satu lembar, atau "
         "sembunyikan lembar yang tidak dipakai.",
         "Sheet \"{sheet}\" has {count} actions that are not on sheet \"{read}\", and only one "
         "sheet is read. Put all of them on one sheet, or hide the sheet that is not used."},
        {"matrix_header_again",
         "Di sini mulai tabel lain dengan kolom yang berbeda; hanya tabel pertama yang dibaca. "
         "Pindahkan barisnya ke tabel pertama.",
         "Another table with other columns begins here; only the first one is read. Move its "
         "rows into the first table."},
        {"matrix_left_total", "Baris jumlah.", "A row of totals."},
        {"matrix_left_signature",
         "Bagian tanda tangan atau keterangan di bawah tabel.",
         "The signature block or remarks below the table."},
        {"matrix_left_below", "Teks di bawah tabel.", "Text below the table."},
        {"matrix_left_number", "Hanya nomor, tanpa rencana aksi.", "A number without an action."},
        {"matrix_left_subheading",
         "Judul bagian yang tidak menyebut tahap.",
         "A heading that names no phase."},
        {"matrix_empty",
         "Tidak ada baris rencana aksi di bawah judul kolom.",
         "There is no row with an action below the header."},
        {"matrix_rows_too_many",
         "Berkas memuat lebih dari {max} rencana aksi; bagi menjadi beberapa berkas.",
         "The file has more than {max} actions; divide it into several files."},
        {"matrix_number_missing",
         "Nomor belum diisi; baris dicocokkan dengan rencana aksi menurut nomornya.",
         "The number is missing; rows are matched with actions by their number."},
        {"matrix_id_unknown",
         "Rancangan ini tidak mempunyai rencana aksi dengan ID \"{id}\"; mungkin dari rencana "
         "lain, atau sudah dihapus. Pakai ID dari unduhan matriks rencana ini, atau kosongkan "
         "selnya untuk menambahkan baris baru.",
         "This draft has no action with the ID \"{id}\"; it may be another plan's, or deleted. "
         "Use the ID from this plan's downloaded matrix, or empty the cell to add a new row."},
        {"matrix_id_twice",
         "ID \"{id}\" sudah dipakai di baris lain. Kosongkan sel ID pada baris yang baru.",
         "The ID \"{id}\" is already used in another row. Empty the ID cell of the new row."},
        {"matrix_renumbered",
         "Baris bernomor {number} ini tampaknya rencana aksi nomor {old} dalam rancangan: "
         "\"{title}\". Kembalikan nomornya, atau isi kolom ID dari unduhan matriks.",
         "This row with number {number} seems to be action {old} of the draft: \"{title}\". "
         "Give it its number back, or fill in the column ID from the downloaded matrix."},
        {"matrix_other_action",
         "Nomor {number} dalam rancangan adalah rencana aksi lain: \"{title}\"; judul dan "
         "penanggung jawabnya berbeda. Pakai nomor yang belum dipakai untuk rencana aksi baru, "
         "atau isi kolom ID dari unduhan matriks bila memang rencana aksi yang sama.",
         "Number {number} of the draft is another action: \"{title}\"; title and lead agency both "
         "differ. Use a number that is free for a new action, or fill in the column ID from the "
         "downloaded matrix if it is the same action."},
        {"matrix_number_is_kept",
         "Nomor {number} masih dipakai rencana aksi \"{title}\", yang tidak ada dalam berkas dan "
         "tidak dihapus oleh impor. Hapus dahulu di halaman matriks, atau pakai nomor lain.",
         "Number {number} still belongs to the action \"{title}\", which is not in the file and "
         "is not deleted by an import. Delete it on the matrix page first, or use another "
         "number."},
        {"matrix_phase_column_missing",
         "Berkas tidak mempunyai kolom tahap, padahal baris ini rencana aksi baru. Tambahkan kolom "
         "{heading}.",
         "The file has no column for the phase, but this row is a new action. Add a column "
         "{heading}."},
        {"matrix_number_unclear",
         "Nomor \"{text}\" bukan bilangan bulat dari 1 sampai {max}.",
         "The number \"{text}\" is not a whole number from 1 to {max}."},
        {"matrix_number_twice",
         "Nomor {number} sudah dipakai di baris {row}.",
         "Number {number} is already used in row {row}."},
        {"matrix_title_missing",
         "Rencana aksi belum diisi.",
         "The action is missing."},
        {"matrix_row_stray",
         "Baris ini berisi, tetapi tidak bernomor dan tidak memuat rencana aksi. Satukan "
         "dengan baris rencana aksinya, atau beri nomor.",
         "This row has content but neither a number nor an action. Join it to its action's "
         "row, or give it a number."},
        {"matrix_phase_missing",
         "Tahap belum diisi, dan tidak ada judul bagian di atasnya. Isi dengan salah satu: "
         "{known}.",
         "The phase is missing, and no section heading stands above. Give one of: {known}."},
        {"matrix_phase_unknown",
         "Tahap \"{text}\" tidak dikenal. Isi dengan salah satu: {known}.",
         "The phase \"{text}\" is not known. Give one of: {known}."},
        {"matrix_lead_unknown",
         "Penanggung jawab \"{name}\" tidak terdaftar sebagai instansi di wilayah ini.",
         "The lead agency \"{name}\" is not registered in this region."},
        {"matrix_lead_near",
         "Penanggung jawab \"{name}\" tidak terdaftar sebagai instansi di wilayah ini. "
         "Maksudnya {near}?",
         "The lead agency \"{name}\" is not registered in this region. Did you mean {near}?"},
        {"matrix_lead_ambiguous",
         "Penanggung jawab \"{name}\" cocok dengan lebih dari satu instansi: {near}. Tulis "
         "nama lengkapnya.",
         "The lead agency \"{name}\" matches more than one agency: {near}. Write the full name."},
        {"matrix_quantity_unclear",
         "\"{text}\" bukan angka yang jelas. Tulis 1.000 untuk seribu dan 75,5 untuk desimal, "
         "atau tambahkan kata bila targetnya berupa uraian.",
         "\"{text}\" is not a clear number. Write 1.000 for a thousand and 75,5 for a "
         "decimal, or add a word if the target is a text."},
        {"matrix_quantity_ambiguous",
         "\"{text}\" dapat berarti ribuan atau desimal. Tulis ribuan dengan titik (1.000) atau "
         "tanpa tanda (1000); tambahkan nol di belakang bila yang dimaksud desimal (1,1250).",
         "\"{text}\" may be thousands or a decimal. Write thousands with a dot (1.000) or "
         "without (1000); add a zero at the end if a decimal is meant (1,1250)."},
        {"matrix_quantity_negative",
         "Target \"{text}\" kurang dari nol.",
         "The target \"{text}\" is less than zero."},
        {"matrix_number_wrong",
         "\"{text}\" bukan bilangan dari nol ke atas. Tulis 1.000 untuk seribu dan 75,5 untuk "
         "desimal, atau kosongkan selnya.",
         "\"{text}\" is not a number from zero on. Write 1.000 for a thousand and 75,5 for a "
         "decimal, or empty the cell."},
        {"matrix_date_wrong",
         "\"{text}\" bukan tanggal yang ada. Tulis 2026-12-01, 1/12/2026 (tanggal lebih dahulu) "
         "atau 1 Desember 2026, atau kosongkan selnya.",
         "\"{text}\" is no day of the calendar. Write 2026-12-01, 1/12/2026 (the day first) or "
         "1 December 2026, or empty the cell."},
        {"matrix_choice_unknown",
         "\"{text}\" bukan pilihan kolom ini. Isi dengan salah satu: {known}, atau kosongkan "
         "selnya.",
         "\"{text}\" is not a choice of this column. Give one of: {known}, or empty the cell."},
        {"matrix_measure_unknown",
         "Cara hitung \"{text}\" tidak dikenal. Tulis kumulatif atau per periode.",
         "The measure \"{text}\" is not known. Write kumulatif or per periode."},
        {"matrix_text_too_long",
         "Isi sel terlalu panjang: {length} karakter, paling banyak {max}.",
         "The cell is too long: {length} characters, at most {max}."},
        {"matrix_cell_error",
         "Sel memuat rumus yang gagal atau belum dihitung ({text}). Perbaiki rumusnya atau "
         "tulis nilainya.",
         "The cell holds a formula that failed or was never calculated ({text}). Mend the "
         "formula or write the value."},
    };
    return table;
}
// clang-format on

} // namespace workflow::sentences_of
