#pragma once
// The periods that headings and cells name.
#include "workflow/kinds/kind.hpp"
#include <optional>
#include <string_view>
#include <vector>

namespace workflow {

// The period that a heading such as "TARGET TW.2 (Apr-Jun)", "Triwulan II", "Maret (TW1)" or
// "Januari - April" names: by its word in either language, by its code, by its spellings.
struct named_period {
    std::optional<std::size_t> index; // empty: a period, but none of these
};
// Nothing where the heading is what was achieved: "TW1 (Realisasi)".
std::optional<named_period> period_named(std::string_view heading,
                                         const std::vector<coded>& periods);
// The one of them that the text names beside other words: "Realisasi TW1".
std::optional<std::size_t> period_within(std::string_view text, const std::vector<coded>& periods);

// Those that a cell of a column "Waktu" names: "TW2", "TW1 dan TW4", "Maret"; the last one for the
// whole year: "2026", "Januari - Desember". Empty: none is understood.
std::vector<std::size_t> periods_of_time(std::string_view cell, const std::vector<coded>& periods);

// "Apr", "April", "September": 4, 4, 9; of a text that is no more than a month, or a target of it.
std::optional<int> month_named(std::string_view);
// "Target" alone, or of a year: "Target 2026", "Target Tahun 2026".
bool is_target_of_year(std::string_view heading);
// "2026", "Tahun 2026".
bool is_year(std::string_view heading);

// How offices name the period from the one month to the other, beside its own words: "April",
// "Bulan Ke-4", "Januari - April", "Caturwulan I".
std::vector<std::string> spellings_of_period(unsigned first_month, unsigned last_month);

} // namespace workflow
