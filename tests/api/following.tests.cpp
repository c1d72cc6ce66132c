// What a program needs that keeps a copy: answers it has already, what has changed since, whole
// lists, and events.
#include "persistence/nouns/regions.hpp"
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"
#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <zlib.h>

using support::counter;
using support::headers;
using support::heard;

namespace {

struct followed : counter {
    std::string plan = behind().in_force();
    std::string target = behind().target_of(plan, "health", "B04");

    heard again(const std::string& who, const std::string& path, const std::string& tag)
    {
        return ask(who, "GET", "/api/v1" + path, {}, {{"if-none-match", tag}});
    }
    heard save(const std::string& text)
    {
        const auto version = std::to_string(this->version("targets", target));
        return ask("sari", "PATCH", "/api/v1/targets/" + target,
                   R"({"achievement":")" + text + "\"}", {{"if-match", '"' + version + '"'}});
    }
    std::size_t count(const std::string& path)
    {
        return get("ani", path).at("/items").as_array().size();
    }
};

std::string text_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string unpacked(const std::string& gzip)
{
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string out(1'000'000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int ended = inflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    CHECK(ended == Z_STREAM_END);
    return out;
}

heard lines(counter& here, const std::string& who, const std::string& path, headers more = {})
{
    more.emplace_back("accept", "application/x-ndjson");
    return here.ask(who, "GET", "/api/v1" + path, {}, std::move(more));
}

} // namespace

TEST_CASE("who has an answer already is told so, thing or list")
{
    followed here;
    for (const std::string& path :
         {"/plans/" + here.plan, "/targets/" + here.target, std::string("/plans"),
          std::string("/targets"), "/plans/" + here.plan + "/actions", std::string("/regions"),
          std::string("/kinds"), std::string("/holidays?year=2026")}) {
        INFO(path);
        const auto first = here.get("ani", path);
        REQUIRE(first.status() == 200);
        // The version alone says too little; who asks by it is told the tag of the whole.
        const auto whole = here.again("ani", path, "\"0\"").header("ETag");
        if (!path.starts_with("/holidays")) CHECK(whole.size() > 32); // its version says it all
        const auto second = here.again("ani", path, whole);
        CHECK(second.status() == 304);
        CHECK(second.raw.body.empty());
        CHECK(second.header("ETag") == whole);
        CHECK(here.again("ani", path, "W/" + whole).status() == 304);
        CHECK(here.again("ani", path, "\"0\", " + whole).status() == 304);
        CHECK(here.again("ani", path, "*").status() == 304);
        CHECK(here.again("ani", path, "\"0-0\"").status() == 200);
        CHECK(here.again("", path, whole).status() == 401);
    }
}

TEST_CASE("an answer that has changed is given, though its thing's version has not")
{
    counter here;
    const auto plan = here.behind().draft();
    here.behind().submit(plan);
    const auto path = "/plans/" + plan;
    const auto tagged = [&](const char* who, const std::string& tag) {
        return here.ask(who, "GET", "/api/v1" + path, {}, {{"if-none-match", tag}});
    };
    const auto before = tagged("ani", "\"0\"");
    REQUIRE(tagged("ani", before.header("ETag")).status() == 304);
    const auto all = here.get("ani", "/plans");
    const auto review = here.behind().load(plan).reviews.front();
    const auto who = review.agency.id == "health" ? "budi" : "rina";
    REQUIRE(here.behind().give(who, {"reviews", review.id}, "confirm").has_value());
    const auto after = tagged("ani", before.header("ETag"));
    CHECK(after.status() == 200);
    CHECK(after.text("/version") == before.text("/version"));
    CHECK(after.text("/waiting_for") != before.text("/waiting_for"));
    CHECK(here.ask("ani", "GET", "/api/v1/plans", {}, {{"if-none-match", all.header("ETag")}})
              .status() == 200);
    // Another reader's answer is another answer.
    CHECK(tagged("omar", after.header("ETag")).status() == 200);
}

TEST_CASE("the tag of what was read is what a change wants")
{
    followed here;
    const auto read = here.get("sari", "/targets/" + here.target);
    const auto path = "/api/v1/targets/" + here.target;
    const headers match{{"if-match", read.header("ETag")}};
    CHECK(here.ask("sari", "PATCH", path, R"({"achievement":"a"})", match).status() == 200);
    CHECK(here.ask("sari", "PATCH", path, R"({"achievement":"b"})", match).status() == 412);
}

TEST_CASE("a thing says when its version last grew")
{
    followed here;
    const auto made = here.get("ani", "/targets/" + here.target).text("/updated_at");
    CHECK(here.count("/targets?updated_since=" + made) == 6);
    here.behind().here().set_clock(1'777'100'000);
    const auto later = here.get("ani", "/targets/" + here.target).text("/updated_at");
    CHECK(later == made);
    REQUIRE(here.save("Rapat").status() == 200);
    const auto saved = here.get("ani", "/targets/" + here.target).text("/updated_at");
    CHECK(saved == "2026-04-25T06:53:20Z");
    CHECK(here.count("/targets?updated_since=" + saved) == 1);
    CHECK(here.count("/targets?updated_since=2026-04-25T06:53:20.000001Z") == 0);
    here.behind().here().set_clock(1'777'100'100);
    here.evidence("sari", here.target);
    CHECK(here.count("/targets?updated_since=2026-04-25T06:55:00Z") == 1);
    here.behind().here().set_clock(1'777'100'200);
    REQUIRE(here.give("sari", "targets", here.target, "report").status() == 200);
    CHECK(here.count("/targets?updated_since=2026-04-25T06:56:40Z") == 1);
    CHECK(here.get("ani", "/targets/" + here.target).text("/updated_at") == "2026-04-25T06:56:40Z");

    const auto before = here.get("ani", "/plans/" + here.plan).text("/updated_at");
    here.behind().here().set_clock(1'777'100'300);
    const auto named = here.get("ani", "/plans/" + here.plan);
    CHECK(named.text("/updated_at") == before);
    for (const char* path : {"/reviews", "/approvals"}) {
        const auto some = here.get("ani", "/plans/" + here.plan + path);
        CHECK(some.text("/items/0/updated_at").ends_with("Z"));
    }
    CHECK(here.get("ani", "/reports").text("/items/0/updated_at").ends_with("Z"));
}

TEST_CASE("a plan that was given another title has been updated")
{
    counter here;
    const auto plan = here.behind().draft();
    here.behind().here().set_clock(1'777'100'000);
    const auto version = std::to_string(here.version("plans", plan));
    REQUIRE(here.ask("ani", "PATCH", "/api/v1/plans/" + plan, R"({"title":"Judul lain"})",
                     {{"if-match", '"' + version + '"'}})
                .status() == 200);
    CHECK(here.get("ani", "/plans/" + plan).text("/updated_at") == "2026-04-25T06:53:20Z");
}

TEST_CASE("instants that are none are refused")
{
    counter here;
    for (const char* bad :
         {"2026-04-25", "2026-04-25T06:53:20", "2026-04-25T06:53:20+07:00", "2026-02-30T00:00:00Z",
          "2026-04-25T24:00:00Z", "2026-04-25T06:53:20.Z", "2026-04-25T06:53:20.1234567Z", ""}) {
        INFO(bad);
        const auto no = here.get("ani", std::string("/targets?updated_since=") + bad);
        CHECK(no.status() == 400);
    }
}

TEST_CASE("a list is given as a whole, an item a line")
{
    followed here;
    const auto whole = lines(here, "ani", "/targets?period=B04");
    REQUIRE(whole.status() == 200);
    CHECK(whole.raw.content_type == "application/x-ndjson");
    REQUIRE(whole.raw.file.has_value());
    std::string expected;
    const auto page = here.get("ani", "/targets?period=B04");
    for (const auto& item : page.at("/items").as_array())
        expected += boost::json::serialize(item) + "\n";
    CHECK(text_of(*whole.raw.file) == expected);
    CHECK(lines(here, "ani", "/targets?period=B04", {{"if-none-match", whole.header("ETag")}})
              .status() == 304);
    REQUIRE(here.save("Rapat").status() == 200);
    CHECK(lines(here, "ani", "/targets?period=B04", {{"if-none-match", whole.header("ETag")}})
              .status() == 200);
    // What one may not see is not in it.
    const auto of_others = lines(here, "dewi", "/targets");
    CHECK(text_of(*of_others.raw.file).empty());
    CHECK(lines(here, "dewi", "/plans/" + here.plan + "/actions").status() == 404);
    CHECK(lines(here, "ani", "/targets?limit=1").status() == 400);
    CHECK(lines(here, "ani", "/targets?cursor=00").status() == 400);
    CHECK(lines(here, "ani", "/targets?no=1").status() == 400);
}

TEST_CASE(
    "a whole list goes on behind the first page, packed for who takes that, and leaves no file")
{
    counter here;
    std::vector<workflow::region> many; // more than two pages of 200
    for (int i = 100; i < 550; ++i)
        many.push_back(
            {.code = "81." + std::to_string(i), .name = "Kabupaten", .zone = "Asia/Jayapura"});
    here.behind().store().write(
        [&](persistence::unit_of_work& unit) { persistence::register_regions(unit, many); });
    const auto regions = [&] {
        const auto whole = lines(here, "ani", "/regions");
        return text_of(*whole.raw.file);
    }();
    CHECK(std::count(regions.begin(), regions.end(), '\n') >= 450);
    for (const char* code : {"\"62\"", "\"81.100\"", "\"81.549\""})
        CHECK(regions.find(code) != std::string::npos);
    const auto packed = [&] {
        const auto whole = lines(here, "ani", "/regions", {{"accept-encoding", "br, gzip"}});
        CHECK(whole.header("Content-Encoding") == "gzip");
        CHECK(whole.header("Vary") == "Accept, Accept-Encoding");
        return text_of(*whole.raw.file);
    }();
    CHECK(packed.size() < regions.size() / 2);
    CHECK(unpacked(packed) == regions);
    CHECK(here.get("ani", "/regions").header("Vary") == "Accept");
    CHECK(here.files_kept() == 0);
}

TEST_CASE("events are followed over HTTP")
{
    followed here;
    const auto first = here.get("ani", "/events?region=62&limit=3");
    REQUIRE(first.status() == 200);
    CHECK(first.at("/items").as_array().size() == 3);
    CHECK(first.text("/more") == "true");
    CHECK(first.text("/items/0/plan") == here.plan);
    CHECK(first.text("/items/0/seq") == "1");
    CHECK(first.text("/items/0/hash").size() == 64);
    const auto next = here.get("ani", "/events?region=62&limit=200&after=" + first.text("/next"));
    CHECK(next.text("/items/0/seq") == "4");
    CHECK(next.text("/more") == "false");
    CHECK_FALSE(next.raw.ask_again.has_value());
    for (const char* bad : {"/events", "/events?region=62&after=x", "/events?region=62&wait=31",
                            "/events?region=62&wait=-1", "/events?region=62&limit=201",
                            "/events?region=62&cursor=00"})
        CHECK(here.get("ani", bad).status() == 400);
    CHECK(here.get("dewi", "/events?region=62").at("/items").as_array().empty());
    CHECK(here.get("ani", "/events?region=no").at("/items").as_array().empty());
}

TEST_CASE("who waits for events is asked again until something happens or the time is over")
{
    followed here;
    const auto end = here.get("ani", "/events?region=62&after=end&wait=20");
    CHECK_FALSE(end.raw.ask_again.has_value());
    const auto path = "/events?region=62&wait=20&after=" + end.text("/next");
    const auto nothing = here.get("ani", path);
    CHECK(nothing.at("/items").as_array().empty());
    CHECK(nothing.raw.ask_again.has_value());
    CHECK_FALSE(
        here.get("ani", "/events?region=62&after=" + end.text("/next")).raw.ask_again.has_value());
    here.evidence("sari", here.target);
    REQUIRE(here.save("Rapat").status() == 200);
    CHECK(here.get("ani", path).raw.ask_again.has_value()); // saving is no event
    REQUIRE(here.give("sari", "targets", here.target, "report").status() == 200);
    const auto told = here.get("ani", path);
    CHECK_FALSE(told.raw.ask_again.has_value());
    REQUIRE(told.at("/items").as_array().size() == 1);
    CHECK(told.text("/items/0/subject/id") == here.target);
    CHECK(told.text("/items/0/command") == "report");
}
