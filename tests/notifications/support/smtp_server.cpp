// Starts the scripts beside it; the port comes through a FIFO, so that nobody polls or sleeps.
#include "tests/notifications/support/smtp_server.hpp"
#include "tests/support/process.hpp"
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <sstream>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace tests {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

const std::string scripts = RAMPUNG_SOURCE_DIR "/tests/notifications/support/";
const std::string python = "/usr/bin/python3"; // Debian's: it has aiosmtpd

std::string contents_of(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void run(const std::vector<std::string>& command, const fs::path& output)
{
    const auto ended =
        support::await_end(support::start_process({.command = command, .output = output}), 20s);
    if (ended != 0) {
        throw std::runtime_error(command.front() + " failed: " + contents_of(output));
    }
}

void make_certificate(const fs::path& directory)
{
    run({support::find_program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days",
         "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
         directory / "key.pem", "-out", directory / "certificate.pem"},
        directory / "openssl.out");
}

// The line that arrives through the FIFO, or nothing after ten seconds.
std::string line_of(int fifo)
{
    std::string line;
    for (pollfd waiting{fifo, POLLIN, 0}; ::poll(&waiting, 1, 10'000) > 0;) {
        char c = 0;
        if (::read(fifo, &c, 1) != 1 || c == '\n') break;
        line += c;
    }
    return line;
}

std::vector<std::string> command_of(const smtp_server_options& options, const fs::path& directory)
{
    std::vector<std::string> command{python,        scripts + "smtp_server.py",
                                     "--port-file", directory / "port",
                                     "--directory", directory / "mails"};
    const auto add = [&](std::initializer_list<std::string> more) {
        command.insert(command.end(), more);
    };
    if (options.starttls || options.implicit_tls) {
        add({"--certificate", directory / "certificate.pem", "--key", directory / "key.pem"});
    }
    if (options.implicit_tls) add({"--implicit-tls"});
    if (!options.user.empty()) add({"--user", options.user, "--password", options.password});
    if (!options.refuse.empty()) add({"--refuse", options.refuse});
    return command;
}

} // namespace

smtp_server::smtp_server(const smtp_server_options& options)
{
    fs::create_directory(directory_ / "mails");
    if (options.starttls || options.implicit_tls) make_certificate(directory_.path());
    const auto fifo_path = directory_ / "port";
    if (::mkfifo(fifo_path.c_str(), 0600) != 0) throw std::runtime_error("mkfifo");
    const int fifo = ::open(fifo_path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    process_ = support::start_process(
        {.command = command_of(options, directory_.path()), .output = directory_ / "server.out"});
    port_ = line_of(fifo);
    ::close(fifo);
    if (port_.empty()) {
        stop();
        throw std::runtime_error(
            "the SMTP server did not start (is python3-aiosmtpd installed?): " +
            contents_of(directory_ / "server.out"));
    }
}

smtp_server::~smtp_server()
{
    stop();
}

void smtp_server::stop()
{
    if (process_ > 0) support::end_process(process_, SIGTERM, 5s);
    process_ = 0;
}

std::vector<taken_mail> smtp_server::taken() const
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(directory_ / "mails")) {
        if (entry.path().extension() == ".mail") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<taken_mail> mails;
    for (const auto& file : files) {
        std::istringstream in(contents_of(file));
        taken_mail mail;
        std::getline(in, mail.recipient);
        std::getline(in, mail.sender);
        std::getline(in, mail.connection);
        mail.bytes.assign(std::istreambuf_iterator<char>(in), {});
        mails.push_back(std::move(mail));
    }
    return mails;
}

std::string read_by_python(const std::vector<std::string>& messages)
{
    const support::temporary_directory directory("rampung-mime");
    std::vector<std::string> command{python, scripts + "read_mail.py"};
    for (const auto& message : messages) {
        command.push_back(directory / (std::to_string(command.size()) + ".eml"));
        std::ofstream(command.back(), std::ios::binary) << message;
    }
    run(command, directory / "out");
    return contents_of(directory / "out");
}

} // namespace tests
