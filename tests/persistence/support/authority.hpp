#pragma once
// A certificate authority of a test's own, and servers' certificates from it, made with openssl.
#include "tests/support/process.hpp"
#include "tests/support/temporary_directory.hpp"
#include <stdexcept>
#include <string>
#include <vector>

namespace support {

//     authority ours;
//     mariadb_server server(ours.options_for("localhost"));
class authority {
public:
    authority()
    {
        std::filesystem::permissions(home_.path(), std::filesystem::perms(0755));
        openssl({"-x509", "-subj", "/CN=an authority", "-keyout", path("ca.key"), "-out", file()});
    }

    std::string file() const { return path("ca.pem"); }

    // What makes a mariadbd answer by TLS with a certificate for this name.
    std::vector<std::string> options_for(const std::string& name)
    {
        openssl({"-CA", file(), "-CAkey", path("ca.key"), "-subj", "/CN=" + name, "-addext",
                 "subjectAltName=DNS:" + name, "-addext", "basicConstraints=CA:FALSE", "-keyout",
                 path("server.key"), "-out", path("server.pem")});
        // The server runs as another user, and the key lives as long as the test.
        std::filesystem::permissions(home_ / "server.key", std::filesystem::perms(0644));
        return {"--ssl-ca=" + file(), "--ssl-cert=" + path("server.pem"),
                "--ssl-key=" + path("server.key")};
    }

private:
    std::string path(const char* name) const { return (home_ / name).string(); }

    void openssl(const std::vector<std::string>& further)
    {
        std::vector<std::string> words{
            find_program("openssl"),        "req",    "-newkey", "ec", "-pkeyopt",
            "ec_paramgen_curve:prime256v1", "-nodes", "-days",   "2"};
        words.insert(words.end(), further.begin(), further.end());
        const pid_t child = start_process({.command = words, .output = home_ / "log"});
        if (await_end(child, std::chrono::seconds(30)) != 0)
            throw std::runtime_error("openssl made no certificate, see " + path("log"));
    }

    temporary_directory home_{"rampung-authority"};
};

} // namespace support
