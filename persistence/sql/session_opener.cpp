// Hosts in turn.
#include "persistence/sql/session_opener.hpp"
#include "persistence/sql/mariadb_session.hpp"
#include "persistence/sql/outage.hpp"

namespace persistence {

std::unique_ptr<connection> session_opener::open(purpose why)
{
    if (where_.which == backend::sqlite) return open_sqlite(where_, why);
    if (where_.hosts.empty()) return open_mariadb(where_, nullptr, why);
    if (where_.hosts.size() == 1) return open_mariadb(where_, &where_.hosts.front(), why);
    return open_one_of_several(why);
}

std::unique_ptr<connection> session_opener::open_one_of_several(purpose why)
{
    const auto& hosts = where_.hosts;
    const std::size_t first = answered_last_;
    std::unique_ptr<connection> reads_only;
    std::string said;
    for (std::size_t tried = 0; tried < hosts.size(); ++tried) {
        const auto place = (first + tried) % hosts.size();
        try {
            auto session = open_mariadb(where_, &hosts[place], why);
            if (!takes_writes(session->sql)) {
                if (!reads_only) reads_only = std::move(session);
                continue;
            }
            answered_last_ = place;
            return session;
        } catch (const unreachable& error) {
            said += (said.empty() ? "" : "; ") + std::string(error.what());
        }
    }
    if (reads_only) return reads_only;
    throw unreachable(said);
}

} // namespace persistence
