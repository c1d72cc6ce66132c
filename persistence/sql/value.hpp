#pragma once
// What a statement is made of: text that the compiler has seen, and what is bound to it: text, a
// whole number, or NULL. Decimals and dates are bound as their text.
#include "workflow/days/clock.hpp"
#include <concepts>
#include <optional>
#include <soci/soci.h>
#include <string>
#include <string_view>

namespace persistence {

struct fixed_text {
    template <std::size_t N> consteval fixed_text(const char (&text)[N]) : view(text, N - 1) {}
    std::string_view view;
};

struct value {
    value(std::string text) : as_text(std::move(text)) {}
    value(std::string_view text) : as_text(text) {}
    value(const char* text) : as_text(text) {}
    template <std::integral T> value(T number) : as_number(number), is_number(true) {}
    value(workflow::instant at) : value(workflow::microseconds_of(at)) {}
    value(workflow::date day) : as_text(workflow::iso(day)) {}
    value(const std::optional<workflow::date>& day) : value(day ? value(*day) : null()) {}
    value(const std::optional<double>&);
    value(const std::optional<std::string>& text) : value(text ? value(*text) : null()) {}

    static value null()
    {
        value out(std::string{});
        out.indicator = soci::i_null;
        return out;
    }

    std::string as_text{};
    long long as_number{};
    bool is_number{};
    soci::indicator indicator{soci::i_ok};
};

} // namespace persistence
