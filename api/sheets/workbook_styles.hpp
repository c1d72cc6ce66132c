#pragma once
// What the styles of a workbook say of a cell beside its value.
#include "api/sheets/number_format.hpp"
#include <memory>
#include <pugixml.hpp>
#include <vector>

namespace api {

struct cell_style {
    std::shared_ptr<const number_format> format; // never null
    bool struck{};
};

// By cell style (`s` of a cell), from xl/styles.xml; empty for an empty document.
std::vector<cell_style> cell_styles(const pugi::xml_document& styles);

// Whether the properties of a font or of a run strike its text through.
bool is_struck(pugi::xml_node properties);

} // namespace api
