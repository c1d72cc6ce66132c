// JSON bodies: what is taken is clean and comes back the same, and reading members finds its
// faults.
#include "api/http/config.hpp"
#include "api/http/json_body.hpp"
#include "api/http/request.hpp"
#include "tests/fuzz/must.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cstdint>

using fuzz::must;

namespace {

void read_members(const boost::json::value& body)
{
    api::body_reader in(body);
    in.text("title", {.most = 20});
    in.optional_text("reason", {.least = 0, .most = 100, .lines = true});
    in.optional_integer("year", 2000, 2100);
    in.optional_number("share", 0, 100);
    in.optional_boolean("open");
    in.optional_day("from");
    in.optional_choice("kind", {"opd", "forum"});
    for (auto& item : in.optional_objects("items", 10)) item.text("id");
    if (auto scores = in.optional_object("scores")) scores->integer("substance", 0, 100);
    in.texts("names", 3);
    const auto no = in.finish();
    if (!no) return;
    must(!no->errors.empty() && no->errors.size() <= api::field_errors_max, "faults are listed");
    for (const auto& each : no->errors)
        must(each.pointer.empty() || each.pointer.front() == '/', "faults have pointers");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto body = api::parse_json(text);
    if (!body) {
        must(body.error().code == workflow::errc::malformed, "no clean JSON is malformed");
        return 0;
    }
    must(api::is_utf8(text), "only UTF-8 is taken");
    // Not compared: Boost.JSON 1.81 may read a long number a last digit off.
    must(api::parse_json(boost::json::serialize(*body)).has_value(), "what is taken is clean");
    read_members(*body);
    return 0;
}
