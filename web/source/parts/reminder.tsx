// A reminder to send by hand: copied at once, shown so that it can be changed, and one press away
// from WhatsApp. What the calendar sends by mail goes out by itself.
import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../words/words";
import { Field, LongText } from "./basics";
import { Dialog } from "./dialog";

const say = words({
    id: {
        title: "Ingatkan",
        copied: "Teks sudah disalin. Tempelkan di WhatsApp atau surel.",
        not_copied:
            "Peramban ini tidak mengizinkan penyalinan otomatis: teks sudah dipilih, tekan Ctrl+C.",
        text: "Teks pengingat",
        copy: "Salin lagi",
        whatsapp: "Buka di WhatsApp",
        mail: "Pengingat lewat surel dikirim sendiri menurut kalender (Pengaturan › Pengingat).",
    },
    en: {
        title: "Remind",
        copied: "The text was copied. Paste it into WhatsApp or a mail.",
        not_copied:
            "This browser does not allow copying by itself: the text is chosen, press Ctrl+C.",
        text: "Text of the reminder",
        copy: "Copy again",
        whatsapp: "Open in WhatsApp",
        mail: "Reminders by mail leave by themselves, by the calendar (Settings › Reminders).",
    },
});

// The clipboard is closed on pages without TLS; there the chosen text is copied the old way.
async function copy(text: string, area: HTMLTextAreaElement | null): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        area?.focus();
        area?.select();
        return document.execCommand("copy");
    }
}

export function Reminder(asked: { text: string; on_close: () => void }) {
    const [text, type] = useState(asked.text);
    const [has_copied, tell] = useState<boolean | null>(null);
    const form = useRef<HTMLDivElement>(null);
    const run = () => void copy(text, form.current?.querySelector("textarea") ?? null).then(tell);
    useEffect(run, []);
    return (
        <Dialog title={say.title} on_close={asked.on_close} is_wide>
            <div ref={form} class="tall">
                <p role="status">
                    {has_copied !== null && (has_copied ? say.copied : say.not_copied)}
                </p>
                <Field id="reminder-text" label={say.text}>
                    <LongText id="reminder-text" value={text} on_text={type} rows={8} />
                </Field>
                <div class="buttons">
                    <button type="button" onClick={run}>
                        {say.copy}
                    </button>
                    <a
                        class="button"
                        target="_blank"
                        rel="noopener noreferrer"
                        href={`https://wa.me/?text=${encodeURIComponent(text)}`}
                    >
                        {say.whatsapp}
                    </a>
                </div>
                <p class="hint">{say.mail}</p>
            </div>
        </Dialog>
    );
}
