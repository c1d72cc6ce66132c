#pragma once
// Answers that somebody has already: 304 (RFC 9110, section 13). A thing's version is what If-Match
// wants, but more than the version stands in an answer: what may be done, whose turn it is, days
// left. Its tag is therefore the version with a digest of the answer behind it ("7-3f0c…"), and
// that of a list the digest alone.
#include "api/http/reply.hpp"
#include "api/http/request.hpp"

namespace api {

// The answer of a GET with its tag, or 304 without a body when If-None-Match names it. Leaves as
// they are: changes, refusals, files, what holds a secret, and what is no JSON.
reply conditional(const request&, reply);

// 304 with the headers of the answer when If-None-Match names its ETag, else the answer.
reply unless_known(const request&, reply);

} // namespace api
