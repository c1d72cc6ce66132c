// rampung rehearse: every message of a year, read from the database and changed nowhere.
#include "api/nouns/messages.hpp"
#include "api/verbs/verb_database.hpp"
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/regions.hpp"
#include "workflow/words/sentences.hpp"
#include <boost/json/serialize.hpp>
#include <iostream>

namespace api {
namespace {

constexpr auto language = "id"; // of people, not of operators: subjects are what they will read

void print_json(const rehearsal_answer& found)
{
    boost::json::array items;
    for (const auto& m : found.messages) items.push_back(message_json(m, language));
    std::cout << boost::json::serialize(
                     boost::json::object{{"items", std::move(items)},
                                         {"next", nullptr},
                                         {"warnings", warnings_json(found.warnings, language)}})
              << '\n';
}

void print_table(const rehearsal_answer& found)
{
    for (const auto& m : found.messages) {
        std::cout << local_time(m.due, m.zone) << "  " << m.state << "  " << m.to.name << " <";
        for (const auto& address : m.addresses)
            std::cout << (&address == &m.addresses.front() ? "" : ", ") << address;
        std::cout << ">  " << m.subject << '\n';
    }
    std::cout << found.messages.size() << " messages\n";
    for (const auto& w : found.warnings)
        std::cout << w.what << ": " << workflow::say(language, w.detail) << '\n';
}

} // namespace

int rehearse(const database_at& where, const rehearse_options& options)
{
    return with_database(where, schema::required, [&](persistence::database& store) {
        const workflow::kind_registry kinds(definitions::known_kinds(where.kinds),
                                            definitions::kept_kind);
        const auto found = store.read([&](persistence::unit_of_work& unit) {
            if (!persistence::find_region(unit, options.region))
                throw verb_refused("expected the code of a region (00 for all, 62, 62.71), "
                                   "found " +
                                   options.region + "; correct --region");
            return rehearse(unit, kinds, definitions::catalog(),
                            {.year = options.year, .region = options.region});
        });
        options.as_json ? print_json(found) : print_table(found);
        return static_cast<int>(done);
    });
}

} // namespace api
