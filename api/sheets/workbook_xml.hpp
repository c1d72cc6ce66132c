#pragma once
// XML of workbooks: elements by name, and parsing that does not take more memory than it may.
#include "api/sheets/spreadsheet.hpp"
#include <functional>
#include <memory>
#include <pugixml.hpp>

namespace api {

// Elements by their name without prefix: some programs write <x:row> for <row>.
std::string_view local_name(std::string_view name);
pugi::xml_node child_named(pugi::xml_node parent, std::string_view name);
pugi::xml_attribute attribute_named(pugi::xml_node, std::string_view name);
template <class taken> void each_child(pugi::xml_node parent, std::string_view name, taken take)
{
    for (const auto child : parent.children())
        if (local_name(child.name()) == name) take(child);
}

// `1`, `true`, and what stands for an attribute that is not there.
bool is_on(pugi::xml_attribute, bool otherwise);

// A parsed tree takes many times the memory of its text: sixteen times that of `<c/><c/>`.
// Refusals: malformed when it is no XML, payload_too_large when the tree would be larger than its
// limit.
enum class blanks { kept, dropped }; // between elements; those alone in one are always kept
workflow::result<std::unique_ptr<pugi::xml_document>> parsed_xml(std::string_view text,
                                                                 blanks = blanks::dropped);

// A long run of like elements, such as the rows of a sheet, without ever having the tree of all:
// `take` gets each element at the top of the run, whatever its name, until it refuses.
using element_taker = std::function<workflow::result<void>(pugi::xml_node)>;
workflow::result<void> each_element(std::string_view run, std::string_view name,
                                    const element_taker& take);

// The text between the first start tag of that name and the last end tag, and the rest without it.
struct split_xml {
    std::string_view run;
    std::string rest;
};
split_xml without_inside_of(std::string_view text, std::string_view name);

} // namespace api
