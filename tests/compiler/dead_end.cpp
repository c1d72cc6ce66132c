// refused: a state has no way to an end
#include "tests/compiler/door.hpp"
using namespace door;
definition made = make<mp11::mp_list<rule<shut, push, open>, rule<shut, burn, gone>>>();
