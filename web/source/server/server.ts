// Talking to the API: the token against forgery, versions, keys that make repeating safe, and
// problems as values with words for people.
import { take_first, type Shapes } from "../words/first";
import { words } from "../words/words";

const say = words({
    id: {
        offline: "Tidak ada sambungan ke server. Ketikan Anda tersimpan di perangkat ini.",
        offline_title: "Tidak tersambung",
        strange: "Server tidak dapat menjawab saat ini. Coba lagi sebentar lagi.",
    },
    en: {
        offline: "There is no connection to the server. What you typed is kept on this device.",
        offline_title: "Not connected",
        strange: "The server cannot answer just now. Try again in a moment.",
    },
});

// What the pages refuse by themselves has codes of their own.
type ProblemBody = Partial<Omit<Shapes["problem"], "code">> & { code?: string };

// A refusal, as the server words it.
export class Problem extends Error {
    readonly status: number;
    readonly body: ProblemBody;
    constructor(status: number, body: ProblemBody) {
        super(body.reason ?? body.detail ?? body.title ?? String(status));
        this.status = status;
        this.body = body;
    }
    get code() {
        return this.body.code ?? "";
    }
    get who() {
        return this.body.who ?? null;
    }
    // What is wrong with a field: by the pointer into the body, "/achievement".
    get faults() {
        return this.body.errors ?? [];
    }
    get is_offline() {
        return this.status === 0;
    }
}

// What stands between us and the server does not word its refusals as we do.
export function problem_in(text: string): ProblemBody {
    try {
        return JSON.parse(text) as ProblemBody;
    } catch {
        return { detail: say.strange };
    }
}

export const broken_line = () => new Problem(0, { title: say.offline_title, detail: say.offline });

export const random_key = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
        byte.toString(16).padStart(2, "0"),
    ).join("");

// Asks the person to sign in again, in place; set by the frame. Who is refused before it stands
// there waits for it.
let hear: (ask: () => Promise<boolean>) => void;
let sign_in_again = new Promise<() => Promise<boolean>>((done) => (hear = done));
export function when_signed_out(ask: () => Promise<boolean>) {
    hear(ask);
    sign_in_again = Promise.resolve(ask);
}

let csrf: Promise<string> | null = null;
// The token of the session, asked for once and again after a new sign-in.
export function csrf_token(): Promise<string> {
    csrf ??= fetch("/api/v1/session")
        .then((answer) => answer.json() as Promise<{ csrf_token: string }>)
        .then((body) => body.csrf_token);
    csrf.catch(() => (csrf = null));
    return csrf;
}
export function forget_csrf() {
    csrf = null;
}

let asking: Promise<boolean> | null = null;
// After a 401: whether the person has signed in again, in place.
export async function is_back(): Promise<boolean> {
    asking ??= sign_in_again.then((ask) => ask()).finally(() => (asking = null));
    if (!(await asking)) return false;
    forget_csrf();
    return true;
}

// An answer with all its bytes. The browser itself sees a body that broke off; but without TLS it
// takes half a head for an answer, without a body, of a status that nobody sent.
async function whole(answer: Response): Promise<Response> {
    const bytes = await answer.arrayBuffer();
    if (!bytes.byteLength && answer.status !== 204) throw broken_line();
    const { status, headers } = answer;
    return new Response(status === 204 ? null : bytes, { status, headers });
}

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

// One request, with the token where it changes something. A 401 asks the person to sign in and goes
// on; what cannot reach the server is tried again while that is safe.
export async function ask(made: Request): Promise<Response> {
    const target = made.url.slice(location.origin.length);
    const changes = made.method !== "GET";
    if (!changes) {
        const kept = take_first(target);
        if (kept)
            return new Response(JSON.stringify(kept.body), {
                status: kept.status,
                headers: {
                    "Content-Type": "application/json",
                    ...(kept.etag ? { ETag: kept.etag } : {}),
                },
            });
    }
    const repeatable = !changes || made.headers.has("Idempotency-Key");
    for (let attempt = 0; ; ++attempt) {
        try {
            const copy = made.clone();
            if (changes) copy.headers.set("X-CSRF-Token", (await csrf_token()) ?? "");
            const answer = await whole(await fetch(copy));
            if (answer.status === 401 && !target.startsWith("/api/v1/session")) {
                if (!(await is_back())) return answer;
                continue;
            }
            if (answer.status === 403 && changes && attempt === 0) {
                const { code } = problem_in(await answer.clone().text());
                if (code === "csrf") {
                    forget_csrf();
                    continue;
                }
            }
            if (answer.status === 503 && repeatable && attempt < 3) {
                await wait(1000 * Number(answer.headers.get("Retry-After") ?? 1));
                continue;
            }
            return answer;
        } catch {
            forget_csrf();
            if (!repeatable || attempt >= 2) throw broken_line();
            await wait(400 * 2 ** attempt);
        }
    }
}

export const if_match = (version: number) => ({ "If-Match": `"${version}"` });
export const once = (key = random_key()) => ({ "Idempotency-Key": key });

// Anything by its address: for links that the API itself gave (`href`), and for pages of lists.
export async function fetch_json<T>(target: string, init: RequestInit = {}): Promise<T> {
    const answer = await ask(new Request(location.origin + target, init));
    const text = await answer.text();
    if (!answer.ok) throw new Problem(answer.status, problem_in(text));
    return (text ? JSON.parse(text) : {}) as T;
}

// Every page of a list.
export async function fetch_all<T>(target: string): Promise<T[]> {
    const items: T[] = [];
    let next: string | null = target;
    while (next) {
        const page: { items: T[]; next: string | null } = await fetch_json(next);
        items.push(...page.items);
        const more: string = target.includes("?") ? "&" : "?";
        next = page.next ? `${target}${more}cursor=${encodeURIComponent(page.next)}` : null;
    }
    return items;
}
