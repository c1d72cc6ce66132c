// Asks a route for page after page.
#include "api/http/whole_list.hpp"
#include "api/http/compressed.hpp"
#include "api/http/conditional.hpp"
#include "api/http/config.hpp"
#include "api/http/spool.hpp"
#include "api/words/http_errc.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/things/sha256.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <semaphore>

namespace api {
namespace {

namespace json = boost::json;
using workflow::errc;
using workflow::refusal;
using workflow::result;

std::counting_semaphore<> free_places{whole_lists_at_once_max};

// One of the places, until it goes out of scope.
class place {
public:
    place() : is_had_(free_places.try_acquire()) {}
    ~place()
    {
        if (is_had_) free_places.release();
    }
    place(const place&) = delete;
    place& operator=(const place&) = delete;
    explicit operator bool() const { return is_had_; }

private:
    bool is_had_;
};

bool wants_lines(const request& asked)
{
    return asked.header("accept").find(lines_type) != std::string_view::npos;
}

std::optional<refusal> refuse_paging(const request& asked)
{
    for (const char* name : {"limit", "cursor"})
        if (asked.parameter(name))
            return refusal{errc::malformed, {"lines_have_no_pages", {{"name", name}}}};
    return {};
}

// The same question for the page behind the cursor.
result<json::object> page_behind(const handler& list, const call& asked, const std::string& cursor)
{
    request of_page = asked.asked;
    of_page.query.emplace_back("limit", std::to_string(page_limit_max));
    if (!cursor.empty()) of_page.query.emplace_back("cursor", cursor);
    const auto answer = list({of_page, asked.path, asked.by, asked.locale, {}});
    if (!answer) return answer.error();
    return json::parse(answer->body).as_object();
}

class lines {
public:
    lines(const std::filesystem::path& data, bool are_packed)
    {
        if (are_packed) packer_ = std::make_unique<gzip_stream>();
        if (!file_->open(data / "tmp")) throw persistence::disk_full("a list found no room");
    }

    void add(const json::array& items)
    {
        for (const json::value& item : items) {
            const std::string line = json::serialize(item) + "\n";
            write(packer_ ? packer_->add(line) : line);
            digest_.add(line);
            ++count_;
        }
    }
    std::size_t count() const { return count_; }

    reply finished()
    {
        reply out;
        if (packer_) {
            write(packer_->end());
            out.with("Content-Encoding", "gzip");
        }
        file_->close();
        out.content_type = lines_type;
        out.file = file_->path();
        out.kept_until_sent = file_;
        out.with("ETag", '"' + digest_.hex().substr(0, 32) + '"');
        return out;
    }

private:
    void write(const std::string& bytes)
    {
        if (!file_->write(bytes)) throw persistence::disk_full("a list found no room");
    }

    std::unique_ptr<gzip_stream> packer_; // of who takes it
    std::shared_ptr<spool> file_ = std::make_shared<spool>();
    workflow::sha256 digest_;
    std::size_t count_{};
};

result<reply> whole(const handler& list, const call& asked, const std::filesystem::path& data)
{
    if (auto wrong = refuse_paging(asked.asked)) return *wrong;
    const place own;
    if (!own) return refusal{http_errc::unavailable, {"service_overloaded"}};
    lines out(data, takes_gzip(asked.asked));
    std::string cursor;
    do {
        const auto page = page_behind(list, asked, cursor);
        if (!page) return page.error();
        out.add(page->at("items").as_array());
        if (out.count() > whole_list_items_max)
            return refusal{errc::malformed,
                           {"list_too_long", {{"most", std::to_string(whole_list_items_max)}}}};
        const json::value& next = page->at("next");
        cursor = next.is_string() ? std::string(next.as_string()) : std::string();
    } while (!cursor.empty());
    return unless_known(asked.asked, out.finished());
}

} // namespace

route with_whole_list(route of, std::filesystem::path data)
{
    of.answer = [list = std::move(of.answer), data = std::move(data)](const call& asked) {
        auto answer = wants_lines(asked.asked) ? whole(list, asked, data) : list(asked);
        if (answer) vary_by(*answer, "Accept");
        if (answer && answer->file) vary_by(*answer, "Accept-Encoding");
        return answer;
    };
    return of;
}

} // namespace api
