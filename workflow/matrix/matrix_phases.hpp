#pragma once
// The phase that a heading or a cell means: by the kind's words, or by what offices call it.
#include "workflow/kinds/kind.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

struct meant_phase {
    enum class form {
        none,
        sure,
        guessed, // by a word that only may mean it
        several, // two of them stand in it
    };
    form is{form::none};
    std::string code{}; // of sure and guessed
    bool names_some() const { return is != form::none; }
};

meant_phase phase_meant(std::string_view text, const std::vector<coded>& phases);

} // namespace workflow
