#pragma once
// The outbox in the database as the dispatcher wants it: messages are taken hold of by committed
// leases, looked at again and put into words only when they are in hand.
#include "notifications/outbox.hpp"
#include "persistence/nouns/outbox.hpp"
#include "persistence/sql/database.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/table/definition.hpp"

namespace api {

struct post_office_settings {
    std::string owner;    // names this process, in leases
    std::string base_url; // of links
    const workflow::kind_registry& kinds;
    const std::vector<workflow::definition>& catalog;
    std::function<void(const std::string&)> report{}; // what went wrong, for the log
};

class post_office : public notifications::outbox {
public:
    post_office(persistence::database& database, post_office_settings settings)
        : database_(database), settings_(std::move(settings))
    {
    }

    std::vector<notifications::held_message> take() override;
    notifications::parcel open(const notifications::held_message&) override;
    bool about_to_send(const notifications::held_message&, const notifications::mail&) override;
    bool sent(const notifications::held_message&) override;
    bool try_again(const notifications::held_message&, workflow::instant next,
                   const std::string& why) override;
    bool give_up(const notifications::held_message&, const std::string& why) override;
    bool drop(const notifications::held_message&) override;

private:
    template <class Mark> bool note(Mark mark);

    persistence::database& database_;
    post_office_settings settings_;
};

// A message as it reads at that instant.
notifications::digest digest_of(persistence::unit_of_work&, const persistence::outgoing&,
                                const std::string& base_url, workflow::instant at);

// What its subject would be. Precondition: it has items.
std::string subject_of(persistence::unit_of_work&, const persistence::outgoing&,
                       workflow::instant at);

} // namespace api
