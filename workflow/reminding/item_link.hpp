#pragma once
// Where an item of the inbox is opened by a person: the one address that mails, calendars and
// pages agree on.
#include <string>
#include <string_view>

namespace workflow {

// <base_url>/tugas/<resource>/<id>
std::string item_link(std::string_view base_url, std::string_view resource, std::string_view id);

} // namespace workflow
