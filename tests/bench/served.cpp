// A program of its own, so that client and server share nothing but the machine.
#include "tests/bench/served.hpp"
#include "persistence/nouns/sessions.hpp"
#include "tests/bench/measure.hpp"
#include "tests/support/process.hpp"
#include <boost/json/value.hpp>
#include <csignal>
#include <fstream>
#include <stdexcept>

namespace bench {
namespace {

constexpr std::chrono::seconds patience{20};

// The port it says in its log; 0 before that.
unsigned short port_in(const std::filesystem::path& log)
{
    std::ifstream from(log);
    const std::string before = "Listening on port ";
    for (std::string text; std::getline(from, text);)
        if (text.rfind(before, 0) == 0 && text.size() > before.size())
            return static_cast<unsigned short>(std::stoi(text.substr(before.size())));
    return 0;
}

bool answers(unsigned short port)
{
    try {
        return port != 0 && support::http_client(port).get("/readyz").status == 200;
    } catch (const std::exception&) {
        return false;
    }
}

} // namespace

unsigned short ready_port(pid_t program, const std::filesystem::path& log)
{
    const auto began = clock::now();
    unsigned short port = 0;
    while (!answers(port = port_in(log)))
        if (support::await_end(program, std::chrono::milliseconds(2)) ||
            clock::now() - began > patience)
            throw std::runtime_error("the server did not start");
    return port;
}

served::served(loaded& here)
{
    sign_in(here);
    const auto log = place_.path() / "log";
    process_ = support::start_process(
        {.command = {RAMPUNG_BINARY, "serve", "--database", here.url(), "--data",
                     place_.path().string(), "--listen", "127.0.0.1:0", "--insecure-cookies",
                     "--proxy",
                     "127.0.0.1"}, // which may open more connections than one address else
         .output = log});
    port_ = ready_port(process_, log);
}

served::~served()
{
    support::end_process(process_, SIGTERM, patience);
}

void served::sign_in(loaded& here)
{
    static int sign_ins = 0;
    const std::string name = "bench-" + std::to_string(++sign_ins);
    const persistence::new_session made{name, here.head().user.id, name + "-token", name + "-csrf"};
    here.store().write(
        [&](persistence::unit_of_work& unit) { persistence::create_session(unit, made); });
    cookie_ = "sid=" + made.token;
    csrf_ = made.csrf;
}

client::client(const served& at, loaded& here, std::size_t plan)
    : review_("/api/v1/reviews/" + here.review(plan)), http_(at.port())
{
    http_.always("Cookie", at.cookie());
    http_.always("X-CSRF-Token", at.csrf());
    http_.time_out_after(patience);
    const auto seen = http_.get(review_);
    if (seen.status != 200) throw std::runtime_error("the review: " + seen.body);
    etag_ = seen.header("etag");
    confirmed_ = seen.json().at("state") == "confirmed";
}

int client::turn()
{
    const auto answer =
        http_.post(review_ + (confirmed_ ? "/commands/withdraw" : "/commands/confirm"), "{}",
                   {{"If-Match", etag_}});
    if (answer.status == 200) {
        etag_ = answer.header("etag");
        confirmed_ = !confirmed_;
    } else if (answer.status != 503) {
        throw std::runtime_error("answered " + std::to_string(answer.status) + ": " + answer.body);
    }
    return answer.status;
}

} // namespace bench
