// Opens zip archives from memory with libzip, counting what comes out.
#include "api/sheets/workbook_archive.hpp"
#include "api/sheets/spreadsheet_refusal.hpp"
#include <zip.h>

namespace api {

namespace {

struct file_closer {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

void workbook_archive::closer::operator()(zip* archive) const
{
    zip_discard(archive);
}

workflow::result<workbook_archive> workbook_archive::open(std::string_view bytes)
{
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (!source) throw std::bad_alloc();
    workbook_archive archive;
    archive.zip_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!archive.zip_) {
        zip_source_free(source);
        return unreadable("spreadsheet_damaged");
    }
    const auto entries = zip_get_num_entries(archive.zip_.get(), 0);
    if (entries > static_cast<zip_int64_t>(workbook_entries_max))
        return too_large("spreadsheet_entries_too_many", workbook_entries_max);
    zip_uint64_t claimed = 0;
    for (zip_int64_t index = 0; index < entries; ++index) {
        zip_stat_t about;
        if (zip_stat_index(archive.zip_.get(), static_cast<zip_uint64_t>(index), 0, &about) != 0)
            return unreadable("spreadsheet_damaged");
        if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
            return unreadable("spreadsheet_encrypted");
        if (about.size > workbook_total_bytes_max ||
            (claimed += about.size) > workbook_total_bytes_max)
            return too_large("spreadsheet_unpacked_too_large", workbook_total_bytes_max >> 20);
    }
    return archive;
}

bool workbook_archive::has(const std::string& path) const
{
    return zip_name_locate(zip_.get(), path.c_str(), ZIP_FL_NOCASE) >= 0;
}

workflow::result<std::optional<std::string>> workbook_archive::read(const std::string& path)
{
    const auto index = zip_name_locate(zip_.get(), path.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return std::optional<std::string>{};
    std::unique_ptr<zip_file_t, file_closer> file(
        zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(index), 0));
    if (!file) return unreadable("spreadsheet_damaged");
    std::string contents;
    char piece[16384];
    for (;;) {
        const auto count = zip_fread(file.get(), piece, sizeof piece);
        if (count < 0) return unreadable("spreadsheet_damaged");
        if (count == 0) return std::optional(std::move(contents));
        contents.append(piece, static_cast<std::size_t>(count));
        total_bytes_ += static_cast<std::size_t>(count);
        if (contents.size() > workbook_entry_bytes_max)
            return too_large("spreadsheet_unpacked_too_large", workbook_entry_bytes_max >> 20);
        if (total_bytes_ > workbook_total_bytes_max)
            return too_large("spreadsheet_unpacked_too_large", workbook_total_bytes_max >> 20);
    }
}

} // namespace api
