// Mail as files: whole, private, and once however often it is sent.
#include "notifications/file_channel.hpp"
#include "notifications/mime.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"
#include <fstream>
#include <iterator>

using namespace notifications;
namespace fs = std::filesystem;

namespace {

mail mail_with_id(const std::string& id)
{
    return {.message_id = id,
            .from = {"rampung@example.go.id"},
            .to = {"budi@example.go.id"},
            .subject = "s",
            .text = "t"};
}

std::vector<std::string> names_in(const fs::path& directory)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(directory)) {
        names.push_back(entry.path().filename());
    }
    return names;
}

} // namespace

TEST_CASE("a mail becomes one private file with the bytes of the message, also when sent twice")
{
    const support::temporary_directory world;
    file_channel channel(world / "mail");
    const auto mail = mail_with_id("<abc-1@example.go.id>");
    CHECK(channel.send(mail).result == outcome::accepted);
    CHECK(channel.send(mail).result == outcome::accepted);
    CHECK(names_in(world / "mail") == std::vector<std::string>{"abc-1.eml"});
    std::ifstream in(world / "mail" / "abc-1.eml", std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(in), {}) == to_mime(mail));
    CHECK((fs::status(world / "mail" / "abc-1.eml").permissions() & fs::perms::others_read) ==
          fs::perms::none);
}

TEST_CASE("a Message-ID cannot lead out of the directory")
{
    const support::temporary_directory world;
    file_channel channel(world / "mail");
    CHECK(channel.send(mail_with_id("<../../etc/x@d>")).result == outcome::accepted);
    CHECK(channel.send(mail_with_id("")).result == outcome::accepted);
    auto names = names_in(world / "mail");
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector<std::string>{"etcx.eml", "mail.eml"});
}

TEST_CASE("a directory that cannot be made is a temporary failure, a bad address a permanent one")
{
    const support::temporary_directory world;
    std::ofstream(world / "file") << "in the way";
    file_channel channel(world / "file" / "mail");
    const auto failed = channel.send(mail_with_id("<a@b>"));
    CHECK(failed.result == outcome::temporary);
    CHECK_FALSE(failed.reason.empty());
    auto mail = mail_with_id("<a@b>");
    mail.to.email = "two@a.id, three@b.id";
    CHECK(channel.send(mail).result == outcome::permanent);
}

TEST_CASE("a name that is taken by a directory is a temporary failure and leaves nothing behind")
{
    const support::temporary_directory world;
    fs::create_directories(world / "abc.eml" / "below");
    file_channel channel(world.path());
    CHECK(channel.send(mail_with_id("<abc@d>")).result == outcome::temporary);
    CHECK(names_in(world.path()) == std::vector<std::string>{"abc.eml"});
}
