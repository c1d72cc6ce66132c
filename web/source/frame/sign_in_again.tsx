// A session that ended while somebody works: sign in where one is, and go on; nothing typed is lost.
// A dialog never opens under the hands of who is typing: the rest of the word would be its password.
import { useEffect, useRef, useState } from "preact/hooks";
import { ErrorSummary, Field } from "../parts/basics";
import { Dialog } from "../parts/dialog";
import { Problem, broken_line, forget_csrf, when_signed_out } from "../server/server";
import { is_in_a_text } from "../typed/typing";
import { me } from "../words/first";
import { words } from "../words/words";

const say = words({
    id: {
        title: "Sesi Anda berakhir",
        why: "Masuk kembali untuk melanjutkan. Ketikan Anda masih ada.",
        password: "Kata sandi",
        code: "Kode dari aplikasi autentikator",
        as: "Sebagai",
        go: "Masuk dan lanjutkan",
        kept: "Sesi Anda berakhir. Ketikan Anda tersimpan di perangkat ini.",
        again: "Masuk kembali",
    },
    en: {
        title: "Your session has ended",
        why: "Sign in again to go on. What you typed is still there.",
        password: "Password",
        code: "Code of your authenticator app",
        as: "As",
        go: "Sign in and go on",
        kept: "Your session has ended. What you type is kept on this device.",
        again: "Sign in again",
    },
});

export function SignInAgain() {
    const [is_open, open] = useState(false);
    const [is_waiting, wait] = useState(false);
    const [password, type] = useState("");
    const [code, type_code] = useState("");
    const [wants_code, ask_code] = useState(false);
    const [problem, fail] = useState<Problem | null>(null);
    const answer = useRef<((signed_in: boolean) => void) | null>(null);
    useEffect(() => {
        when_signed_out(
            () =>
                new Promise((resolve) => {
                    answer.current = resolve;
                    if (is_in_a_text()) wait(true);
                    else open(true);
                }),
        );
    }, []);
    useEffect(() => {
        if (!is_waiting) return;
        const look = () => {
            if (is_in_a_text()) return;
            wait(false);
            open(true);
        };
        addEventListener("focusin", look);
        look();
        return () => removeEventListener("focusin", look);
    }, [is_waiting]);
    function finish(signed_in: boolean) {
        open(false);
        type("");
        type_code("");
        fail(null);
        answer.current?.(signed_in);
        answer.current = null;
    }
    async function sign_in(event: Event) {
        event.preventDefault();
        try {
            const made = await fetch("/api/v1/session", {
                method: "POST",
                headers: { "Content-Type": "application/json" },
                body: JSON.stringify({
                    username: me.username,
                    password,
                    ...(code ? { code } : {}),
                }),
            });
            const body = (await made.json()) as { code?: string };
            if (made.ok) {
                forget_csrf();
                finish(true);
                return;
            }
            ask_code(body.code === "second_factor_required");
            fail(new Problem(made.status, body));
        } catch {
            fail(broken_line());
        }
    }
    if (is_waiting)
        return (
            <div class="bulk" role="alert">
                <span>{say.kept}</span>
                <button type="button" onClick={() => (wait(false), open(true))}>
                    {say.again}
                </button>
            </div>
        );
    if (!is_open) return null;
    return (
        <Dialog title={say.title} on_close={() => finish(false)}>
            <form onSubmit={(event) => void sign_in(event)}>
                <p>{say.why}</p>
                <p>
                    {say.as} <strong>{me.username}</strong>
                </p>
                <ErrorSummary problem={problem} />
                <Field id="again-password" label={say.password}>
                    <input
                        id="again-password"
                        type="password"
                        autoComplete="current-password"
                        value={password}
                        onInput={(event) => type(event.currentTarget.value)}
                        required
                        autoFocus
                    />
                </Field>
                {wants_code && (
                    <Field id="again-code" label={say.code}>
                        <input
                            id="again-code"
                            inputMode="numeric"
                            autoComplete="one-time-code"
                            value={code}
                            onInput={(event) => type_code(event.currentTarget.value)}
                        />
                    </Field>
                )}
                <div class="buttons">
                    <button class="primary">{say.go}</button>
                </div>
            </form>
        </Dialog>
    );
}
