// Files of kinds: each by itself, and those of a directory beside each other and the binary's.
#include "definitions/kinds.hpp"
#include "definitions/kind_members.hpp"
#include "definitions/kind_reader.hpp"
#include "embedded/kind_format.hpp"
#include "embedded/kinds.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

namespace definitions {

using namespace workflow;

namespace {

// `GET /kinds?all`, `/kinds/schema.json` and what may come like them.
constexpr std::array<std::string_view, 3> taken_names{"all", "new", "schema"};
constexpr std::string_view name_of_new_kinds = "rad_contoh"; // as the example calls itself

std::string all_sentences(const std::vector<kind_mistake>& mistakes)
{
    std::string text;
    for (const auto& each : mistakes) text += (text.empty() ? "" : "\n") + sentence_of(each);
    return text;
}

// What the text describes, its mistakes in `found`.
kind read_text(const std::string& file, std::string_view text, held_against against,
               std::vector<kind_mistake>& found)
{
    kind_text document(file, text, against);
    kind kind;
    if (document.is_json()) kind = read_kind(document);
    kind.hash = sha256_hex(text);
    kind.file = std::make_shared<const std::string>(text);
    found = document.mistakes();
    return kind;
}

kind taken(std::string_view file, std::string_view text, held_against against)
{
    std::vector<kind_mistake> mistakes;
    auto kind = read_text(std::string(file), text, against, mistakes);
    if (!mistakes.empty()) throw kind_fault(std::move(mistakes));
    return kind;
}

std::optional<std::string> contents_of(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file || std::filesystem::is_directory(path)) return std::nullopt;
    return text;
}

void expect_own_name(const kind& kind, const std::filesystem::path& path, kind_directory& into)
{
    const auto called = path.stem().string();
    const auto with_version = kind.name + "-" + std::to_string(kind.version);
    if (called == kind.name || called == with_version) return;
    into.mistakes.push_back({path.string(), 0, "/name",
                             "expected the file to be called " + kind.name + ".json or " +
                                 with_version + ".json, found " + path.filename().string()});
}

void expect_different(const kind& next, const std::filesystem::path& path,
                      const std::vector<kind>& others, const std::string& who, kind_directory& into)
{
    for (const auto& other : others)
        if (other.name == next.name && other.version == next.version)
            into.mistakes.push_back({path.string(), 0, "/version",
                                     "expected another version, found " + next.name + " version " +
                                         std::to_string(next.version) + ", which " + who +
                                         " gives already"});
}

void read_file(const std::filesystem::path& path, const std::vector<kind>& built_in,
               kind_directory& into)
{
    const auto text = contents_of(path);
    if (!text) {
        into.mistakes.push_back({path.string(), 0, "", "expected a file that can be read"});
        return;
    }
    std::vector<kind_mistake> found;
    auto next = read_text(path.string(), *text, held_against::all_rules, found);
    const auto before = into.mistakes.size() + found.size();
    into.mistakes.insert(into.mistakes.end(), found.begin(), found.end());
    if (!next.name.empty()) {
        expect_own_name(next, path, into);
        expect_different(next, path, built_in, "the program itself", into);
        expect_different(next, path, into.kinds, "another file", into);
    }
    if (!found.empty() || into.mistakes.size() != before) return;
    into.kinds.push_back(std::move(next));
    into.files.push_back(path.filename().string());
}

std::string_view format_file(std::string_view name)
{
    for (const auto& [file, text] : embedded::kind_format())
        if (file == name) return text;
    throw std::logic_error("no such file is embedded");
}

} // namespace

std::string sentence_of(const kind_mistake& mistake)
{
    const auto line = mistake.line ? ", line " + std::to_string(mistake.line) : "";
    return mistake.file + line + ", at \"" + mistake.place + "\": " + mistake.fault;
}

kind_fault::kind_fault(std::vector<kind_mistake> found)
    : std::runtime_error(all_sentences(found)), mistakes(std::move(found))
{
}

kind load_kind(std::string_view file, std::string_view text)
{
    return taken(file, text, held_against::all_rules);
}

kind kept_kind(std::string_view file, std::string_view text)
{
    return taken(file, text, held_against::rules_of_their_time);
}

std::vector<kind> built_in_kinds()
{
    std::vector<kind> kinds;
    for (const auto& [file, text] : embedded::kinds()) kinds.push_back(load_kind(file, text));
    return kinds;
}

kind_directory read_kinds(const std::filesystem::path& directory)
{
    kind_directory out;
    std::error_code error;
    std::set<std::filesystem::path> files;
    for (std::filesystem::directory_iterator entry(directory, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".json")
            files.insert(entry->path());
        else
            out.passed_over.push_back(entry->path().filename().string());
    }
    if (error) {
        out.mistakes.push_back(
            {directory.string(), 0, "", "expected a directory: " + error.message()});
    }
    const auto built_in = built_in_kinds();
    for (const auto& path : files) read_file(path, built_in, out);
    std::sort(out.passed_over.begin(), out.passed_over.end());
    return out;
}

std::vector<kind> known_kinds(const std::filesystem::path& directory)
{
    std::vector<kind> kinds = built_in_kinds();
    if (directory.empty()) return kinds;
    auto found = read_kinds(directory);
    if (!found.mistakes.empty()) throw kind_fault(std::move(found.mistakes));
    for (kind& each : found.kinds) kinds.push_back(std::move(each));
    return kinds;
}

bool is_kind_name(std::string_view name)
{
    return is_name(name) &&
           std::find(taken_names.begin(), taken_names.end(), name) == taken_names.end();
}

std::string_view kind_schema()
{
    return format_file("kind.schema.json");
}

std::string new_kind_file(const std::string& name)
{
    std::string text(format_file("rad_contoh.json"));
    text.replace(text.find(name_of_new_kinds), name_of_new_kinds.size(), name);
    return text;
}

} // namespace definitions
