// One file in a form, with how much of it has gone. For files of plans; trying again with the same
// key never makes a second one.
import { csrf_token, forget_csrf, Problem } from "./server";
import { words } from "./words";

const say = words({
    id: { broken: "Sambungan terputus sebelum berkas sampai. Coba kirim lagi." },
    en: { broken: "The line broke before the file had arrived. Try to send it again." },
});

// The same bytes at every attempt: a form of the browser's own would choose another boundary.
function form_of(file: File, key: string): { body: Blob; type: string } {
    const name = file.name.replaceAll('"', "%22").replaceAll(/[\r\n]/g, " ");
    const head =
        `--${key}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n` +
        `Content-Type: ${file.type || "application/octet-stream"}\r\n\r\n`;
    return {
        body: new Blob([head, file, `\r\n--${key}--\r\n`]),
        type: `multipart/form-data; boundary=${key}`,
    };
}

function problem_in(status: number, text: string): Problem {
    try {
        return new Problem(status, JSON.parse(text) as object);
    } catch {
        return new Problem(status, {});
    }
}

export async function send_file<T>(
    target: string,
    file: File,
    key: string,
    on_share: (share: number) => void,
): Promise<T> {
    const token = await csrf_token();
    const { body, type } = form_of(file, key);
    return new Promise((done, fail) => {
        const request = new XMLHttpRequest();
        request.upload.onprogress = (event) =>
            on_share(event.total ? event.loaded / event.total : 0);
        request.onload = () => {
            if (request.status === 201) return done(JSON.parse(request.responseText) as T);
            forget_csrf();
            fail(problem_in(request.status, request.responseText));
        };
        request.onerror = request.onabort = () => {
            forget_csrf();
            fail(new Problem(0, { detail: say.broken }));
        };
        request.open("POST", target);
        request.setRequestHeader("Content-Type", type);
        request.setRequestHeader("X-CSRF-Token", token);
        request.setRequestHeader("Idempotency-Key", key);
        request.send(body);
    });
}
