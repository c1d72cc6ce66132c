// The path of an item's page.
#include "workflow/reminding/item_link.hpp"

namespace workflow {

std::string item_link(std::string_view base_url, std::string_view resource, std::string_view id)
{
    while (base_url.ends_with('/')) base_url.remove_suffix(1);
    return std::string(base_url) + "/tugas/" + std::string(resource) + '/' + std::string(id);
}

} // namespace workflow
