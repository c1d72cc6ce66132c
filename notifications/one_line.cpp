// Bytes are looked at as UTF-8; what is not UTF-8 passes unchanged.
#include "notifications/one_line.hpp"

namespace notifications {

namespace {

// The length of the character at the front that must not stand in a line, or 0.
std::size_t harmful_length(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
    if (text.size() >= 2 && byte(0) == 0xc2 && byte(1) < 0xa0) return 2; // C1 controls, U+0085
    if (text.size() < 3 || byte(0) != 0xe2) return 0;
    // U+2028–202E: line and paragraph separator, embeddings; U+2066–2069: isolates.
    const bool separator = byte(1) == 0x80 && byte(2) >= 0xa8 && byte(2) <= 0xae;
    const bool isolate = byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9;
    return separator || isolate ? 3 : 0;
}

} // namespace

std::string one_line(std::string_view text)
{
    std::string line;
    while (!text.empty()) {
        const auto harmful = harmful_length(text);
        if (harmful > 0 || text.front() == ' ') {
            if (!line.empty() && line.back() != ' ') line += ' ';
            text.remove_prefix(harmful > 0 ? harmful : 1);
        } else {
            line += text.front();
            text.remove_prefix(1);
        }
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

} // namespace notifications
