// Sections begin with "## name" and end where the next begins.
#include "api/description/operation_texts.hpp"
#include "api/description/answers.hpp"
#include "embedded/about.hpp"
#include "embedded/operation_texts.hpp"

namespace api {
namespace {

std::string_view only_text(auto&& embedded)
{
    return embedded.begin()->second;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == '\n' || text.front() == ' ')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
    return text;
}

std::string_view section_named(const std::string& title)
{
    const std::string_view all = only_text(embedded::operation_texts());
    const std::string heading = "\n## " + title + "\n";
    const auto from = all.find(heading);
    if (from == all.npos) return {};
    const auto begin = from + heading.size();
    return trimmed(all.substr(begin, std::min(all.find("\n## ", begin - 1), all.size()) - begin));
}

} // namespace

std::string description_of(const route& of, const operation_shape& shape)
{
    const std::string_view said = section_of(of.operation);
    std::string out(said.empty() ? of.summary : said);
    if (said.empty()) out += '.';
    if (shape.list) out += "\n\nA list in pages: `next` is the `cursor` of the next one.";
    if (of.takes_if_match)
        out += "\n\nIt needs the version that was read, in `If-Match`; another one is 412.";
    if (of.takes_idempotency_key)
        out += "\n\nWith an `Idempotency-Key` it may be asked again without being done twice.";
    if (!of.needs_sign_in) out += "\n\nNobody needs to be signed in.";
    return out;
}

std::string_view section_of(std::string_view operation)
{
    return section_named(std::string(operation));
}

std::string_view about_the_api()
{
    return trimmed(only_text(embedded::about()));
}

std::string tag_text(std::string_view tag)
{
    return std::string(section_named("tag: " + std::string(tag)));
}

} // namespace api
