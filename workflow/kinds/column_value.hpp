#pragma once
// What an action holds in the columns that its kind of plan has of its own: a number, or a text. A
// day is written 2026-12-01, a choice by its code.
#include <map>
#include <string>
#include <variant>

namespace workflow {

using column_value = std::variant<std::string, double>;
using column_values = std::map<std::string, column_value>; // by code; an empty cell has none

} // namespace workflow
