// One reused libcurl handle; the server's refusal is the reason in the ledger.
#include "notifications/smtp_channel.hpp"
#include "notifications/mime.hpp"
#include "notifications/one_line.hpp"
#include "notifications/smtp_reply.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <cstring>
#include <curl/curl.h>
#include <stdexcept>
#include <string_view>

namespace notifications {

namespace {

constexpr std::size_t reason_bytes_max = 200;

void start_curl_once()
{
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) throw std::runtime_error("libcurl cannot start");
}

// --- the address as the operator writes it -----------------------------------------------------

struct url_handle {
    CURLU* value = curl_url();
    url_handle() = default;
    ~url_handle() { curl_url_cleanup(value); }
    url_handle(const url_handle&) = delete;
    url_handle& operator=(const url_handle&) = delete;

    std::string part(CURLUPart which, unsigned flags = CURLU_URLDECODE) const
    {
        char* text = nullptr;
        if (curl_url_get(value, which, &text, flags) != CURLUE_OK) return {};
        std::string copy = text;
        curl_free(text);
        return copy;
    }
};

void apply_option(smtp_settings& settings, std::string_view option)
{
    if (option == "starttls=required") {
        settings.starttls = true;
    } else if (option == "starttls=off") {
        settings.starttls = false;
    } else if (option.starts_with("ca=") && option.size() > 3) {
        settings.ca_file = option.substr(3);
    } else {
        throw std::invalid_argument("expected starttls=required, starttls=off or ca=FILE in the "
                                    "mail server's address, found \"" +
                                    std::string(option) + '"');
    }
}

// --- one mail ----------------------------------------------------------------------------------

struct upload {
    std::string_view rest;
};

std::size_t give_bytes(char* buffer, std::size_t size, std::size_t count, void* context)
{
    auto& rest = static_cast<upload*>(context)->rest;
    const auto length = std::min(size * count, rest.size());
    std::memcpy(buffer, rest.data(), length);
    rest.remove_prefix(length);
    return length;
}

// What was said last, for the meaning of a refusal.
struct conversation {
    std::string command; // EHLO, MAIL, RCPT, DATA …
    std::string refusal; // the last line of it
};

// Replies arrive here a line at a time. Refusals are kept: after one comes the answer to QUIT.
std::size_t keep_refusal(char* buffer, std::size_t size, std::size_t count, void* context)
{
    const std::string_view line(buffer, size * count);
    auto& said = *static_cast<conversation*>(context);
    const bool is_refusal = line.starts_with('4') || line.starts_with('5');
    if (is_refusal && said.command != "QUIT") said.refusal.assign(line);
    return size * count;
}

// Commands go by here; nothing of them but the verb is looked at. Refusals of earlier ones, such as
// EHLO before HELO, were not the last word.
int keep_command(CURL*, curl_infotype kind, char* data, std::size_t size, void* context)
{
    if (kind != CURLINFO_HEADER_OUT) return 0;
    const std::string_view line(data, size);
    auto& said = *static_cast<conversation*>(context);
    const auto verb = line.substr(0, line.find_first_of(" \r\n"));
    if (verb == "QUIT") return 0;
    said.command.assign(verb);
    said.refusal.clear();
    return 0;
}

int ask_whether_to_go_on(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto& gives_up = *static_cast<const std::function<bool()>*>(context);
    return gives_up && gives_up() ? 1 : 0;
}

// A wait that ended without an answer says nothing about the mail, wherever it ended.
delivery delivery_of(CURLcode code, const conversation& said)
{
    if (code == CURLE_OK) return {outcome::accepted};
    if (code == CURLE_ABORTED_BY_CALLBACK)
        return {outcome::unreachable, "the program ended while the mail server was silent"};
    const std::string reason =
        said.refusal.empty() ? curl_easy_strerror(code) : one_line(said.refusal);
    return {meaning_of(said.command, said.refusal), workflow::shortened(reason, reason_bytes_max)};
}

} // namespace

smtp_settings smtp_settings_of(const std::string& url)
{
    const url_handle parsed;
    if (curl_url_set(parsed.value, CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
        throw std::invalid_argument(
            "expected a mail server as smtp://host:port or smtps://host:port");
    }
    const auto scheme = parsed.part(CURLUPART_SCHEME);
    if (scheme != "smtp" && scheme != "smtps") {
        throw std::invalid_argument("expected smtp:// or smtps://, found " + scheme + "://");
    }
    smtp_settings settings;
    settings.url = scheme + "://" + parsed.part(CURLUPART_HOST);
    if (const auto port = parsed.part(CURLUPART_PORT); !port.empty()) settings.url += ':' + port;
    settings.user = parsed.part(CURLUPART_USER);
    settings.password = parsed.part(CURLUPART_PASSWORD);
    settings.starttls = scheme == "smtp" && !settings.password.empty();
    const auto options = parsed.part(CURLUPART_QUERY);
    for (std::string_view rest = options; !rest.empty();) {
        const auto end = std::min(rest.find('&'), rest.size());
        apply_option(settings, rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return settings;
}

struct smtp_channel::connection {
    smtp_settings settings;
    CURL* handle = nullptr;
    conversation said;

    explicit connection(smtp_settings given) : settings(std::move(given))
    {
        start_curl_once();
        handle = curl_easy_init();
        if (!handle) throw std::runtime_error("libcurl cannot make a handle");
        set_once();
    }
    ~connection() { curl_easy_cleanup(handle); }
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;

    template <class T> void set(CURLoption option, T value)
    {
        if (curl_easy_setopt(handle, option, value) != CURLE_OK) {
            throw std::runtime_error("libcurl does not know an option that mail needs");
        }
    }

    // Everything that is the same for every mail.
    void set_once()
    {
        set(CURLOPT_URL, settings.url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        set(CURLOPT_PROXY, ""); // proxies of the environment are for web pages
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_QUICK_EXIT, 1L); // who gives up does not wait for a name server
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect_time_max.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.send_time_max.count()));
        set(CURLOPT_USE_SSL,
            static_cast<long>(settings.starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
        if (!settings.ca_file.empty()) set(CURLOPT_CAINFO, settings.ca_file.c_str());
        if (!settings.user.empty()) {
            set(CURLOPT_USERNAME, settings.user.c_str());
            set(CURLOPT_PASSWORD, settings.password.c_str());
        }
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_READFUNCTION, &give_bytes);
        set(CURLOPT_HEADERFUNCTION, &keep_refusal);
        set(CURLOPT_HEADERDATA, static_cast<void*>(&said));
        set(CURLOPT_VERBOSE, 1L); // to the function, and nowhere else
        set(CURLOPT_DEBUGFUNCTION, &keep_command);
        set(CURLOPT_DEBUGDATA, static_cast<void*>(&said));
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &ask_whether_to_go_on);
        set(CURLOPT_XFERINFODATA, static_cast<void*>(&settings.gives_up));
    }
};

smtp_channel::smtp_channel(smtp_settings settings)
    : connection_(std::make_unique<connection>(std::move(settings)))
{
}

smtp_channel::~smtp_channel() = default;

delivery smtp_channel::send(const mail& mail)
{
    if (!is_address(mail.to.email)) return {outcome::permanent, "not a mail address"};
    if (!is_address(mail.from.email)) return {outcome::refused, "the sender is no mail address"};
    const std::string bytes = to_mime(mail);
    const std::string sender = '<' + mail.from.email + '>';
    const std::string recipient = '<' + mail.to.email + '>';
    upload upload{bytes};
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, recipient.c_str()), &curl_slist_free_all);

    auto& line = *connection_;
    line.said = {};
    line.set(CURLOPT_MAIL_FROM, sender.c_str());
    line.set(CURLOPT_MAIL_RCPT, recipients.get());
    line.set(CURLOPT_READDATA, static_cast<void*>(&upload));
    line.set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
    const CURLcode code = curl_easy_perform(line.handle);
    line.set(CURLOPT_MAIL_RCPT, static_cast<curl_slist*>(nullptr));
    return delivery_of(code, line.said);
}

} // namespace notifications
