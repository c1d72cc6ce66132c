// refused: a state is unreachable
#include "tests/compiler/door.hpp"
using namespace door;
definition made = make<mp11::mp_list<rule<shut, burn, gone>, rule<open, burn, gone>>>();
