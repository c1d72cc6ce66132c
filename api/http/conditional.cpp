// Tags of answers, and whether a request names one.
#include "api/http/conditional.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>

namespace api {
namespace {

constexpr std::size_t digest_digits = 32; // 128 bits: two answers never share one by chance

std::string* tag_of(reply& answer)
{
    const auto found = std::find_if(answer.headers.begin(), answer.headers.end(),
                                    [](const auto& each) { return each.first == "ETag"; });
    return found == answer.headers.end() ? nullptr : &found->second;
}

bool is_download(const reply& answer)
{
    return std::any_of(answer.headers.begin(), answer.headers.end(),
                       [](const auto& each) { return each.first == "Content-Disposition"; });
}

bool is_tagged(const request& asked, const reply& answer)
{
    return !asked.changes_something() && answer.status == 200 && !answer.file &&
           !answer.holds_secret && !is_download(answer) &&
           (answer.content_type.starts_with("application/json") ||
            answer.content_type.starts_with("application/schema+json"));
}

// A thing's tag is its version. Who names what they have gets the longer one, which says the whole
// answer: by the version alone 304 would be told of an answer that is not true any more.
void put_tag(const request& asked, reply& answer)
{
    std::string* version = tag_of(answer);
    if (version && (answer.is_told_by_tag || !asked.has_header("if-none-match"))) return;
    const std::string digest = workflow::sha256_hex(answer.body).substr(0, digest_digits);
    if (version)
        version->insert(version->size() - 1, "-" + digest);
    else
        answer.with("ETag", '"' + digest + '"');
}

// Compared weakly: a tag that somebody on the way has weakened names the same answer.
bool names(std::string_view list, std::string_view tag)
{
    if (list == "*") return true;
    for (auto at = list.find('"'); at != list.npos; at = list.find('"', at)) {
        const auto end = list.find('"', at + 1);
        if (end == list.npos) return false;
        if (list.substr(at, end + 1 - at) == tag) return true;
        at = end + 1;
    }
    return false;
}

} // namespace

reply conditional(const request& asked, reply answer)
{
    if (!is_tagged(asked, answer)) return answer;
    put_tag(asked, answer);
    return unless_known(asked, std::move(answer));
}

reply unless_known(const request& asked, reply answer)
{
    const std::string* tag = tag_of(answer);
    if (!tag || !names(asked.header("if-none-match"), *tag)) return answer;
    answer.status = 304;
    answer.body.clear();
    answer.content_type.clear();
    std::erase_if(answer.headers,
                  [](const auto& each) { return each.first == "Content-Encoding"; });
    answer.file.reset();
    answer.kept_until_sent.reset();
    return answer;
}

} // namespace api
