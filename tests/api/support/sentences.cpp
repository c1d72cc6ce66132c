// The program makes the sentences of its rim known when it starts; so does this one, before its
// first test.
#define CATCH_CONFIG_EXTERNAL_INTERFACES
#include "api/words/sentences.hpp"
#include "tests/support/catch.hpp"

namespace {

#if __has_include(<catch2/catch_all.hpp>)
using listener = Catch::EventListenerBase;
#else
using listener = Catch::TestEventListenerBase;
#endif

struct start : listener {
    using listener::listener;
    void testRunStarting(const Catch::TestRunInfo&) override { api::add_sentences(); }
};

} // namespace

CATCH_REGISTER_LISTENER(start)
