#pragma once
// Zip archives in memory, to make workbooks that no library would write.
#include <string>
#include <utility>
#include <vector>
#include <zip.h>

namespace zip_bytes {

using files = std::vector<std::pair<std::string, std::string>>;

inline std::string archive(const files& entries, const char* password = nullptr)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, contents] : entries) {
        zip_source_t* source = zip_source_buffer(zip, contents.data(), contents.size(), 0);
        const auto index =
            static_cast<zip_uint64_t>(zip_file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8));
        if (password) zip_file_set_encryption(zip, index, ZIP_EM_AES_256, password);
    }
    zip_close(zip);
    std::string bytes;
    zip_source_open(target);
    char piece[65536];
    for (zip_int64_t count; (count = zip_source_read(target, piece, sizeof piece)) > 0;)
        bytes.append(piece, static_cast<std::size_t>(count));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

// A workbook of one sheet with the given sheet data and, if wanted, other parts.
inline std::string workbook(const std::string& sheet_data, const files& more = {},
                            const std::string& settings = "")
{
    files entries{
        {"xl/workbook.xml",
         "<workbook xmlns:r=\"r\">" + settings +
             "<sheets><sheet name=\"Satu\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
         "</Relationships>"},
        {"xl/worksheets/sheet1.xml",
         "<worksheet><sheetData>" + sheet_data + "</sheetData></worksheet>"}};
    entries.insert(entries.end(), more.begin(), more.end());
    return archive(entries);
}

} // namespace zip_bytes
