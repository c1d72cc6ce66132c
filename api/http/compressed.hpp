#pragma once
// Smaller answers for slow lines.
#include "api/http/reply.hpp"
#include "api/http/request.hpp"
#include <memory>

namespace api {

// The answer with its text packed by gzip, where the client takes that and it is worth it. What
// holds a secret beside text that others wrote is left as it is (BREACH): the session's answers,
// and those that tell a code or token once.
reply compressed(const request&, reply);

// What is packed while it is made; the parts, one behind the other, are one gzip file.
class gzip_stream {
public:
    gzip_stream();
    ~gzip_stream();
    std::string add(std::string_view text);
    std::string end();

private:
    struct state;
    std::string pushed(std::string_view text, int flush);
    std::unique_ptr<state> state_;
};

bool takes_gzip(const request&);
// Says that the answer is another one for another value of that header.
void vary_by(reply&, std::string_view header);

} // namespace api
