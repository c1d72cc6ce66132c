// accepted: two rows of one state and command whose guards exclude each other by type.
#include "tests/compiler/door.hpp"
using namespace door;
definition made =
    make<mp11::mp_list<rule<shut, push, open, changed>, rule<shut, push, shut, unless<changed>>,
                       rule<open, burn, gone>>>();
