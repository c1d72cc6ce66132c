#pragma once
// A real SMTP server (smtp_server.py, aiosmtpd) on a free loopback port, for one test.
#include "tests/support/temporary_directory.hpp"
#include <string>
#include <sys/types.h>
#include <vector>

namespace tests {

struct smtp_server_options {
    bool starttls{};
    bool implicit_tls{};
    std::string user{}; // sign-in is demanded when given
    std::string password{};
    std::string refuse{}; // greeting, busy, helo, mail, leaves, silence: whatever is asked
};

// What the server took: the envelope, the connection and the bytes as they came.
struct taken_mail {
    std::string recipient;
    std::string sender;
    std::string connection; // the client's port, and "tls" or "plain"
    std::string bytes;
};

class smtp_server {
public:
    explicit smtp_server(const smtp_server_options& options = {});
    ~smtp_server();
    smtp_server(const smtp_server&) = delete;
    smtp_server& operator=(const smtp_server&) = delete;

    std::string address() const { return "127.0.0.1:" + port_; }
    std::filesystem::path certificate() const { return directory_ / "certificate.pem"; }
    std::vector<taken_mail> taken() const;
    void stop(); // afterwards nobody listens on the port

private:
    support::temporary_directory directory_{"rampung-smtp"};
    std::string port_;
    pid_t process_{};
};

// What Python's email package finds in these messages: the JSON text that read_mail.py prints.
std::string read_by_python(const std::vector<std::string>& messages);

} // namespace tests
