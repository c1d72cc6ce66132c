#pragma once
// People's accounts. Seen by themselves, by the secretariat of their region and by its
// administrators, who keep them; somebody counts to a region by home and by post. What one may not
// see is not_found.
#include "persistence/sql/page.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/directory_forms.hpp"
#include "workflow/people/person.hpp"

namespace persistence {

struct account {
    workflow::user user; // with all appointments, past and to come
    bool disabled{};
    bool activated{}; // has a password
    bool second_factor{};
};

struct user_filter {
    std::string region{}; // home; empty: all
};

// Refusals: forbidden, invalid, conflict (username_taken).
workflow::result<account> create_user(unit_of_work&, const workflow::principal&,
                                      const workflow::new_user&);
// As it stands, without asking who: the first administrator, the demo, the command line.
void insert_user(unit_of_work&, const workflow::new_user&);
// People may choose their own locale; everything else is for administrators of all that the person
// is (require_keeper_of), and the code of the account dies. Disabling somebody ends their sessions
// and tokens. Refusals: not_found, forbidden, invalid, stale.
workflow::result<account> change_user(unit_of_work&, const workflow::principal&,
                                      const std::string& id, const workflow::user_changes&,
                                      std::int64_t version);
// Forbidden, unless they keep the person's home and every post, present and to come.
workflow::result<void> require_keeper_of(unit_of_work&, const workflow::principal&,
                                         const workflow::user&);
// Keeps others from giving the account a post or changing it until this transaction ends.
void hold_account(unit_of_work&, const std::string& id);
workflow::result<account> find_user(unit_of_work&, const workflow::principal&,
                                    const std::string& id);
// By username. Refusal: malformed cursor.
workflow::result<page<account>> list_users(unit_of_work&, const workflow::principal&,
                                           const user_filter&, const page_request&);

} // namespace persistence
