#pragma once
// The agencies that a spreadsheet names, cell by cell, and what is asked about them once for each
// spelling.
//
//     agency_book book(frame.agencies, answers);
//     const cell_agencies lead = book.lead(text);             // "Polda & Korem"
//     const cell_agencies others = book.supporting(text);
//     reading.agencies = book.told();
//     reading.questions = book.questions();                   // with those of others
#include "workflow/matrix/matrix_agency_parts.hpp"
#include "workflow/matrix/matrix_questions.hpp"
#include <set>

namespace workflow {

// A name in a cell. `agency` is empty where it is not sure and not answered.
struct named_agency {
    std::string text;                       // as written, in one line
    std::string agency;                     // its id
    std::vector<std::string> suggestions{}; // ids, the likeliest first; none where it is known
    bool ambiguous{};                       // two agencies have this name
    bool is_answered{};                     // also where it is left open
    bool is_guessed{}; // sure, but not by its name: to be said, once for a spelling (a remark)
};
struct cell_agencies {
    std::vector<named_agency> names; // empty: the cell names none ("-", "n/a")
    std::string
        undecided{}; // the question's id: the cell is one agency or several, and not answered
};

// Ids of questions.
inline constexpr std::string_view several_leads_question = "several_leads";
inline constexpr std::string_view no_lead_question = "no_lead";

class agency_book {
public:
    // Precondition: the agencies outlive it.
    agency_book(const std::vector<agency>&, const matrix_answers&);

    // The names in the lead's cell. Of several the first leads and the others support, unless
    // `several_leads` is answered with "left_open": then nobody leads and all support. An empty
    // cell is of whom the answer to `no_lead` names, or of nobody.
    cell_agencies lead(std::string_view cell, int row);
    cell_agencies supporting(std::string_view cell);

    bool several_leads_open() const; // the answer was "left_open"
    // Whether the name, written alone, reads as itself; else it stands in quotation marks.
    bool reads_back(const std::string& name) const;
    std::string joined(const std::vector<std::string>& names) const; // parted by "; "

    std::vector<told_agency> told() const { return told_; } // in the order of the file
    std::vector<matrix_question> questions() const;

    // What a person reads for an id: the short name, or the name.
    std::string name_of(const std::string& id) const;
    std::string full_name_of(const std::string& id) const;

private:
    cell_agencies read(std::string_view cell, bool leads);
    void add_one_or_several(const agency_part&, cell_agencies&, bool leads);
    matrix_question& doubt_about(const agency_part&, const std::string& id);
    named_agency named(const std::string& text, bool leads);
    named_agency looked_up(const std::string& text) const;
    const std::string* answer_to(const std::string& text) const;
    std::string answer(std::string_view question) const;
    void tell(const named_agency&, bool leads);

    const std::vector<agency>& agencies_;
    agency_matcher matcher_;
    matrix_answers answers_;
    std::map<std::string, std::string> answers_by_key_;
    std::map<std::string, named_agency> seen_;  // by text
    std::map<std::string, std::size_t> places_; // in told_, by key
    std::vector<told_agency> told_;
    std::vector<matrix_question> doubts_; // one agency or several
    std::vector<int> rows_without_lead_, rows_with_several_;
    std::set<std::string> leading_;
};

} // namespace workflow
