#pragma once
// The nouns with a machine: the one list of them. What a floor wants to know of every noun is a
// question, a template whose instances each noun answers in a file of its own, so that a noun more
// is files more and no line elsewhere:
//
//     template <class Noun> struct stored_as {                   // asked once, in a header
//         friend const stored* answer(stored_as);
//     };
//     const stored* answer(stored_as<workflow::review>) { … }    // answered in reviews.cpp
//     for (const stored* each : workflow::answers<stored_as>()) …
//
// Whoever gives no answer is named by the linker.
#include <array>

namespace workflow {

struct revision; // of a plan
struct review;
struct approval;
struct target;
struct report;

template <class... Noun> struct noun_list {
};
// As one comes after the other: made, written and told in this order.
using nouns = noun_list<revision, review, approval, target, report>;

template <template <class> class Question, class... Noun> auto answers_of(noun_list<Noun...>)
{
    return std::array{answer(Question<Noun>{})...};
}

// What all of them answer, asked anew each time.
template <template <class> class Question> auto answers()
{
    return answers_of<Question>(nouns{});
}

} // namespace workflow
