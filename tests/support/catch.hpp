#pragma once
// Catch2 as the system ships it: 2.13 on Debian 12, 3 on later releases.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
