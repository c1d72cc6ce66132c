// refused: every command names who
#include "tests/compiler/door.hpp"
using namespace door;
struct pull : command<"pull", "pulled", by<>> {};
definition made = make<mp11::mp_list<rule<shut, pull, open>, rule<open, burn, gone>>>();
