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
        {"matrix_target_of_year",
         "Kolom {name} memuat target tanpa periode. Target periode mana?",
         "Column {name} has targets without a period. Whose targets are they?"},
        {"matrix_choice_by_time",
         "menurut kolom {name} di setiap baris",
         "by column {name} of each row"},
        {"matrix_choice_period", "target {period}", "targets of {period}"},
        {"matrix_choice_column_unused",
         "tidak satu pun; kolomnya tidak dipakai",
         "none; the column is not used"},
        {"matrix_choice_columns_unused",
         "baca tanpa kolom-kolom itu",
         "read without these columns"},
        {"matrix_target_spread",
         "\"{text}\" ditulis dalam sel gabungan beberapa periode; dibaca sebagai target setiap "
         "periode itu.",
         "\"{text}\" stands in a cell merged over several periods; it is read as the target of each "
         "of them."},
        {"matrix_achievement_not_read",
         "Kolom capaian tidak dibaca sebagai target dan tidak dipakai di sini: {names}.",
         "Columns of what was achieved are not read as targets, and not used here: {names}."},
        {"matrix_columns_hidden",
         "Kolom yang disembunyikan ikut dibaca: {names}.",
         "Hidden columns are read too: {names}."},
        {"matrix_rows_hidden",
         "Ada baris yang disembunyikan, mulai baris {row}. Ikut dibaca?",
         "Some rows are hidden, from row {row} on. Are they to be read?"},
        {"matrix_rows_struck",
         "Ada baris yang dicoret, mulai baris {row}. Ikut dibaca?",
         "Some rows are struck through, from row {row} on. Are they to be read?"},
        {"matrix_choice_out", "tidak, tinggalkan", "no, leave them out"},
        {"matrix_choice_in", "ya, baca seperti baris lain", "yes, read them like other rows"},
        {"matrix_left_hidden", "Baris yang disembunyikan.", "A hidden row."},
        {"matrix_left_struck", "Baris yang dicoret.", "A row that is struck through."},
        {"matrix_left_with_action",
         "Bagian dari rencana aksi yang tidak dibaca.",
         "A part of an action that is not read."},
        {"matrix_sub_activities",
         "Di bawah rencana aksi \"{title}\" ada baris sub kegiatan, mulai baris {row}. Dibaca "
         "sebagai apa?",
         "Below the action \"{title}\" stand rows of sub-activities, from row {row} on. What are "
         "they to be read as?"},
        {"matrix_choice_action",
         "setiap baris satu rencana aksi",
         "each row is an action"},
        {"matrix_choice_step",
         "langkah dari satu rencana aksi, disimpan sebagai teks kriteria keberhasilannya",
         "steps of one action, kept as text of its success criterion"},
        {"matrix_left_part",
         "Sub kegiatan: menunggu jawaban, rencana aksi tersendiri atau langkah.",
         "A sub-activity: waits for the answer, an action or a step."},
        {"matrix_numbered_anew",
         "{count} rencana aksi diberi nomor baru menurut urutannya, karena nomornya berulang, tidak "
         "ada atau bukan bilangan; yang pertama kini nomor {number}.",
         "{count} actions were given new numbers in their order, for numbers restart, are missing or "
         "are none; the first of them is now number {number}."},
        {"matrix_phase_guessed",
         "\"{text}\" dibaca sebagai tahap {phase}. Benar?",
         "\"{text}\" is read as the phase {phase}. Is that right?"},
        {"matrix_phase_several",
         "\"{text}\" menyebut lebih dari satu tahap. Pilih satu: {known}.",
         "\"{text}\" names more than one phase. Choose one: {known}."},
        {"matrix_phase_as_above",
         "Tahap belum diisi di beberapa baris, mulai baris {row}. Sama dengan baris di atasnya?",
         "Some rows have no phase, from row {row} on. Is it that of the row above?"},
        {"matrix_choice_phase", "{phase}", "{phase}"},
        {"matrix_choice_above", "sama dengan baris di atasnya", "that of the row above"},
        {"matrix_sheets",
         "Buku kerja ini mempunyai beberapa lembar matriks: {names}. Mana yang dibaca?",
         "This workbook has several sheets with a matrix: {names}. Which are to be read?"},
        {"matrix_choice_sheet",
         "lembar \"{name}\" saja ({count} rencana aksi)",
         "sheet \"{name}\" alone ({count} actions)"},
        {"matrix_choice_sheets", "bersama-sama: {names}", "together: {names}"},
        {"matrix_sheets_left",
         "Lembar yang tidak dibaca: {names}.",
         "Sheets that are not read: {names}."},
        {"matrix_sheets_hidden",
         "Lembar tersembunyi yang tidak dibaca: {names}.",
         "Hidden sheets that are not read: {names}."},
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
        {"matrix_agency_taken",
         "\"{text}\" dibaca sebagai {name}.",
         "\"{text}\" is read as {name}."},
        {"matrix_lead_supports",
         "{name} memimpin rencana aksi ini, sehingga tidak dicatat lagi sebagai instansi terkait.",
         "{name} leads this action and is not noted as its supporter as well."},
        {"matrix_ask_one_or_several",
         "\"{text}\" dapat berarti satu instansi atau beberapa instansi. Mana yang dimaksud?",
         "\"{text}\" may be one agency or several. Which is meant?"},
        {"matrix_choice_several", "Beberapa instansi: {names}", "Several agencies: {names}"},
        {"matrix_choice_one", "Satu instansi: {text}", "One agency: {text}"},
        {"matrix_ask_several_leads",
         "Baris {rows} menyebut lebih dari satu penanggung jawab. Siapa yang memimpin?",
         "Rows {rows} name more than one lead agency. Who leads?"},
        {"matrix_choice_first_leads",
         "Yang disebut pertama memimpin, yang lain menjadi instansi terkait",
         "The first one named leads, the others support"},
        {"matrix_choice_lead_open",
         "Biarkan terbuka; diisi di rancangan sebelum diajukan",
         "Leave it open, to be filled in in the draft before it is submitted"},
        {"matrix_ask_no_lead",
         "Baris {rows} tidak menyebut penanggung jawab. Siapa yang memimpin?",
         "Rows {rows} name no lead agency. Who leads?"},
        {"matrix_choice_lead", "{name} memimpin", "{name} leads"},
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
        {"matrix_quantity_dated",
         "Program lembar kerja telah mengubah isian ini menjadi tanggal ({text}); \"3-4\" misalnya "
         "menjadi 3 April. Atur format selnya menjadi teks, lalu tulis kembali targetnya.",
         "The spreadsheet program has turned what was typed into a date ({text}); \"3-4\", for "
         "instance, becomes 3 April. Format the cell as text and write the target again."},
        {"matrix_quantity_truth",
         "Sel berisi nilai benar/salah ({text}), bukan target. Tulis angka atau uraiannya.",
         "The cell holds true or false ({text}) and no target. Write the number or a text."},
        {"matrix_quantity_not_calculated",
         "Rumus di sel ini belum dihitung, sehingga tidak ada nilainya. Buka berkas dengan program "
         "lembar kerja, simpan, lalu unggah kembali, atau tulis nilainya.",
         "The formula in this cell was never calculated and has no value. Open the file in a "
         "spreadsheet program, save it and upload it again, or write the value."},
        {"matrix_quantity_american",
         "\"{text}\" dibaca {value}, karena berkas ini menulis angka dengan titik desimal.",
         "\"{text}\" is read as {value}, for this file writes numbers with a decimal point."},
        {"matrix_quantity_foreign",
         "\"{text}\" disimpan sebagai teks tanpa angka: berkas ini menulis desimal dengan koma. "
         "Tulis 75,5 untuk desimal dan 1.000 untuk seribu bila yang dimaksud angka.",
         "\"{text}\" is kept as a text without a number: this file writes decimals with a comma. "
         "Write 75,5 for a decimal and 1.000 for a thousand if a number is meant."},
        {"matrix_quantity_spaced",
         "\"{text}\" dibaca {value}; spasi dianggap pemisah ribuan.",
         "\"{text}\" is read as {value}; the space is taken to part the thousands."},
        {"matrix_quantity_mark",
         "\"{text}\" dibaca {value}; tanda di sampingnya tidak dihitung.",
         "\"{text}\" is read as {value}; the sign beside it does not count."},
        {"matrix_quantity_at_least",
         "\"{text}\" dibaca {value}: angka yang sedikitnya harus dicapai.",
         "\"{text}\" is read as {value}: the number that must at least be reached."},
        {"matrix_quantity_not_one",
         "\"{text}\" disimpan sebagai teks tanpa angka, karena bukan satu angka dengan satu satuan.",
         "\"{text}\" is kept as a text without a number, for it is not one number with one unit."},
        {"matrix_quantity_rate",
         "\"{text}\" disimpan sebagai teks tanpa angka, karena menyebut seberapa sering atau kapan.",
         "\"{text}\" is kept as a text without a number, for it says how often or when."},
        {"matrix_quantity_contradicts",
         "\"{text}\" dibaca {value}, tetapi kata dalam kurung menyebut angka lain.",
         "\"{text}\" is read as {value}, but the words in parentheses say another number."},
        {"matrix_target_nil",
         "\"{text}\" disimpan sebagai teks. Kosongkan selnya bila tidak ada target pada periode ini.",
         "\"{text}\" is kept as a text. Empty the cell if the period has no target."},
        {"matrix_target_mark",
         "\"{text}\" disimpan sebagai teks: tanda atau kode, bukan jumlah.",
         "\"{text}\" is kept as a text: a mark or a code, and no amount."},
        {"matrix_target_above",
         "\"{text}\" dibaca seperti target di atasnya: {value}.",
         "\"{text}\" is read as the target above: {value}."},
        {"matrix_target_no_above",
         "\"{text}\" disimpan sebagai teks, karena tidak ada target di atasnya.",
         "\"{text}\" is kept as a text, for no target stands above."},
        {"matrix_unit_differs",
         "\"{text}\" menyebut satuan {own}, sedangkan kolom Satuan menyebut {unit}, yang dipakai.",
         "\"{text}\" says {own}, but the column of units says {unit}, which is taken."},
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
