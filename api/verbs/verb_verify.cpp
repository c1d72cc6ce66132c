// rampung verify: is everything that was decided still there, unchanged, and is what is stored what
// the history says? Reads only, beside a running server.
#include "api/files/file_store.hpp"
#include "api/verbs/verb_database.hpp"
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "persistence/proof/proof.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/things/sha256.hpp"
#include <fstream>
#include <iostream>
#include <vector>

namespace api {
namespace {

constexpr std::size_t bytes_read_at_once = 1 << 16;

std::string sha256_of(std::istream& from)
{
    workflow::sha256 hash;
    std::vector<char> piece(bytes_read_at_once);
    while (from.read(piece.data(), static_cast<std::streamsize>(piece.size())), from.gcount() > 0)
        hash.add({piece.data(), static_cast<std::size_t>(from.gcount())});
    return hash.hex();
}

std::optional<std::string> wrong_with(const file_store& files, const std::string& sha256,
                                      std::int64_t size)
{
    std::filesystem::path place;
    try {
        place = files.path_of(sha256);
    } catch (const std::invalid_argument&) {
        return "its row names no digest, but '" + sha256 + "'";
    }
    std::ifstream from(place, std::ios::binary);
    if (!from) return "its file " + sha256 + " is missing";
    std::error_code gone;
    const auto found = std::filesystem::file_size(place, gone);
    if (gone || found != static_cast<std::uintmax_t>(size))
        return "its row says " + std::to_string(size) + " bytes, its file has " +
               (gone ? std::string("none") : std::to_string(found));
    if (sha256_of(from) != sha256) return "the bytes of its file do not hash to " + sha256;
    return std::nullopt;
}

int say(const persistence::proof_of_all& done)
{
    if (done.fault) {
        std::cout << "plan " << done.fault->stream << " seq " << done.fault->seq << ": "
                  << done.fault->what << "\n";
        return answer_is_no;
    }
    const std::string found = std::to_string(done.plans) + " plans, " +
                              std::to_string(done.events) + " events, " +
                              std::to_string(done.accounts) + " accounts";
    if (done.is_empty()) {
        std::cout << "There is nothing here that was decided: " << found
                  << ". A copy lacks what its log held when it was made beside a running server; "
                     "stop the server or use VACUUM INTO, and verify that copy.\n";
        return answer_is_no;
    }
    std::cout << "All is as it was decided: " << found
              << (done.last_event ? "; the last event is of " + workflow::rfc3339(*done.last_event)
                                  : std::string("; no event yet"))
              << ".\n";
    return api::done;
}

int prove(const database_at& database, const std::filesystem::path& data)
{
    const workflow::kind_registry kinds(definitions::built_in_kinds(), definitions::kept_kind);
    persistence::proof_settings settings{definitions::catalog(), kinds, {}};
    const file_store files(data);
    if (!data.empty()) {
        if (!std::filesystem::is_directory(data))
            throw persistence::unreachable("expected a data directory, found none at " +
                                           data.string() + "; name the one that the server uses");
        settings.check_file = [&](const std::string& sha256, std::int64_t size) {
            return wrong_with(files, sha256, size);
        };
    }
    persistence::onlooker store(database.url, database.clock);
    return say(persistence::prove_all(store, settings));
}

} // namespace

int verify(const database_at& database, const std::filesystem::path& data)
{
    return or_say_why([&] { return prove(database, data); });
}

} // namespace api
