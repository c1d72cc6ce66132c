// Installs, starts and ends the private MariaDB, by its process id and with deadlines.
#include "tests/support/mariadb_server.hpp"
#include "tests/support/process.hpp"
#include <arpa/inet.h>
#include <atomic>
#include <csignal>
#include <fstream>
#include <memory>
#include <mysql.h>
#include <netinet/in.h>
#include <pwd.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {
namespace {

using namespace std::chrono_literals;
constexpr auto install_at_most = 60s;
constexpr auto start_at_most = 60s;
constexpr auto end_at_most = 30s;
constexpr auto between_looks = 10ms;
constexpr int port_tries_max = 3;

using connection = std::unique_ptr<MYSQL, decltype(&mysql_close)>;

bool is_root()
{
    return geteuid() == 0;
}

std::optional<std::string> server_user()
{
    return is_root() ? std::optional<std::string>("mysql") : std::nullopt;
}

// The kernel's choice. Somebody may take it before the server does; start() then tries another.
int free_port()
{
    const int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    const bool bound = bind(handle, any, size) == 0 && getsockname(handle, any, &size) == 0;
    close(handle);
    if (!bound) throw std::runtime_error("no free port on 127.0.0.1");
    return ntohs(address.sin_port);
}

// Nothing when nobody answers yet.
connection connect(int port)
{
    connection link(mysql_init(nullptr), &mysql_close);
    unsigned seconds = 5;
    mysql_options(link.get(), MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
    if (!mysql_real_connect(link.get(), "127.0.0.1", "root", "", nullptr,
                            static_cast<unsigned>(port), nullptr, 0))
        link.reset();
    return link;
}

} // namespace

mariadb_server::mariadb_server(std::vector<std::string> options) : options_(std::move(options))
{
    install();
    start();
}

mariadb_server::~mariadb_server()
{
    if (!runs()) return;
    ::kill(process_, SIGCONT);
    end_process(process_, SIGTERM, end_at_most);
}

mariadb_server& mariadb_server::of_this_program()
{
    static mariadb_server server;
    return server;
}

// The server runs as mysql, which must be able to pass through the home and to write its data.
void mariadb_server::install()
{
    std::filesystem::permissions(home_.path(), std::filesystem::perms(0755));
    std::vector<std::string> words{find_program("mariadb-install-db"), "--no-defaults",
                                   "--datadir=" + (home_ / "data").string(),
                                   "--auth-root-authentication-method=normal", "--skip-test-db",
                                   // A host whose own name cannot be looked up will do.
                                   "--force",
                                   // The default log alone would take 96 MB of disk.
                                   "--innodb-log-file-size=16M"};
    if (is_root()) words.push_back("--user=mysql");
    const pid_t child = start_process({.command = words, .output = home_ / "log"});
    const auto status = await_end(child, install_at_most);
    if (!status) end_process(child, SIGKILL, end_at_most);
    if (!status || !WIFEXITED(*status) || WEXITSTATUS(*status) != 0)
        throw std::runtime_error("mariadb-install-db failed, its last words: " + end_of_log());
}

std::vector<std::string> mariadb_server::command() const
{
    const auto data = home_ / "data";
    std::vector<std::string> words{
        find_program("mariadbd"), "--no-defaults", "--datadir=" + data.string(),
        // In a shared one, a server that starts takes away what the others have there.
        "--tmpdir=" + data.string(), "--socket=" + (data / "socket").string(),
        "--pid-file=" + (data / "pid").string(), "--port=" + std::to_string(port_),
        "--bind-address=127.0.0.1", "--skip-name-resolve",
        // What a killed server leaves is in the system's cache; only a
        // machine that dies would miss the syncs, and it takes the tests
        // with it.
        "--debug-no-sync", "--innodb-flush-method=nosync", "--innodb-log-file-size=16M",
        "--innodb-buffer-pool-size=64M"};
    words.insert(words.end(), options_.begin(), options_.end());
    return words;
}

void mariadb_server::start()
{
    if (runs()) throw std::logic_error("start() of a MariaDB that runs already");
    const bool first = port_ == 0;
    for (int attempt = 0; attempt < (first ? port_tries_max : 1); ++attempt) {
        if (first) port_ = free_port();
        launch();
        if (answers_before_it_dies()) return;
    }
    throw std::runtime_error("mariadbd did not start on port " + std::to_string(port_) +
                             ", its last words: " + end_of_log());
}

void mariadb_server::launch()
{
    process_ =
        start_process({.command = command(), .output = home_ / "log", .as_user = server_user()});
}

// The pause between two looks is a wait for the server's death, so a failed start is seen at once.
bool mariadb_server::answers_before_it_dies()
{
    const auto until = std::chrono::steady_clock::now() + start_at_most;
    while (std::chrono::steady_clock::now() < until) {
        if (await_end(process_, between_looks)) {
            process_ = -1;
            return false;
        }
        if (connect(port_)) return true;
    }
    end(SIGKILL);
    return false;
}

void mariadb_server::end(int signal)
{
    if (!runs()) throw std::logic_error("ending a MariaDB that does not run");
    end_process(process_, signal, end_at_most);
    process_ = -1;
}

void mariadb_server::stop()
{
    end(SIGTERM);
}
void mariadb_server::kill()
{
    end(SIGKILL);
}
void mariadb_server::pause()
{
    ::kill(process_, SIGSTOP);
}
void mariadb_server::resume()
{
    ::kill(process_, SIGCONT);
}

void mariadb_server::restart()
{
    stop();
    start();
}

std::string mariadb_server::fresh_database()
{
    static std::atomic<int> count{0};
    const std::string name = "rampung_" + std::to_string(++count);
    execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    return "mysql://root@127.0.0.1:" + std::to_string(port_) + "/" + name;
}

void mariadb_server::execute(const std::string& statement) const
{
    const auto link = connect(port_);
    if (!link)
        throw std::runtime_error("no MariaDB answers on port " + std::to_string(port_) +
                                 ", its last words: " + end_of_log());
    if (mysql_real_query(link.get(), statement.data(), statement.size()) != 0)
        throw std::runtime_error(statement + ": " + mysql_error(link.get()));
}

std::string mariadb_server::end_of_log() const
{
    constexpr std::size_t kept_bytes = 2000;
    std::ifstream file(home_ / "log");
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    return all.size() > kept_bytes ? all.substr(all.size() - kept_bytes) : all;
}

} // namespace support
