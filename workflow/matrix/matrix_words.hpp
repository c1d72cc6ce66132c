#pragma once
// The words of a matrix that mean a value: phases, the way of counting, and "Wajib nasional".
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

// "A. PENCEGAHAN KONFLIK" → prevention; only phases of the list are found.
std::optional<std::string> phase_named(std::string_view, const std::vector<std::string>& phases);
std::string phase_as_written(std::string_view code);
// "Pencegahan Konflik, Penghentian Konflik, …"
std::string phases_as_written(const std::vector<std::string>& phases);

// cumulative (also for an empty cell), period, or nothing.
std::optional<std::string> measure_named(std::string_view);
std::string_view measure_as_written(std::string_view code);

// A note says by itself that the action is mandatory ("Wajib nasional"), or, where what it says
// would mislead, begins with a mark: "[Wajib nasional] …", "[Tidak wajib] …". Writing and reading
// again gives the same pair for every note.
struct noted {
    std::string note;
    bool mandatory{};
};
noted note_in(std::string_view cell);
std::string note_as_written(const noted&);

} // namespace workflow
