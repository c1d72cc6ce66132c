// The password once more before a decision that counts: it is asked when the server asks for it.
import { useState } from "preact/hooks";
import { step_up } from "../server/commands";
import { Problem } from "../server/server";
import { me } from "../words/first";
import { words } from "../words/words";
import { ErrorSummary, Field } from "./basics";
import { Dialog } from "./dialog";

const say = words({
    id: {
        title: "Pastikan ini Anda",
        why: "Keputusan ini memerlukan kata sandi Anda. Cukup sekali dalam 30 menit.",
        password: "Kata sandi",
        code: "Kode dari aplikasi autentikator",
        go: "Lanjutkan",
        cancel: "Batal",
    },
    en: {
        title: "Confirm that it is you",
        why: "This decision needs your password, once in 30 minutes.",
        password: "Password",
        code: "Code of your authenticator app",
        go: "Go on",
        cancel: "Cancel",
    },
});

export function StepUp(asked: { on_close: () => void; on_proved: () => void }) {
    const [proof, type] = useState("");
    const [problem, fail] = useState<Problem | null>(null);
    const [is_busy, busy] = useState(false);
    const by_code = (me as { second_factor?: boolean }).second_factor === true;
    async function prove(event: Event) {
        event.preventDefault();
        busy(true);
        try {
            await step_up(by_code ? { code: proof } : { password: proof });
            asked.on_proved();
        } catch (fault) {
            fail(fault as Problem);
        } finally {
            busy(false);
        }
    }
    return (
        <Dialog title={say.title} on_close={asked.on_close}>
            <form onSubmit={(event) => void prove(event)}>
                <p>{say.why}</p>
                <ErrorSummary problem={problem} field_of={() => "proof"} />
                <Field
                    id="proof"
                    label={by_code ? say.code : say.password}
                    fault={problem?.faults[0]?.detail}
                >
                    <input
                        id="proof"
                        type={by_code ? "text" : "password"}
                        autoComplete={by_code ? "one-time-code" : "current-password"}
                        value={proof}
                        onInput={(event) => type(event.currentTarget.value)}
                        required
                        autoFocus
                    />
                </Field>
                <div class="buttons">
                    <button class="primary" disabled={is_busy}>
                        {say.go}
                    </button>
                    <button type="button" onClick={asked.on_close}>
                        {say.cancel}
                    </button>
                </div>
            </form>
        </Dialog>
    );
}
