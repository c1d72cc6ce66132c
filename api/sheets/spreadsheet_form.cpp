// Tells files apart by their first bytes and by what their archive holds.
#include "api/sheets/spreadsheet_form.hpp"
#include <algorithm>
#include <array>
#include <utility>

namespace api {

namespace {

using signature = std::pair<std::string_view, std::string_view>;
constexpr std::array<signature, 11> signatures{{{"%PDF", "spreadsheet_pdf"},
                                                {"\xFF\xD8\xFF", "spreadsheet_picture"},
                                                {"\x89PNG", "spreadsheet_picture"},
                                                {"GIF8", "spreadsheet_picture"},
                                                {"{\\rtf", "spreadsheet_word"},
                                                {"Rar!", "spreadsheet_packed"},
                                                {"7z\xBC\xAF", "spreadsheet_packed"},
                                                {"\x1F\x8B", "spreadsheet_packed"},
                                                {"\x09\x08\x10", "spreadsheet_xls"},
                                                {"\x09\x08\x08", "spreadsheet_xls"},
                                                {"\x09\x04\x06", "spreadsheet_xls"}}};

std::string_view without_mark(std::string_view bytes)
{
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    return bytes;
}

// Streams of a compound file are named in UTF-16.
bool names_stream(std::string_view bytes, std::string_view stream)
{
    std::string name;
    for (const char c : stream) name += c, name += '\0';
    return bytes.find(name) != bytes.npos;
}

std::string compound_as_what(std::string_view bytes)
{
    if (names_stream(bytes, "EncryptedPackage")) return "spreadsheet_encrypted";
    if (names_stream(bytes, "WordDocument")) return "spreadsheet_word";
    if (names_stream(bytes, "PowerPoint Document")) return "spreadsheet_presentation";
    return "spreadsheet_xls";
}

bool has_utf16_mark(std::string_view bytes)
{
    return bytes.starts_with(utf16_little_mark) || bytes.starts_with(utf16_big_mark);
}

bool looks_like_text(std::string_view bytes)
{
    constexpr std::size_t looked_at_bytes = 4096;
    if (bytes.starts_with(zip_file) || bytes.starts_with(compound_file)) return false;
    if (has_utf16_mark(bytes)) return true;
    for (const auto& [start, key] : signatures)
        if (bytes.starts_with(start)) return false;
    const auto top = bytes.substr(0, looked_at_bytes);
    return std::none_of(top.begin(), top.end(), [](char c) {
        return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\r' && c != '\n';
    });
}

std::string mimetype_of(workbook_archive& archive)
{
    auto read = archive.read("mimetype");
    return read ? read->value_or("") : "";
}

} // namespace

bool begins_with_markup(std::string_view bytes)
{
    bytes = without_mark(bytes);
    if (bytes.size() < 2 || bytes[0] != '<') return false;
    const char next = bytes[1];
    return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '!' ||
           next == '?';
}

std::string as_what(std::string_view bytes)
{
    if (bytes.starts_with(compound_file)) return compound_as_what(bytes);
    for (const auto& [start, key] : signatures)
        if (bytes.starts_with(start)) return std::string(key);
    if (begins_with_markup(bytes))
        return without_mark(bytes).starts_with("<?xml") ? "spreadsheet_xml" : "spreadsheet_html";
    return looks_like_text(bytes) ? "spreadsheet_text" : "spreadsheet_not_xlsx";
}

std::string archive_as_what(workbook_archive& archive)
{
    const std::string mimetype = mimetype_of(archive);
    if (mimetype.find("opendocument.spreadsheet") != mimetype.npos)
        return archive.has("content.xml") ? "spreadsheet_encrypted" : "spreadsheet_damaged";
    if (archive.has("xl/workbook.bin")) return "spreadsheet_xlsb";
    if (archive.has("word/document.xml") || mimetype.find("opendocument.text") != mimetype.npos)
        return "spreadsheet_word";
    if (archive.has("ppt/presentation.xml") ||
        mimetype.find("opendocument.presentation") != mimetype.npos)
        return "spreadsheet_presentation";
    if (archive.has("Index/Document.iwa")) return "spreadsheet_numbers";
    for (const auto* ending : {".xlsx", ".xls", ".ods", ".csv", ".xlsm"})
        if (archive.has_ending(ending)) return "spreadsheet_packed";
    return "spreadsheet_not_xlsx";
}

bool is_open_document(workbook_archive& archive)
{
    if (!mimetype_of(archive).starts_with("application/vnd.oasis.opendocument.spreadsheet"))
        return false;
    const auto manifest = archive.read("META-INF/manifest.xml");
    const bool encrypted =
        manifest && manifest->value_or("").find("encryption-data") != std::string::npos;
    return archive.has("content.xml") && !encrypted;
}

std::optional<workflow::sheet> csv_matrix(std::string_view bytes)
{
    if (!looks_like_text(bytes) || begins_with_markup(bytes)) return {};
    auto page = read_csv(bytes);
    if (!page || !workflow::has_matrix_header(*page)) return {};
    page->is_misnamed = true;
    return std::move(*page);
}

} // namespace api
