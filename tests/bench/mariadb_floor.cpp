// libmariadb's prepared statements and nothing above them.
#include "tests/bench/mariadb_floor.hpp"
#include "persistence/sql/address.hpp"
#include <array>
#include <deque>
#include <mysql.h>
#include <stdexcept>

namespace bench {
namespace {

constexpr std::size_t column_octets = 4096; // what is longer is cut, as nobody reads it

struct connected {
    MYSQL* link = mysql_init(nullptr);
    connected(const std::string& url, const std::string& database)
    {
        const auto where = persistence::parse_address(url);
        const auto& [host, port] = where.hosts.front();
        if (!mysql_real_connect(link, host.c_str(), where.user.c_str(), where.password.c_str(),
                                database.c_str(), port, nullptr, 0))
            throw std::runtime_error(std::string("the floor: ") + mysql_error(link));
        run("SET NAMES utf8mb4 COLLATE utf8mb4_bin");
        run("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
    }
    ~connected() { mysql_close(link); }
    connected(const connected&) = delete;
    connected& operator=(const connected&) = delete;
    void run(const std::string& text)
    {
        if (mysql_query(link, text.c_str()) != 0)
            throw std::runtime_error(std::string("the floor: ") + mysql_error(link));
    }
};

// With "?" for each name.
std::string with_marks(const recorded& what)
{
    std::string out;
    std::size_t from = 0;
    for (const bound& b : what.values) {
        const auto at = what.text.find(b.name, from);
        out += what.text.substr(from, at - from) + "?";
        from = at + b.name.size();
    }
    return out + what.text.substr(from);
}

class step {
public:
    step(MYSQL* link, recorded what)
        : what_(std::move(what)), run_(mysql_stmt_init(link)), numbers_(what_.values.size()),
          binds_(what_.values.size())
    {
        const std::string text = with_marks(what_);
        check(mysql_stmt_prepare(run_, text.data(), text.size()));
        for (std::size_t i = 0; i < binds_.size(); ++i) bind(binds_[i], i);
        check(mysql_stmt_bind_param(run_, binds_.data()));
        const auto columns = mysql_stmt_field_count(run_);
        cells_.resize(columns);
        results_.resize(columns);
        for (std::size_t i = 0; i < columns; ++i) {
            results_[i].buffer_type = MYSQL_TYPE_STRING;
            results_[i].buffer = cells_[i].data();
            results_[i].buffer_length = column_octets;
        }
        if (columns > 0) check(mysql_stmt_bind_result(run_, results_.data()));
    }
    ~step() { mysql_stmt_close(run_); }
    step(const step&) = delete;
    step& operator=(const step&) = delete;

    void go(long long turns)
    {
        for (std::size_t i = 0; i < numbers_.size(); ++i)
            numbers_[i] = number_at(what_, what_.values[i], turns);
        check(mysql_stmt_execute(run_));
        if (!results_.empty()) {
            check(mysql_stmt_store_result(run_));
            int code = 0;
            while ((code = mysql_stmt_fetch(run_)) == 0 || code == MYSQL_DATA_TRUNCATED) {
            }
            check(code == MYSQL_NO_DATA ? 0 : code);
            mysql_stmt_free_result(run_);
        }
        if (what_.must_write && mysql_stmt_affected_rows(run_) != 1)
            throw std::runtime_error("the floor wrote nothing: " + what_.text);
    }

private:
    void check(int code)
    {
        if (code != 0)
            throw std::runtime_error(std::string("the floor: ") + mysql_stmt_error(run_) + " in " +
                                     what_.text);
    }
    void bind(MYSQL_BIND& b, std::size_t i)
    {
        bound& v = what_.values[i];
        b.buffer_type = v.is_null     ? MYSQL_TYPE_NULL
                        : v.is_number ? MYSQL_TYPE_LONGLONG
                                      : MYSQL_TYPE_STRING;
        b.buffer = v.is_number ? static_cast<void*>(&numbers_[i]) : v.text.data();
        b.buffer_length = static_cast<unsigned long>(v.text.size());
    }

    recorded what_;
    MYSQL_STMT* run_;
    std::vector<long long> numbers_;
    std::vector<MYSQL_BIND> binds_;
    std::vector<std::array<char, column_octets>> cells_;
    std::vector<MYSQL_BIND> results_;
};

} // namespace

mariadb_logs::mariadb_logs()
{
    auto& server = support::mariadb_server::of_this_program();
    server.execute("SET GLOBAL log_output = 'NONE'");
    server.execute("SET GLOBAL general_log = 1");
}

mariadb_logs::~mariadb_logs()
{
    support::mariadb_server::of_this_program().execute("SET GLOBAL general_log = 0");
}

std::vector<std::string> logged_by_mariadb(const std::function<void()>& work)
{
    auto& server = support::mariadb_server::of_this_program();
    server.execute("SET GLOBAL log_output = 'TABLE'");
    server.execute("TRUNCATE mysql.general_log");
    work();
    server.execute("SET GLOBAL log_output = 'NONE'");
    connected reader("mysql://root@127.0.0.1:" + std::to_string(server.port()) + "/mysql", "mysql");
    reader.run("SELECT argument FROM general_log WHERE command_type IN ('Query', 'Execute')");
    MYSQL_RES* rows = mysql_store_result(reader.link);
    std::vector<std::string> out;
    while (MYSQL_ROW row = mysql_fetch_row(rows)) {
        const std::string text(row[0], mysql_fetch_lengths(rows)[0]);
        if (!is_frame(text)) out.push_back(text);
    }
    mysql_free_result(rows);
    return out;
}

struct mariadb_floor::inner {
    connected to;
    std::deque<step> steps{};
    long long turns{};
};

mariadb_floor::mariadb_floor(const std::string& url, const std::vector<recorded>& command)
    : inner_(new inner{connected(url, persistence::parse_address(url).name)})
{
    for (const recorded& what : command) inner_->steps.emplace_back(inner_->to.link, what);
}

mariadb_floor::~mariadb_floor() = default;

void mariadb_floor::turn()
{
    ++inner_->turns;
    inner_->to.run("START TRANSACTION");
    for (step& s : inner_->steps) s.go(inner_->turns);
    inner_->to.run("COMMIT");
}

} // namespace bench
