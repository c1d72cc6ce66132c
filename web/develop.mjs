// For working on the pages: stands before a running Rampung, bundles the sources anew at every
// load of a page, and gives the browser these instead of the ones in the binary.
//     node web/develop.mjs http://127.0.0.1:8080 8081
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [behind = "http://127.0.0.1:8080", port = "8081"] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const bundle = mkdtempSync(join(tmpdir(), "rampung-pages-"));
process.on("exit", () => rmSync(bundle, { recursive: true, force: true }));
process.on("SIGINT", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));

// The rows of assets.json, made anew.
function bundled() {
    execFileSync(process.execPath, [join(here, "build.mjs"), bundle], { stdio: "inherit" });
    return JSON.parse(readFileSync(join(bundle, "assets.json"), "utf8"));
}

// The shell with our own scripts and style.
function with_ours(html) {
    const rows = bundled();
    const locale = /<html lang="(\w+)"/.exec(html)?.[1];
    const name_of = (source) =>
        rows.find((row) => row.made_of === source && ["", locale].includes(row.locale)).name;
    return html
        .replaceAll(/<link rel="modulepreload"[^>]*>\n/g, "")
        .replaceAll(/\/assets\/main-[^"]*/g, `/assets/${name_of("source/main.tsx")}`)
        .replaceAll(/\/assets\/style-[^"]*/g, `/assets/${name_of("style/style.css")}`);
}

function send_asset(path, answer) {
    const name = path.slice("/assets/".length);
    const types = { js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
    const type = types[name.split(".").pop()];
    answer.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" });
    answer.end(readFileSync(join(bundle, `${name}.raw`)));
}

createServer((asked, answer) => {
    const name = asked.url.startsWith("/assets/") ? asked.url.slice("/assets/".length) : "";
    if (/^[\w.-]+$/.test(name) && existsSync(join(bundle, `${name}.raw`)))
        return send_asset(asked.url, answer);
    const headers = { ...asked.headers };
    delete headers["accept-encoding"];
    const onward = request(behind + asked.url, { method: asked.method, headers }, (got) => {
        const is_page = (got.headers["content-type"] ?? "").startsWith("text/html");
        if (!is_page) {
            answer.writeHead(got.statusCode, got.headers);
            got.pipe(answer);
            return;
        }
        const parts = [];
        got.on("data", (part) => parts.push(part));
        got.on("end", () => {
            try {
                const html = Buffer.from(with_ours(Buffer.concat(parts).toString()));
                answer.writeHead(got.statusCode, {
                    ...got.headers,
                    "content-length": html.length,
                });
                answer.end(html);
            } catch (fault) {
                answer.writeHead(500, { "Content-Type": "text/plain" });
                answer.end(String(fault));
            }
        });
    });
    onward.on("error", (fault) => {
        answer.writeHead(502, { "Content-Type": "text/plain" });
        answer.end(String(fault));
    });
    asked.pipe(onward);
}).listen(Number(port), "127.0.0.1", () => console.log(`http://127.0.0.1:${port}`));
