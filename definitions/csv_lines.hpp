#pragma once
// The plain tables that are built into the binary: a header line, then fields parted by commas.
// They are ours, so they hold no quotes and no line breaks; what people upload is read elsewhere.
#include <string_view>
#include <vector>

namespace definitions {

// The fields of every line but the first; each line must have as many fields as the first, else
// std::logic_error (the binary was built with a broken table).
std::vector<std::vector<std::string_view>> csv_lines(std::string_view text);

} // namespace definitions
