// Bundles the pages and writes them as one C++ file that lays them into the binary:
//     node web/build.mjs FOLDER
// makes FOLDER/assets.cpp and the files that it takes in.
import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const into = resolve(process.argv[2] ?? join(here, "../build/web"));
const types = {
    js: "text/javascript; charset=utf-8",
    css: "text/css; charset=utf-8",
    svg: "image/svg+xml; charset=utf-8",
};

process.chdir(here);
rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });

// A page speaks one language at a time, so each is bundled by itself: in words({ id, en }) the
// other one is left out.
function only(locale) {
    const other = locale === "id" ? "en" : "id";
    const texts = new RegExp(`^( +)${other}: \\{( .* |\\n[^]*?^\\1)\\},\\n`, "gm");
    return {
        name: "one language",
        setup: (bundle) =>
            bundle.onLoad({ filter: /source\/.*\.tsx?$/ }, ({ path }) => {
                const text = readFileSync(path, "utf8");
                const has_words = /from "\.[^"]*\/words"/.test(text);
                return {
                    contents: has_words ? text.replace(texts, "") : text,
                    loader: path.endsWith("x") ? "tsx" : "ts",
                };
            }),
    };
}

// What a page asks first is the server's to know.
const addresses = {
    name: "addresses",
    setup: (bundle) =>
        bundle.onLoad({ filter: /pages\.json$/ }, ({ path }) => ({
            contents: JSON.stringify(
                JSON.parse(readFileSync(path, "utf8")).map(({ first, ...row }) => row),
            ),
            loader: "json",
        })),
};

const bundle = (entryPoints, more = {}) =>
    build({
        entryPoints,
        absWorkingDir: here,
        outdir: into,
        entryNames: "[name]-[hash]",
        chunkNames: "part-[hash]",
        assetNames: "[name]-[hash]",
        loader: { ".svg": "copy" },
        bundle: true,
        splitting: true,
        minify: true,
        format: "esm",
        target: ["chrome109", "firefox115", "safari16"],
        jsx: "automatic",
        jsxImportSource: "preact",
        metafile: true,
        write: false,
        logLevel: "warning",
        ...more,
    });
const scripts = [
    "source/main.tsx",
    ...readdirSync("source/bundles").map((name) => `source/bundles/${name}`),
];
const bundles = [
    ["", await bundle(["style/style.css", "style/icon.svg"])],
    ["id", await bundle(scripts, { plugins: [addresses, only("id")] })],
    ["en", await bundle(scripts, { plugins: [addresses, only("en")] })],
];

// As gzip unpacks it, but packed with patience: some 4 in 100 smaller than zlib's best.
const gzipped = (path) => execFileSync("zopfli", ["-c", path]);

function smaller(packed, raw) {
    return packed.length < raw.length * 0.95 ? packed : Buffer.alloc(0);
}

const rows = [];
for (const [locale, bundled] of bundles)
    for (const file of bundled.outputFiles) describe(locale, bundled, file);

function describe(locale, bundled, file) {
    const name = basename(file.path);
    const twin = rows.find((row) => row.name === name);
    if (twin) {
        twin.locale = ""; // the same in both languages
        return;
    }
    const raw = Buffer.from(file.contents);
    const described = Object.entries(bundled.metafile.outputs).find(
        ([path]) => basename(path) === name,
    )[1];
    const path = join(into, `${name}.raw`);
    writeFileSync(path, raw);
    const forms = {
        raw,
        gz: smaller(gzipped(path), raw),
        br: smaller(
            brotliCompressSync(raw, {
                params: { [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
            }),
            raw,
        ),
    };
    for (const [form, bytes] of Object.entries(forms))
        writeFileSync(join(into, `${name}.${form}`), bytes);
    rows.push({
        name,
        locale,
        made_of:
            described.entryPoint ??
            Object.keys(described.inputs).find((path) => path.endsWith(".svg")) ??
            "",
        imports: described.imports
            .filter((each) => each.kind === "import-statement")
            .map((each) => basename(each.path))
            .join(" "),
        type: types[name.split(".").pop()],
        tag: createHash("sha256").update(raw).digest("hex"),
        sizes: Object.fromEntries(Object.entries(forms).map(([k, v]) => [k, v.length])),
    });
}
rows.sort((one, other) => (one.name < other.name ? -1 : 1));
writeFileSync(join(into, "assets.json"), JSON.stringify(rows, null, 4));

// A row of the table, as C++ writes it.
function row_of(row, at) {
    const words = [row.name, row.locale, row.made_of, row.imports, row.type, row.tag];
    const forms = ["raw", "gz", "br"].map((form) => `rampung_web_${at}_${form}`);
    return `        {${words.map((word) => `"${word}"`).join(",\n         ")},
${forms.map((symbol) => `         text(${symbol}, ${symbol}_end)`).join(",\n")}},`;
}

const symbols = rows.flatMap((row, at) =>
    ["raw", "gz", "br"].map((form) => ({
        symbol: `rampung_web_${at}_${form}`,
        path: join(into, `${row.name}.${form}`),
    })),
);
writeFileSync(
    join(into, "assets.cpp"),
    `// Written by web/build.mjs.
#include "api/pages/web_asset.hpp"
#include <iterator>

#define LAY_IN(symbol, path) \\
    asm(".pushsection .rodata\\n" #symbol ":\\n.incbin \\"" path "\\"\\n" \\
        #symbol "_end:\\n.byte 0\\n.popsection\\n"); \\
    extern "C" const char symbol[]; \\
    extern "C" const char symbol##_end[];

${symbols.map(({ symbol, path }) => `LAY_IN(${symbol}, "${path}")`).join("\n")}

namespace api {

std::span<const web_asset> web_assets()
{
    const auto text = [](const char* from, const char* to) {
        return std::string_view(from, static_cast<std::size_t>(to - from));
    };
    static const web_asset all[]{
${rows.map(row_of).join("\n")}
    };
    return all;
}

} // namespace api
`,
);
