#pragma once
// The words of a matrix that mean a value: phases, the way of counting, and "Wajib nasional".
#include "workflow/kinds/kind.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

// The code of the phase that a text names, whatever stands around its word ("A. TAHAP DETEKSI DINI"
// for `Deteksi dini`); of several the longest word. One of the list, or nothing.
std::optional<std::string> phase_named(std::string_view, const std::vector<coded>& phases);
// In the sheet's language; the code where the list does not have it.
std::string phase_as_written(std::string_view code, const std::vector<coded>& phases);
// "Deteksi dini, Tanggap darurat, …"
bilingual words_listed(const std::vector<coded>&);

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
