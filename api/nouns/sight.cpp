// A noun with a machine says itself who sees it; of the others, one question per resource.
#include "api/nouns/sight.hpp"
#include "api/nouns/noun.hpp"
#include "api/nouns/worlds.hpp"
#include "persistence/nouns/documents.hpp"
#include "persistence/nouns/ledger.hpp"
#include "persistence/nouns/matrix.hpp"
#include <map>

namespace api {
namespace {

using workflow::refusal;
using workflow::result;

} // namespace

result<void> seen(const work& at, const workflow::subject& s)
{
    using question = result<void> (*)(const work&, const std::string&);
    static const std::map<std::string_view, question> questions{
        {"actions",
         [](const work& w, const std::string& id) {
             return whether(persistence::find_action(w.unit, w.who, id, {}));
         }},
        {"documents",
         [](const work& w, const std::string& id) {
             return whether(persistence::find_document(w.unit, w.who, id));
         }},
        {"messages",
         [](const work& w, const std::string& id) {
             return whether(persistence::find_message(w.unit, w.who, id));
         }},
        {"evidence",
         [](const work& w, const std::string& id) {
             plan_worlds worlds(w, evidence_parts);
             return whether(readable_evidence(w, worlds, id));
         }},
    };
    if (const noun* known = find_noun(s.resource)) return known->find(at, s.id);
    return questions.at(s.resource)(at, s.id);
}

sight sight_of(const context& here, std::string_view resource)
{
    return [&here, resource = std::string(resource)](const call& asked) -> std::optional<refusal> {
        const auto answer = look(here, asked, [&](const work& at) -> result<reply> {
            if (auto sees = seen(at, {resource, asked.id()}); !sees) return sees.error();
            return reply{};
        });
        if (!answer) return answer.error();
        return std::nullopt;
    };
}

refusal fault_or_not_found(const sight& visible, const call& asked, refusal fault)
{
    if (auto hidden = visible(asked)) return *hidden;
    return fault;
}

} // namespace api
