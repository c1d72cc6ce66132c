#pragma once
// The files of the browser pages, as they lie in the binary. The table is written by web/build.mjs
// when the pages are bundled.
#include <span>
#include <string_view>

namespace api {

struct web_asset {
    std::string_view name;    // main-4XW2ABCD.js; its content decides it
    std::string_view locale;  // id, en; empty for what both languages share
    std::string_view made_of; // source/bundles/plans.ts; empty for what only others import
    std::string_view imports; // names of the scripts that it needs at once, with spaces between
    std::string_view type;    // media type
    std::string_view tag;     // SHA-256 of `raw`, in hexadecimal
    std::string_view raw;
    std::string_view gzip;   // empty where it would not be smaller
    std::string_view brotli; // likewise
};

// Sorted by name.
std::span<const web_asset> web_assets();

} // namespace api
