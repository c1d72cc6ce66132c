// Hands every table to the catalogue.
#include "api/words/sentences.hpp"

namespace api {

void add_sentences()
{
    for (const auto table : {sentences_of::requests(), sentences_of::door(), sentences_of::pages(),
                             sentences_of::sheets(), sentences_of::nouns()})
        workflow::add_wordings(table);
}

} // namespace api
