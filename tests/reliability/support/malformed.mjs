// Requests that no browser sends: a list by hand, and mutations of good ones.

const host = "Host: h\r\n";
const post = (headers, body = "") =>
  `POST /api/v1/session HTTP/1.1\r\n${host}${headers}\r\n${body}`;
const get = (headers, target = "/livez", version = "HTTP/1.1") =>
  `GET ${target} ${version}\r\n${host}${headers}\r\n`;
const json = "Content-Type: application/json\r\n";

export const smuggled = "GET /api/v1/session HTTP/1.1\r\nHost: h\r\n\r\n";

// Good requests, whole; what mutations begin with.
export const good = [
  get(""),
  get("Accept: */*\r\nAccept-Language: en\r\n", "/api/v1/plans?limit=5&cursor=%41"),
  post(`${json}Content-Length: 2\r\n`, "{}"),
  post(`${json}Transfer-Encoding: chunked\r\n`, "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"),
  post(`${json}Content-Length: 2\r\nConnection: close\r\n`, "{}"),
  `DELETE /api/v1/actions/x HTTP/1.1\r\n${host}If-Match: "1"\r\nCookie: sid=a; b=c\r\n\r\n`,
  get("Connection: keep-alive\r\n", "/livez", "HTTP/1.0"),
  `OPTIONS /api/v1/plans HTTP/1.1\r\n${host}\r\n`,
];

export const evil_headers = [
  "Transfer-Encoding: gzip",
  "Transfer-Encoding: xchunked",
  "Transfer-Encoding: identity",
  "Transfer-Encoding: chunked, gzip",
  "Transfer-Encoding: gzip, chunked",
  "Transfer-Encoding: chunked,",
  "Transfer-Encoding:\tchunked",
  "Transfer-Encoding: chunked\t;",
  "transfer-encoding: CHUNKED",
  "Transfer-Encoding : chunked",
  " Transfer-Encoding: chunked",
  'Transfer-Encoding: "chunked"',
  "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
  "Transfer-Encoding: chunked\r\n x",
  "Content-Length: 5,5",
  "Content-Length: 5\r\nContent-Length: 5",
  "Content-Length: 5\r\nContent-Length: 6",
  "Content-Length: +5",
  "Content-Length: -1",
  "Content-Length: 0x5",
  "Content-Length: 5 5",
  "Content-Length:",
  "Content-Length: 99999999999999999999",
  "Content-Length: 18446744073709551615",
  "Content-Length: 1e1",
  "Content-Length : 5",
  "Content-Length: 5\r\n 5",
  "Content-Length: 00000000002",
  "Content-Length: 1048577",
  "Content_Length: 5",
  "Content-Length\t: 5",
  "\tContent-Length: 5",
  "Content-Length: 5;",
  "Content-Length: ５",
  "Host: h",
  "Host: evil.example",
  "Host:",
  "Host: a b",
  "Host: a@b",
  "Host: a/b",
  "Host: a,b",
  "Host: h:x",
  "Host: h:80:80",
  "Host : h",
  "X: \x80",
  "X: \0",
  "X: \x01",
  "X: \x7f",
  "X: a\rb",
  "X: a\nb",
  "X\x80: a",
  "X y: a",
  ": a",
  "X",
  "",
  "(X): a",
  "Expect: soup",
  "Expect: 100-continue",
  "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings",
  "Authorization: Bearer a\r\nAuthorization: Bearer b",
  "Cookie: sid=a\r\nCookie: sid=b",
  "Connection: close, Content-Length",
  "Connection: Host",
  "Trailer: Content-Length",
  "TE: trailers",
  "X-HTTP-Method-Override: DELETE",
  "X-Original-URL: /api/v1/users",
  "X-Forwarded-For: 127.0.0.1",
  "Content-Type: application/json\r\nContent-Type: text/plain",
  "Range: bytes=0-,0-,0-",
  "If-Match: *",
];

const evil_lines = [
  "get / HTTP/1.1",
  "Get / HTTP/1.1",
  "G(T / HTTP/1.1",
  " GET / HTTP/1.1",
  "GET  / HTTP/1.1",
  "GET / HTTP/1.1 ",
  "GET / http/1.1",
  "GET / HTTP/11",
  "GET / HTTP/1.9",
  "GET / HTTP/2.0",
  "PRI * HTTP/2.0",
  "BREW / HTTP/1.1",
  "GET http://h/livez HTTP/1.1",
  "GET h:80 HTTP/1.1",
  "CONNECT h:443 HTTP/1.1",
  "OPTIONS * HTTP/1.1",
  "GET /",
  "GET",
  "GET //h/ HTTP/1.1",
  "GET /a#b HTTP/1.1",
  "GET /a b HTTP/1.1",
  "GET /a\tb HTTP/1.1",
  "GET /\x80 HTTP/1.1",
  "GET /livez HTTP/1.1\0",
  "GET /livez\0 HTTP/1.1",
  "TRACE / HTTP/1.1",
  "\r\nGET / HTTP/1.1",
  "GET \\livez HTTP/1.1",
  "GET /../livez HTTP/1.1",
  "GET /%00 HTTP/1.1",
  "GET /%zz HTTP/1.1",
  "GET /livez?a=1&a=2 HTTP/1.1",
  "POST / HTTP/0.9",
];

const evil_bodies = [
  "zz\r\n",
  "1\r\n{}\r\n",
  "-1\r\n",
  "0x1\r\n{",
  "ffffffffffffffff\r\n{",
  "10000000000000000\r\n{",
  "1;a=\r\n{\r\n",
  "1 ;a\r\n{\r\n0\r\n\r\n",
  "1\n{\n0\n\n",
  "1\r\n{\r\n0\r\nContent-Length: 5\r\n\r\n",
  "1\r\n{0\r\n\r\n",
  "\r\n\r\n",
  "1\r\n{\r\n0\r\n\r\n\r\n",
  "1\r\n{\r\n00000000000000000\r\n\r\n",
  " 1\r\n{\r\n0\r\n\r\n",
  "1\r\n{\r\n0\r\nHost: evil\r\n\r\n",
];

// The list of security.md, each case followed by a request that must not be answered.
export function list() {
  const cases = [];
  for (const header of evil_headers) {
    cases.push(get(`${header}\r\n`), post(`${header}\r\n`, "hello"));
    cases.push(post(`${json}Content-Length: 2\r\n${header}\r\n`, "{}"));
    cases.push(
      post(`${json}Transfer-Encoding: chunked\r\n${header}\r\n`, "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n"),
    );
  }
  for (const line of evil_lines) cases.push(`${line}\r\n${host}\r\n`, `${line}\r\n\r\n`);
  for (const body of evil_bodies) cases.push(post(`${json}Transfer-Encoding: chunked\r\n`, body));
  for (const size of [2047, 2048, 2049, 8192, 20_000, 300_000]) {
    cases.push(get("", `/${"a".repeat(size - 1)}`), get(`X: ${"b".repeat(size)}\r\n`));
    cases.push(
      `${"G".repeat(size)} / HTTP/1.1\r\n${host}\r\n`,
      `GET /livez HTTP/1.1\r\n${host}${"y".repeat(size)}`,
    );
  }
  for (const count of [62, 63, 64, 65, 200]) cases.push(get("A: b\r\n".repeat(count)));
  cases.push(
    "POST /api/v1/session HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  );
  cases.push(
    "GET / HTTP/1.1\r\n\r\n",
    "GET /livez HTTP/1.1\nHost: h\n\n",
    "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
    "\0\0\0\0",
    "\n\n\n\n",
  );
  return cases.map((text) => Buffer.from(text, "latin1"));
}

const odd_bytes = "\r\n\0\t :;,/?#%=+-.0159abcGP\"'()\x7f\x80\xff\x0b\x0c\x1f".split("");

const mutations = [
  (text, random) => splice(text, random, 1, random.one_of(odd_bytes)),
  (text, random) => splice(text, random, 0, random.one_of(odd_bytes)),
  (text, random) => splice(text, random, random.between(1, 6), ""),
  (text, random) => splice(text, random, 0, random.one_of(odd_bytes).repeat(random.between(2, 20))),
  (text, random) =>
    lines(text, random, (all, at) => all.splice(at, 0, random.one_of(evil_headers))),
  (text, random) =>
    lines(text, random, (all, at) => all.splice(at, 1, random.one_of(evil_headers))),
  (text, random) => lines(text, random, (all, at) => all.splice(at, 0, all[at])),
  (text, random) => lines(text, random, (all, at) => all.splice(at, 1)),
  (text, random) => lines(text, random, (all) => all.splice(0, 1, random.one_of(evil_lines))),
  (text, random) =>
    text.replace(
      "\r\n",
      random.one_of(["\n", "\r", "\r\r\n", "\n\r", "\r\n ", "\r\n\t", "\0\r\n"]),
    ),
  (text, random) => text.replace(/\r\n\r\n[^]*$/, `\r\n\r\n${random.one_of(evil_bodies)}`),
  (text, random) =>
    text.replace(/\d+/, (n) =>
      random.one_of([`${n}0`, `+${n}`, `0${n}`, `${n} `, `${n},${n}`, `-${n}`]),
    ),
  (text, random) => text.slice(0, random.below(text.length)),
  (text, random) => text + random.one_of(good),
];

function splice(text, random, count, put) {
  const at = random.below(text.length);
  return text.slice(0, at) + put + text.slice(at + count);
}

function lines(text, random, change) {
  const end = text.indexOf("\r\n\r\n");
  const all = text.slice(0, end < 0 ? text.length : end).split("\r\n");
  change(all, random.below(all.length));
  return all.join("\r\n") + (end < 0 ? "" : text.slice(end));
}

export function mutated(random) {
  let text = random.one_of(good);
  for (let count = random.between(1, 3); count > 0 && text; --count)
    text = random.one_of(mutations)(text, random);
  return Buffer.from(text || "\r", "latin1");
}
