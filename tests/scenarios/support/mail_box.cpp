// Notices of commands leave within ten seconds; twice that is waited for.
#include "tests/scenarios/support/mail_box.hpp"
#include <algorithm>
#include <fstream>
#include <sstream>
#include <thread>

namespace scenarios {
namespace {

using namespace std::chrono_literals;

bool ledger_holds(person& reader, const std::string& plan, const std::string& user)
{
    const auto messages = reader.all("/messages?plan=" + plan + "&user=" + user);
    return std::any_of(messages.begin(), messages.end(), [&](const json::value& m) {
        return text(m.at("to").at("user"), "id") == user && text(m, "state") == "sent";
    });
}

bool file_lies_there(const std::filesystem::path& mail, const std::string& address)
{
    if (!std::filesystem::exists(mail)) return false;
    for (const auto& entry : std::filesystem::directory_iterator(mail)) {
        if (entry.path().extension() != ".eml") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        if (text.str().find(address) != std::string::npos) return true;
    }
    return false;
}

} // namespace

bool was_told(house& at, person& reader, const std::string& plan, const std::string& user,
              const std::string& address)
{
    const auto until = std::chrono::steady_clock::now() + 20s;
    while (std::chrono::steady_clock::now() < until) {
        if (ledger_holds(reader, plan, user) &&
            file_lies_there(at.program().data() / "mail", address))
            return true;
        // tidy allows no_sleep: the question is asked again, the pause only spares the processor
        std::this_thread::sleep_for(50ms);
    }
    return false;
}

} // namespace scenarios
