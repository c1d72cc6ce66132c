// Files on their way to a target: one after the other, with progress, in a body that is the same at
// every attempt, so that trying again never makes a second file. Lives beside the pages: moving to
// another page does not stop what is being sent.
import { useEffect } from "preact/hooks";
import type { Shapes } from "../words/first";
import { size as size_in_words } from "../words/format";
import { words } from "../words/words";
import { send_file } from "./send_file";
import { random_key, type Problem } from "./server";
import { use_told, type Listeners } from "./told";

const say = words({
    id: {
        too_large: (name: string | number, size: string | number) =>
            `${name} terlalu besar (${size}). Batasnya 25 MB tiap berkas.`,
        empty: (name: string | number) => `${name} kosong (0 B).`,
        wrong_type: (name: string | number) =>
            `${name}: jenis berkas ini tidak diterima. Yang diterima: PDF, JPG, PNG, DOCX, XLSX.`,
        not_inside: (name: string | number) =>
            `${name}: isinya tidak sesuai dengan akhiran namanya. Simpan ulang, lalu unggah lagi.`,
        unreadable: (name: string | number) => `${name} tidak dapat dibaca dari perangkat ini.`,
    },
    en: {
        too_large: (name: string | number, size: string | number) =>
            `${name} is too large (${size}). The limit is 25 MB for each file.`,
        empty: (name: string | number) => `${name} is empty (0 B).`,
        wrong_type: (name: string | number) =>
            `${name}: this type is not accepted. Accepted are PDF, JPG, PNG, DOCX, XLSX.`,
        not_inside: (name: string | number) =>
            `${name}: its content does not fit the ending of its name. Save it anew, then retry.`,
        unreadable: (name: string | number) => `${name} cannot be read from this device.`,
    },
});

export type Evidence = Shapes["evidence"];

export interface Upload {
    key: string; // of the request, at every attempt
    file: File;
    kind: string;
    classification: string;
    item: string | null; // of the checklist that it shows
    state: "waiting" | "sending" | "interrupted" | "not_taken";
    share: number; // 0–1
    fault: string | null;
}

const file_bytes_max = 25 * 1024 * 1024;
const attempts_max = 4;
const zip = [0x50, 0x4b, 3, 4];
// What the server takes, by ending and first bytes.
const beginnings: Record<string, number[]> = {
    pdf: [0x25, 0x50, 0x44, 0x46],
    png: [0x89, 0x50, 0x4e, 0x47],
    jpg: [0xff, 0xd8, 0xff],
    jpeg: [0xff, 0xd8, 0xff],
    docx: zip,
    xlsx: zip,
};
export const accepted = Object.keys(beginnings)
    .map((ending) => `.${ending}`)
    .join(",");

// What is wrong with a file, as far as it can be known before it is sent; null when nothing is.
export async function fault_of_file(file: File): Promise<string | null> {
    if (file.size > file_bytes_max) return say.too_large(file.name, size_in_words(file.size));
    if (file.size === 0) return say.empty(file.name);
    const beginning = beginnings[file.name.toLowerCase().split(".").pop() ?? ""];
    if (!beginning) return say.wrong_type(file.name);
    try {
        const bytes = new Uint8Array(await file.slice(0, beginning.length).arrayBuffer());
        return beginning.every((byte, index) => bytes[index] === byte)
            ? null
            : say.not_inside(file.name);
    } catch {
        return say.unreadable(file.name);
    }
}

const waiting = new Map<string, Upload[]>();
const listeners: Listeners = new Set();
const tell = () => listeners.forEach((each) => each());
const none: Upload[] = [];
const of = (target: string) => waiting.get(target) ?? none;

function change(target: string, key: string, changes: Partial<Upload> | null) {
    waiting.set(
        target,
        of(target).flatMap((each) =>
            each.key !== key ? [each] : changes ? [{ ...each, ...changes }] : [],
        ),
    );
    tell();
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

// Until it is there, or refused, or the line stays broken.
async function carry(target: string, upload: Upload): Promise<Evidence | null> {
    const { key, file, kind, classification, item } = upload;
    const fields = { kind, classification, ...(item ? { item } : {}) };
    let last = "";
    for (let attempt = 0; attempt < attempts_max; ++attempt) {
        change(target, key, { state: "sending", share: 0, fault: null });
        try {
            const made = await send_file<Evidence>(
                `/api/v1/targets/${target}/evidence`,
                { key, file, fields },
                (share) => change(target, key, { share }),
            );
            change(target, key, null);
            return made;
        } catch (fault) {
            const problem = fault as Problem;
            const { status, code, is_offline } = problem;
            last = is_offline ? "" : problem.message;
            if (status === 401) break; // and nobody came back
            if (!is_offline && status !== 429 && status < 500 && code !== "csrf") {
                const faults = problem.faults.map((each) => each.detail).join(" ");
                change(target, key, { state: "not_taken", fault: faults || problem.message });
                return null;
            }
        }
        if (attempt + 1 < attempts_max) await wait(700 * 2 ** attempt);
    }
    change(target, key, { state: "interrupted", fault: last || null });
    return null;
}

const running = new Set<string>();
const arrived = new Map<string, (file: Evidence) => void>();

async function work_through(target: string) {
    if (running.has(target)) return;
    running.add(target);
    try {
        for (;;) {
            const next = of(target).find((each) => each.state === "waiting");
            if (!next) return;
            const file = await carry(target, next);
            if (file) arrived.get(target)?.(file);
        }
    } finally {
        running.delete(target);
    }
}

const again = (target: string, state: Upload["state"]) => {
    for (const each of of(target))
        if (each.state === state) change(target, each.key, { state: "waiting", fault: null });
    void work_through(target);
};

addEventListener("online", () => {
    for (const target of waiting.keys()) again(target, "interrupted");
});

// Who closes the tab now would have to choose the files again: the browser asks.
addEventListener("beforeunload", (event) => {
    if ([...waiting.values()].some((all) => all.some((each) => each.state !== "not_taken")))
        event.preventDefault();
});

export function use_uploads(target: string, on_arrived: (file: Evidence) => void) {
    const uploads = use_told(listeners, () => of(target));
    arrived.set(target, on_arrived);
    useEffect(() => () => void arrived.delete(target), [target]);
    return {
        uploads,
        add: async (files: File[], what: Pick<Upload, "kind" | "classification" | "item">) => {
            for (const file of files) {
                const fault = await fault_of_file(file);
                const upload: Upload = {
                    key: random_key(),
                    file,
                    ...what,
                    state: fault ? "not_taken" : "waiting",
                    share: 0,
                    fault,
                };
                waiting.set(target, [...of(target), upload]);
            }
            tell();
            void work_through(target);
        },
        try_again: (key: string) => {
            change(target, key, { state: "waiting", fault: null });
            void work_through(target);
        },
        drop: (key: string) => change(target, key, null),
    };
}
