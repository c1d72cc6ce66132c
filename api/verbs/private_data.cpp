// Which names are ours.
#include "api/verbs/private_data.hpp"
#include "persistence/sql/private_file.hpp"
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <sys/stat.h>

namespace api {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> ours{
    "accounts.json", "demo.json", "files", "installation", "mail", "security.log", "tmp"};
constexpr std::array<std::string_view, 2> begins{"rampung.", "security.log."};

bool is_ours(std::string_view name)
{
    const auto has_beginning = [&](std::string_view begin) { return name.starts_with(begin); };
    return std::find(ours.begin(), ours.end(), name) != ours.end() ||
           std::any_of(begins.begin(), begins.end(), has_beginning);
}

} // namespace

void make_private_files()
{
    ::umask(0077);
}

void keep_data_private(const fs::path& data)
{
    fs::create_directories(data);
    for (const fs::directory_entry& entry : fs::directory_iterator(data))
        if (is_ours(entry.path().filename().string())) persistence::keep_private(entry.path());
}

} // namespace api
