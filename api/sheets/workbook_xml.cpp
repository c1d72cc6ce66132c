// Parses in pieces, after counting what the tree of a piece would take.
#include "api/sheets/workbook_xml.hpp"
#include "api/sheets/spreadsheet_refusal.hpp"
#include <algorithm>

namespace api {

namespace {

constexpr std::size_t tree_bytes_max = 32u << 20;
constexpr std::size_t piece_bytes = 256u << 10;
// Of pugixml on 64 bits; a text between two tags is a node as well, an end tag is none.
constexpr std::size_t node_bytes = 64;
constexpr std::size_t attribute_bytes = 40;
constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single;
constexpr unsigned options_with_blanks = pugi::parse_default | pugi::parse_ws_pcdata;

std::size_t tree_bytes(std::string_view text)
{
    const auto count = [&](char c) {
        return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
    };
    return count('<') * node_bytes + count('=') * attribute_bytes + text.size();
}

workflow::result<std::unique_ptr<pugi::xml_document>> parsed(std::string_view text, unsigned how,
                                                             pugi::xml_encoding encoding)
{
    if (tree_bytes(text) > tree_bytes_max)
        return too_large("spreadsheet_unpacked_too_large", tree_bytes_max >> 20);
    auto tree = std::make_unique<pugi::xml_document>();
    if (!tree->load_buffer(text.data(), text.size(), how, encoding))
        return unreadable("spreadsheet_damaged");
    return tree;
}

// Of an element or an attribute, at most so long that looking for one costs little.
std::string_view name_in(std::string_view text, std::size_t at)
{
    constexpr std::size_t name_max = 64;
    const auto ahead = text.substr(at, name_max);
    return ahead.substr(0, ahead.find_first_of(" \t\r\n/<>"));
}

// Where the next <name> or <x:name> from `from` on begins; the end of the text when there is none.
// What only looks like one, in a comment, leaves pieces that are no XML, which is refused.
std::size_t next_start(std::string_view text, std::string_view name, std::size_t from)
{
    for (std::size_t at = text.find('<', from); at != text.npos; at = text.find('<', at + 1))
        if (local_name(name_in(text, at + 1)) == name) return at;
    return text.size();
}

} // namespace

std::string_view local_name(std::string_view whole)
{
    const auto colon = whole.find(':');
    return colon == whole.npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name)
{
    for (const auto child : parent.children())
        if (local_name(child.name()) == name) return child;
    return {};
}

pugi::xml_attribute attribute_named(pugi::xml_node node, std::string_view name)
{
    for (const auto attribute : node.attributes())
        if (local_name(attribute.name()) == name) return attribute;
    return {};
}

bool is_on(pugi::xml_attribute attribute, bool otherwise)
{
    return attribute.as_bool(otherwise);
}

workflow::result<std::unique_ptr<pugi::xml_document>> parsed_xml(std::string_view text,
                                                                 blanks between)
{
    return parsed(text, between == blanks::kept ? options_with_blanks : options,
                  pugi::encoding_auto);
}

workflow::result<void> each_element(std::string_view run, std::string_view name,
                                    const element_taker& take)
{
    while (!run.empty()) {
        const auto wanted = std::min(piece_bytes, run.size());
        const auto end = wanted == run.size() ? wanted : next_start(run, name, wanted);
        const auto tree =
            parsed(run.substr(0, end), options | pugi::parse_fragment, pugi::encoding_utf8);
        if (!tree) return tree.error();
        for (const auto child : (*tree)->children())
            if (auto taken = take(child); !taken) return taken;
        run.remove_prefix(end);
    }
    return {};
}

split_xml without_inside_of(std::string_view text, std::string_view name)
{
    for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
        const auto tag = name_in(text, at + 1);
        if (local_name(tag) != name) continue;
        const auto inside = text.find('>', at);
        const auto close = text.rfind("</" + std::string(tag));
        if (inside == text.npos || text[inside - 1] == '/' || close == text.npos || close <= inside)
            break;
        std::string rest(text.substr(0, inside + 1));
        rest += text.substr(close);
        return {text.substr(inside + 1, close - inside - 1), std::move(rest)};
    }
    return {{}, std::string(text)};
}

} // namespace api
