// Sends the smallest form that the browser takes, or nothing when it has the file already.
#include "api/pages/assets.hpp"
#include <algorithm>

namespace api {
namespace {

// Whether the browser lists the coding. One that it lists only to refuse (";q=0") is not taken.
bool takes(const request& asked, std::string_view coding)
{
    const auto listed = asked.header("accept-encoding");
    const auto at = listed.find(coding);
    return at != listed.npos && !listed.substr(at + coding.size()).starts_with(";q=0");
}

const web_asset* asset_named(std::string_view name)
{
    const auto all = web_assets();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const web_asset& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

workflow::result<reply> send(const call& asked)
{
    const web_asset* found = asset_named(asked.parameter("name"));
    if (!found) return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    reply out;
    out.content_type = found->type;
    const std::string tag = "\"" + std::string(found->tag) + "\"";
    out.with("ETag", tag)
        .with("Cache-Control", "public, max-age=31536000, immutable")
        .with("Vary", "Accept-Encoding");
    if (asked.asked.header("if-none-match").find(tag) != std::string_view::npos) {
        out.status = 304;
        return out;
    }
    if (!found->brotli.empty() && takes(asked.asked, "br")) {
        out.body = found->brotli;
        out.with("Content-Encoding", "br");
    } else if (!found->gzip.empty() && takes(asked.asked, "gzip")) {
        out.body = found->gzip;
        out.with("Content-Encoding", "gzip");
    } else {
        out.body = found->raw;
    }
    return out;
}

} // namespace

std::vector<route> asset_routes()
{
    return {{.method = "GET",
             .pattern = "/assets/{name}",
             .answer = send,
             .operation = "asset",
             .summary = "A script, style or picture of the pages",
             .needs_sign_in = false}};
}

const web_asset* asset_made_of(std::string_view source, std::string_view locale)
{
    const auto all = web_assets();
    const auto found = std::find_if(all.begin(), all.end(), [&](const web_asset& each) {
        return each.made_of == source && (each.locale.empty() || each.locale == locale);
    });
    return found == all.end() ? nullptr : &*found;
}

std::string address_of(const web_asset& asset)
{
    return "/assets/" + std::string(asset.name);
}

} // namespace api
