// TLS where the address asks for it: in use, signed by whom the address names, for the host it
// names.
#include "persistence/sql/mariadb_session.hpp"
#include "persistence/sql/outage.hpp"
#include "persistence/sql/session_opener.hpp"
#include "tests/persistence/support/authority.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/mariadb_server.hpp"

using namespace persistence;
using Catch::Matchers::Contains;

namespace {

struct secured {
    support::authority ours;
    support::authority theirs;
    support::mariadb_server server{ours.options_for("localhost")};
    std::string name = [this] {
        const auto url = server.fresh_database();
        return url.substr(url.rfind('/'));
    }();

    // The server asks for TLS by its own account, so that plain text would not do unseen.
    std::unique_ptr<connection> open(const std::string& host, const std::string& query) const
    {
        session_opener opener(parse_address("mysql://root@" + host + ":" +
                                            std::to_string(server.port()) + name + query));
        return opener.open(purpose::writing);
    }
};

std::string cipher_of(soci::session& sql)
{
    std::string name;
    std::string cipher;
    sql << "SHOW STATUS LIKE 'Ssl_cipher'", soci::into(name), soci::into(cipher);
    return cipher;
}

} // namespace

TEST_CASE("TLS is used where it was asked for, and only with the server that was named")
{
    const secured here;
    const std::string with_ours = "?ssl-ca=" + here.ours.file();
    CHECK(cipher_of(here.open("127.0.0.1", "")->sql).empty());
    CHECK_FALSE(cipher_of(here.open("localhost", with_ours)->sql).empty());
    // Signed by the right authority, but for another name.
    CHECK_THROWS_AS(here.open("127.0.0.1", with_ours), unreachable);
    // The right name, but signed by somebody else.
    CHECK_THROWS_AS(here.open("localhost", "?ssl-ca=" + here.theirs.file()), unreachable);
    CHECK_THROWS_AS(here.open("localhost", "?ssl-ca=/no/such/file.pem"), unreachable);
}

TEST_CASE("a server without TLS is refused where TLS was asked for, before it is told anything")
{
    const support::authority ours;
    auto& server = support::mariadb_server::of_this_program();
    const auto url = server.fresh_database();
    session_opener plain(parse_address(url));
    session_opener secret(parse_address(url + "?ssl-ca=" + ours.file()));
    const auto session = plain.open(purpose::writing);
    CHECK_THROWS_AS(secret.open(purpose::writing), unreachable);
    CHECK_THROWS_WITH(require_tls(session->sql, "db"),
                      Contains("expected TLS to db") && Contains("take ssl-ca= from --database"));
}
