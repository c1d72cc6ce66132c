// Bodies: what is no clean JSON is refused, what is wrong is named by its pointer.
#include "api/http/json_body.hpp"
#include "tests/support/catch.hpp"

using api::body_reader;
using api::parse_json;

namespace {

std::vector<std::string> pointers(const std::optional<workflow::refusal>& no)
{
    std::vector<std::string> out;
    if (no)
        for (const auto& each : no->errors) out.push_back(each.pointer);
    return out;
}

} // namespace

TEST_CASE("what is no clean JSON is malformed")
{
    const std::string deep = std::string(33, '[') + std::string(33, ']');
    const std::string text = GENERATE_COPY(values<std::string>({
        "{",
        "{}x",
        "{} {}",
        "{\"a\":01}",
        "{\"a\":NaN}",
        "{'a':1}",
        "{\"a\":1,}",
        "\xef\xbb\xbf{}",
        "{\"a\":1e400}",
        "{\"a\":-1e400}",
        "{\"a\":\"\xff\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\x01\"}",
        "// no\n{}",
        "nul",
        deep,
        std::string("{\"a\":\"\0\"}", 9),
        "\"",
        "{\"a\"}",
        "[1 2]",
    }));
    INFO(text);
    const auto got = parse_json(text);
    REQUIRE(got.has_error());
    CHECK(got.error().code == workflow::errc::malformed);
}

TEST_CASE("a member given twice is refused with its pointer")
{
    const auto got = parse_json(R"({"a":[{"b":1},{"x/y":1,"c":{},"x/y":2}]})");
    REQUIRE(got.has_error());
    REQUIRE(got.error().errors.size() == 1);
    CHECK(got.error().errors[0].pointer == "/a/1/x~1y");
    CHECK(parse_json(R"({"":1,"":2})").has_error());
    CHECK(parse_json(R"({"\u0061":1,"a":2})").has_error());
    CHECK(parse_json(R"({"a":{"a":1},"b":{"a":1}})").has_value());
}

TEST_CASE("no body is an empty object, and 32 levels are not too deep")
{
    CHECK(parse_json("").value().as_object().empty());
    CHECK(parse_json(" \r\n").value().as_object().empty());
    CHECK(parse_json(std::string(32, '[') + std::string(32, ']')).has_value());
}

TEST_CASE("a good body gives its values and no faults")
{
    const auto body = parse_json(R"({"title":"Rencana","year":2026,"share":75.5,"open":true,
        "from":"2026-02-28","kind":"opd","note":null,"items":[{"id":"a"},{"id":"b"}],
        "scores":{"substance":80},"names":["x","y"]})")
                          .value();
    body_reader in(body);
    CHECK(in.text("title") == "Rencana");
    CHECK(in.integer("year", 2000, 2100) == 2026);
    CHECK(in.number("share", 0, 100) == 75.5);
    CHECK(in.boolean("open"));
    CHECK(workflow::iso(in.day("from")) == "2026-02-28");
    CHECK(in.choice("kind", {"opd", "forum"}) == "opd");
    CHECK_FALSE(in.optional_text("note").has_value());
    CHECK(in.is_null("note"));
    auto items = in.objects("items", 10);
    REQUIRE(items.size() == 2);
    CHECK(items[0].text("id") + items[1].text("id") == "ab");
    CHECK(in.object("scores").integer("substance", 0, 100) == 80);
    CHECK(in.texts("names", 2) == std::vector<std::string>{"x", "y"});
    CHECK_FALSE(in.finish());
}

TEST_CASE("every wrong member is named by its pointer, all at once")
{
    const auto body = parse_json(R"({"title":7,"year":"2026","share":1000,"open":0,
        "from":"2026-02-30","kind":"sekte","items":[{"id":""},3],"names":["x",1],"odd":1,
        "scores":{"who":1}})")
                          .value();
    body_reader in(body);
    in.text("title");
    in.integer("year", 2000, 2100);
    in.number("share", 0, 100);
    in.boolean("open");
    in.day("from");
    in.choice("kind", {"opd"});
    for (auto& each : in.objects("items", 10)) each.text("id");
    in.texts("names", 5);
    in.text("missing");
    in.object("scores");
    const auto no = in.finish();
    REQUIRE(no);
    CHECK(no->code == workflow::errc::invalid);
    CHECK(pointers(no) == std::vector<std::string>{"/title", "/year", "/share", "/open", "/from",
                                                   "/kind", "/items/1", "/items/0/id", "/names/1",
                                                   "/missing", "/odd", "/scores/who"});
}

TEST_CASE("the name of an unknown member is escaped in its pointer")
{
    const auto body = parse_json(R"({"a/b":1,"c~d":{},"":2})").value();
    CHECK(pointers(body_reader(body).finish()) == std::vector<std::string>{"/a~1b", "/c~0d", "/"});
}

TEST_CASE("1.5.3 of a thousand faults the first hundred are listed")
{
    std::string text = "{\"a0\":1";
    for (int i = 1; i < 1000; ++i) text += ",\"a" + std::to_string(i) + "\":1";
    const auto body = parse_json(text + "}").value();
    CHECK(pointers(body_reader(body).finish()).size() == 100);
}

TEST_CASE("text has limits in characters, and no control characters")
{
    const auto body = parse_json(R"({"four":"éééé","five":"ééééé","line":"a\nb","nul":"a\u0000b",
        "blank":"  "})")
                          .value();
    body_reader in(body);
    CHECK(in.text("four", {.most = 4}) == "éééé");
    CHECK(in.text("line", {.lines = true}) == "a\nb");
    in.text("five", {.most = 4});
    in.text("line");
    in.text("nul", {.lines = true});
    in.text("blank");
    CHECK(pointers(in.finish()) == std::vector<std::string>{"/five", "/line", "/nul", "/blank"});
}

TEST_CASE("a body that is no object is one fault")
{
    const auto body = parse_json("[]").value();
    body_reader in(body);
    in.text("title");
    CHECK(pointers(in.finish()) == std::vector<std::string>{""});
}
