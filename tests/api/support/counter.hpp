#pragma once
// The API without a socket: every request passes the pipeline and its handler, as on the wire. The
// people, and what happens behind the API, are those of `office`.
#include "api/door/context.hpp"
#include "api/http/pipeline.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/temporary_directory.hpp"
#include <boost/json/object.hpp>

namespace support {

using headers = std::vector<api::name_value>;

struct heard {
    api::reply raw;
    boost::json::value body; // null when there was none, or when it was no JSON

    int status() const { return raw.status; }
    std::string header(std::string_view name) const;
    std::string code() const;                  // of a problem document
    std::vector<std::string> pointers() const; // of its errors
    // RFC 6901; fails the test when there is nothing. Lives as long as this: name it first.
    const boost::json::value& at(std::string_view pointer) const;
    std::string text(std::string_view pointer) const; // "null" for null
};

class counter {
public:
    counter();

    office& behind() { return office_; }
    const api::context& context() const { return *here_; }
    const std::filesystem::path& data() const { return data_.path(); }

    // As this person, signed in just now. The body is JSON unless a header says otherwise.
    heard ask(const std::string& user, const std::string& method, const std::string& target,
              const std::string& body = {}, headers more = {});
    heard get(const std::string& user, const std::string& target)
    {
        return ask(user, "GET", "/api/v1" + target);
    }
    // A command, with the resource's present version.
    heard give(const std::string& user, const std::string& resource, const std::string& id,
               const std::string& command, const std::string& body = "{}");
    std::int64_t version(const std::string& resource, const std::string& id);

    // multipart/form-data with one file; a field without a value is left out.
    struct form {
        std::string kind{"laporan_kegiatan"};
        std::string classification{};
        std::string name{"laporan.pdf"};
        std::string bytes{"%PDF-1.7 laporan"};
        std::string extra{}; // a field of that name
    };
    heard upload(const std::string& user, const std::string& target, const form&,
                 headers more = {});
    std::string evidence(const std::string& user, const std::string& target)
    {
        return evidence(user, target, form{});
    }
    std::string evidence(const std::string& user, const std::string& target, const form&);
    std::size_t files_kept() const; // of uploads, final or temporary

private:
    temporary_directory data_{"rampung-api"};
    office office_{kind::sqlite_memory};
    std::unique_ptr<api::context> here_;
    std::unique_ptr<api::pipeline> pipeline_;
};

} // namespace support
