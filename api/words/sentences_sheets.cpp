// What is said of a spreadsheet file: what it holds, what was not used, why it cannot be read.
#include "api/words/sentences.hpp"

namespace api::sentences_of {

using workflow::wording;

// clang-format off
std::span<const wording> sheets()
{
    static constexpr wording table[]{
        {"matrix_invalid",
         "Ada {count} masalah dalam berkas; tidak ada baris yang disimpan. Perbaiki, lalu "
         "impor lagi.",
         "The file has {count} problems; no row was saved. Mend them, then import again."},
        {"account_sheet",
         "Lembar {name}: dibaca, judul kolom di baris {row}, {cells} sel berisi.",
         "Sheet {name}: read, header in row {row}, {cells} cells with content."},
        {"account_sheet_no_header",
         "Lembar {name}: tidak ada baris judul kolom, {cells} sel berisi.",
         "Sheet {name}: no header row, {cells} cells with content."},
        {"account_sheet_not_read",
         "Lembar {name}: tidak dibaca, {cells} sel berisi.",
         "Sheet {name}: not read, {cells} cells with content."},
        {"account_column",
         "Kolom {letter} \"{heading}\": dipakai, {cells} sel.",
         "Column {letter} \"{heading}\": used, {cells} cells."},
        {"account_column_not_used",
         "Kolom {letter} \"{heading}\": TIDAK dipakai, {cells} sel.",
         "Column {letter} \"{heading}\": NOT used, {cells} cells."},
        {"account_row",
         "Baris {row} \"{text}\" dilewati, {cells} sel: {why}",
         "Row {row} \"{text}\" left out, {cells} cells: {why}"},
        {"account_cells",
         "Sel berisi: {total}; dipakai {used}, judul {heading}, di kolom yang tidak dipakai "
         "{columns}, di baris yang dilewati {rows}, di lembar yang tidak dibaca {sheets}.",
         "Cells with content: {total}; used {used}, headings {heading}, in columns not used "
         "{columns}, in rows left out {rows}, on sheets not read {sheets}."},
        {"spreadsheet_empty", "Berkas kosong.", "The file is empty."},
        {"spreadsheet_file_too_large",
         "Berkas lebih besar dari {max} MiB.",
         "The file is larger than {max} MiB."},
        {"spreadsheet_unpacked_too_large",
         "Isi berkas setelah dibuka lebih besar dari {max} MiB.",
         "The file unpacks to more than {max} MiB."},
        {"spreadsheet_entries_too_many",
         "Berkas berisi lebih dari {max} bagian.",
         "The file has more than {max} parts."},
        {"spreadsheet_text_too_large",
         "Teks dalam berkas lebih dari {max} MiB.",
         "The file holds more than {max} MiB of text."},
        {"spreadsheet_rows_too_many",
         "Lembar berisi lebih dari {max} baris.",
         "The sheet has more than {max} rows."},
        {"spreadsheet_columns_too_many",
         "Lembar berisi lebih dari {max} kolom.",
         "The sheet has more than {max} columns."},
        {"spreadsheet_damaged",
         "Berkas rusak atau tidak lengkap. Buka di Excel, simpan ulang, lalu unggah lagi.",
         "The file is damaged or incomplete. Open it in Excel, save it anew, then upload again."},
        {"spreadsheet_encrypted",
         "Berkas dilindungi kata sandi. Hapus kata sandinya, lalu unggah lagi.",
         "The file is protected by a password. Remove the password, then upload again."},
        {"spreadsheet_xls",
         "Berkas berformat Excel lama (.xls). Simpan sebagai .xlsx, lalu unggah lagi.",
         "The file is in the old Excel format (.xls). Save it as .xlsx, then upload again."},
        {"spreadsheet_html",
         "Berkas ini halaman web, bukan .xlsx. Buka di Excel dan simpan sebagai .xlsx.",
         "The file is a web page, not .xlsx. Open it in Excel and save it as .xlsx."},
        {"spreadsheet_ods",
         "Berkas berformat OpenDocument (.ods). Simpan sebagai .xlsx, lalu unggah lagi.",
         "The file is in OpenDocument format (.ods). Save it as .xlsx, then upload again."},
        {"spreadsheet_xlsb",
         "Berkas berformat .xlsb. Simpan sebagai .xlsx, lalu unggah lagi.",
         "The file is in .xlsb format. Save it as .xlsx, then upload again."},
        {"spreadsheet_not_xlsx",
         "Berkas ini bukan buku kerja Excel (.xlsx).",
         "The file is not an Excel workbook (.xlsx)."},
        {"spreadsheet_csv_is_workbook",
         "Berkas ini buku kerja Excel, bukan CSV. Pilih format xlsx.",
         "The file is an Excel workbook, not CSV. Choose the format xlsx."},
        {"spreadsheet_csv_encoding",
         "Penyandian berkas tidak dikenal. Simpan sebagai CSV UTF-8.",
         "The file's encoding is not known. Save it as CSV UTF-8."},
        {"spreadsheet_csv_quote",
         "Tanda kutip di baris {row} tidak ditutup.",
         "A quotation mark in row {row} is never closed."},
    };
    return table;
}
// clang-format on

} // namespace api::sentences_of
