// Raw bytes to a port and the raw answers back, and a second reading of RFC 9112 with the limits of
// the edge: what a strict server makes of the bytes.
import net from "node:net";

const wait_ms_max = 3000;
const head_bytes_max = 8192;
const headers_max = 64;
const target_bytes_max = 2048;
const body_bytes_max = 1024 * 1024;

// Sends the pieces one after the other. finish: end our side after them, so that a server which
// waits for more learns that nothing comes. Resolves to {bytes, closed, ms}.
export function exchange(port, pieces, { finish = true, ms = wait_ms_max } = {}) {
  return new Promise((done) => {
    const began = performance.now();
    const parts = [];
    const socket = net.connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    const end = (closed) => {
      clearTimeout(late);
      socket.destroy();
      done({ bytes: Buffer.concat(parts), closed, ms: performance.now() - began });
    };
    const late = setTimeout(() => end(false), ms);
    socket.on("data", (part) => parts.push(part));
    socket.on("end", () => end(true));
    socket.on("error", () => end(true));
    socket.on("connect", async () => {
      for (const [i, piece] of pieces.entries()) {
        await new Promise((sent) => socket.write(piece, sent));
        if (i + 1 < pieces.length) await new Promise(setImmediate);
      }
      if (finish && !socket.destroyed) socket.end();
    });
  });
}

// The final answers in the bytes; `rest` is what is no whole answer.
export function answers_in(bytes, to_head = false) {
  const answers = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf("\r\n\r\n", at);
    if (end < 0) break;
    const [line, ...lines] = bytes.toString("latin1", at, end).split("\r\n");
    const status = Number(line.match(/^HTTP\/1\.[01] (\d{3})/)?.[1] ?? 0);
    if (!status) break;
    const headers = Object.fromEntries(
      lines.map((each) => [
        each.split(":")[0].toLowerCase(),
        each.slice(each.indexOf(":") + 1).trim(),
      ]),
    );
    const has_none = status < 200 || status === 204 || status === 304 || to_head;
    const length = has_none ? 0 : Number(headers["content-length"] ?? 0);
    if (end + 4 + length > bytes.length) break;
    const body = bytes.toString("utf8", end + 4, end + 4 + length);
    if (status >= 200) answers.push({ status, headers, body });
    at = end + 4 + length;
  }
  return { answers, rest: bytes.length - at };
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];
const bodiless = ["GET", "HEAD", "OPTIONS", "TRACE"];
const single = [
  "authorization",
  "content-encoding",
  "content-type",
  "expect",
  "if-match",
  "idempotency-key",
  "origin",
  "referer",
  "sec-fetch-site",
  "user-agent",
  "x-csrf-token",
];

// {size} of a head, or "more", or "refused".
function head_at(text) {
  const seen = text.slice(0, head_bytes_max);
  const whole = seen.match(/^[^]*?\r\n\r\n/)?.[0];
  const looked_at = whole ?? seen;
  if (looked_at.startsWith("\r\n")) return "refused";
  if (/[^\t\r\n\x20-\x7e\x7f]/.test(looked_at) || /(^|[^\r])\n/.test(looked_at)) return "refused";
  if (/\r[^\n]/.test(looked_at)) return "refused";
  if (whole) return { size: whole.length };
  return text.length >= head_bytes_max ? "refused" : "more";
}

function request_line(line) {
  const parts = line.match(/^(.*?) (.*) (.*?)$/s);
  if (!parts) return null;
  const [, method, target, version] = parts;
  if (!methods.includes(method) || !/^HTTP\/1\.[01]$/.test(version)) return null;
  if (target.length > target_bytes_max || !/^\/(?!\/)[!-~]*$/.test(target)) return null;
  return target.includes("#") ? null : { method, old: version === "HTTP/1.0" };
}

// The framing of a head that may be served, or null.
export function framing_of(head) {
  const [first, ...lines] = head.slice(0, -4).split("\r\n");
  const request = request_line(first);
  if (!request || lines.length > headers_max) return null;
  const values = (name) => headers.filter(([key]) => key === name).map(([, value]) => value);
  const headers = [];
  for (const line of lines) {
    const colon = line.indexOf(":");
    const value = line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, "");
    if (colon < 0 || !token.test(line.slice(0, colon)) || /[^\t\x20-\x7e]/.test(value)) return null;
    headers.push([line.slice(0, colon).toLowerCase(), value]);
  }
  const hosts = values("host");
  if (hosts.length !== 1 || !/^(h|127\.0\.0\.1)(:[0-9]*)?$/i.test(hosts[0])) return null;
  if (single.some((name) => values(name).length > 1)) return null;
  const codings = values("transfer-encoding");
  const lengths = values("content-length");
  if (codings.length + lengths.length > 1) return null;
  if (codings.length && (request.old || codings[0].toLowerCase() !== "chunked")) return null;
  if (lengths.length && !(/^\d+$/.test(lengths[0]) && BigInt(lengths[0]) < 2n ** 64n)) return null;
  const length = Number(lengths[0] ?? 0);
  if (bodiless.includes(request.method) && (codings.length || length)) return null;
  if (values("expect").some((value) => value.toLowerCase() !== "100-continue")) return null;
  const connection = values("connection").join(",").toLowerCase();
  const doubtful = values("connection").some((value) => !/^[\w-]+( *, *[\w-]+)*$/.test(value));
  const keep = !connection.includes("close") && (!request.old || connection.includes("keep-alive"));
  return { method: request.method, chunked: codings.length > 0, length, keep, doubtful };
}

// {size} of a chunked body, or "more", "broken", or "either" where a strict reader may say no.
function chunked_at(text) {
  for (let at = 0; ; ) {
    const end = text.indexOf("\r\n", at);
    const line = text.slice(at, end < 0 ? undefined : end);
    if (/[\n\0]/.test(line) || (end >= 0 && line.includes("\r"))) return "either";
    if (end < 0) return /^[0-9a-fA-F]*$/.test(line) ? "more" : "either";
    if (!/^[0-9a-fA-F]+$/.test(line)) return /^[0-9a-fA-F]+[ \t;]/.test(line) ? "either" : "broken";
    const size = parseInt(line, 16);
    if (size === 0) {
      if (text.startsWith("\r\n", end + 2)) return { size: end + 4 };
      return text.length < end + 4 && "\r\n".startsWith(text.slice(end + 2)) ? "more" : "either";
    }
    const after = end + 2 + size;
    if (size > body_bytes_max) return "either";
    if (text.length < after + 2)
      return text.length > after && text[after] !== "\r" ? "broken" : "more";
    if (!text.startsWith("\r\n", after)) return "broken";
    at = after + 2;
  }
}

// What a strict server does with the bytes: {answers} to whole requests, and then `last`: "more"
// (it waits), "refused" (one answer more, and the end), "broken" (the same, or it waits until
// nothing comes any more), "either", or "end" (nothing more is read).
export function reading_of(bytes) {
  let text = bytes.toString("latin1");
  for (let answers = 0; ; ++answers) {
    if (!text.length) return { answers, last: "more" };
    const found = head_at(text);
    if (typeof found === "string") return { answers, last: found };
    const framing = framing_of(text.slice(0, found.size));
    if (!framing || framing.length > body_bytes_max) return { answers, last: "refused" };
    if (framing.doubtful) return { answers, last: "either" };
    text = text.slice(found.size);
    const body = framing.chunked ? chunked_at(text) : { size: framing.length };
    if (typeof body === "string") return { answers, last: body };
    if (text.length < body.size) return { answers, last: "more" };
    if (framing.method === "HEAD") return { answers: answers + 1, last: "either" };
    text = text.slice(body.size);
    if (!framing.keep) return { answers: answers + 1, last: "end" };
  }
}
