// refused: ambiguous rows
#include "tests/compiler/door.hpp"
using namespace door;
definition made = make<mp11::mp_list<rule<shut, push, open, changed>, rule<shut, push, shut>,
                                     rule<open, burn, gone>>>();
