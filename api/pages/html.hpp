#pragma once
// What every page has that the server writes: the frame around its content, and harmless text.
#include "api/http/reply.hpp"
#include <string>
#include <string_view>

namespace api {

// Text of people inside elements and quoted attributes.
std::string escaped(std::string_view);

struct html_page {
    std::string_view locale;
    std::string title;
    std::string head{}; // more of <head>
    std::string body;   // inside <body>
};

// With the policy that lets the pages' own scripts and styles in, and nothing else.
reply html_reply(int status, const html_page&);

// A page that works without JavaScript: a header with the name of the house, then the content.
// `other_language` is where the same page stands in the other language; empty: nowhere.
std::string plain_body(std::string_view locale, const std::string& content,
                       const std::string& other_language = {});

reply see_other(const std::string& where);

} // namespace api
