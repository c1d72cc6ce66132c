// A file on its way in a form, with how much of it has gone. Its body is the same at every attempt,
// so that trying again with the same key never makes a second file.
import { words } from "../words/words";
import { csrf_token, forget_csrf, is_back, Problem, problem_in } from "./server";

const say = words({
    id: {
        title: "Sambungan terputus",
        broken: "Sambungan terputus sebelum berkas sampai. Coba kirim lagi.",
    },
    en: {
        title: "The line broke",
        broken: "The line broke before the file had arrived. Try to send it again.",
    },
});

export interface FileForm {
    key: string; // of the request, at every attempt
    file: File;
    fields?: Record<string, string>; // before the file
}

const silence_ms_max = 60_000; // nothing moves: the line is gone, even if nobody said so

// A name inside a header of the body, as browsers write it.
const quoted = (name: string) =>
    name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

// A form of the browser's own would choose another boundary at every attempt, and the server would
// take the same file for another request.
function body_of({ key, file, fields = {} }: FileForm): { body: Blob; type: string } {
    const boundary = `rampung-${key}`;
    const part = (name: string, more: string) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
    const head =
        Object.entries(fields)
            .map(([name, value]) => `${part(name, "")}${value}\r\n`)
            .join("") +
        part(
            "file",
            `; filename="${quoted(file.name)}"\r\n` +
                `Content-Type: ${file.type || "application/octet-stream"}`,
        );
    return {
        body: new Blob([head, file, `\r\n--${boundary}--\r\n`]),
        type: `multipart/form-data; boundary=${boundary}`,
    };
}

interface Answer {
    status: number; // 0: the line broke
    text: string;
}

async function attempt(
    target: string,
    form: FileForm,
    on_share: (share: number) => void,
): Promise<Answer> {
    const token = await csrf_token().catch(() => null);
    if (token === null) return { status: 0, text: "" };
    const { body, type } = body_of(form);
    return new Promise((done) => {
        const request = new XMLHttpRequest();
        let timer: ReturnType<typeof setTimeout>;
        const moved = () => {
            clearTimeout(timer);
            timer = setTimeout(() => request.abort(), silence_ms_max);
        };
        request.upload.onprogress = (event) => {
            moved();
            on_share(event.total ? event.loaded / event.total : 0);
        };
        request.onloadend = () => {
            clearTimeout(timer);
            done({ status: request.status, text: request.responseText });
        };
        request.open("POST", target);
        request.setRequestHeader("Content-Type", type);
        request.setRequestHeader("X-CSRF-Token", token);
        request.setRequestHeader("Idempotency-Key", form.key);
        moved();
        request.send(body);
    });
}

// One attempt, another when a session ended and the person came back. Throws a Problem.
export async function send_file<T>(
    target: string,
    form: FileForm,
    on_share: (share: number) => void,
): Promise<T> {
    let answer = await attempt(target, form, on_share);
    while (answer.status === 401 && (await is_back()))
        answer = await attempt(target, form, on_share);
    const { status, text } = answer;
    if (status === 201 && text) return JSON.parse(text) as T;
    forget_csrf();
    // Without a body it broke off on its way, whatever its status.
    throw text
        ? new Problem(status, problem_in(text))
        : new Problem(0, { title: say.title, detail: say.broken });
}
