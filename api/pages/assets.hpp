#pragma once
// Scripts, styles and pictures of the pages. Their names change with their content, so a browser
// keeps them for good.
#include "api/http/router.hpp"
#include "api/pages/web_asset.hpp"

namespace api {

// GET /assets/{name}
std::vector<route> asset_routes();

// What was made of this source for this language, null when there is no such page.
const web_asset* asset_made_of(std::string_view source, std::string_view locale = {});
// /assets/main-4XW2ABCD.js
std::string address_of(const web_asset&);

} // namespace api
