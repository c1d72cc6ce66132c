// rampung kind: what a directory of kinds holds, a file to begin with, and the schema for editors.
#include "api/verbs/verb_database.hpp"
#include "api/verbs/verbs.hpp"
#include "definitions/kinds.hpp"
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <iostream>
#include <memory>

namespace api {
namespace {

std::string counted(std::size_t count, const std::string& what)
{
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string described(const workflow::kind& kind)
{
    return kind.name + " version " + std::to_string(kind.version) + ": " +
           counted(static_cast<std::size_t>(kind.years), "year") + ", " +
           counted(kind.periods.size(), "period") + ", " + counted(kind.phases.size(), "phase") +
           ", " + counted(kind.approval_chain.size(), "stage");
}

int answer(const std::filesystem::path& directory, const definitions::kind_directory& found)
{
    for (std::size_t i = 0; i < found.kinds.size(); ++i)
        std::cout << found.files[i] << ": " << described(found.kinds[i]) << "\n";
    for (const auto& file : found.passed_over)
        std::cout << file << ": passed over, for its name does not end in .json\n";
    for (const auto& mistake : found.mistakes)
        std::cout << definitions::sentence_of(mistake) << "\n";
    std::cout.flush();
    if (!found.mistakes.empty()) {
        std::cerr << "rampung: expected kinds without mistakes, found "
                  << counted(found.mistakes.size(), "mistake")
                  << "; docs/kinds.md has an example of every member\n";
        return answer_is_no;
    }
    if (!found.kinds.empty()) return done;
    std::cerr << "rampung: expected files that end in .json, found none in " << directory.string()
              << "; make one with `rampung kind new`\n";
    return answer_is_no;
}

void require_free_name(const std::string& name)
{
    if (!definitions::is_kind_name(name))
        throw verb_refused("expected a name of at most 40 lower-case letters, digits and _ that is "
                           "not all, new or schema, found " +
                           name + "; give one like rad_pks");
    const auto built_in = definitions::built_in_kinds();
    if (std::any_of(built_in.begin(), built_in.end(),
                    [&](const auto& kind) { return kind.name == name; }))
        throw verb_refused("expected a name of its own, found " + name +
                           ", which the program itself gives; choose another");
}

} // namespace

int check_kinds(const std::filesystem::path& directory)
{
    return or_say_why([&] {
        if (!std::filesystem::is_directory(directory))
            throw no_database("expected a directory with kinds, found none at " +
                              directory.string() + "; name the one that --kinds names");
        return answer(directory, definitions::read_kinds(directory));
    });
}

int new_kind(const std::string& name, const std::filesystem::path& directory)
{
    return or_say_why([&] {
        require_free_name(name);
        const auto path = directory / (name + ".json");
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wbx"),
                                                                   &std::fclose);
        if (!file && errno == EEXIST)
            throw verb_refused("expected no file " + path.string() +
                               ", found one; choose another name, or move it away");
        const auto text = definitions::new_kind_file(name);
        if (!file || std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() ||
            std::fflush(file.get()) != 0)
            throw no_database("expected to write " + path.string() +
                              ", but could not; name a directory that exists and that you may "
                              "write to");
        std::cout << "Wrote " << path.string() << ": change it, then `rampung kind check "
                  << directory.string() << "`\n";
        return done;
    });
}

int print_kind_schema()
{
    std::cout << definitions::kind_schema();
    return done;
}

} // namespace api
