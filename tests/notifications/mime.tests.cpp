// Mail as bytes, read back by Python's email package: nothing more and nothing less than intended.
#include "notifications/mime.hpp"
#include "tests/notifications/support/smtp_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seed.hpp"
#include <boost/json.hpp>
#include <set>

using namespace notifications;
using namespace std::chrono;
namespace json = boost::json;

namespace {

mail example()
{
    return {.message_id = "<abc@example.go.id>",
            .date = sys_days{2026y / April / 30} + minutes{30},
            .from = {"rampung@example.go.id", "Rampung"},
            .to = {"budi@example.go.id", "Budi"},
            .subject = "Kalimantan Tengah: 3 tugas",
            .text = "Yth. Bapak/Ibu",
            .html = "<p>Yth. Bapak/Ibu</p>"};
}

json::array read(const std::vector<std::string>& messages)
{
    return json::parse(tests::read_by_python(messages)).as_array();
}

std::string header(const json::value& message, std::string_view name)
{
    for (const auto& pair : message.at("headers").as_array()) {
        if (pair.at(0).as_string() == name) return std::string(pair.at(1).as_string());
    }
    return "(none)";
}

std::string text_at(const json::value& message, const char* pointer)
{
    return std::string(message.at_pointer(pointer).as_string());
}

std::string from_lf(std::string text)
{
    // The last line of a part ends with the line break that the format needs.
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

const std::vector<std::string> header_names{"Date",           "From",         "To",
                                            "Subject",        "Message-ID",   "List-Id",
                                            "Auto-Submitted", "MIME-Version", "Content-Type"};

void check_shape(const json::value& message)
{
    std::vector<std::string> names;
    for (const auto& pair : message.at("headers").as_array()) {
        names.emplace_back(pair.at(0).as_string());
    }
    CHECK(names == header_names);
    CHECK(message.at("defects").as_array().empty());
    REQUIRE(message.at("parts").as_array().size() == 2);
    CHECK(text_at(message, "/parts/0/0") == "text/plain");
    CHECK(text_at(message, "/parts/1/0") == "text/html");
    CHECK(message.at("to").as_array().size() == 1);
    CHECK(text_at(message, "/to/0/1") == "budi@example.go.id");
}

bool lines_are_well_formed(const std::string& bytes)
{
    std::size_t start = 0;
    for (auto end = bytes.find("\r\n"); end != bytes.npos; end = bytes.find("\r\n", start)) {
        const auto line = bytes.substr(start, end - start);
        if (line.size() > 100 || line.find_first_of("\r\n") != line.npos) return false;
        if (line.find('\0') != line.npos) return false;
        start = end + 2;
    }
    return start == bytes.size();
}

} // namespace

TEST_CASE("a mail read back has its headers once each, and both texts")
{
    const auto messages = read({to_mime(example())});
    check_shape(messages[0]);
    CHECK(header(messages[0], "Date") == "Thu, 30 Apr 2026 00:30:00 +0000");
    CHECK(header(messages[0], "Subject") == "Kalimantan Tengah: 3 tugas");
    CHECK(header(messages[0], "Message-ID") == "<abc@example.go.id>");
    CHECK(header(messages[0], "Auto-Submitted") == "auto-generated");
    CHECK(header(messages[0], "List-Id") == "<rampung.example.go.id>");
    CHECK(text_at(messages[0], "/from/0/0") == "Rampung");
    CHECK(from_lf(text_at(messages[0], "/parts/0/1")) == "Yth. Bapak/Ibu");
    CHECK(from_lf(text_at(messages[0], "/parts/1/1")) == "<p>Yth. Bapak/Ibu</p>");
}

TEST_CASE("names and subjects cannot add a header, a recipient or a part")
{
    struct example_text {
        std::string given;
        std::string read;
    };
    const std::vector<example_text> examples{
        {"a\r\nBcc: evil@b.id", "a Bcc: evil@b.id"},
        {"a\nBcc: evil@b.id\n\nbody", "a Bcc: evil@b.id body"},
        {"a\rTo: evil@b.id", "a To: evil@b.id"},
        {std::string("a\0\r\n\0Cc: e@b.id", 16), "a Cc: e@b.id"},
        {"a\r\n\r\n<script>", "a <script>"},
        {"a\r\n --=_boundary", "a --=_boundary"},
        {"\", evil@b.id, \"", "\", evil@b.id, \""},
        {"<evil@b.id>", "<evil@b.id>"},
        {"back\\slash \"quoted\"", "back\\slash \"quoted\""},
        {"=?UTF-8?Q?=0D=0ABcc:_evil@b.id?=", "=?UTF-8?Q?=0D=0ABcc:_evil@b.id?="},
        {"a\u2028Bcc: evil@b.id", "a Bcc: evil@b.id"},
        {"Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga",
         "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga"},
        {"Café – 漢字 – é\u0301 – " + std::string(60, 'x'),
         "Café – 漢字 – é\u0301 – " + std::string(60, 'x')},
        {std::string(150, 'y'), std::string(150, 'y')},
    };
    std::vector<std::string> bytes;
    for (const auto& [given, expected] : examples) {
        auto mail = example();
        mail.subject = given;
        mail.to.name = given;
        mail.from.name = given;
        bytes.push_back(to_mime(mail));
        INFO(given);
        CHECK(lines_are_well_formed(bytes.back()));
    }
    const auto messages = read(bytes);
    REQUIRE(messages.size() == examples.size());
    for (std::size_t i = 0; i < examples.size(); ++i) {
        INFO(i << ": " << examples[i].given);
        check_shape(messages[i]);
        CHECK(header(messages[i], "Subject") == examples[i].read);
        CHECK(text_at(messages[i], "/to/0/0") == examples[i].read);
        CHECK(text_at(messages[i], "/from/0/0") == examples[i].read);
    }
}

TEST_CASE("bodies come back as they were written, whatever they hold")
{
    const std::vector<std::string> bodies{
        ".\n.leading dot\n..two",
        "From here\nFrom there",
        "trailing space \nand tab\t\nend",
        "a=b =3D =\n=",
        std::string(500, 'x'),
        "Palangka Raya – 漢字 é " + std::string(80, ' ') + "|",
        "--=_0000\nContent-Type: text/html\n\n<b>",
        "\n\n\n.",
    };
    std::vector<std::string> bytes;
    for (const auto& body : bodies) {
        auto mail = example();
        mail.text = body;
        bytes.push_back(to_mime(mail));
        CHECK(lines_are_well_formed(bytes.back()));
    }
    const auto messages = read(bytes);
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        INFO(bodies[i]);
        check_shape(messages[i]);
        CHECK(from_lf(text_at(messages[i], "/parts/0/1")) == bodies[i]);
    }
}

TEST_CASE("random bytes in every free text never change the shape of a mail")
{
    std::mt19937_64 random{tests::seed("mime")};
    const std::string pieces[]{"\r",  "\n",     "\r\n", std::string(1, '\0'),
                               ":",   "=?",     "?=",   "\"",
                               "\\",  "<",      ">",    ",",
                               ";",   " ",      "\t",   "é",
                               "漢",  "\u2028", "Bcc",  "@",
                               ".",   "--",     "=",    "(",
                               "a",   "b",      "=_",   ")",
                               "word"};
    const auto text = [&] {
        std::string out;
        for (auto i = random() % 60; i > 0; --i) out += pieces[random() % std::size(pieces)];
        return out;
    };
    std::vector<std::string> bytes;
    for (int run = 0; run < 200; ++run) {
        auto mail = example();
        mail.subject = "s" + text();
        mail.to.name = text();
        mail.from.name = text();
        mail.text = text();
        mail.html = text();
        bytes.push_back(to_mime(mail));
        INFO("run " << run);
        REQUIRE(lines_are_well_formed(bytes.back()));
    }
    for (const auto& message : read(bytes)) check_shape(message);
}

TEST_CASE("a bare carriage return or line feed in a body becomes a line break")
{
    CHECK(quoted_printable("a\rb\nc\r\nd") == "a\r\nb\r\nc\r\nd");
    CHECK(quoted_printable("é=") == "=C3=A9=3D");
}

TEST_CASE("long plain subjects are folded at spaces")
{
    std::string subject;
    for (int i = 0; i < 30; ++i) subject += "kata" + std::to_string(i) + ' ';
    const auto folded = header_text(subject);
    CHECK(folded.find("=?") == folded.npos);
    CHECK(folded.find("\r\n ") != folded.npos);
}
